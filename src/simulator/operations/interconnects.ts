import { interconnectAnswer } from "../answers/ports.ts";
import { checkName } from "../rules/attributes.ts";
import { interconnectBandwidths } from "../rules/bandwidths.ts";
import { checkPartner, findInterconnect, findLiveLag, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import { checkOrder, checkOrderForLag, findFreeDevice, type PortOrder, portOf } from "../rules/port-orders.ts";
import { refusal } from "../rules/api-failure.ts";
import { readNewTags, type TagInput } from "../rules/tags.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { isGone, settlePort } from "../world/links.ts";
import { orderInterconnect } from "../world/new-ports.ts";
import { end } from "../world/passing-of-time.ts";
import { reads, writes } from "./operation.ts";

interface InterconnectOrder extends PortOrder {
  readonly interconnectName: string;
  readonly lagId?: string;
  readonly tags?: TagInput;
}

export const interconnects = {
  CreateInterconnect: writes<InterconnectOrder>((call) => {
    const { world, input } = call;
    checkPartner(call);
    checkName(input.interconnectName);
    const tags = readNewTags(input.tags);
    checkOrder(call, input, interconnectBandwidths);
    const lag = input.lagId === undefined ? undefined : findLiveLag(call, input.lagId);
    if (lag !== undefined) checkOrderForLag(world, lag, input);
    const device = findFreeDevice(call, input, 1, lag?.awsDeviceV2);
    const interconnect = orderInterconnect(world, {
      ...portOf(call, input, device),
      name: input.interconnectName,
      tags,
      lagId: lag?.id,
    });
    return interconnectAnswer(world, interconnect);
  }),

  DescribeInterconnects: reads<PageInput & { interconnectId?: string }>((call) => {
    checkPartner(call);
    const { interconnectId } = call.input;
    if (interconnectId !== undefined) {
      return { interconnects: [interconnectAnswer(call.world, findInterconnect(call, interconnectId))] };
    }
    const own = ownOf(call, "interconnect");
    const { items, nextToken } = pageOf(own, call.input);
    return { interconnects: items.map((item) => interconnectAnswer(call.world, item)), nextToken };
  }),

  DeleteInterconnect: writes<{ interconnectId: string }>((call) => {
    checkPartner(call);
    const interconnect = findInterconnect(call, call.input.interconnectId);
    if (isGone(interconnect)) throw refusal(simulatorTexts.doesNotExist("Interconnect", interconnect.id));
    if (interconnect.state === "deleting") return { interconnectState: interconnect.state };
    checkDeletable(call.world, interconnect);
    if (interconnect.state === "requested") end(call.world, interconnect, "deleted");
    else call.world.change(interconnect, "deleting", { state: "deleted", after: durations.deletion });
    settlePort(call.world, interconnect);
    return { interconnectState: interconnect.state };
  }),
};

import { interconnectAnswer } from "../answers/ports.ts";
import { checkPartner, findInterconnect, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import { refusal } from "../rules/api-failure.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { isGone } from "../world/links.ts";
import { end } from "../world/passing-of-time.ts";
import { reads, writes } from "./operation.ts";

export const interconnects = {
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
    return { interconnectState: interconnect.state };
  }),
};

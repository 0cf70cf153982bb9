import { attachmentAnswer, gatewayAnswer } from "../answers/gateways.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkName } from "../rules/attributes.ts";
import { associationsOf, attachedTo } from "../rules/gateway-attachment.ts";
import { checkGatewayAsn, defaultGatewayAsn } from "../rules/gateway-asn.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findGateway } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { quotas } from "../rules/quotas.ts";
import { readNewTags, type TagInput } from "../rules/tags.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import type { GatewayRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { reads, writes } from "./operation.ts";

interface AttachmentFilter extends PageInput {
  readonly directConnectGatewayId?: string;
  readonly virtualInterfaceId?: string;
}

export const gateways = {
  CreateDirectConnectGateway: writes<{
    directConnectGatewayName: string;
    tags?: TagInput;
    amazonSideAsn?: number;
  }>((call) => {
    const { directConnectGatewayName: name, tags, amazonSideAsn = defaultGatewayAsn } = call.input;
    const { world, account } = call;
    checkName(name);
    checkGatewayAsn(amazonSideAsn);
    const newTags = readNewTags(tags);
    if (world.linked("directConnectGateway", "owner", account).length >= quotas.gatewaysPerAccount) {
      throw refusal(simulatorTexts.gatewayQuota(quotas.gatewaysPerAccount));
    }
    const gateway: GatewayRecord = {
      kind: "directConnectGateway",
      id: world.ids.uuid(),
      order: 0,
      state: "pending",
      becomes: { state: "available", at: world.now + durations.gatewayCreation },
      name,
      ownerAccount: account,
      tags: newTags,
      amazonSideAsn,
      stateChangeError: undefined,
    };
    world.add(gateway);
    return { directConnectGateway: gatewayAnswer(call.world, gateway) };
  }),

  DescribeDirectConnectGateways: reads<PageInput & { directConnectGatewayId?: string }>((call) => {
    const { directConnectGatewayId: id } = call.input;
    if (id !== undefined) checkId("gateway", id);
    const own = call.world.linked("directConnectGateway", "owner", call.account);
    const asked = id === undefined ? own : own.filter((gateway) => gateway.id === id);
    const { items, nextToken } = pageOf(asked, call.input);
    return { directConnectGateways: items.map((gateway) => gatewayAnswer(call.world, gateway)), nextToken };
  }),

  DescribeDirectConnectGatewayAttachments: reads<AttachmentFilter>((call) => {
    const { directConnectGatewayId, virtualInterfaceId } = call.input;
    if (directConnectGatewayId === undefined && virtualInterfaceId === undefined) {
      throw refusal(simulatorTexts.filterNeeded(["directConnectGatewayId", "virtualInterfaceId"]));
    }
    if (directConnectGatewayId !== undefined) checkId("gateway", directConnectGatewayId);
    if (virtualInterfaceId !== undefined) checkId("virtualInterface", virtualInterfaceId);
    const attached = findAttached(call.world, call.input).filter((candidate) => mayKnow(call, candidate));
    const { items, nextToken } = pageOf(attached, call.input);
    return { directConnectGatewayAttachments: items.map(attachmentAnswer), nextToken };
  }),

  UpdateDirectConnectGateway: writes<{ directConnectGatewayId: string; newDirectConnectGatewayName: string }>((call) => {
    const { directConnectGatewayId, newDirectConnectGatewayName } = call.input;
    const gateway = findGateway(call, directConnectGatewayId);
    checkName(newDirectConnectGatewayName);
    gateway.name = newDirectConnectGatewayName;
    return { directConnectGateway: gatewayAnswer(call.world, gateway) };
  }),

  DeleteDirectConnectGateway: writes<{ directConnectGatewayId: string }>((call) => {
    const { world } = call;
    const gateway = findGateway(call, call.input.directConnectGatewayId);
    const attachments = attachedTo(world, gateway.id).length;
    if (attachments > 0) throw refusal(simulatorTexts.hasAttachments(gateway.id, attachments));
    const associations = associationsOf(world, gateway.id).length;
    if (associations > 0) throw refusal(simulatorTexts.hasAssociations(gateway.id, associations));
    if (gateway.state !== "deleting") {
      world.change(gateway, "deleting", { state: "deleted", after: durations.deletion });
      withdrawProposals(call, gateway.id);
    }
    return { directConnectGateway: gatewayAnswer(call.world, gateway) };
  }),
};

function findAttached(world: World, { directConnectGatewayId, virtualInterfaceId }: AttachmentFilter): VirtualInterfaceRecord[] {
  const found = virtualInterfaceId === undefined ? undefined : world.find("virtualInterface", virtualInterfaceId);
  if (virtualInterfaceId !== undefined && found === undefined) return [];
  const candidates = found === undefined ? world.linked("virtualInterface", "gateway", directConnectGatewayId ?? "") : [found];
  return candidates.filter((candidate) => {
    const isAsked = directConnectGatewayId === undefined || candidate.directConnectGatewayId === directConnectGatewayId;
    return isAsked && candidate.attachmentState !== undefined;
  });
}

/** An attachment shows itself to the owners of both its ends. */
function mayKnow(call: Asker, { ownerAccount, directConnectGatewayId }: VirtualInterfaceRecord): boolean {
  if (ownerAccount === call.account) return true;
  return call.world.find("directConnectGateway", directConnectGatewayId)?.ownerAccount === call.account;
}

/** Nobody can accept them any more, and none may outlive the gateway that it names. */
function withdrawProposals({ world }: Asker, gatewayId: string): void {
  for (const proposal of world.linked("proposal", "gateway", gatewayId)) {
    world.remove(proposal);
  }
}

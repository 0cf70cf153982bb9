import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkName } from "../rules/attributes.ts";
import { checkAttachable, findPrivateGateway } from "../rules/gateway-attachment.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findGateway, findOwnVirtualInterface, findVirtualInterface, isVisible, visibleVirtualInterfaces } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { deleteVirtualInterface, end } from "../world/passing-of-time.ts";
import type { VirtualInterfaceRecord, VirtualInterfaceType } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

interface VirtualInterfaceFilter extends PageInput {
  readonly connectionId?: string;
  readonly virtualInterfaceId?: string;
}

interface AttributeChange {
  readonly virtualInterfaceId: string;
  readonly mtu?: number;
  readonly enableSiteLink?: boolean;
  readonly virtualInterfaceName?: string;
}

export const virtualInterfaces = {
  DescribeVirtualInterfaces: reads<VirtualInterfaceFilter>((call) => {
    const { connectionId, virtualInterfaceId } = call.input;
    if (connectionId !== undefined) checkId("port", connectionId);
    if (virtualInterfaceId !== undefined) checkId("virtualInterface", virtualInterfaceId);
    const { items, nextToken } = pageOf(listVisible(call, call.input), call.input);
    return { virtualInterfaces: items.map((item) => virtualInterfaceAnswer(call.world, item)), nextToken };
  }),

  ConfirmPrivateVirtualInterface: writes<{
    virtualInterfaceId: string;
    virtualGatewayId?: string;
    directConnectGatewayId?: string;
  }>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmPrivateVirtualInterface", "private");
    const gateway = findPrivateGateway(call, call.input, virtualInterface);
    call.world.tie(virtualInterface, {
      virtualGatewayId: gateway.kind === "cloudGateway" ? gateway.id : "",
      directConnectGatewayId: gateway.kind === "cloudGateway" ? "" : gateway.id,
    });
    virtualInterface.amazonSideAsn = gateway.amazonSideAsn;
    if (gateway.kind === "directConnectGateway") virtualInterface.attachmentState = "attaching";
    return startSession(call, virtualInterface);
  }),

  ConfirmTransitVirtualInterface: writes<{ virtualInterfaceId: string; directConnectGatewayId: string }>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmTransitVirtualInterface", "transit");
    const gateway = findGateway(call, call.input.directConnectGatewayId);
    checkAttachable(call.world, gateway, "transit");
    call.world.tie(virtualInterface, { directConnectGatewayId: gateway.id });
    virtualInterface.amazonSideAsn = gateway.amazonSideAsn;
    virtualInterface.attachmentState = "attaching";
    return startSession(call, virtualInterface);
  }),

  ConfirmPublicVirtualInterface: writes<{ virtualInterfaceId: string }>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmPublicVirtualInterface", "public");
    call.world.change(virtualInterface, "verifying", { state: "pending", after: durations.review });
    for (const peer of virtualInterface.bgpPeers) call.world.change(peer, "verifying");
    return { virtualInterfaceState: virtualInterface.state };
  }),

  UpdateVirtualInterfaceAttributes: writes<AttributeChange>((call) => {
    const { virtualInterfaceId, mtu, enableSiteLink, virtualInterfaceName } = call.input;
    const virtualInterface = findOwnVirtualInterface(call, "UpdateVirtualInterfaceAttributes", virtualInterfaceId);
    if (virtualInterfaceName !== undefined) checkName(virtualInterfaceName);
    if (mtu !== undefined) checkMtu(virtualInterface, mtu);
    if (enableSiteLink === true && virtualInterface.directConnectGatewayId === "") {
      throw refusal(simulatorTexts.siteLinkImpossible(virtualInterface.id));
    }
    virtualInterface.name = virtualInterfaceName ?? virtualInterface.name;
    virtualInterface.siteLinkEnabled = enableSiteLink ?? virtualInterface.siteLinkEnabled;
    if (mtu !== undefined && mtu !== virtualInterface.mtu) {
      virtualInterface.mtu = mtu;
      call.world.change(virtualInterface, "pending", { state: "available", after: durations.mtuChange });
    }
    return virtualInterfaceAnswer(call.world, virtualInterface);
  }),

  DeleteVirtualInterface: writes<{ virtualInterfaceId: string }>((call) => {
    const { world, account } = call;
    const virtualInterface = findVirtualInterface(call, call.input.virtualInterfaceId);
    if (virtualInterface.state === "confirming") {
      for (const peer of virtualInterface.bgpPeers) world.change(peer, "deleted");
      end(world, virtualInterface, virtualInterface.ownerAccount === account ? "rejected" : "deleted");
    } else if (virtualInterface.state !== "deleting") {
      deleteVirtualInterface(world, virtualInterface);
    }
    return { virtualInterfaceState: virtualInterface.state };
  }),
};

function listVisible(call: Asker, filter: VirtualInterfaceFilter): VirtualInterfaceRecord[] {
  const { connectionId, virtualInterfaceId } = filter;
  if (virtualInterfaceId === undefined) {
    if (connectionId === undefined) return visibleVirtualInterfaces(call);
    return call.world.linked("virtualInterface", "port", connectionId).filter((candidate) => isVisible(call, candidate));
  }
  const found = call.world.find("virtualInterface", virtualInterfaceId);
  if (found === undefined || !isVisible(call, found)) return [];
  return connectionId === undefined || found.connectionId === connectionId ? [found] : [];
}

/** One that its owner, and nobody else, can take over now. */
function findConfirmable(
  call: Asker & { readonly input: { readonly virtualInterfaceId: string } },
  operation: string,
  type: VirtualInterfaceType,
): VirtualInterfaceRecord {
  const virtualInterface = findOwnVirtualInterface(call, operation, call.input.virtualInterfaceId);
  const { id, virtualInterfaceType, state } = virtualInterface;
  if (virtualInterfaceType !== type) throw refusal(simulatorTexts.otherType(operation, id, virtualInterfaceType));
  if (state !== "confirming") throw refusal(simulatorTexts.wrongState(operation, id, state));
  return virtualInterface;
}

function startSession({ world }: Asker, virtualInterface: VirtualInterfaceRecord) {
  world.change(virtualInterface, "pending", { state: "available", after: durations.session });
  for (const peer of virtualInterface.bgpPeers) world.change(peer, "pending");
  return { virtualInterfaceState: virtualInterface.state };
}

const mtuByType = { private: [1500, 8500, 9001], transit: [1500, 8500], public: [1500] } as const;

function checkMtu(virtualInterface: VirtualInterfaceRecord, mtu: number): void {
  const allowed: readonly number[] = mtuByType[virtualInterface.virtualInterfaceType];
  if (!allowed.includes(mtu)) throw refusal(simulatorTexts.mtuInvalid(mtu, allowed));
  const isJumbo = mtu > 1500;
  if (isJumbo && !virtualInterface.jumboFrameCapable) throw refusal(simulatorTexts.jumboImpossible(virtualInterface.id));
  if (virtualInterface.state !== "available" && virtualInterface.state !== "down") {
    throw refusal(simulatorTexts.wrongState("UpdateVirtualInterfaceAttributes", virtualInterface.id, virtualInterface.state));
  }
}

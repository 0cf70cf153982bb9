import { asSeenBy } from "../answers/values.ts";
import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkName } from "../rules/attributes.ts";
import { findCarrier } from "../rules/carriers.ts";
import { checkId } from "../rules/ids.ts";
import { checkMove } from "../rules/moves.ts";
import { checkMtu } from "../rules/mtus.ts";
import { type Asker, findOwnVirtualInterface, findVirtualInterface, isVisible, visibleVirtualInterfaces } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkGatewayPool, checkPrefixCounts, type PrefixCounts } from "../rules/prefix-pools.ts";
import { checkRateLimit } from "../rules/rate-limits.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { findPort, type Port } from "../world/links.ts";
import { moveVirtualInterface } from "../world/moves.ts";
import { deleteVirtualInterface, end } from "../world/passing-of-time.ts";
import type { VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { reads, writes } from "./operation.ts";

interface VirtualInterfaceFilter extends PageInput {
  readonly connectionId?: string;
  readonly virtualInterfaceId?: string;
}

interface AttributeChange extends Partial<PrefixCounts> {
  readonly virtualInterfaceId: string;
  readonly mtu?: number;
  readonly enableSiteLink?: boolean;
  readonly virtualInterfaceName?: string;
  readonly rateLimit?: string;
}

export const virtualInterfaces = {
  DescribeVirtualInterfaces: reads<VirtualInterfaceFilter>((call) => {
    const { connectionId, virtualInterfaceId } = call.input;
    if (connectionId !== undefined) checkId("port", connectionId);
    if (virtualInterfaceId !== undefined) checkId("virtualInterface", virtualInterfaceId);
    const { items, nextToken } = pageOf(listVisible(call, call.input), call.input);
    return { virtualInterfaces: items.map((item) => asSeenBy(call.account, virtualInterfaceAnswer(call.world, item))), nextToken };
  }),

  UpdateVirtualInterfaceAttributes: writes<AttributeChange>((call) => {
    const { world, input } = call;
    const virtualInterface = findOwnVirtualInterface(call, "UpdateVirtualInterfaceAttributes", input.virtualInterfaceId);
    checkChange(world, virtualInterface, input);
    virtualInterface.name = input.virtualInterfaceName ?? virtualInterface.name;
    virtualInterface.siteLinkEnabled = input.enableSiteLink ?? virtualInterface.siteLinkEnabled;
    virtualInterface.rateLimit = input.rateLimit ?? virtualInterface.rateLimit;
    Object.assign(virtualInterface, countsAfter(virtualInterface, input));
    if (input.mtu !== undefined && input.mtu !== virtualInterface.mtu) {
      virtualInterface.mtu = input.mtu;
      world.change(virtualInterface, "pending", { state: "available", after: durations.mtuChange });
    }
    return virtualInterfaceAnswer(world, virtualInterface);
  }),

  AssociateVirtualInterface: writes<{ virtualInterfaceId: string; connectionId: string }>((call) => {
    const { world, account, input } = call;
    const virtualInterface = findVirtualInterface(call, input.virtualInterfaceId);
    const carrier = findCarrier(call, input.connectionId);
    checkMove(world, virtualInterface, carrier);
    moveVirtualInterface(world, virtualInterface, carrier);
    return asSeenBy(account, virtualInterfaceAnswer(world, virtualInterface));
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

/** Refuses a change before any part of it is made. */
function checkChange(world: World, virtualInterface: VirtualInterfaceRecord, change: AttributeChange): void {
  const { id, virtualInterfaceType, connectionId, directConnectGatewayId } = virtualInterface;
  const port = findPort(world, connectionId);
  if (virtualInterface.state === "deleting") throw refusal(simulatorTexts.wrongState("UpdateVirtualInterfaceAttributes", id, "deleting"));
  if (change.virtualInterfaceName !== undefined) checkName(change.virtualInterfaceName);
  if (change.mtu !== undefined) {
    checkMtu(virtualInterfaceType, change.mtu, virtualInterface);
    if (change.mtu !== virtualInterface.mtu) checkInService(virtualInterface, "UpdateVirtualInterfaceAttributes");
  }
  if (change.enableSiteLink === true && directConnectGatewayId === "") throw refusal(simulatorTexts.siteLinkImpossible(id));
  if (port === undefined) return;
  if (change.rateLimit !== undefined) checkRateLimit(world, port, change.rateLimit, virtualInterface);
  checkCounts(world, port, virtualInterface, change);
}

function checkCounts(world: World, port: Port, virtualInterface: VirtualInterfaceRecord, change: AttributeChange): void {
  const { prefixPoolAllocatedCountIpv4, prefixPoolAllocatedCountIpv6 } = change;
  if (prefixPoolAllocatedCountIpv4 === undefined && prefixPoolAllocatedCountIpv6 === undefined) return;
  if (virtualInterface.virtualInterfaceType === "public") throw refusal(simulatorTexts.prefixCountsOnPublic(virtualInterface.id));
  checkPrefixCounts(world, port, change, virtualInterface);
  const gatewayId = virtualInterface.directConnectGatewayId;
  if (gatewayId !== "") checkGatewayPool(world, gatewayId, countsAfter(virtualInterface, change), virtualInterface);
}

function countsAfter(virtualInterface: VirtualInterfaceRecord, change: Partial<PrefixCounts>): Partial<PrefixCounts> {
  const ipv4 = change.prefixPoolAllocatedCountIpv4 ?? virtualInterface.prefixPoolAllocatedCountIpv4;
  const ipv6 = change.prefixPoolAllocatedCountIpv6 ?? virtualInterface.prefixPoolAllocatedCountIpv6;
  return {
    ...(ipv4 === undefined ? {} : { prefixPoolAllocatedCountIpv4: ipv4 }),
    ...(ipv6 === undefined ? {} : { prefixPoolAllocatedCountIpv6: ipv6 }),
  };
}

function checkInService({ id, state }: VirtualInterfaceRecord, operation: string): void {
  if (state !== "available" && state !== "down") throw refusal(simulatorTexts.wrongState(operation, id, state));
}

import { findPort, isHosted } from "../world/links.ts";
import type { VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { type Carrier, checkRoom } from "./carriers.ts";
import { checkMtu } from "./mtus.ts";
import { checkAddressesFree } from "./peer-addresses.ts";
import { checkFamiliesFit } from "./peers.ts";
import { checkPrefixCounts } from "./prefix-pools.ts";
import { checkRateLimit } from "./rate-limits.ts";
import { simulatorTexts } from "./texts.ts";

/**
 * Refuses to put a virtual interface where it cannot be. Whoever sees it owns it or what carries it now, which is what
 * the service asks for; that the target is the asker's has been seen when it was found.
 */
export function checkMove(world: World, virtualInterface: VirtualInterfaceRecord, target: Carrier): void {
  const { id, connectionId, state, virtualInterfaceType, mtu, rateLimit } = virtualInterface;
  const current = findPort(world, connectionId);
  if (!["available", "down", "confirming", "verifying"].includes(state)) {
    throw refusal(simulatorTexts.wrongState("AssociateVirtualInterface", id, state));
  }
  if (target.id === connectionId) throw refusal(simulatorTexts.moveToSame(id, connectionId));
  const isFromHosted = current !== undefined && isHosted(current);
  if (isFromHosted && target.kind === "lag") throw refusal(simulatorTexts.moveFromHosted(id, target.id));
  checkRoom(world, target, virtualInterface);
  for (const peer of virtualInterface.bgpPeers) if (peer.state !== "deleted") checkAddressesFree(world, target.id, peer, virtualInterface);
  checkFamiliesFit(virtualInterface, target);
  checkMtu(virtualInterfaceType, mtu, target);
  if (rateLimit !== undefined) checkRateLimit(world, target, rateLimit, virtualInterface);
  checkPrefixCounts(world, target, countsOf(virtualInterface), virtualInterface);
}

function countsOf({ prefixPoolAllocatedCountIpv4, prefixPoolAllocatedCountIpv6 }: VirtualInterfaceRecord) {
  return {
    ...(prefixPoolAllocatedCountIpv4 === undefined ? {} : { prefixPoolAllocatedCountIpv4 }),
    ...(prefixPoolAllocatedCountIpv6 === undefined ? {} : { prefixPoolAllocatedCountIpv6 }),
  };
}

import { isGone, lagOf, membersOf, settleLag, virtualInterfacesOn } from "./links.ts";
import { end } from "./passing-of-time.ts";
import type { ConnectionRecord, InterconnectRecord, LagRecord, VirtualInterfaceRecord } from "./records.ts";
import type { World } from "./world.ts";

/**
 * AWS turns down what waits for its review: an order for a port is deleted, and the prefixes of a public virtual interface
 * are refused, which leaves it `rejected`. Tells what stands in the way, or undefined when it is done.
 */
export function rejectOrder(world: World, id: string): string | undefined {
  const link = world.find("connection", id) ?? world.find("interconnect", id);
  if (link !== undefined) return rejectLink(world, link);
  const lag = world.find("lag", id);
  if (lag !== undefined) return rejectLag(world, lag);
  const virtualInterface = world.find("virtualInterface", id);
  if (virtualInterface !== undefined) return rejectPrefixes(world, virtualInterface);
  return `no connection, interconnect, LAG or virtual interface has the id "${id}"`;
}

function rejectLink(world: World, link: ConnectionRecord | InterconnectRecord): string | undefined {
  if (link.state !== "requested") return `${link.id} is ${link.state}; only what is requested can be rejected`;
  end(world, link, "deleted");
  const lag = lagOf(world, link);
  if (lag !== undefined && !isGone(lag)) settleLag(world, lag);
  return undefined;
}

/** Its requested members go; the LAG goes with them unless a member that is there already, or something it carries, needs it. */
function rejectLag(world: World, lag: LagRecord): string | undefined {
  const waiting = membersOf(world, lag).filter((member) => member.state === "requested");
  if (waiting.length === 0 && lag.state !== "requested") {
    return `${lag.id} is ${lag.state} and none of its members is requested; only what is requested can be rejected`;
  }
  for (const member of waiting) end(world, member, "deleted");
  const isNeeded = membersOf(world, lag).length > 0 || virtualInterfacesOn(world, lag.id).length > 0;
  if (isNeeded) settleLag(world, lag);
  else end(world, lag, "deleted");
  return undefined;
}

function rejectPrefixes(world: World, virtualInterface: VirtualInterfaceRecord): string | undefined {
  const { id, state } = virtualInterface;
  if (state !== "verifying") return `${id} is ${state}; only what is verifying can be rejected`;
  for (const peer of virtualInterface.bgpPeers) {
    world.change(peer, "deleted");
    peer.bgpStatus = "down";
  }
  end(world, virtualInterface, "rejected");
  return undefined;
}

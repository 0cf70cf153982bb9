import { type Port, virtualInterfacesOn } from "../world/links.ts";
import type { VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { megabitsOf, spellBandwidth } from "./bandwidths.ts";
import { quotas } from "./quotas.ts";

/** How much of a port's rate limiters its virtual interfaces use, as RateLimiterStatus. */
export function rateLimiterUse(world: World, portId: string) {
  const limits = virtualInterfacesOn(world, portId).flatMap(({ rateLimit }) => rateLimit ?? []);
  const total = limits.reduce((sum, limit) => sum + (megabitsOf(limit) ?? 0), 0);
  return {
    maxAllowed: quotas.rateLimitersPerConnection,
    inUse: limits.length,
    remaining: Math.max(0, quotas.rateLimitersPerConnection - limits.length),
    totalBandwidth: spellBandwidth(total),
  };
}

/** The routes that a port's speed lets its virtual interfaces take in, for each address family. */
export function prefixPoolOf({ bandwidth }: Pick<Port, "bandwidth">): number {
  return quotas.prefixPool[bandwidth] ?? 0;
}

/** What is left of a port's pools. */
export function prefixPoolLeft(world: World, port: Port): { readonly ipv4: number; readonly ipv6: number } {
  const carried = virtualInterfacesOn(world, port.id);
  const left = (count: (virtualInterface: VirtualInterfaceRecord) => number | undefined) =>
    Math.max(0, prefixPoolOf(port) - carried.reduce((sum, virtualInterface) => sum + (count(virtualInterface) ?? 0), 0));
  return {
    ipv4: left(({ prefixPoolAllocatedCountIpv4 }) => prefixPoolAllocatedCountIpv4),
    ipv6: left(({ prefixPoolAllocatedCountIpv6 }) => prefixPoolAllocatedCountIpv6),
  };
}

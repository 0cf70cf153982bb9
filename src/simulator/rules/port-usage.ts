import { type Port, virtualInterfacesOn } from "../world/links.ts";
import type { AddressFamily, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { megabitsOf, spellBandwidth } from "./bandwidths.ts";
import { quotas } from "./quotas.ts";

/** A virtual interface whose own share does not count, because it is about to change. */
type Changing = { readonly id: string } | undefined;

/** How much of a port's rate limiters its virtual interfaces use, as RateLimiterStatus. */
export function rateLimiterUse(world: World, portId: string, changing?: Changing) {
  const limits = othersOn(world, portId, changing).flatMap(({ rateLimit }) => rateLimit ?? []);
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
export function prefixPoolLeft(world: World, port: Port, changing?: Changing): Readonly<Record<AddressFamily, number>> {
  const carried = othersOn(world, port.id, changing);
  const left = (family: AddressFamily) => Math.max(0, prefixPoolOf(port) - prefixesOf(carried, family));
  return { ipv4: left("ipv4"), ipv6: left("ipv6") };
}

/** The prefixes of one family that virtual interfaces may announce together. */
export function prefixesOf(virtualInterfaces: readonly VirtualInterfaceRecord[], family: AddressFamily): number {
  const member = prefixCountMembers[family];
  return virtualInterfaces.reduce((sum, virtualInterface) => sum + (virtualInterface[member] ?? 0), 0);
}

/** Where inputs, records and answers hold the count of each family. */
export const prefixCountMembers = { ipv4: "prefixPoolAllocatedCountIpv4", ipv6: "prefixPoolAllocatedCountIpv6" } as const;

function othersOn(world: World, portId: string, changing: Changing): VirtualInterfaceRecord[] {
  return virtualInterfacesOn(world, portId).filter(({ id }) => id !== changing?.id);
}

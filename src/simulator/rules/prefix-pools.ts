import { isHosted, type Port } from "../world/links.ts";
import type { AddressFamily } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { attachedTo } from "./gateway-attachment.ts";
import { prefixCountMembers as members, prefixesOf, prefixPoolLeft } from "./port-usage.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

/** How many prefixes a session may announce to Amazon, of each family: members of inputs, records and answers alike. */
export interface PrefixCounts {
  readonly prefixPoolAllocatedCountIpv4: number;
  readonly prefixPoolAllocatedCountIpv6: number;
}

const families = ["ipv4", "ipv6"] as const;

/** What a new session gets: what was asked for, or the default as far as the pool of the port has it. */
export function choosePrefixCounts(world: World, port: Port, wish: Partial<PrefixCounts>): PrefixCounts {
  checkPrefixCounts(world, port, wish);
  const choose = (family: AddressFamily) => {
    const remaining = unallocatedOf(world, port, family) ?? quotas.prefixesPerSession;
    return wish[members[family]] ?? Math.min(quotas.prefixesPerSession, remaining);
  };
  return { prefixPoolAllocatedCountIpv4: choose("ipv4"), prefixPoolAllocatedCountIpv6: choose("ipv6") };
}

/** Refuses more than a session may have, or than is left of the port's pool. */
export function checkPrefixCounts(world: World, port: Port, wish: Partial<PrefixCounts>, own?: { readonly id: string }): void {
  for (const family of families) {
    const wished = wish[members[family]];
    if (wished === undefined) continue;
    if (wished > quotas.mostPrefixesPerSession) {
      throw refusal(simulatorTexts.prefixCountTooHigh(members[family], wished, quotas.mostPrefixesPerSession));
    }
    const remaining = unallocatedOf(world, port, family, own);
    if (remaining !== undefined && wished > remaining) throw refusal(simulatorTexts.poolEmpty(port.id, family, remaining));
  }
}

/** Refuses what would give the sessions of a Direct Connect gateway more prefixes than it can hold, both families together. */
export function checkGatewayPool(world: World, gatewayId: string, counts: Partial<PrefixCounts>, own?: { readonly id: string }): void {
  const others = attachedTo(world, gatewayId).filter(({ id }) => id !== own?.id);
  const held = prefixesOf(others, "ipv4") + prefixesOf(others, "ipv6");
  const wished = (counts.prefixPoolAllocatedCountIpv4 ?? 0) + (counts.prefixPoolAllocatedCountIpv6 ?? 0);
  if (held + wished > quotas.prefixesPerGateway) throw refusal(simulatorTexts.gatewayPoolEmpty(gatewayId, quotas.prefixesPerGateway));
}

/** What others leave in a port's pool; a hosted connection has no pool of its own. */
function unallocatedOf(world: World, port: Port, family: AddressFamily, own?: { readonly id: string }): number | undefined {
  return isHosted(port) ? undefined : prefixPoolLeft(world, port, own)[family];
}

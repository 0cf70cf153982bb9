import { type Address, broadcastOf, formatAddress, networkOf, parseAddress } from "../../model/plan/addresses.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { Resource } from "../../model/plan/plan-resource.ts";
import { subnetsTaken } from "../../model/plan/rules/session-subnets.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { textOf } from "../../model/plan/view.ts";
import { fieldsBeside } from "./resource-at.ts";

/** For one address of a session: what fits its other one, or else an end of the next subnet that neither the plan nor the live account uses. */
export function addressChoices(plan: PlanDocument, cursor: Cursor, resource: Resource | undefined): readonly Choice[] {
  if (resource === undefined) return [];
  const isAmazons = cursor.path.at(-1) === "amazonAddress";
  const node = fieldsBeside(resource, cursor).get(isAmazons ? "customerAddress" : "amazonAddress")?.value;
  const given = node?.kind === "scalar" ? parseAddress(node.source) : undefined;
  if (given !== undefined) return otherEnds(given).map((value) => ({ value, about: "the other end of the session" }));
  return textOf(resource.view, "type") === "public" ? [] : freeEnds(plan, isAmazons ? 1 : 2);
}

function freeEnds(plan: PlanDocument, end: number): readonly Choice[] {
  const free = freeSubnet(plan);
  return free === undefined ? [] : [{ value: `${formatAddress(free + end)}/30`, about: "in the next free /30" }];
}

function otherEnds(given: Address): readonly string[] {
  const written = endsOfSubnet(given).filter((value) => value !== given.value).map((value) => formatAddress(value));
  const length = given.length ?? mostCommon[given.family];
  // In YAML, what has colons is safe in quotes.
  return [...new Set(written)].map((address) => (given.family === "ipv4" ? `${address}/${length}` : `"${address}/${length}"`));
}

const mostCommon = { ipv4: 30, ipv6: 126 } as const;

/** The two addresses that a session has in its subnet; of a larger one of IPv6 the first two. */
function endsOfSubnet(given: Address): readonly (number | bigint)[] {
  if (given.family === "ipv4") {
    const subnet = { ...given, length: given.length ?? mostCommon.ipv4 };
    const edge = subnet.length === 31 ? 0 : 1;
    return [networkOf(subnet) + edge, broadcastOf(subnet) - edge];
  }
  const first = BigInt(networkOf({ ...given, length: given.length ?? mostCommon.ipv6 })) + (given.length === 127 ? 0n : 1n);
  return [first, first + 1n];
}

/** Link-local addresses are what AWS itself assigns to private and transit sessions. */
const [from, to] = [(169 * 256 + 254) * 65_536, (169 * 256 + 255) * 65_536];

/** The first /30 that no session reaches into: in the order of their first addresses, each moves it behind its own last one. */
function freeSubnet({ index }: PlanDocument): number | undefined {
  const taken = subnetsTaken(index).map((address) => ({ first: networkOf(address), last: broadcastOf(address) }));
  let free = from;
  for (const { first, last } of taken.sort((one, other) => one.first - other.first)) {
    if (first >= free + 4) break;
    if (last >= free) free = last - (last % 4) + 4;
  }
  return free < to ? free : undefined;
}

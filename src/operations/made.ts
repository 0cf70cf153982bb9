/** What a call has made, as its answer names it. */
export interface Made {
  readonly id: string;
  /** Empty where it has none. */
  readonly name: string;
}

/**
 * What a call has made, from its answer; undefined for what makes nothing. Of a virtual interface's peers it is the one
 * that was not known before.
 */
export function madeBy(action: string, output: unknown, isKnown: (id: string) => boolean): Made | undefined {
  if (!/^(Create|Allocate)[A-Z]/.test(action)) return undefined;
  const [, idMember = "", nameMember = ""] = members.find(([pattern]) => pattern.test(action)) ?? [];
  for (const record of recordsIn(output)) {
    const id = textIn(record, idMember);
    if (id !== "" && !isKnown(id)) return { id, name: textIn(record, nameMember) };
  }
  return undefined;
}

/** The members of an answer that name what was made, by the end of the operation's name. */
const members: readonly (readonly [action: RegExp, id: string, name: string])[] = [
  [/Proposal$/, "proposalId", ""],
  [/Association$/, "associationId", ""],
  [/BGPPeer$/, "bgpPeerId", ""],
  [/VirtualInterface$/, "virtualInterfaceId", "virtualInterfaceName"],
  [/Gateway$/, "directConnectGatewayId", "directConnectGatewayName"],
  [/Interconnect$/, "interconnectId", "interconnectName"],
  [/Connection$/, "connectionId", "connectionName"],
  [/Lag$/, "lagId", "lagName"],
  [/ResiliencyGroup$/, "resiliencyGroupId", "resiliencyGroupName"],
];

/** The answer, the structure in it, and the items of a list in that: no answer of this API holds what it made deeper. */
function recordsIn(output: unknown): readonly Readonly<Record<string, unknown>>[] {
  const nested = (value: unknown): readonly unknown[] => (typeof value === "object" && value !== null ? Object.values(value) : []);
  const structures = [output, ...nested(output)];
  const items = structures.flatMap(nested).filter(Array.isArray).flat() as readonly unknown[];
  return [...structures, ...items].filter((value): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value));
}

function textIn(record: Readonly<Record<string, unknown>>, member: string): string {
  const value = Object.hasOwn(record, member) ? record[member] : undefined;
  return typeof value === "string" ? value : "";
}

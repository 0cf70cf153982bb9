import type { Tag } from "../world/records.ts";

/** A time as the API sends it: seconds since 1970. */
export function seconds(moment: number): number;
export function seconds(moment: number | undefined): number | undefined;
export function seconds(moment: number | undefined): number | undefined {
  return moment === undefined ? undefined : moment / 1000;
}

const largestShortAsn = 2_147_483_646;

/** A large AS number goes into `asnLong`, and `asn` is 0 then; a small one goes into both. */
export function asnMembers(asn: number) {
  return { asn: asn > largestShortAsn ? 0 : asn, asnLong: asn };
}

export function prefixList(prefixes: readonly string[]) {
  return prefixes.map((cidr) => ({ cidr }));
}

interface Owned {
  readonly ownerAccount: string;
  readonly tags: readonly Tag[];
}

/** As an account sees what may be another's: tags are for the owner alone. Source: tagging in the user guide. */
export function asSeenBy<T extends Owned>(account: string, answer: T): T {
  return answer.ownerAccount === account ? answer : { ...answer, tags: [] };
}

import ipaddr from "ipaddr.js";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** A list of prefixes as inputs hold it. */
export type PrefixInput = readonly { readonly cidr?: string }[];

export function cidrsOf(prefixes: PrefixInput = []): string[] {
  return prefixes.flatMap(({ cidr }) => cidr ?? []);
}

/** The prefixes without some and with others; what is there already is not added, and what is not there need not be removed. */
export function changedPrefixes(existing: readonly string[], added: readonly string[], removed: readonly string[]): string[] {
  const leaving = new Set(removed);
  return [...new Set([...existing.filter((prefix) => !leaving.has(prefix)), ...added])];
}

const longestIpv6 = 64;

/** Refuses prefixes that are no CIDR, have host bits, are too narrow, or overlap each other. */
export function checkAllowedPrefixes(prefixes: readonly string[]): void {
  const networks = new Map<string, string>();
  for (const prefix of prefixes) {
    if (!isPrefix(prefix)) throw refusal(simulatorTexts.prefixInvalid(prefix));
    if (prefix.includes(":") && Number(prefix.split("/")[1]) > longestIpv6) {
      throw refusal(simulatorTexts.prefixTooNarrow(prefix, longestIpv6));
    }
    const twin = networks.get(bitsOf(prefix));
    if (twin !== undefined) throw refusal(simulatorTexts.prefixesOverlap(twin, prefix));
    networks.set(bitsOf(prefix), prefix);
  }
  for (const prefix of prefixes) {
    const wider = findWider(networks, bitsOf(prefix).slice(0, -1));
    if (wider === undefined) continue;
    const isFirst = prefixes.indexOf(wider) < prefixes.indexOf(prefix);
    throw refusal(isFirst ? simulatorTexts.prefixesOverlap(wider, prefix) : simulatorTexts.prefixesOverlap(prefix, wider));
  }
}

/**
 * A pair of which one prefix lies in the other, if there is one. Costs no more for each of many than for each of few.
 * What an estate says of addresses need not be any, and overlaps with nothing then.
 */
export function findOverlap(ones: readonly string[], others: readonly string[]): [string, string] | undefined {
  const oneNetworks = networksOf(ones);
  const otherNetworks = networksOf(others);
  for (const [bits, one] of oneNetworks) {
    const other = findWider(otherNetworks, bits);
    if (other !== undefined) return [one, other];
  }
  for (const [bits, other] of otherNetworks) {
    const one = findWider(oneNetworks, bits);
    if (one !== undefined) return [one, other];
  }
  return undefined;
}

/** The prefix that holds another, or is the same. */
export function findWithin(prefixes: readonly string[], prefix: string): string | undefined {
  return findWider(networksOf(prefixes), bitsOf(prefix));
}

function networksOf(prefixes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(prefixes.filter((prefix) => ipaddr.isValidCIDR(prefix)).map((prefix) => [bitsOf(prefix), prefix]));
}

/** The prefix whose network has these bits, or contains them. */
function findWider(networks: ReadonlyMap<string, string>, bits: string): string | undefined {
  for (let length = bits.length; length > 0; length -= 1) {
    const found = networks.get(bits.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The bits of a network as text, after a letter for the address family. */
function bitsOf(prefix: string): string {
  const [address, length] = ipaddr.parseCIDR(prefix);
  const bits = address.toByteArray().map((byte) => byte.toString(2).padStart(8, "0"));
  return `${address.kind() === "ipv4" ? "v" : "w"}${bits.join("").slice(0, length)}`;
}

/** Whether a text is a CIDR without host bits. */
export function isPrefix(text: string): boolean {
  if (!ipaddr.isValidCIDR(text)) return false;
  const [address, length] = ipaddr.parseCIDR(text);
  return networkOf(address, length) === address.toNormalizedString();
}

export function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): string {
  const cidr = `${address.toString()}/${length}`;
  const network = address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return network.toNormalizedString();
}

import ipaddr from "ipaddr.js";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** Refuses prefixes that are no CIDR, have host bits, or overlap each other. */
export function checkAllowedPrefixes(prefixes: readonly string[]): void {
  for (const [index, prefix] of prefixes.entries()) {
    if (!isPrefix(prefix)) throw refusal(simulatorTexts.prefixInvalid(prefix));
    const overlap = findOverlap([prefix], prefixes.slice(index + 1).filter(isPrefix));
    if (overlap !== undefined) throw refusal(simulatorTexts.prefixesOverlap(...overlap));
  }
}

/** The first pair of which one prefix lies in the other. */
export function findOverlap(ones: readonly string[], others: readonly string[]): [string, string] | undefined {
  for (const one of ones) {
    const other = others.find((candidate) => overlaps(one, candidate));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

function isPrefix(text: string): boolean {
  if (!ipaddr.isValidCIDR(text)) return false;
  const [address, length] = ipaddr.parseCIDR(text);
  return networkOf(address, length) === address.toNormalizedString();
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, length: number): string {
  const cidr = `${address.toString()}/${length}`;
  const network = address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return network.toNormalizedString();
}

function overlaps(one: string, other: string): boolean {
  const [oneAddress, oneLength] = ipaddr.parseCIDR(one);
  const [otherAddress, otherLength] = ipaddr.parseCIDR(other);
  if (oneAddress.kind() !== otherAddress.kind()) return false;
  const length = Math.min(oneLength, otherLength);
  return networkOf(oneAddress, length) === networkOf(otherAddress, length);
}

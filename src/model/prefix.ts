import ipaddr from "ipaddr.js";
import { phrase, type Text } from "./text.ts";

/** Why a text is no CIDR block that the API takes, with the remedy; undefined when it is one. */
export function checkPrefix(text: string): Text | undefined {
  if (!/^[^/\s]+\/\d{1,3}$/.test(text) || !ipaddr.isValidCIDR(text)) {
    return phrase('"{0}" is no CIDR block. Write an address and a length, such as 10.0.0.0/16.', text);
  }
  const [address, length] = ipaddr.parseCIDR(text);
  if (!isFourPart(address, text)) return phrase('"{0}" is too short for an IPv4 address. Write all four numbers.', text);
  const network = networkOf(text);
  if (network.toString() !== address.toString()) {
    return phrase('"{0}" has bits set behind its length. The block is {1}.', text, `${network.toString()}/${length}`);
  }
  return undefined;
}

/** The first two blocks that share addresses; undefined when none do. All have to be well-formed. */
export function findOverlap(prefixes: readonly string[], others: readonly string[]): readonly [string, string] | undefined {
  for (const prefix of prefixes) {
    const other = others.find((candidate) => overlap(prefix, candidate));
    if (other !== undefined) return [prefix, other];
  }
  return undefined;
}

/** The blocks of a text that a person typed, separated by commas, blanks or lines. */
export function splitPrefixes(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ""))];
}

function overlap(one: string, other: string): boolean {
  const [address, length] = ipaddr.parseCIDR(one);
  const [otherAddress, otherLength] = ipaddr.parseCIDR(other);
  if (address.kind() !== otherAddress.kind()) return false;
  return length <= otherLength ? matches(otherAddress, address, length) : matches(address, otherAddress, otherLength);
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function matches(address: Address, network: Address, length: number): boolean {
  const bits = address.toByteArray();
  const networkBits = network.toByteArray();
  return Array.from({ length }, (_, bit) => bit).every(
    (bit) => bitOf(bits, bit) === bitOf(networkBits, bit),
  );
}

function bitOf(bytes: readonly number[], bit: number): number {
  return ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
}

function networkOf(text: string): Address {
  return text.includes(":") ? ipaddr.IPv6.networkAddressFromCIDR(text) : ipaddr.IPv4.networkAddressFromCIDR(text);
}

/** The library also reads `10.1/16` and `0x0a000000/8`, which the API does not. */
function isFourPart(address: Address, text: string): boolean {
  return address.kind() === "ipv6" || /^\d+\.\d+\.\d+\.\d+\//.test(text);
}

import { IPv6 } from "ipaddr.js";
import type { AddressFamily } from "../resource.ts";

/** An address, or a prefix, as numbers. */
export interface Address {
  readonly family: AddressFamily;
  readonly value: bigint;
  /** Undefined where the text has none. */
  readonly length: number | undefined;
}

/** Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`; undefined for anything else, leading zeros included. */
export function parseAddress(text: string): Address | undefined {
  const [, digits = "", suffix] = /^([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const family: AddressFamily = digits.includes(":") ? "ipv6" : "ipv4";
  const value = family === "ipv6" ? ipv6Value(digits) : ipv4Value(digits);
  const length = suffix === undefined ? undefined : Number(suffix);
  return value === undefined || (length ?? 0) > bitsOf(family) ? undefined : { family, value, length };
}

export function bitsOf(family: AddressFamily): number {
  return family === "ipv4" ? 32 : 128;
}

/** The first address of the subnet; an address without a length is its own subnet. */
export function networkOf(address: Address): bigint {
  const host = BigInt(bitsOf(address.family) - (address.length ?? bitsOf(address.family)));
  return (address.value >> host) << host;
}

export function broadcastOf(address: Address): bigint {
  const host = BigInt(bitsOf(address.family) - (address.length ?? bitsOf(address.family)));
  return networkOf(address) + (1n << host) - 1n;
}

export function formatAddress(family: AddressFamily, value: bigint): string {
  if (family === "ipv4") return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
  const parts = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - index * 16)) & 0xffffn));
  return new IPv6(parts).toString();
}

/** Whether an IPv4 address cannot be reached over the Internet: RFC 1918, RFC 6598, loopback, link-local. */
export function isPrivateAddress(address: Address): boolean {
  return address.family === "ipv4" && privateRanges.some((range) => broadcastOf(range) >= address.value && networkOf(range) <= address.value);
}

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}$`);

const privateRanges: readonly Address[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"]
  .map(parseAddress)
  .filter((range) => range !== undefined);

function ipv4Value(text: string): bigint | undefined {
  const found = ipv4.exec(text);
  if (found === null) return undefined;
  return BigInt(((Number(found[1]) * 256 + Number(found[2])) * 256 + Number(found[3])) * 256 + Number(found[4]));
}

function ipv6Value(text: string): bigint | undefined {
  if (text.length > 45 || !/^[\da-fA-F:.]+$/.test(text) || !IPv6.isValid(text)) return undefined;
  return IPv6.parse(text).parts.reduce((value, part) => value * 65536n + BigInt(part), 0n);
}

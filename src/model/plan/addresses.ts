import { IPv6 } from "ipaddr.js";
import { onceFor } from "./once-for.ts";
import type { ScalarNode } from "./syntax/tree.ts";

/** An address, or a prefix. */
export type Address = Ipv4Address | Ipv6Address;

export interface Ipv4Address {
  readonly family: "ipv4";
  readonly value: number;
  /** Undefined where the text has none. */
  readonly length: number | undefined;
}

/** More bits than a number holds. What computes with these is slow, and there are few of them. */
export interface Ipv6Address {
  readonly family: "ipv6";
  readonly value: bigint;
  readonly length: number | undefined;
}

/** Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`; undefined for anything else, leading zeros included. */
export function parseAddress(text: string): Address | undefined {
  const found = ipv4.exec(text);
  if (found === null) return text.includes(":") ? parseIpv6(text) : undefined;
  const value = ((Number(found[1]) * 256 + Number(found[2])) * 256 + Number(found[3])) * 256 + Number(found[4]);
  return { family: "ipv4", value, length: found[5] === undefined ? undefined : Number(found[5]) };
}

/** The address that a value is, read once for all the rules that ask. */
export const addressIn = onceFor(({ value }: ScalarNode): Address | undefined => (typeof value === "string" ? parseAddress(value) : undefined));

export function bitsOf({ family }: Address): number {
  return family === "ipv4" ? 32 : 128;
}

/** The first address of the subnet; an address without a length is its own subnet. */
export function networkOf(address: Ipv4Address): number;
export function networkOf(address: Address): number | bigint;
export function networkOf(address: Address): number | bigint {
  if (address.family === "ipv4") return address.value - (address.value % sizeOf(address));
  const host = BigInt(hostBitsOf(address));
  return (address.value >> host) << host;
}

export function broadcastOf(address: Ipv4Address): number;
export function broadcastOf(address: Address): number | bigint;
export function broadcastOf(address: Address): number | bigint {
  if (address.family === "ipv4") return networkOf(address) + sizeOf(address) - 1;
  const host = BigInt(hostBitsOf(address));
  return (((address.value >> host) + 1n) << host) - 1n;
}

/** Numbers are addresses of IPv4. */
export function formatAddress(value: number | bigint): string {
  if (typeof value === "number") return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
  const parts = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - index * 16)) & 0xffffn));
  return new IPv6(parts).toString();
}

/** Whether an IPv4 address cannot be reached over the Internet: RFC 1918, RFC 6598, loopback, link-local. */
export function isPrivateAddress(address: Address): boolean {
  return address.family === "ipv4" && privateRanges.some((range) => broadcastOf(range) >= address.value && networkOf(range) <= address.value);
}

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}(?:/(3[0-2]|[12]\\d|\\d))?$`);

const privateRanges: readonly Address[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"]
  .map(parseAddress)
  .filter((range) => range !== undefined);

function parseIpv6(text: string): Ipv6Address | undefined {
  const [, digits = "", suffix] = /^([\da-fA-F:.]{2,45})(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const length = suffix === undefined ? undefined : Number(suffix);
  if ((length ?? 0) > 128 || !IPv6.isValid(digits)) return undefined;
  return { family: "ipv6", value: IPv6.parse(digits).parts.reduce((value, part) => value * 65536n + BigInt(part), 0n), length };
}

function hostBitsOf(address: Address): number {
  const bits = bitsOf(address);
  return bits - (address.length ?? bits);
}

/** How many addresses the subnet has. */
function sizeOf(address: Ipv4Address): number {
  return 2 ** hostBitsOf(address);
}

import ipaddr from "ipaddr.js";
import { virtualInterfacesOn } from "../world/links.ts";
import type { AddressFamily, VirtualInterfaceRecord, VirtualInterfaceType } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { findOverlap, networkOf } from "./prefixes.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** The two ends of a session, each with the length of their subnet. */
export interface AddressPair {
  readonly amazonAddress: string;
  readonly customerAddress: string;
}

/** Refuses two IPv4 addresses that cannot be the ends of one session. */
export function checkAddressPair({ amazonAddress, customerAddress }: AddressPair, type: VirtualInterfaceType): void {
  const [amazon, amazonLength] = parse(amazonAddress);
  const [customer, customerLength] = parse(customerAddress);
  const isOneSubnet = amazonLength === customerLength && networkOf(amazon, amazonLength) === networkOf(customer, amazonLength);
  if (!isOneSubnet) throw refusal(awsTexts.addressesApart());
  if (amazon.toString() === customer.toString()) throw refusal(simulatorTexts.addressesEqual());
  checkHost("Amazon", amazonAddress);
  checkHost("Customer", customerAddress);
  if (type !== "public") return;
  if (isPrivate(amazon)) throw refusal(awsTexts.amazonAddressPrivate());
  if (isPrivate(customer)) throw refusal(simulatorTexts.customerAddressPrivate());
}

/** Refuses a subnet that another session on the port has. */
export function checkAddressesFree(world: World, portId: string, pair: AddressPair, moving?: { readonly id: string }): void {
  const others = virtualInterfacesOn(world, portId).filter(({ id }) => id !== moving?.id);
  const overlap = findOverlap([pair.amazonAddress], others.flatMap(subnetsOf));
  if (overlap !== undefined) throw refusal(simulatorTexts.addressesInUse(pair.amazonAddress, portId));
}

/** The subnets of its sessions, but for those that have ended. */
export function subnetsOf({ bgpPeers }: VirtualInterfaceRecord): string[] {
  return bgpPeers.filter(({ state }) => state !== "deleted").map(({ amazonAddress }) => amazonAddress);
}

/** Addresses that nobody chose: a link-local pair, or for IPv6 a subnet of Amazon's. */
export function drawAddresses(world: World, family: AddressFamily, place: { readonly portId: string; readonly account: string }): AddressPair {
  const onPort = virtualInterfacesOn(world, place.portId);
  return family === "ipv6" ? drawIpv6(world, onPort) : drawLinkLocal(world, onPort, place.account);
}

/** The /30 blocks of 169.254.0.0/16, less the first and the last 256 addresses and those of the metadata service. */
const allBlocks = 16_384;
const firstBlock = 64;
const blocks = allBlocks - 2 * firstBlock;
const isReserved = (block: number) => block >>> 6 === 169;

/** One that is free in all of the account where there is one, else one that is free on the port. */
function drawLinkLocal(world: World, onPort: readonly VirtualInterfaceRecord[], account: string): AddressPair {
  const start = world.ids.number(blocks);
  const ofPort = blocksOf(onPort);
  const ofAccount = blocksOf(world.linked("virtualInterface", "owner", account));
  const find = (isFree: (block: number) => boolean) => {
    for (let step = 0; step < blocks; step += 1) {
      const block = firstBlock + ((start + step) % blocks);
      if (!isReserved(block) && isFree(block)) return block;
    }
    return undefined;
  };
  const block = find((candidate) => !ofPort.has(candidate) && !ofAccount.has(candidate)) ?? find((candidate) => !ofPort.has(candidate));
  if (block === undefined) throw refusal(simulatorTexts.addressesExhausted());
  const host = (offset: number) => `169.254.${block >>> 6}.${(block & 63) * 4 + offset}/30`;
  return { amazonAddress: host(1), customerAddress: host(2) };
}

const linkLocal = /^169\.254\.(\d+)\.(\d+)\/(\d+)$/;

function blocksOf(virtualInterfaces: readonly VirtualInterfaceRecord[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const subnet of virtualInterfaces.flatMap(subnetsOf)) {
    const [, third, fourth, length = 30] = (linkLocal.exec(subnet) ?? []).map(Number);
    if (third === undefined || fourth === undefined) continue;
    const count = Math.min(allBlocks, 2 ** Math.max(0, 30 - length));
    const first = Math.floor((third * 64 + (fourth >>> 2)) / count) * count;
    for (let block = first; block < first + count; block += 1) taken.add(block);
  }
  return taken;
}

function drawIpv6(world: World, onPort: readonly VirtualInterfaceRecord[]): AddressPair {
  const taken = onPort.flatMap(subnetsOf);
  for (;;) {
    const [site, group, last] = [world.ids.number(0x10000), world.ids.number(0x10000), world.ids.number(0x2000)];
    const host = (offset: number) => `2600:1f18:4d2:${site.toString(16)}:0:3:${group.toString(16)}:${(last * 8 + offset).toString(16)}/125`;
    if (findOverlap([host(1)], taken) === undefined) return { amazonAddress: host(1), customerAddress: host(2) };
  }
}

function parse(text: string): [ipaddr.IPv4, number] {
  const [address = "", length = ""] = text.split("/");
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) && /^\d{1,2}$/.test(length) && Number(length) <= 32;
  if (!isAddress) throw refusal(simulatorTexts.addressInvalid(text));
  return [ipaddr.IPv4.parse(address), Number(length)];
}

/** In a subnet of two addresses both are hosts: RFC 3021. */
function checkHost(side: "Amazon" | "Customer", cidr: string): void {
  const [address, length] = parse(cidr);
  if (length >= 31) return;
  const is = (other: ipaddr.IPv4) => other.toString() === address.toString();
  if (is(ipaddr.IPv4.networkAddressFromCIDR(cidr))) {
    throw refusal(side === "Amazon" ? awsTexts.amazonAddressZero() : simulatorTexts.customerAddressZero());
  }
  if (is(ipaddr.IPv4.broadcastAddressFromCIDR(cidr))) {
    throw refusal(side === "Amazon" ? awsTexts.amazonAddressBroadcast() : simulatorTexts.customerAddressBroadcast());
  }
}

function isPrivate(address: ipaddr.IPv4): boolean {
  return ["private", "linkLocal", "loopback", "carrierGradeNat", "unspecified", "multicast", "broadcast"].includes(address.range());
}

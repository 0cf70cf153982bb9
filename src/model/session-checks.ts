import { bitsOf, broadcastOf, formatAddress, isPrivateAddress, networkOf, parseAddress, type Address, type Ipv4Address } from "./plan/addresses.ts";
import type { VirtualInterfaceType } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/** Why a text is no end of a BGP session over IPv4, with its prefix length; undefined when it is one (DX202 to DX208). */
export function checkPeerAddress(text: string, type: VirtualInterfaceType): Text | undefined {
  const address = parseAddress(text);
  if (address === undefined) return phrase('"{0}" is no IP address. Write one with its prefix length, such as 169.254.255.1/30.', text);
  if (address.family === "ipv6") return phrase("{0} is an IPv6 address, but this session is IPv4.", text);
  if (address.length === undefined) return phrase("{0} lacks its prefix length, as in {1}.", text, `${text}/30`);
  if (type === "public" && isPrivateAddress(address)) {
    return phrase("{0} is a private address. A public virtual interface needs public ones, your own or some that AWS support gives you.", text);
  }
  return checkHost(text, address);
}

/** Why two well-formed addresses cannot be the ends of one session; undefined when they can (DX201, DX205). */
export function checkPeerPair(customerText: string, amazonText: string): Text | undefined {
  const [customer, amazon] = [parseAddress(customerText), parseAddress(amazonText)];
  if (customer === undefined || amazon === undefined) return undefined;
  if (customer.length !== amazon.length) return phrase("The prefix lengths differ: {0} and {1}. Use one for both.", amazonText, customerText);
  if (networkOf(customer) !== networkOf(amazon)) return phrase("{0} is not in the subnet of {1}, {2}. Choose an address from there.", customerText, amazonText, subnetOf(amazon));
  return customer.value === amazon.value ? phrase("Both ends have {0}. Give the customer's end an address of its own.", customerText) : undefined;
}

/** The other end of a subnet of two hosts; undefined for a wider one. */
export function otherEnd(text: string): string | undefined {
  const address = parseAddress(text);
  if (address?.family !== "ipv4" || (address.length !== 30 && address.length !== 31)) return undefined;
  const first = networkOf(address) + (address.length === 30 ? 1 : 0);
  const other = address.value === first ? first + 1 : first;
  return `${formatAddress(other)}/${address.length}`;
}

/** Why a text is no key of a BGP session; undefined when it is one. What it says never holds the key (DX110, DX111). */
export function checkAuthKey(key: string): Text | undefined {
  if (key.length < 6 || key.length > 80) return phrase("The key is {0} characters long; it has to have 6 to 80.", key.length);
  return /^\s|\s$|[\x00-\x1f\x7f]/.test(key) ? phrase("The key has a blank at an end, or a control character inside. Remove it, or the router's key will differ.") : undefined;
}

/** A subnet of two addresses has no others: RFC 3021. */
function checkHost(text: string, address: Ipv4Address): Text | undefined {
  if ((address.length ?? 32) >= bitsOf(address) - 1) return undefined;
  const [network, broadcast] = [networkOf(address), broadcastOf(address)];
  const [first, last] = [formatAddress(network + 1), formatAddress(broadcast - 1)];
  if (address.value === network) return phrase("{0} is the network address of {1}. Choose one from {2} to {3}.", text, subnetOf(address), first, last);
  if (address.value === broadcast) return phrase("{0} is the broadcast address of {1}. Choose one from {2} to {3}.", text, subnetOf(address), first, last);
  return undefined;
}

function subnetOf(address: Address): string {
  return `${formatAddress(networkOf(address))}/${address.length ?? bitsOf(address)}`;
}

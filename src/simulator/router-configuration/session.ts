import ipaddr from "ipaddr.js";
import type { BgpPeerRecord, VirtualInterfaceRecord } from "../world/records.ts";

/** What a router has to know of one virtual interface. */
export interface RouterSession {
  readonly virtualInterfaceId: string;
  readonly name: string;
  readonly type: "private" | "public" | "transit";
  readonly vlan: number;
  readonly mtu: number;
  readonly amazonAsn: number;
  readonly peers: readonly RouterPeer[];
  /** What a public virtual interface may announce. */
  readonly prefixes: readonly string[];
}

export interface RouterPeer {
  readonly family: "ipv4" | "ipv6";
  /** The router's own address, without and with its prefix length. */
  readonly ownAddress: string;
  readonly ownInterface: string;
  readonly netmask: string;
  readonly amazonAddress: string;
  readonly customerAsn: number;
  readonly authKey: string;
}

/** What a public virtual interface may announce in the family of one of its peers. */
export function announcedIn(peer: RouterPeer, { prefixes }: RouterSession): readonly string[] {
  return prefixes.filter((prefix) => prefix.includes(":") === (peer.family === "ipv6"));
}

/** The name of the list that holds what a peer may hear. */
export function prefixListName({ family }: RouterPeer): string {
  return `TO-AWS-${family.toUpperCase()}`;
}

/** Prefix lists as both of Cisco's systems write them. */
export function ciscoPrefixLists(session: RouterSession): string[] {
  return session.peers.flatMap((peer) =>
    announcedIn(peer, session).map((prefix, index) => {
      const word = peer.family === "ipv4" ? "ip" : "ipv6";
      return `${word} prefix-list ${prefixListName(peer)} seq ${(index + 1) * 10} permit ${prefix}`;
    }),
  );
}

export function routerSession(virtualInterface: VirtualInterfaceRecord): RouterSession {
  return {
    virtualInterfaceId: virtualInterface.id,
    name: virtualInterface.name,
    type: virtualInterface.virtualInterfaceType,
    vlan: virtualInterface.vlan,
    mtu: virtualInterface.mtu,
    amazonAsn: virtualInterface.amazonSideAsn,
    peers: virtualInterface.bgpPeers.filter((peer) => peer.state !== "deleting" && peer.state !== "deleted").map(routerPeer),
    prefixes: virtualInterface.routeFilterPrefixes,
  };
}

function routerPeer(peer: BgpPeerRecord): RouterPeer {
  return {
    family: peer.addressFamily,
    ownAddress: addressIn(peer.customerAddress),
    ownInterface: peer.customerAddress,
    netmask: ipaddr.IPv4.isValidCIDR(peer.customerAddress) ? netmaskOf(peer.customerAddress) : "",
    amazonAddress: addressIn(peer.amazonAddress),
    customerAsn: peer.asn,
    authKey: peer.authKey,
  };
}

/** Without its length; as it stands where an estate's is no address. */
function addressIn(cidr: string): string {
  return ipaddr.isValidCIDR(cidr) ? ipaddr.parseCIDR(cidr)[0].toString() : cidr;
}

function netmaskOf(cidr: string): string {
  return ipaddr.IPv4.subnetMaskFromPrefixLength(ipaddr.IPv4.parseCIDR(cidr)[1]).toString();
}

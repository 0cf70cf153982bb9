import type { BgpPeerRecord, VirtualInterfaceRecord } from "../world/records.ts";

/** The XML that every virtual interface carries in `customerRouterConfig`. It holds the BGP keys in clear, as AWS's does. */
export function customerRouterConfig(virtualInterface: VirtualInterfaceRecord): string {
  const peers = virtualInterface.bgpPeers.filter(({ state }) => state !== "deleting" && state !== "deleted");
  const ipv4 = peers.find((peer) => peer.addressFamily === "ipv4");
  const ipv6 = peers.find((peer) => peer.addressFamily === "ipv6");
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<logical_connection id="${virtualInterface.id}">`,
    element("vlan", virtualInterface.vlan),
    ...peerLines(ipv4, ""),
    ...peerLines(ipv6, "ipv6_"),
    element("amazon_bgp_asn", virtualInterface.amazonSideAsn),
    element("connection_type", virtualInterface.virtualInterfaceType),
    "</logical_connection>",
  ];
  return `${lines.join("\n")}\n`;
}

function peerLines(peer: BgpPeerRecord | undefined, prefix: "" | "ipv6_"): string[] {
  if (peer === undefined) return [];
  return [
    element(`${prefix}customer_address`, peer.customerAddress),
    element(`${prefix}amazon_address`, peer.amazonAddress),
    element(`${prefix}bgp_asn`, peer.asn),
    element(`${prefix}bgp_auth_key`, peer.authKey),
  ];
}

function element(name: string, value: string | number): string {
  return `  <${name}>${escapeXml(String(value))}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

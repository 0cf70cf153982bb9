import { announcedIn, ciscoPrefixLists, prefixListName, type RouterPeer, type RouterSession } from "./session.ts";

/** Ports of these switches pass either standard frames or frames of this size. */
const largestMtu = 9216;

/** Routed VLAN interface and BGP for Cisco NX-OS. */
export function ciscoNxos(session: RouterSession): string {
  const [first] = session.peers;
  const families = [...new Set(session.peers.map(({ family }) => family))];
  const lines = [
    `! Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "! Replace Ethernet1/1 by the port that the cross connect ends on.",
    "feature bgp",
    "feature interface-vlan",
    `vlan ${session.vlan}`,
    "interface Ethernet1/1",
    "  switchport",
    "  switchport mode trunk",
    `  switchport trunk allowed vlan ${session.vlan}`,
    ...(session.mtu > 1500 ? [`  mtu ${largestMtu}`] : []),
    "  no shutdown",
    `interface Vlan${session.vlan}`,
    `  description ${session.virtualInterfaceId}`,
    ...(session.mtu > 1500 ? [`  mtu ${session.mtu}`] : []),
    ...session.peers.map((peer) => `  ${peer.family === "ipv4" ? "ip" : "ipv6"} address ${peer.ownInterface}`),
    "  no shutdown",
    ...ciscoPrefixLists(session),
    `router bgp ${first?.customerAsn ?? 0}`,
    ...families.map((family) => `  address-family ${family} unicast`),
    ...session.peers.flatMap((peer) => neighbourLines(peer, session)),
  ];
  return `${lines.join("\n")}\n`;
}

function neighbourLines(peer: RouterPeer, session: RouterSession): string[] {
  return [
    `  neighbor ${peer.amazonAddress}`,
    `    remote-as ${session.amazonAsn}`,
    `    password 0 ${peer.authKey}`,
    `    address-family ${peer.family} unicast`,
    ...(announcedIn(peer, session).length > 0 ? [`      prefix-list ${prefixListName(peer)} out`] : []),
  ];
}

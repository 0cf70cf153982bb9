import { announcedIn, ciscoPrefixLists, prefixListName, type RouterPeer, type RouterSession } from "./session.ts";

/** Subinterface, BGP and prefix list for Cisco IOS. */
export function ciscoIos(session: RouterSession): string {
  const [first] = session.peers;
  const lines = [
    `! Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "! Replace GigabitEthernet0/1 by the port that the cross connect ends on.",
    "!",
    ...(session.peers.some(({ family }) => family === "ipv6") ? ["ipv6 unicast-routing", "!"] : []),
    "interface GigabitEthernet0/1",
    ...(session.mtu > 1500 ? [` mtu ${session.mtu}`] : []),
    " no ip address",
    " no shutdown",
    "!",
    `interface GigabitEthernet0/1.${session.vlan}`,
    ` description ${session.virtualInterfaceId}`,
    ` encapsulation dot1Q ${session.vlan}`,
    ...session.peers.flatMap((peer) => addressLines(peer, session)),
    "!",
    `router bgp ${first?.customerAsn ?? 0}`,
    " no bgp default ipv4-unicast",
    ...session.peers.flatMap((peer) => neighbourLines(peer, session)),
    ...session.peers.flatMap((peer) => familyLines(peer, session)),
    "!",
    ...ciscoPrefixLists(session),
    "end",
  ];
  return `${lines.join("\n")}\n`;
}

function addressLines(peer: RouterPeer, { mtu }: RouterSession): string[] {
  const word = peer.family === "ipv4" ? "ip" : "ipv6";
  const address = peer.family === "ipv4" ? `${peer.ownAddress} ${peer.netmask}` : peer.ownInterface;
  return [` ${word} address ${address}`, ...(mtu > 1500 ? [` ${word} mtu ${mtu}`] : [])];
}

function neighbourLines(peer: RouterPeer, session: RouterSession): string[] {
  return [
    ` neighbor ${peer.amazonAddress} remote-as ${session.amazonAsn}`,
    ` neighbor ${peer.amazonAddress} password ${peer.authKey}`,
  ];
}

function familyLines(peer: RouterPeer, session: RouterSession): string[] {
  const announced = announcedIn(peer, session);
  return [
    ` address-family ${peer.family}`,
    `  neighbor ${peer.amazonAddress} activate`,
    ...(announced.length > 0 ? [`  neighbor ${peer.amazonAddress} prefix-list ${prefixListName(peer)} out`] : []),
    " exit-address-family",
  ];
}

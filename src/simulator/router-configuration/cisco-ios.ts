import type { RouterPeer, RouterSession } from "./session.ts";

/** Subinterface, BGP and prefix list for Cisco IOS. */
export function ciscoIos(session: RouterSession): string {
  const [first] = session.peers;
  const lines = [
    `! Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "! Replace GigabitEthernet0/1 by the port that the cross connect ends on.",
    "!",
    "interface GigabitEthernet0/1",
    " no ip address",
    " no shutdown",
    "!",
    `interface GigabitEthernet0/1.${session.vlan}`,
    ` description ${session.virtualInterfaceId}`,
    ` encapsulation dot1Q ${session.vlan}`,
    ...(session.mtu > 1500 ? [` ip mtu ${session.mtu}`] : []),
    ...session.peers.map(addressLine),
    "!",
    `router bgp ${first?.customerAsn ?? 0}`,
    ...session.peers.flatMap((peer) => neighbourLines(peer, session)),
    ...session.peers.flatMap((peer) => familyLines(peer, session)),
    "!",
    ...prefixListLines(session),
    "end",
  ];
  return `${lines.join("\n")}\n`;
}

function addressLine(peer: RouterPeer): string {
  return peer.family === "ipv4"
    ? ` ip address ${peer.ownAddress} ${peer.netmask}`
    : ` ipv6 address ${peer.ownInterface}`;
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
    ...(announced.length > 0 ? [`  neighbor ${peer.amazonAddress} prefix-list ${listName(peer)} out`] : []),
    " exit-address-family",
  ];
}

function prefixListLines(session: RouterSession): string[] {
  return session.peers.flatMap((peer) =>
    announcedIn(peer, session).map((prefix, index) => {
      const word = peer.family === "ipv4" ? "ip" : "ipv6";
      return `${word} prefix-list ${listName(peer)} seq ${(index + 1) * 10} permit ${prefix}`;
    }),
  );
}

function listName(peer: RouterPeer): string {
  return `TO-AWS-${peer.family.toUpperCase()}`;
}

function announcedIn(peer: RouterPeer, session: RouterSession): readonly string[] {
  return session.prefixes.filter((prefix) => prefix.includes(":") === (peer.family === "ipv6"));
}

import type { RouterPeer, RouterSession } from "./session.ts";

/** Logical unit, BGP group and announcement policy for Junos, as set commands. */
export function junos(session: RouterSession): string {
  const lines = [
    `# Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "# Replace ge-0/0/1 by the port that the cross connect ends on.",
    "set interfaces ge-0/0/1 vlan-tagging",
    `set interfaces ge-0/0/1 unit ${session.vlan} description ${session.virtualInterfaceId}`,
    `set interfaces ge-0/0/1 unit ${session.vlan} vlan-id ${session.vlan}`,
    ...session.peers.flatMap((peer) => unitLines(peer, session)),
    ...session.peers.flatMap((peer) => groupLines(peer, session)),
    ...session.prefixes.map((prefix) => `set policy-options policy-statement to-aws term own from route-filter ${prefix} exact`),
    ...(session.prefixes.length > 0
      ? [
          "set policy-options policy-statement to-aws term own then accept",
          "set policy-options policy-statement to-aws then reject",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

function unitLines(peer: RouterPeer, session: RouterSession): string[] {
  const family = `set interfaces ge-0/0/1 unit ${session.vlan} family ${peer.family === "ipv4" ? "inet" : "inet6"}`;
  return [`${family} address ${peer.ownInterface}`, ...(session.mtu > 1500 ? [`${family} mtu ${session.mtu}`] : [])];
}

function groupLines(peer: RouterPeer, session: RouterSession): string[] {
  const group = `set protocols bgp group aws-${session.vlan}-${peer.family}`;
  return [
    `${group} type external`,
    `${group} local-as ${peer.customerAsn}`,
    `${group} neighbor ${peer.amazonAddress} peer-as ${session.amazonAsn}`,
    `${group} neighbor ${peer.amazonAddress} authentication-key "${peer.authKey}"`,
    ...(session.prefixes.length > 0 ? [`${group} export to-aws`] : []),
  ];
}

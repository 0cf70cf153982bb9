import { announcedIn, type RouterPeer, type RouterSession } from "./session.ts";

/** What Ethernet and VLAN put around a packet; Junos counts it in the MTU of the port. */
const frameOverhead = 22;

/** Logical unit, BGP group and announcement policy for Junos, as set commands. */
export function junos(session: RouterSession): string {
  const [first] = session.peers;
  const lines = [
    `# Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "# Replace ge-0/0/1 by the port that the cross connect ends on.",
    "set interfaces ge-0/0/1 vlan-tagging",
    ...(session.mtu > 1500 ? [`set interfaces ge-0/0/1 mtu ${session.mtu + frameOverhead}`] : []),
    `set interfaces ge-0/0/1 unit ${session.vlan} description ${session.virtualInterfaceId}`,
    `set interfaces ge-0/0/1 unit ${session.vlan} vlan-id ${session.vlan}`,
    ...session.peers.flatMap((peer) => unitLines(peer, session)),
    `set routing-options autonomous-system ${first?.customerAsn ?? 0}`,
    ...session.peers.flatMap((peer) => groupLines(peer, session)),
    ...session.peers.flatMap((peer) => policyLines(peer, session)),
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
    `${group} family ${peer.family === "ipv4" ? "inet" : "inet6"} unicast`,
    `${group} neighbor ${peer.amazonAddress} peer-as ${session.amazonAsn}`,
    `${group} neighbor ${peer.amazonAddress} authentication-key "${peer.authKey}"`,
    ...(announcedIn(peer, session).length > 0 ? [`${group} export ${policyName(peer)}`] : []),
  ];
}

/** Announces the own prefixes of one family and nothing else. */
function policyLines(peer: RouterPeer, session: RouterSession): string[] {
  const announced = announcedIn(peer, session);
  if (announced.length === 0) return [];
  const policy = `set policy-options policy-statement ${policyName(peer)}`;
  return [...announced.map((prefix) => `${policy} term own from route-filter ${prefix} exact`), `${policy} term own then accept`, `${policy} then reject`];
}

function policyName({ family }: RouterPeer): string {
  return `to-aws-${family}`;
}

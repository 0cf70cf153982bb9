import { announcedIn, type RouterPeer, type RouterSession } from "./session.ts";

const router = "set network virtual-router default protocol bgp";

/** Subinterface and BGP peer group for PAN-OS, as set commands. */
export function panos(session: RouterSession): string {
  const unit = `set network interface ethernet ethernet1/1 layer3 units ethernet1/1.${session.vlan}`;
  const [first] = session.peers;
  const lines = [
    `# Virtual interface ${session.virtualInterfaceId} (${session.type})`,
    "# Replace ethernet1/1 by the port that the cross connect ends on.",
    `${unit} tag ${session.vlan}`,
    `${unit} comment ${session.virtualInterfaceId}`,
    ...(session.mtu > 1500 ? [`${unit} mtu ${session.mtu}`] : []),
    ...session.peers.flatMap((peer) => addressLines(peer, unit)),
    `set network virtual-router default interface ethernet1/1.${session.vlan}`,
    `${router} enable yes`,
    `${router} router-id ${routerId(session)}`,
    `${router} local-as ${first?.customerAsn ?? 0}`,
    `${router} peer-group aws-${session.vlan} type ebgp`,
    ...session.peers.flatMap((peer) => peerLines(peer, session)),
    ...session.peers.flatMap((peer) => exportLines(peer, session)),
  ];
  return `${lines.join("\n")}\n`;
}

function addressLines(peer: RouterPeer, unit: string): string[] {
  if (peer.family === "ipv4") return [`${unit} ip ${peer.ownInterface}`];
  return [`${unit} ipv6 enabled yes`, `${unit} ipv6 address ${peer.ownInterface} enable-on-interface yes`];
}

/** BGP needs a number in the form of an IPv4 address; with IPv6 alone one is made from the VLAN. */
function routerId({ peers, vlan }: RouterSession): string {
  const ipv4 = peers.find(({ family }) => family === "ipv4");
  return ipv4?.ownAddress ?? `10.255.${vlan >>> 8}.${vlan & 255}`;
}

function peerLines(peer: RouterPeer, session: RouterSession): string[] {
  const name = `aws-${session.vlan}-${peer.family}`;
  const group = `${router} peer-group aws-${session.vlan} peer ${name}`;
  return [
    `${router} auth-profile ${name} secret ${peer.authKey}`,
    `${group} peer-as ${session.amazonAsn}`,
    `${group} local-address interface ethernet1/1.${session.vlan}`,
    `${group} local-address ip ${peer.ownInterface}`,
    `${group} peer-address ip ${peer.amazonAddress}`,
    `${group} connection-options authentication ${name}`,
    ...(peer.family === "ipv6" ? [`${group} enable-mp-bgp yes`, `${group} address-family-identifier ipv6`] : []),
    `${group} enable yes`,
  ];
}

/** Announces the own prefixes of one family and nothing else. */
function exportLines(peer: RouterPeer, session: RouterSession): string[] {
  const announced = announcedIn(peer, session);
  if (announced.length === 0) return [];
  const rule = `${router} policy export rules to-aws-${session.vlan}-${peer.family}`;
  return [
    `${rule} enable yes`,
    `${rule} used-by aws-${session.vlan}`,
    ...announced.map((prefix) => `${rule} match address-prefix ${prefix} exact yes`),
    `${rule} action allow`,
  ];
}

import type { RouterPeer, RouterSession } from "./session.ts";

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
    ...session.peers.map((peer) => addressLine(peer, unit)),
    `set network virtual-router default interface ethernet1/1.${session.vlan}`,
    `${router} enable yes`,
    `${router} local-as ${first?.customerAsn ?? 0}`,
    ...session.peers.flatMap((peer) => peerLines(peer, session)),
  ];
  return `${lines.join("\n")}\n`;
}

function addressLine(peer: RouterPeer, unit: string): string {
  return peer.family === "ipv4"
    ? `${unit} ip ${peer.ownInterface}`
    : `${unit} ipv6 address ${peer.ownInterface} enable-on-interface yes`;
}

function peerLines(peer: RouterPeer, session: RouterSession): string[] {
  const name = `aws-${session.vlan}-${peer.family}`;
  const group = `${router} peer-group aws-${session.vlan} peer ${name}`;
  return [
    `${router} auth-profile ${name} secret ${peer.authKey}`,
    `${router} peer-group aws-${session.vlan} type ebgp`,
    `${group} peer-as ${session.amazonAsn}`,
    `${group} local-address interface ethernet1/1.${session.vlan}`,
    `${group} local-address ip ${peer.ownInterface}`,
    `${group} peer-address ip ${peer.amazonAddress}`,
    `${group} connection-options authentication ${name}`,
    `${group} enable yes`,
  ];
}

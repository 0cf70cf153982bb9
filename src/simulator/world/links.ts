import { lacksEncryption, refreshEncryption } from "./encryption.ts";
import type { BgpPeerRecord, ConnectionRecord, FailoverTestRecord, InterconnectRecord, LagRecord, VirtualInterfaceRecord } from "./records.ts";
import type { World } from "./world.ts";

export type Link = ConnectionRecord | InterconnectRecord;

/** Whatever can carry virtual interfaces or hosted connections. */
export type Port = Link | LagRecord;

export function findPort(world: World, id: string): Port | undefined {
  return world.find("connection", id) ?? world.find("lag", id) ?? world.find("interconnect", id);
}

/** Whether it is a connection that a partner's port carries. AWS tells a VLAN of these alone. */
export function isHosted(port: Port): boolean {
  return port.kind === "connection" && (port.parentConnectionId !== undefined || port.vlan !== undefined);
}

/** The LAG that a link is in, if any. */
export function lagOf(world: World, { lagId }: Link): LagRecord | undefined {
  return lagId === undefined ? undefined : world.find("lag", lagId);
}

/** The connections or interconnects in a LAG, but for those that are gone. */
export function membersOf(world: World, lag: LagRecord): Link[] {
  const links = [...world.linked("connection", "lag", lag.id), ...world.linked("interconnect", "lag", lag.id)];
  return links.filter((link) => !isGone(link));
}

/** The hosted connections on a port, but for those that are gone. */
export function hostedOn(world: World, portId: string): ConnectionRecord[] {
  return world.linked("connection", "carrier", portId).filter((connection) => !isGone(connection));
}

/** The virtual interfaces on a port, but for those that are gone. */
export function virtualInterfacesOn(world: World, portId: string): VirtualInterfaceRecord[] {
  return world.linked("virtualInterface", "port", portId).filter((candidate) => !isGone(candidate));
}

/** Groups hold connections: one that is gone, or is none any more, is in none. */
export function leaveGroups(world: World, connectionId: string): void {
  for (const membership of world.linked("resiliencyGroupAssociation", "connection", connectionId)) world.remove(membership);
}

export function isGone(record: { readonly state: string }): boolean {
  return record.state === "deleted" || record.state === "rejected";
}

export function isInService(record: { readonly state: string }): boolean {
  return record.state === "available" || record.state === "down";
}

/** Brings a link in service, or what changed on it, to what its own cable and its carrier allow; then what it carries. */
export function settlePort(world: World, link: Link): void {
  if (isInService(link)) {
    const up = !link.linkDown && isCarried(world, link) && !lacksEncryption(world, link);
    world.change(link, up ? "available" : "down");
  }
  refreshEncryption(world, link);
  const lag = lagOf(world, link);
  if (lag !== undefined) settleLag(world, lag);
  settleCarried(world, link.id);
}

/** A LAG is down while fewer links than its minimum are up; with a minimum of zero it never is. */
export function settleLag(world: World, lag: LagRecord): void {
  if (isInService(lag)) {
    const up = membersOf(world, lag).filter((member) => member.state === "available").length;
    world.change(lag, up >= lag.minimumLinks ? "available" : "down");
  }
  settleCarried(world, lag.id);
}

/** Sets each session to what link and router allow, and the virtual interface to up if any session is. */
export function refreshSessions(world: World, virtualInterface: VirtualInterfaceRecord): void {
  if (!isInService(virtualInterface) && virtualInterface.state !== "testing") return;
  const carried = portIsUp(world, virtualInterface.connectionId);
  for (const peer of virtualInterface.bgpPeers) setSession(world, peer, sessionOf(peer, carried));
  if (virtualInterface.state === "testing") {
    holdPeersDown(world, virtualInterface);
    return;
  }
  const up = virtualInterface.bgpPeers.some((peer) => peer.bgpStatus === "up");
  world.change(virtualInterface, up ? "available" : "down", pendingChange(world, virtualInterface));
}

/** During a failover test its peers do not speak. */
export function holdPeersDown(world: World, virtualInterface: VirtualInterfaceRecord): void {
  const test = runningTest(world, virtualInterface.id);
  for (const peer of virtualInterface.bgpPeers) {
    if (test === undefined || test.bgpPeers.includes(peer.id)) setSession(world, peer, "down");
  }
}

/** Notes with a session that comes up the moment at which it does. */
export function setSession(world: World, peer: BgpPeerRecord, status: "up" | "down"): void {
  if (status === "down") peer.upSince = undefined;
  else peer.upSince ??= world.now;
  peer.bgpStatus = status;
}

export const testInProgress = "In progress";

export function runningTest(world: World, virtualInterfaceId: string): FailoverTestRecord | undefined {
  return world.linked("failoverTest", "virtualInterface", virtualInterfaceId).find(({ state }) => state === testInProgress);
}

function settleCarried(world: World, portId: string): void {
  for (const hosted of hostedOn(world, portId)) settlePort(world, hosted);
  for (const virtualInterface of virtualInterfacesOn(world, portId)) refreshSessions(world, virtualInterface);
}

/** A LAG without enough links up still counts as up with a minimum of zero, but nothing passes over no link. */
function portIsUp(world: World, portId: string): boolean {
  const port = findPort(world, portId);
  if (port?.kind !== "lag") return port?.state === "available";
  return port.state === "available" && membersOf(world, port).some((member) => member.state === "available");
}

function isCarried(world: World, link: Link): boolean {
  if (link.kind === "interconnect" || link.parentConnectionId === undefined) return true;
  return portIsUp(world, link.parentConnectionId);
}

function sessionOf(peer: BgpPeerRecord, carried: boolean): "up" | "down" {
  return carried && peer.state === "available" && !peer.sessionDown ? "up" : "down";
}

function pendingChange(world: World, record: VirtualInterfaceRecord) {
  if (record.becomes === undefined) return undefined;
  return { state: record.becomes.state, after: record.becomes.at - world.now };
}

import { hostedOn, lagOf, leaveGroups, type Link, settleLag, virtualInterfacesOn } from "./links.ts";
import { interrupt, moveHostedConnection, moveVirtualInterface } from "./moves.ts";
import type { ConnectionRecord, InterconnectRecord, LagRecord } from "./records.ts";
import type { World } from "./world.ts";

/**
 * Makes a link a member of a LAG. What is on the link itself goes to the LAG; what an earlier LAG carries stays there.
 * The LAG's mode and keys hold from now on, so the link's own are gone.
 */
export function joinLag(world: World, link: Link, lag: LagRecord): void {
  const before = lagOf(world, link);
  link.macSecKeys = [];
  tieLink(world, link, {
    lagId: lag.id,
    awsDeviceV2: link.awsDeviceV2 ?? lag.awsDeviceV2,
    awsLogicalDeviceId: link.awsLogicalDeviceId ?? lag.awsLogicalDeviceId,
  });
  for (const virtualInterface of virtualInterfacesOn(world, link.id)) moveVirtualInterface(world, virtualInterface, lag);
  for (const hosted of hostedOn(world, link.id)) moveHostedConnection(world, hosted, lag);
  interrupt(world, link);
  settleLag(world, lag);
  if (before !== undefined) settleLag(world, before);
}

/**
 * Takes a link out of its LAG, which keeps what it carries. Mode and keys stay with the link as its own.
 * Out of a partner's LAG comes an interconnect. Answers the link as it is now.
 */
export function leaveLag(world: World, link: Link): Link {
  const lag = lagOf(world, link);
  if (lag === undefined) return link;
  link.encryptionMode = lag.encryptionMode;
  link.macSecKeys = lag.macSecKeys.map((key) => ({ ...key, portId: link.id }));
  tieLink(world, link, { lagId: undefined });
  const left = lag.allowsHostedConnections && link.kind === "connection" ? becomeInterconnect(world, link) : link;
  for (const key of left.macSecKeys) {
    if (key.becomes !== undefined) world.change(key, key.state, { state: key.becomes.state, after: key.becomes.at - world.now });
  }
  return left;
}

function tieLink(world: World, link: Link, changes: Partial<Pick<Link, "lagId" | "awsDeviceV2" | "awsLogicalDeviceId">>): void {
  if (link.kind === "connection") world.tie(link, changes);
  else world.tie(link, changes);
}

function becomeInterconnect(world: World, connection: ConnectionRecord): InterconnectRecord {
  const interconnect: InterconnectRecord = {
    kind: "interconnect",
    id: connection.id,
    order: connection.order,
    name: connection.name,
    state: connection.state,
    becomes: connection.becomes,
    ownerAccount: connection.ownerAccount,
    tags: connection.tags,
    ...portMembersOf(connection),
    lagId: connection.lagId,
    linkDown: connection.linkDown,
  };
  world.remove(connection);
  leaveGroups(world, connection.id);
  // What was due for the connection happens to the interconnect.
  connection.becomes = undefined;
  world.add(interconnect);
  return interconnect;
}

function portMembersOf(connection: ConnectionRecord) {
  return {
    region: connection.region,
    location: connection.location,
    bandwidth: connection.bandwidth,
    loaIssueTime: connection.loaIssueTime,
    jumboFrameCapable: connection.jumboFrameCapable,
    awsDeviceV2: connection.awsDeviceV2,
    awsLogicalDeviceId: connection.awsLogicalDeviceId,
    hasLogicalRedundancy: connection.hasLogicalRedundancy,
    providerName: connection.providerName,
    macSecCapable: connection.macSecCapable,
    portEncryptionStatus: connection.portEncryptionStatus,
    encryptionMode: connection.encryptionMode,
    macSecKeys: connection.macSecKeys,
  };
}

import { standardBillingMode } from "../rules/port-orders.ts";
import { prefixPoolLeft, prefixPoolOf, rateLimiterUse } from "../rules/port-usage.ts";
import { encryptionHolder } from "../world/encryption.ts";
import { type Link, membersOf, type Port } from "../world/links.ts";
import type { ConnectionRecord, InterconnectRecord, LagRecord, MacSecKeyRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { seconds } from "./values.ts";

/** A Connection as the API sends it; calls on members of a LAG send an interconnect in this form as well. */
export function connectionAnswer(world: World, connection: Link) {
  return {
    ownerAccount: connection.ownerAccount,
    connectionId: connection.id,
    connectionName: connection.name,
    connectionState: connection.state,
    bandwidth: connection.bandwidth,
    lagId: connection.lagId,
    loaIssueTime: seconds(connection.loaIssueTime),
    ...portAnswer(world, connection),
    portEncryptionStatus: connection.portEncryptionStatus,
    ...(connection.kind === "connection" ? ownAnswer(world, connection) : {}),
  };
}

/** An Interconnect as the API sends it. */
export function interconnectAnswer(world: World, interconnect: InterconnectRecord) {
  return {
    interconnectId: interconnect.id,
    interconnectName: interconnect.name,
    interconnectState: interconnect.state,
    bandwidth: interconnect.bandwidth,
    lagId: interconnect.lagId,
    loaIssueTime: seconds(interconnect.loaIssueTime),
    ...portAnswer(world, interconnect),
    portEncryptionStatus: interconnect.portEncryptionStatus,
  };
}

/** A Lag as the API sends it, with its members. */
export function lagAnswer(world: World, lag: LagRecord) {
  const members = membersOf(world, lag);
  return {
    lagId: lag.id,
    lagName: lag.name,
    lagState: lag.state,
    ownerAccount: lag.ownerAccount,
    connectionsBandwidth: lag.bandwidth,
    numberOfConnections: members.length,
    minimumLinks: lag.minimumLinks,
    connections: members.map((member) => connectionAnswer(world, member)),
    allowsHostedConnections: lag.allowsHostedConnections,
    ...usageAnswer(world, lag),
    ...portAnswer(world, lag),
  };
}

/** MACsec keys as the API sends them; the key itself is never among it. */
export function keyAnswers(keys: readonly MacSecKeyRecord[]) {
  return keys.map(({ id, ckn, state, startOn }) => ({ secretARN: id, ckn, state, startOn }));
}

/** What a connection has and an interconnect has not. */
function ownAnswer(world: World, connection: ConnectionRecord) {
  return {
    vlan: connection.vlan,
    partnerName: connection.partnerName,
    partnerInterconnectMacSecCapable: connection.partnerInterconnectMacSecCapable,
    ...(connection.parentConnectionId === undefined ? usageAnswer(world, connection) : {}),
  };
}

/** How a dedicated port is paid, and what the virtual interfaces on it leave of it. */
function usageAnswer(world: World, port: ConnectionRecord | LagRecord) {
  const pool = prefixPoolOf(port);
  const left = prefixPoolLeft(world, port);
  return {
    billingMode: port.billingMode ?? standardBillingMode,
    rateLimiterStatus: rateLimiterUse(world, port.id),
    prefixPoolSizeIpv4: pool,
    prefixPoolSizeIpv6: pool,
    prefixPoolUnallocatedCountIpv4: left.ipv4,
    prefixPoolUnallocatedCountIpv6: left.ipv6,
  };
}

function portAnswer(world: World, port: Port) {
  const { encryptionMode, macSecKeys } = port.kind === "lag" ? port : encryptionHolder(world, port);
  return {
    region: port.region,
    location: port.location,
    awsDevice: port.awsDeviceV2,
    awsDeviceV2: port.awsDeviceV2,
    awsLogicalDeviceId: port.awsLogicalDeviceId,
    jumboFrameCapable: port.jumboFrameCapable,
    hasLogicalRedundancy: port.hasLogicalRedundancy,
    tags: port.tags,
    providerName: port.providerName,
    macSecCapable: port.macSecCapable,
    encryptionMode,
    macSecKeys: keyAnswers(macSecKeys),
  };
}

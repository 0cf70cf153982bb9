import { membersOf } from "../world/links.ts";
import type { ConnectionRecord, InterconnectRecord, LagRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { seconds } from "./values.ts";

type Port = ConnectionRecord | InterconnectRecord | LagRecord;

/** A Connection as the API sends it. */
export function connectionAnswer(connection: ConnectionRecord) {
  return {
    ownerAccount: connection.ownerAccount,
    connectionId: connection.id,
    connectionName: connection.name,
    connectionState: connection.state,
    bandwidth: connection.bandwidth,
    vlan: connection.vlan,
    partnerName: connection.partnerName,
    lagId: connection.lagId,
    loaIssueTime: seconds(connection.loaIssueTime),
    ...portAnswer(connection),
    portEncryptionStatus: connection.portEncryptionStatus,
    partnerInterconnectMacSecCapable: connection.partnerInterconnectMacSecCapable,
  };
}

/** An Interconnect as the API sends it. */
export function interconnectAnswer(interconnect: InterconnectRecord) {
  return {
    interconnectId: interconnect.id,
    interconnectName: interconnect.name,
    interconnectState: interconnect.state,
    bandwidth: interconnect.bandwidth,
    lagId: interconnect.lagId,
    loaIssueTime: seconds(interconnect.loaIssueTime),
    ...portAnswer(interconnect),
    portEncryptionStatus: interconnect.portEncryptionStatus,
  };
}

/** A Lag as the API sends it, with its member connections. */
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
    connections: members.filter((member) => member.kind === "connection").map(connectionAnswer),
    allowsHostedConnections: lag.allowsHostedConnections,
    ...portAnswer(lag),
  };
}

function portAnswer(port: Port) {
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
    encryptionMode: port.encryptionMode,
    macSecKeys: port.macSecKeys,
  };
}

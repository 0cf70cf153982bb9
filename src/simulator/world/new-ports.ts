import { durations } from "./durations.ts";
import type { Port } from "./links.ts";
import type { ConnectionRecord, InterconnectRecord, LagRecord, Tag } from "./records.ts";
import type { World } from "./world.ts";

/** What is known of a port when it is ordered. */
export interface NewPort {
  readonly name: string;
  readonly ownerAccount: string;
  readonly region: string;
  readonly location: string;
  readonly bandwidth: string;
  readonly device: string;
  readonly providerName: string | undefined;
  readonly macSec: boolean;
  readonly tags: readonly Tag[];
}

/** What a partner orders for a customer. */
export interface NewHosted {
  readonly connectionName: string;
  readonly ownerAccount: string;
  readonly bandwidth: string;
  readonly vlan: number;
  readonly tags: readonly Tag[];
}

/** A dedicated connection, waiting for its review. */
export function orderConnection(
  world: World,
  port: NewPort & { readonly lagId: string | undefined; readonly billingMode: string },
): ConnectionRecord {
  const connection: ConnectionRecord = {
    kind: "connection",
    id: world.ids.resource("dxcon"),
    ...membersOf(port),
    ...waiting(world),
    lagId: port.lagId,
    vlan: undefined,
    partnerName: undefined,
    partnerInterconnectMacSecCapable: undefined,
    parentConnectionId: undefined,
    billingMode: port.billingMode,
    linkDown: false,
  };
  world.add(connection);
  return connection;
}

/** A partner's interconnect, waiting for its review. */
export function orderInterconnect(world: World, port: NewPort & { readonly lagId: string | undefined }): InterconnectRecord {
  const interconnect: InterconnectRecord = {
    kind: "interconnect",
    id: world.ids.resource("dxcon"),
    ...membersOf(port),
    ...waiting(world),
    lagId: port.lagId,
    linkDown: false,
  };
  world.add(interconnect);
  return interconnect;
}

/** A LAG without members, coming up. */
export function openLag(
  world: World,
  port: NewPort & { readonly allowsHostedConnections: boolean; readonly billingMode: string },
): LagRecord {
  const lag: LagRecord = {
    kind: "lag",
    id: world.ids.resource("dxlag"),
    ...membersOf(port),
    state: "pending",
    becomes: { state: "available", at: world.now + durations.provisioning },
    minimumLinks: 0,
    allowsHostedConnections: port.allowsHostedConnections,
    billingMode: port.billingMode,
  };
  world.add(lag);
  return lag;
}

/** A hosted connection on a partner's port, waiting for its owner. */
export function allocateHosted(world: World, parent: Port, order: NewHosted): ConnectionRecord {
  const { awsDeviceV2: device = "" } = parent;
  const hosted: ConnectionRecord = {
    kind: "connection",
    id: world.ids.resource("dxcon"),
    ...membersOf({
      name: order.connectionName,
      ownerAccount: order.ownerAccount,
      region: parent.region,
      location: parent.location,
      bandwidth: order.bandwidth,
      device,
      providerName: undefined,
      macSec: false,
      tags: order.tags,
    }),
    awsLogicalDeviceId: parent.awsLogicalDeviceId,
    jumboFrameCapable: parent.jumboFrameCapable,
    hasLogicalRedundancy: parent.hasLogicalRedundancy,
    state: "ordering",
    becomes: undefined,
    lagId: undefined,
    vlan: order.vlan,
    partnerName: parent.providerName ?? `Partner ${parent.ownerAccount}`,
    partnerInterconnectMacSecCapable: parent.macSecCapable,
    parentConnectionId: parent.id,
    billingMode: undefined,
    linkDown: false,
  };
  world.add(hosted);
  return hosted;
}

function waiting(world: World) {
  return { state: "requested", becomes: { state: "pending", at: world.now + durations.review } };
}

function membersOf(port: NewPort) {
  return {
    order: 0,
    name: port.name,
    ownerAccount: port.ownerAccount,
    tags: port.tags,
    region: port.region,
    location: port.location,
    bandwidth: port.bandwidth,
    loaIssueTime: undefined,
    jumboFrameCapable: true,
    awsDeviceV2: port.device,
    awsLogicalDeviceId: port.device,
    hasLogicalRedundancy: "unknown" as const,
    providerName: port.providerName,
    macSecCapable: port.macSec,
    portEncryptionStatus: port.macSec ? "Encryption Down" : undefined,
    encryptionMode: port.macSec ? "should_encrypt" : undefined,
    macSecKeys: [],
  };
}

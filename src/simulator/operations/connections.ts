import { connectionAnswer } from "../answers/ports.ts";
import { asSeenBy } from "../answers/values.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkEncryptionMode, checkName } from "../rules/attributes.ts";
import { dedicatedBandwidths } from "../rules/bandwidths.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findConnection, findLiveConnection, findLiveLag, isOwn, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import {
  checkBillingOf,
  checkConnectionQuota,
  checkOrder,
  checkOrderForLag,
  findFreeDevice,
  type PortOrder,
  portOf,
  standardBillingMode,
} from "../rules/port-orders.ts";
import { readNewTags, type TagInput } from "../rules/tags.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { findPort, isGone, lagOf, membersOf, settleLag, settlePort } from "../world/links.ts";
import { orderConnection } from "../world/new-ports.ts";
import { end } from "../world/passing-of-time.ts";
import type { ConnectionRecord, LagRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { reads, writes } from "./operation.ts";

interface ConnectionOrder extends PortOrder {
  readonly connectionName: string;
  readonly lagId?: string;
  readonly tags?: TagInput;
}

export const connections = {
  CreateConnection: writes<ConnectionOrder>((call) => {
    const { world, input } = call;
    checkName(input.connectionName);
    const tags = readNewTags(input.tags);
    checkOrder(call, input, dedicatedBandwidths);
    const lag = input.lagId === undefined ? undefined : findLiveLag(call, input.lagId);
    if (lag !== undefined) checkOrderForLag(world, lag, input);
    checkConnectionQuota(call, input.location, 1);
    const device = findFreeDevice(call, input, 1, lag?.awsDeviceV2);
    const connection = orderConnection(world, {
      ...portOf(call, input, device),
      name: input.connectionName,
      tags,
      lagId: lag?.id,
      billingMode: input.billingMode ?? lag?.billingMode ?? standardBillingMode,
    });
    return connectionAnswer(world, connection);
  }),

  DescribeConnections: reads<PageInput & { connectionId?: string }>((call) => {
    const { connectionId } = call.input;
    if (connectionId !== undefined) {
      return { connections: [connectionAnswer(call.world, findConnection(call, connectionId))] };
    }
    const own = ownOf(call, "connection");
    const { items, nextToken } = pageOf(own, call.input);
    return { connections: items.map((item) => connectionAnswer(call.world, item)), nextToken };
  }),

  ConfirmConnection: writes<{ connectionId: string }>((call) => {
    const connection = findLiveConnection(call, call.input.connectionId);
    if (connection.state !== "ordering") {
      throw refusal(awsTexts.confirmConnectionState(connection.id, connection.state));
    }
    call.world.change(connection, "pending", { state: "available", after: durations.provisioning });
    return { connectionState: connection.state };
  }),

  UpdateConnection: writes<{ connectionId: string; connectionName?: string; encryptionMode?: string }>((call) => {
    const { connectionId, connectionName, encryptionMode } = call.input;
    const connection = findLiveConnection(call, connectionId);
    if (connectionName !== undefined) checkName(connectionName);
    if (encryptionMode !== undefined) checkEncryptionMode(connection, encryptionMode);
    if (encryptionMode !== undefined && connection.lagId !== undefined) {
      throw refusal(simulatorTexts.inLag(connection.id, connection.lagId));
    }
    connection.name = connectionName ?? connection.name;
    connection.encryptionMode = encryptionMode ?? connection.encryptionMode;
    settlePort(call.world, connection);
    return connectionAnswer(call.world, connection);
  }),

  UpdateConnectionsBillingMode: writes<{ connectionIds: readonly string[]; billingMode: string }>((call) => {
    const { world } = call;
    const { connectionIds, billingMode } = call.input;
    const chosen = [...new Set(connectionIds)].map((id) => findLiveConnection(call, id));
    for (const connection of chosen) {
      if (connection.parentConnectionId !== undefined) throw refusal(simulatorTexts.billingOfHosted(connection.id));
      checkBillingOf(call, connection, billingMode);
    }
    for (const connection of chosen) connection.billingMode = billingMode;
    for (const connection of chosen) followMembers(world, lagOf(world, connection), billingMode);
    return { billingMode, connections: chosen.map((connection) => connectionAnswer(world, connection)) };
  }),

  DeleteConnection: writes<{ connectionId: string }>((call) => {
    const { world, account } = call;
    const connection = findDeletable(call, call.input.connectionId);
    if (connection.state === "deleting") return asSeenBy(account, connectionAnswer(world, connection));
    checkDeletable(world, connection);
    const waiting = connection.state === "ordering" || connection.state === "requested";
    if (waiting) end(world, connection, isRejection(call, connection) ? "rejected" : "deleted");
    else world.change(connection, "deleting", { state: "deleted", after: durations.deletion });
    const lag = lagOf(world, connection);
    if (lag !== undefined) settleLag(world, lag);
    return asSeenBy(account, connectionAnswer(world, connection));
  }),
};

/** A LAG is billed as its members are, once they are billed alike. */
function followMembers(world: World, lag: LagRecord | undefined, billingMode: string): void {
  if (lag === undefined) return;
  const members = membersOf(world, lag);
  if (members.every((member) => member.kind === "connection" && member.billingMode === billingMode)) lag.billingMode = billingMode;
}

/** One that is not deleted: the owner's own, or a hosted connection on a port of the asker's. */
function findDeletable(call: Asker, id: string): ConnectionRecord {
  checkId("connection", id);
  const connection = call.world.find("connection", id);
  const isTheirs = connection?.region === call.region && (isOwn(call, connection) || isCarrierOf(call, connection));
  if (!isTheirs || isGone(connection)) throw refusal(awsTexts.connectionNotFound(id));
  return connection;
}

function isCarrierOf(call: Asker, { parentConnectionId }: ConnectionRecord): boolean {
  if (parentConnectionId === undefined) return false;
  return findPort(call.world, parentConnectionId)?.ownerAccount === call.account;
}

/** Its owner turns down what a partner ordered; the partner only takes it back. */
function isRejection(call: Asker, connection: ConnectionRecord): boolean {
  return connection.state === "ordering" && connection.ownerAccount === call.account;
}

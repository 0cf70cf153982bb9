import { connectionAnswer } from "../answers/ports.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkEncryptionMode, checkName } from "../rules/attributes.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findConnection, isOwn, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import { awsTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { findPort, isGone, settleLag, settlePort } from "../world/links.ts";
import { end } from "../world/passing-of-time.ts";
import type { ConnectionRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

export const connections = {
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
    const connection = findConnection(call, call.input.connectionId);
    if (connection.state !== "ordering") {
      throw refusal(awsTexts.confirmConnectionState(connection.id, connection.state));
    }
    call.world.change(connection, "pending", { state: "available", after: durations.provisioning });
    return { connectionState: connection.state };
  }),

  UpdateConnection: writes<{ connectionId: string; connectionName?: string; encryptionMode?: string }>((call) => {
    const { connectionId, connectionName, encryptionMode } = call.input;
    const connection = findConnection(call, connectionId);
    if (connectionName !== undefined) checkName(connectionName);
    if (encryptionMode !== undefined) checkEncryptionMode(connection, encryptionMode);
    connection.name = connectionName ?? connection.name;
    connection.encryptionMode = encryptionMode ?? connection.encryptionMode;
    settlePort(call.world, connection);
    return connectionAnswer(call.world, connection);
  }),

  DeleteConnection: writes<{ connectionId: string }>((call) => {
    const { world } = call;
    const connection = findDeletable(call, call.input.connectionId);
    if (connection.state === "deleting") return connectionAnswer(world, connection);
    checkDeletable(world, connection);
    const waiting = connection.state === "ordering" || connection.state === "requested";
    if (waiting) end(world, connection, isRejection(call, connection) ? "rejected" : "deleted");
    else world.change(connection, "deleting", { state: "deleted", after: durations.deletion });
    const lag = connection.lagId === undefined ? undefined : world.find("lag", connection.lagId);
    if (lag !== undefined) settleLag(world, lag);
    return connectionAnswer(world, connection);
  }),
};

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

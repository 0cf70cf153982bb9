import { connectionAnswer } from "../answers/ports.ts";
import { asSeenBy } from "../answers/values.ts";
import { refusal } from "../rules/api-failure.ts";
import { hostedBandwidths, olderHostedBandwidths } from "../rules/bandwidths.ts";
import { checkHostedMove, checkHostedOrder, findCarried, findHost, type HostedOrder } from "../rules/hosted-orders.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, checkPartner, findInterconnect, isOwn } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { readNewTags, type TagInput } from "../rules/tags.ts";
import { awsTexts } from "../rules/texts.ts";
import { findPort, type Port } from "../world/links.ts";
import { moveHostedConnection } from "../world/moves.ts";
import { allocateHosted } from "../world/new-ports.ts";
import type { ConnectionRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { reads, writes } from "./operation.ts";

export const hostedConnections = {
  AllocateHostedConnection: writes<HostedOrder & { connectionId: string; tags?: TagInput }>((call) => {
    const parent = findHost(call, call.input.connectionId);
    checkHostedOrder(call, parent, call.input, hostedBandwidths);
    const tags = readNewTags(call.input.tags);
    return connectionAnswer(call.world, allocateHosted(call.world, parent, { ...call.input, tags }));
  }),

  AllocateConnectionOnInterconnect: writes<HostedOrder & { interconnectId: string }>((call) => {
    checkPartner(call);
    const parent = findHost(call, findInterconnect(call, call.input.interconnectId).id);
    checkHostedOrder(call, parent, call.input, olderHostedBandwidths);
    return connectionAnswer(call.world, allocateHosted(call.world, parent, { ...call.input, tags: [] }));
  }),

  AssociateHostedConnection: writes<{ connectionId: string; parentConnectionId: string }>((call) => {
    const { world, input, account } = call;
    const parent = findHost(call, input.parentConnectionId);
    const hosted = findCarried(call, input.connectionId);
    checkHostedMove(world, hosted, parent);
    moveHostedConnection(world, hosted, parent);
    return asSeenBy(account, connectionAnswer(world, hosted));
  }),

  DescribeHostedConnections: reads<PageInput & { connectionId: string }>((call) => {
    const port = findCarrier(call, call.input.connectionId);
    const { items, nextToken } = pageOf(listHosted(call.world, port.id), call.input);
    return { connections: items.map((item) => asSeenBy(call.account, connectionAnswer(call.world, item))), nextToken };
  }),

  DescribeConnectionsOnInterconnect: reads<{ interconnectId: string }>((call) => {
    checkPartner(call);
    const interconnect = findInterconnect(call, call.input.interconnectId);
    const hosted = listHosted(call.world, interconnect.id);
    return { connections: hosted.map((item) => asSeenBy(call.account, connectionAnswer(call.world, item))) };
  }),
};

/** The asker's interconnect, LAG or connection; a hosted connection carries none and is not found. */
function findCarrier(call: Asker, id: string): Port {
  checkId("port", id);
  const port = findPort(call.world, id);
  const carries = port !== undefined && isOwn(call, port) && !(port.kind === "connection" && isHosted(port));
  if (!carries) throw refusal(awsTexts.hostedParentNotFound(call.account, id));
  return port;
}

function isHosted(connection: ConnectionRecord): boolean {
  return connection.parentConnectionId !== undefined;
}

/** Also those that are deleted, as long as they are listed at all. */
function listHosted(world: World, portId: string): ConnectionRecord[] {
  return world.linked("connection", "carrier", portId);
}

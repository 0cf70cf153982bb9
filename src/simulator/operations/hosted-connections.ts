import { hostedAnswer } from "../answers/ports.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, checkPartner, findInterconnect, isOwn } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { awsTexts } from "../rules/texts.ts";
import { findPort, type Port } from "../world/links.ts";
import type { ConnectionRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { reads } from "./operation.ts";

export const hostedConnections = {
  DescribeHostedConnections: reads<PageInput & { connectionId: string }>((call) => {
    const port = findCarrier(call, call.input.connectionId);
    const { items, nextToken } = pageOf(listHosted(call.world, port.id), call.input);
    return { connections: items.map((item) => hostedAnswer(call.world, call.account, item)), nextToken };
  }),

  DescribeConnectionsOnInterconnect: reads<{ interconnectId: string }>((call) => {
    checkPartner(call);
    const interconnect = findInterconnect(call, call.input.interconnectId);
    const hosted = listHosted(call.world, interconnect.id);
    return { connections: hosted.map((item) => hostedAnswer(call.world, call.account, item)) };
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

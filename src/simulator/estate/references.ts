import { findPort, isGone } from "../world/links.ts";
import type { Kind, RecordOf } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { listNames } from "./layouts.ts";

interface Dangling {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * References of an estate to what it does not hold. Only the history of failover tests may speak of what is gone, and a
 * virtual interface that is gone itself: it is listed for longer than the gateway that it was on.
 */
export function findDanglingReferences(world: World): Dangling[] {
  const isPort = (id: string) => findPort(world, id) !== undefined;
  const isLag = (id: string) => world.find("lag", id) !== undefined;
  const isGateway = (id: string) => world.find("directConnectGateway", id) !== undefined;
  const isGroup = (id: string) => world.find("resiliencyGroup", id) !== undefined;
  const isConnection = (id: string) => world.find("connection", id) !== undefined;
  return [
    ...check(world, "connection", "lagId", isLag),
    ...check(world, "connection", "parentConnectionId", isPort),
    ...check(world, "interconnect", "lagId", isLag),
    ...check(world, "virtualInterface", "connectionId", isPort),
    ...check(world, "virtualInterface", "directConnectGatewayId", (id, record) => isGateway(id) || isGone(record)),
    ...check(world, "association", "directConnectGatewayId", isGateway),
    ...check(world, "proposal", "directConnectGatewayId", isGateway),
    ...check(world, "resiliencyGroupAssociation", "resiliencyGroupId", isGroup),
    ...check(world, "resiliencyGroupAssociation", "connectionId", isConnection),
  ];
}

function check<K extends Kind>(
  world: World,
  kind: K,
  member: keyof RecordOf<K> & string,
  exists: (id: string, record: RecordOf<K>) => boolean,
): Dangling[] {
  const records = [...world.all(kind)];
  return records.flatMap((record, index) => {
    const id = record[member] as string | undefined;
    if (id === undefined || id === "" || exists(id, record)) return [];
    const path = [listNames[kind], index, member];
    return [{ path, message: `nothing in the estate has the id ${id}; name one that stands in it` }];
  });
}

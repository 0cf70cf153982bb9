import { isOver } from "./dependants.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { broadcastOf, networkOf, parseAddress, type Address } from "./plan/addresses.ts";
import { labelOf, type Resource } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/** What a session is made on: the connection or LAG that carries its virtual interface, and as who it is read. */
export interface SessionPlace {
  readonly id: string;
  readonly profile: string;
}

/** Why the subnet of an address cannot be used on a port; undefined while no other session there has it (DX216). */
export function overlapOnPort(text: string, port: SessionPlace, inventory: Inventory): Text | undefined {
  const other = overlapping(text, sessionsIn(inventory).filter(({ portId }) => portId === port.id));
  const carrier = inventory.resources.find(({ id }) => id === port.id);
  return other === undefined
    ? undefined
    : phrase("The subnet of {0} overlaps with that of {1} on {2}, {3}. Choose another subnet.", text, labelOf(other.of), carrier === undefined ? port.id : labelOf(carrier), other.text);
}

/** What is odd about the subnet of an address beside the sessions on the profile's other ports (DX217). */
export function overlapElsewhere(text: string, port: SessionPlace, inventory: Inventory): Text | undefined {
  const other = overlapping(text, sessionsIn(inventory).filter(({ portId, of }) => portId !== port.id && of.profile === port.profile));
  return other === undefined ? undefined : phrase("The subnet of {0} overlaps with that of {1}, {2}: a router that has both cannot tell the sessions apart.", text, labelOf(other.of), other.text);
}

interface Session {
  readonly of: Resource;
  readonly portId: string;
  readonly text: string;
}

/** Wider ones are no session's, but somebody's shorthand. */
const widest = 24;

function overlapping(text: string, sessions: readonly Session[]): Session | undefined {
  const address = subnetIn(text);
  if (address === undefined) return undefined;
  return sessions.find((session) => {
    const other = subnetIn(session.text);
    return other !== undefined && networkOf(other) <= broadcastOf(address) && networkOf(address) <= broadcastOf(other);
  });
}

function subnetIn(text: string): Address | undefined {
  const address = parseAddress(text);
  return address?.family === "ipv4" && (address.length ?? 0) >= widest ? address : undefined;
}

/** Each virtual interface's own session and those of its further peers. */
function sessionsIn(inventory: Inventory): readonly Session[] {
  const interfaces = resourcesOf(inventory, "virtualInterface").filter((one) => !isOver(one));
  const portOf = new Map(interfaces.map(({ id, connectionId }) => [id, connectionId]));
  const peers = resourcesOf(inventory, "bgpPeer").filter((one) => !isOver(one));
  return [
    ...interfaces.map((of) => ({ of, portId: of.connectionId, text: of.amazonAddress || of.customerAddress })),
    ...peers.map((of) => ({ of, portId: portOf.get(of.virtualInterfaceId) ?? "", text: of.amazonAddress || of.customerAddress })),
  ];
}

import { namesOf } from "../model/dependants.ts";
import { usersOf, type GatewayUse } from "../model/gateway-use.ts";
import type { Inventory } from "../model/inventory.ts";
import { checkJumbo, mostLinks } from "../model/port-limits.ts";
import { carriedByPort, checkRoom } from "../model/port-room.ts";
import { labelOf, type Connection, type Lag, type Resource, type VirtualInterface } from "../model/resource.ts";
import { phrase, type Text } from "../model/text.ts";
import { vlansOn } from "../model/vlan.ts";

// Why something that a person points at cannot take what is put onto it, where a list of what can leaves it out.

/** Source: same place, device, speed and MACsec, and at most four connections or two fast ones (DX127, DX508). */
export function unfitLag(lag: Lag, connection: Connection): Text | undefined {
  const name = labelOf(lag);
  if (lag.id === connection.lagId) return phrase("{0} is in LAG {1} already.", labelOf(connection), name);
  if (lag.state === "deleting" || lag.state === "deleted") return phrase("LAG {0} is {1}.", name, lag.state);
  return unlike(lag, connection) ?? (lag.connectionIds.length < mostLinks(lag.bandwidth) ? undefined : phrase("LAG {0} has {1} connections, and a LAG of {2} takes no more.", name, lag.connectionIds.length, lag.bandwidth));
}

function unlike(lag: Lag, connection: Connection): Text | undefined {
  const name = labelOf(lag);
  if (lag.location !== connection.location) return phrase("LAG {0} is at {1} and {2} at {3}: all of a LAG is at one location.", name, lag.location, labelOf(connection), connection.location);
  if (lag.bandwidth !== connection.bandwidth) return phrase("LAG {0} has connections of {1} and {2} has {3}: all of a LAG are of one speed.", name, lag.bandwidth, labelOf(connection), connection.bandwidth);
  const areKnown = lag.awsDevice !== "" && connection.awsDevice !== "";
  if (areKnown && lag.awsDevice !== connection.awsDevice) return phrase("LAG {0} is on AWS's device {1} and {2} on {3}: all of a LAG ends on one device.", name, lag.awsDevice, labelOf(connection), connection.awsDevice);
  if (lag.macSec.capable === connection.macSec.capable) return undefined;
  return lag.macSec.capable
    ? phrase("LAG {0} was ordered for MACsec and {1} was not.", name, labelOf(connection))
    : phrase("{1} was ordered for MACsec and LAG {0} was not.", name, labelOf(connection));
}

/** Source: AssociateVirtualInterface: the VLAN has to be free, and a hosted connection carries one (DX306, DX307, DX501). */
export function unfitCarrier(port: Connection | Lag, virtualInterface: VirtualInterface, inventory: Inventory): Text | undefined {
  const room = unfitAtAll(port, virtualInterface) ?? checkRoom(port, virtualInterface.type, carriedByPort(inventory).get(port.id) ?? []);
  return room ?? unfitVlan(port, virtualInterface, inventory) ?? checkJumbo(virtualInterface.mtu, port, labelOf(port));
}

function unfitAtAll(port: Connection | Lag, virtualInterface: VirtualInterface): Text | undefined {
  const name = labelOf(port);
  if (port.id === virtualInterface.connectionId) return phrase("{0} is on {1} already.", labelOf(virtualInterface), name);
  if (port.region !== virtualInterface.region) return phrase("{0} is in {1} and {2} in {3}: it moves within its Region only.", name, port.region ?? "", labelOf(virtualInterface), virtualInterface.region ?? "");
  if (port.state !== "available" && port.state !== "down") return phrase("{0} is {1}: what takes a virtual interface has to be up or down.", name, port.state);
  return port.kind === "connection" && port.lagId !== undefined ? phrase("{0} is in a LAG, which carries the virtual interfaces. Put it onto the LAG.", name) : undefined;
}

function unfitVlan(port: Connection | Lag, { vlan, id }: VirtualInterface, inventory: Inventory): Text | undefined {
  if (port.kind === "connection" && port.hosted && port.vlan !== undefined && port.vlan !== vlan) {
    return phrase("VLAN {0} is not that of the hosted connection {1}, which is {2}.", String(vlan), labelOf(port), String(port.vlan));
  }
  const user = vlansOn(port, inventory).get(vlan);
  return user === undefined || user.id === id ? undefined : phrase("VLAN {0} is already used by {1} on {2}.", String(vlan), labelOf(user), labelOf(port));
}

/** Source: a Direct Connect gateway serves private or transit virtual interfaces, never both (DX304). */
export function unfitGateway(use: GatewayUse, resource: Resource, inventory: Inventory): Text | undefined {
  if (resource.kind !== "directConnectGateway") return undefined;
  const users = usersOf(resource, use === "private" ? "transit" : "private", inventory);
  if (users.length === 0) return undefined;
  return use === "private"
    ? phrase("Direct Connect gateway {0} serves {1} and cannot take a private virtual interface as well. Choose another one.", labelOf(resource), namesOf(users, inventory))
    : phrase("Direct Connect gateway {0} serves {1} and cannot take a transit virtual interface as well. Choose another one.", labelOf(resource), namesOf(users, inventory));
}

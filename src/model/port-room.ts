import { isOver } from "./dependants.ts";
import { groupBy } from "./group-by.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { labelOf, type Connection, type Lag, type VirtualInterface, type VirtualInterfaceType } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/** Quotas that AWS raises for nobody. Source: quotas page (DX522, DX701, DX703). That of transit ones (DX702) may be raised. */
const mostOthers = 50;
const most = 51;

/** The virtual interfaces on each port, by its id; one that is being deleted keeps its place until it is gone. */
export function carriedByPort(inventory: Inventory): ReadonlyMap<string, readonly VirtualInterface[]> {
  const carried = resourcesOf(inventory, "virtualInterface").filter((one) => !isOver(one) || one.state === "deleting");
  return groupBy(carried, ({ connectionId }) => connectionId);
}

/** Why a port that carries these takes no virtual interface of a type beside them; undefined where it does. */
export function checkRoom(port: Connection | Lag, type: VirtualInterfaceType, carried: readonly VirtualInterface[]): Text | undefined {
  const [first] = carried;
  if (port.kind === "connection" && port.hosted) {
    return first && phrase("Hosted connection {0} carries {1} already, and takes one virtual interface only.", labelOf(port), labelOf(first));
  }
  const others = carried.filter((one) => one.type !== "transit").length;
  if (type !== "transit" && others >= mostOthers) return phrase("{0} carries {1} private and public virtual interfaces, and a port takes no more of them. Choose another port.", labelOf(port), others);
  return carried.length >= most ? phrase("{0} carries {1} virtual interfaces, and a port takes no more. Choose another one.", labelOf(port), carried.length) : undefined;
}

import { directDependantsOf, isOver, namesOf } from "../model/dependants.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { labelOf, type Connection, type Interconnect } from "../model/resource.ts";
import { operation, type Refusal } from "./operation.ts";

export const connectionOperations = {
  confirmConnection: operation({
    action: "ConfirmConnection",
    label: "Confirm Connection",
    verb: "Confirm",
    icon: "check",
    on: [{ kind: "connection", states: ["ordering"], traits: ["owned"] }],
    danger: "changes",
    inline: true,
    parameters: {},
    input: (_, connection) => ({ connectionId: connection.id }),
    consequence: ({ partnerName }) =>
      `${partnerName === "" ? "The partner" : partnerName} ordered it for this account. Once it is confirmed, it is provisioned and AWS charges for its port hours.`,
  }),
  deleteConnection: operation({
    action: "DeleteConnection",
    label: "Delete Connection",
    verb: "Delete",
    icon: "trash",
    on: [
      { kind: "connection", states: ["ordering", "requested", "pending", "available", "down"], traits: ["owned"] },
    ],
    danger: "destroys",
    parameters: {},
    input: (_, connection) => ({ connectionId: connection.id }),
    refusal: (connection, inventory) =>
      refuseWhileCarrying(connection, inventory) ?? refuseBelowMinimumLinks(connection, inventory),
    consequence: ({ state, hosted }) => {
      if (state === "ordering") return "It has not been confirmed: deleting declines it.";
      return hosted
        ? "AWS stops charging for the port. What the partner charges ends with the partner."
        : "AWS stops charging for the port. The cross connect is a contract with the colocation provider and ends there.";
    },
  }),
  deleteInterconnect: operation({
    action: "DeleteInterconnect",
    label: "Delete Interconnect",
    verb: "Delete",
    icon: "trash",
    on: [{ kind: "interconnect", states: ["requested", "pending", "available", "down"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, interconnect) => ({ interconnectId: interconnect.id }),
    refusal: refuseWhileCarrying,
    consequence: () => "AWS stops charging for the port. The cross connect is a contract with the colocation provider and ends there.",
  }),
};

/** Source: DeleteConnection and DeleteInterconnect, "as long as there are no virtual interfaces attached" (DX517). */
function refuseWhileCarrying(port: Connection | Interconnect, inventory: Inventory): Refusal | undefined {
  const carried = directDependantsOf(inventory, port);
  if (carried.length === 0) return undefined;
  return {
    message: `${labelOf(port)} still carries ${namesOf(carried)}. Delete ${carried.length === 1 ? "it" : "them"} first.`,
    because: carried.map(({ key }) => key),
  };
}

/** Source: DeleteConnection is refused where it takes a LAG below its minimum, except for the last member (DX507). */
function refuseBelowMinimumLinks(connection: Connection, inventory: Inventory): Refusal | undefined {
  const lag = resourcesOf(inventory, "lag").find(({ id }) => id === connection.lagId);
  if (lag === undefined) return undefined;
  const others = resourcesOf(inventory, "connection").filter(
    (other) => other.lagId === lag.id && other.id !== connection.id && !isOver(other),
  );
  if (others.length === 0 || others.length >= lag.minimumLinks) return undefined;
  return {
    message: `LAG ${labelOf(lag)} needs at least ${lag.minimumLinks} links and would keep ${others.length}. Lower its minimum links, or delete the LAG, first.`,
    because: [lag.key],
  };
}

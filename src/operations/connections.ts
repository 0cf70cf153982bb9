import { directDependantsOf, isOver, namesOf } from "../model/dependants.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { linksIn } from "../model/lag-links.ts";
import { labelOf, type Connection, type Interconnect } from "../model/resource.ts";
import { phrase } from "../model/text.ts";
import { operation, type Refusal } from "./operation.ts";

export const connectionOperations = {
  confirmConnection: operation({
    action: "ConfirmConnection",
    label: phrase("Confirm Connection"),
    verb: phrase("Confirm"),
    icon: "check",
    on: [{ kind: "connection", states: ["ordering"], traits: ["owned"] }],
    danger: "changes",
    inline: true,
    parameters: {},
    input: (_, connection) => ({ connectionId: connection.id }),
    consequence: ({ partnerName }) =>
      partnerName === ""
        ? phrase("The partner ordered it for this account. Once it is confirmed, it is provisioned and AWS charges for its port hours.")
        : phrase("{0} ordered it for this account. Once it is confirmed, it is provisioned and AWS charges for its port hours.", partnerName),
  }),
  deleteConnection: operation({
    action: "DeleteConnection",
    label: phrase("Delete Connection"),
    verb: phrase("Delete"),
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
      if (state === "ordering") return phrase("It has not been confirmed: deleting declines it.");
      return hosted
        ? phrase("AWS stops charging for the port. What the partner charges ends with the partner.")
        : endOfPort;
    },
  }),
  deleteInterconnect: operation({
    action: "DeleteInterconnect",
    label: phrase("Delete Interconnect"),
    verb: phrase("Delete"),
    icon: "trash",
    on: [{ kind: "interconnect", states: ["requested", "pending", "available", "down"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, interconnect) => ({ interconnectId: interconnect.id }),
    refusal: refuseWhileCarrying,
    consequence: () => endOfPort,
  }),
};

const endOfPort = phrase("AWS stops charging for the port. The cross connect is a contract with the colocation provider and ends there.");

/** Source: DeleteConnection and DeleteInterconnect, "as long as there are no virtual interfaces attached" (DX517). */
function refuseWhileCarrying(port: Connection | Interconnect, inventory: Inventory): Refusal | undefined {
  const carried = directDependantsOf(inventory, port);
  if (carried.length === 0) return undefined;
  return {
    message:
      carried.length === 1
        ? phrase("{0} still carries {1}. Delete it first.", labelOf(port), namesOf(carried, inventory))
        : phrase("{0} still carries {1}. Delete them first.", labelOf(port), namesOf(carried, inventory)),
    because: carried.map(({ key }) => key),
  };
}

/** Source: DeleteConnection is refused where it takes a LAG below its minimum, except for the last member (DX507). */
function refuseBelowMinimumLinks(connection: Connection, inventory: Inventory): Refusal | undefined {
  const lag = resourcesOf(inventory, "lag").find(({ id }) => id === connection.lagId);
  if (lag === undefined) return undefined;
  const others = linksIn(inventory).filter((other) => other.lagId === lag.id && other.id !== connection.id && !isOver(other));
  if (others.length === 0 || others.length >= lag.minimumLinks) return undefined;
  return {
    message: phrase(
      "LAG {0} needs at least {1} links and would keep {2}. Lower its minimum links, or delete the LAG, first.",
      labelOf(lag),
      lag.minimumLinks,
      others.length,
    ),
    because: [lag.key],
  };
}

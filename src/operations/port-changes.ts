import { isOver } from "../model/dependants.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { countLinks, linksIn } from "../model/lag-links.ts";
import { labelOf, type Connection, type Lag } from "../model/resource.ts";
import { noText, phrase, type Text } from "../model/text.ts";
import { operation, type Offer, type Refusal } from "./operation.ts";
import { newName } from "./parameters.ts";
import type { FormContext } from "./parameter.ts";
import { billingMode, billingModeMember, encryptionMode } from "./port-parameters.ts";
import { unfitLag } from "./unfit.ts";

const settled = ["requested", "available", "down"] as const;
const ownConnection = { kind: "connection", states: ["requested", "pending", "available", "down"], traits: ["owned"] } as const satisfies Offer;
const ownLag = { kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned"] } as const satisfies Offer;
const downForMinutes = phrase("The connection goes down for some minutes, and every BGP session over it with it. Its virtual interfaces and hosted connections move along.");

export const portChanges = {
  renameConnection: operation({
    action: "UpdateConnection",
    label: phrase("Rename Connection…"),
    verb: phrase("Rename"),
    icon: "edit",
    on: [ownConnection],
    danger: "changes",
    parameters: { name: newName },
    members: { name: "connectionName" },
    input: ({ name }, { id }) => ({ connectionId: id, connectionName: name }),
  }),
  setConnectionEncryption: operation({
    action: "UpdateConnection",
    label: phrase("Set Encryption Mode of Connection…"),
    verb: phrase("Set Mode"),
    icon: "lock",
    on: [{ ...ownConnection, states: ["available", "down"], traits: ["owned", "macSec"], without: ["inLag"] }],
    danger: "interrupts",
    parameters: { encryptionMode: { ...encryptionMode, initial: modeOf } },
    members: { encryptionMode: "encryptionMode" },
    input: ({ encryptionMode: mode }, { id }) => ({ connectionId: id, encryptionMode: mode }),
    consequence: (_, __, { encryptionMode: mode }) => encryptionConsequence(mode),
  }),
  setBillingMode: operation({
    action: "UpdateConnectionsBillingMode",
    label: phrase("Change Billing Mode…"),
    verb: phrase("Change"),
    icon: "credit-card",
    on: [{ ...ownConnection, without: ["hosted"] }],
    danger: "changes",
    touches: ["lag"],
    parameters: { billingMode },
    input: ({ billingMode: mode }, { id }) => ({ connectionIds: [id], billingMode: "PayAsYouGo", ...billingModeMember(mode) }),
  }),
  moveConnectionToLag: operation({
    action: "AssociateConnectionWithLag",
    label: phrase("Move Connection to LAG…"),
    verb: phrase("Move"),
    icon: "layers",
    on: [{ ...ownConnection, states: [...settled], without: ["hosted"] }],
    danger: "interrupts",
    touches: ["lag", "virtualInterface"],
    parameters: {
      lag: {
        type: "resource",
        label: phrase("LAG"),
        hint: phrase("Choose a LAG on the same device of AWS, with connections of the same speed"),
        options: lagsFor,
        unfit: (resource, { target }) => (resource.kind === "lag" && target.kind === "connection" ? unfitLag(resource, target) : undefined),
        none: phrase("No LAG fits: it has to be on the same device of AWS, of the same speed, both with MACsec or both without, and have room for another connection."),
      },
    },
    input: ({ lag }, { id }) => ({ connectionId: id, lagId: lag.id }),
    refusal: refuseLeaving,
    consequence: () => downForMinutes,
  }),
  removeConnectionFromLag: operation({
    action: "DisassociateConnectionFromLag",
    label: phrase("Remove Connection from LAG"),
    verb: phrase("Remove"),
    icon: "remove",
    on: [{ ...ownConnection, states: [...settled], traits: ["owned", "inLag"] }],
    danger: "interrupts",
    touches: ["lag"],
    parameters: {},
    input: (_, { id, lagId }) => ({ connectionId: id, lagId: lagId ?? "" }),
    refusal: refuseLeaving,
    consequence: () => phrase("The connection goes down for some minutes and then stands alone, charged as before. The virtual interfaces stay on the LAG, which has less bandwidth."),
  }),
  renameLag: operation({
    action: "UpdateLag",
    label: phrase("Rename LAG…"),
    verb: phrase("Rename"),
    icon: "edit",
    on: [ownLag],
    danger: "changes",
    parameters: { name: newName },
    members: { name: "lagName" },
    input: ({ name }, { id }) => ({ lagId: id, lagName: name }),
  }),
  setMinimumLinks: operation({
    action: "UpdateLag",
    label: phrase("Set Minimum Links of LAG…"),
    verb: phrase("Set"),
    icon: "list-ordered",
    on: [ownLag],
    danger: "interrupts",
    parameters: {
      minimumLinks: {
        type: "number",
        label: phrase("Minimum Links"),
        hint: phrase("With fewer connections up, the whole LAG goes down. 0 keeps it up with any."),
        initial: ({ target }) => (target.kind === "lag" ? target.minimumLinks : undefined),
        check: (value, { target }) => {
          const most = target.kind === "lag" ? target.connectionIds.length : 0;
          return value >= 0 && value <= most ? undefined : phrase("Choose a number from 0 to {0}, the LAG's connections.", most);
        },
      },
    },
    members: { minimumLinks: "minimumLinks" },
    input: ({ minimumLinks }, { id }) => ({ lagId: id, minimumLinks }),
    consequence: (lag, inventory, { minimumLinks }) => minimumConsequence(lag, inventory, minimumLinks),
    stops: (lag, inventory, { minimumLinks }) => minimumLinks > linksUp(lag, inventory),
  }),
  setLagEncryption: operation({
    action: "UpdateLag",
    label: phrase("Set Encryption Mode of LAG…"),
    verb: phrase("Set Mode"),
    icon: "lock",
    on: [{ ...ownLag, states: ["available", "down"], traits: ["owned", "macSec"] }],
    danger: "interrupts",
    parameters: { encryptionMode: { ...encryptionMode, initial: modeOf } },
    members: { encryptionMode: "encryptionMode" },
    input: ({ encryptionMode: mode }, { id }) => ({ lagId: id, encryptionMode: mode }),
    consequence: (_, __, { encryptionMode: mode }) => encryptionConsequence(mode),
  }),
};

function linksUp({ id }: Lag, inventory: Inventory): number {
  return countLinks(linksIn(inventory)).get(id)?.up ?? 0;
}

function minimumConsequence(lag: Lag, inventory: Inventory, minimum: number): Text {
  const up = linksUp(lag, inventory);
  if (minimum > up) return phrase("Only {0} of its connections are up: the LAG goes down at once, with everything on it.", up);
  if (up === 0) return noText;
  if (minimum < up) return phrase("Nothing stops now: {0} of its connections are up.", up);
  return phrase("Nothing stops now, but no more than {0} of its connections are up: if one of them goes down, so does the LAG, with everything on it.", up);
}

function modeOf({ target }: FormContext): string | undefined {
  return target.kind === "connection" || target.kind === "lag" ? target.macSec.mode : undefined;
}

function encryptionConsequence(mode: string) {
  return mode === "must_encrypt"
    ? phrase("While no key is agreed with your router, nothing passes: everything on the port stops.")
    : phrase("The session keys are agreed anew, for which traffic can stop for some seconds.");
}

/** Source: same device, speed and MACsec, and at most four connections or two fast ones (DX127, DX508). */
function lagsFor({ target, inventory }: FormContext): readonly Lag[] {
  if (target.kind !== "connection") return [];
  return resourcesOf(inventory, "lag").filter((lag) => lag.owned && !isOver(lag) && lag.region === target.region && unfitLag(lag, target) === undefined);
}

/** Source: DisassociateConnectionFromLag and AssociateConnectionWithLag, not below the minimum, but for the last (DX507). */
function refuseLeaving(connection: Connection, inventory: Inventory): Refusal | undefined {
  const lag = resourcesOf(inventory, "lag").find(({ id }) => id === connection.lagId);
  if (lag === undefined) return undefined;
  const left = linksIn(inventory).filter(({ id, lagId, state }) => lagId === lag.id && id !== connection.id && state !== "deleting" && state !== "deleted").length;
  if (left === 0 || left >= lag.minimumLinks) return undefined;
  return {
    message: phrase("LAG {0} needs at least {1} links and would keep {2}. Lower its minimum links first.", labelOf(lag), lag.minimumLinks, left),
    because: [lag.key],
  };
}

import { resourcesOf } from "../model/inventory.ts";
import type { Connection } from "../model/resource.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { isSameAccount } from "./context.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation, type Offer } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import type { OutputOf } from "./sdk.ts";
import type { Target } from "./target.ts";

const places = [{ kind: "place", states: ["account", "region"] }] as const satisfies readonly Offer[];
/** Also the tree's heading of groups, on which each group has what is done to it. */
const placesOfAll = [{ kind: "place", states: ["account", "region", "resiliencyGroup"] }] as const satisfies readonly Offer[];
const group = { kind: "resiliencyGroup", states: ["pending", "available"], traits: ["owned"] } as const satisfies Offer;
const settledGroup = { ...group, states: ["available"] } as const satisfies Offer;
const members = { kind: "connection", states: ["requested", "pending", "available", "down"], traits: ["owned"] } as const satisfies Offer;

/** A group of the Region that is asked. Not every policy lets the tree list them, so they are looked up. */
const groupToChoose = {
  type: "choice",
  label: phrase("Resiliency Group"),
  hint: phrase("Choose one, or type its id: dxrg-…"),
  options: () => [],
  lookup: {
    action: "ListResiliencyGroups",
    input: () => ({}),
    pages: "items",
    options: ({ items = [] }: OutputOf<"ListResiliencyGroups">) =>
      items.flatMap(({ resiliencyGroupId: id, resiliencyGroupName: name = "", state = "" }) => (id === undefined ? [] : [{ value: id, label: verbatim(name === "" ? id : name), description: verbatim(state), detail: verbatim(id) }])),
  },
  when: ({ target }: FormContext) => target.kind !== "resiliencyGroup",
  other: (id: string) => (/^dxrg-[0-9a-z]{17}$/i.test(id) ? undefined : phrase("An id is dxrg- with 17 letters and digits.")),
} as const;

const groupName = {
  type: "text",
  label: phrase("Name of the Resiliency Group"),
  hint: phrase("Up to 255 letters, digits, _ and -"),
  check: (name: string): Text | undefined => (/^[\w-]{1,255}$/.test(name) ? undefined : phrase("A name is 1 to 255 letters, digits, _ and -.")),
} as const;

const connections = {
  type: "resources",
  label: phrase("Connections"),
  hint: phrase("Choose up to 50"),
  most: 50,
  when: ({ target }: FormContext) => target.kind !== "connection",
} as const;

/** Those that a group does not hold yet; where it or what it holds is not known, all. */
const connectionsToAdd = {
  ...connections,
  options: (context: FormContext) => connectionsFor(context).filter(({ id }) => membersOf(context.target)?.includes(id) !== true),
  none: phrase("The account has no connection here that could still be put into the group."),
} as const;

const connectionsToRemove = {
  ...connections,
  options: (context: FormContext) => connectionsFor(context).filter(({ id }) => membersOf(context.target)?.includes(id) !== false),
  none: phrase("The group has no connection that could be taken out of it."),
} as const;

/** What is alike in putting connections into a group and taking them out of it. */
const membership = {
  icon: "shield",
  on: [members, settledGroup, ...places],
  danger: "changes",
  touches: ["resiliencyGroup"],
  input: ({ group: id, connections: chosen }: { readonly group?: string | undefined; readonly connections?: readonly Connection[] | undefined }, target: Target) => ({
    resiliencyGroupId: groupIdOf(id, target),
    connectionIdentifiers: idsOf(chosen, target),
  }),
} as const;

export const resiliencyGroupOperations = {
  createResiliencyGroup: operation({
    action: "CreateResiliencyGroup",
    label: phrase("Create Resiliency Group…"),
    verb: phrase("Create"),
    icon: "shield",
    on: placesOfAll,
    danger: "changes",
    touches: ["resiliencyGroup"],
    parameters: {
      name: groupName,
      model: {
        type: "choice",
        label: phrase("Resiliency Model"),
        options: [
          { value: "maximum-resiliency", label: phrase("Maximum resiliency"), description: phrase("separate devices in two locations or more") },
          { value: "high-resiliency", label: phrase("High resiliency"), description: phrase("one connection in each of two locations") },
          { value: "basic-resiliency", label: phrase("Basic resiliency"), description: phrase("separate devices in one location") },
        ],
      },
      tags: newTags,
    },
    input: ({ name, model, tags }) => ({ resiliencyGroupName: name, intendedResiliencyModel: model, ...tagList(tags) }),
  }),
  renameResiliencyGroup: operation({
    action: "UpdateResiliencyGroup",
    label: phrase("Rename Resiliency Group…"),
    verb: phrase("Rename"),
    icon: "edit",
    on: [settledGroup, ...places],
    danger: "changes",
    touches: ["resiliencyGroup"],
    parameters: { group: groupToChoose, name: { ...groupName, initial: ({ target }: FormContext) => (target.kind === "resiliencyGroup" ? target.name : "") } },
    input: ({ group: chosen, name }, target) => ({ resiliencyGroupId: groupIdOf(chosen, target), resiliencyGroupName: name }),
  }),
  deleteResiliencyGroup: operation({
    action: "DeleteResiliencyGroup",
    label: phrase("Delete Resiliency Group…"),
    verb: phrase("Delete"),
    icon: "trash",
    on: [settledGroup, ...places],
    danger: "destroys",
    touches: ["resiliencyGroup"],
    parameters: { group: groupToChoose },
    input: ({ group: chosen }, target) => ({ resiliencyGroupId: groupIdOf(chosen, target) }),
    consequence: (target, _, { group: chosen }) =>
      phrase("Resiliency group {0} is deleted. Its connections stay as they are; they have to be taken out of it first.", groupIdOf(chosen, target)),
  }),
  addToResiliencyGroup: operation({
    action: "AssociateConnectionsToResiliencyGroup",
    label: phrase("Add to Resiliency Group…"),
    verb: phrase("Add"),
    ...membership,
    parameters: { group: groupToChoose, connections: connectionsToAdd },
  }),
  removeFromResiliencyGroup: operation({
    action: "DisassociateConnectionsFromResiliencyGroup",
    label: phrase("Remove from Resiliency Group…"),
    verb: phrase("Remove"),
    ...membership,
    parameters: { group: groupToChoose, connections: connectionsToRemove },
  }),
  listResiliencyGroups: operation({
    action: "ListResiliencyGroups",
    label: phrase("Show Resiliency Groups"),
    verb: phrase("Show"),
    icon: "shield",
    on: placesOfAll,
    danger: "reads",
    then: "show",
    pages: "items",
    parameters: {},
    input: () => ({}),
    document: ({ items = [] }, { region = "" }) => ({
      form: "table",
      title: phrase("Resiliency groups in {0}", region),
      columns: [phrase("Name"), phrase("State"), phrase("Type"), phrase("Id")],
      rows: items.map((one) => [one.resiliencyGroupName, one.state, one.resiliencyGroupType, one.resiliencyGroupId].map((text = "") => verbatim(text))),
      none: phrase("There is none."),
    }),
  }),
  showResiliencyGroup: operation({
    action: "GetResiliencyGroup",
    label: phrase("Show Resiliency Group…"),
    verb: phrase("Show"),
    icon: "shield",
    on: [group, ...places],
    danger: "reads",
    then: "show",
    parameters: { group: groupToChoose },
    input: ({ group: chosen }, target) => ({ resiliencyGroupId: groupIdOf(chosen, target) }),
    document: ({ resiliencyGroup = {} }) => ({ form: "text", name: `${resiliencyGroup.resiliencyGroupName ?? "group"}.json`, content: `${JSON.stringify(resiliencyGroup, undefined, 2)}\n` }),
  }),
  listResiliencyGroupConnections: operation({
    action: "ListResiliencyGroupAssociations",
    label: phrase("Show Connections of Resiliency Group…"),
    verb: phrase("Show"),
    icon: "shield",
    on: [group, ...places],
    danger: "reads",
    then: "show",
    pages: "items",
    parameters: { group: groupToChoose },
    input: ({ group: chosen }, target) => ({ resiliencyGroupId: groupIdOf(chosen, target) }),
    document: ({ items = [] }, target, { group: chosen }) => ({
      form: "table",
      title: phrase("Connections of resiliency group {0}", groupIdOf(chosen, target)),
      columns: [phrase("Connection"), phrase("State")],
      rows: items.map(({ connectionArn = "", state = "" }) => [verbatim(connectionArn.split("/").at(-1) ?? ""), verbatim(state)]),
      none: phrase("It has no connections."),
    }),
  }),
};

function connectionsFor({ target, inventory }: FormContext): readonly Connection[] {
  return resourcesOf(inventory, "connection").filter(
    (connection) => connection.owned && members.states.some((state) => state === connection.state) && connection.region === target.region && isSameAccount(connection, target, inventory),
  );
}

/** Undefined where they are not known. */
function membersOf(target: Target): readonly string[] | undefined {
  return target.kind === "resiliencyGroup" ? target.connectionIds : undefined;
}

/** The group that the form was opened on, or the one that was chosen in it. */
function groupIdOf(chosen: string | undefined, target: Target): string {
  return target.kind === "resiliencyGroup" ? target.id : (chosen ?? "");
}

function idsOf(chosen: readonly Connection[] | undefined, target: Target): string[] {
  return target.kind === "connection" ? [target.id] : (chosen ?? []).map(({ id }) => id);
}

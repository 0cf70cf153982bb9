import { resourcesOf } from "../model/inventory.ts";
import type { Connection } from "../model/resource.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { isSameAccount } from "./context.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation, type Offer } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import type { OutputOf } from "./sdk.ts";
import { isPlace, type Target } from "./target.ts";

const places = [{ kind: "place", states: ["account", "region"] }] as const satisfies readonly Offer[];
const members = { kind: "connection", states: ["requested", "pending", "available", "down"], traits: ["owned"] } as const satisfies Offer;

/** A group of the Region that is asked. No listing of the tree has them, so they are looked up. */
const group = {
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
  options: connectionsFor,
  none: phrase("The account has no connection here that could be in a group."),
  when: ({ target }: FormContext) => isPlace(target),
} as const;

/** What is alike in putting connections into a group and taking them out of it. */
const membership = {
  icon: "shield",
  on: [members, ...places],
  danger: "changes",
  then: "nothing",
  parameters: { group, connections },
  input: ({ group: id, connections: chosen }: { readonly group: string; readonly connections?: readonly Connection[] | undefined }, target: Target) => ({
    resiliencyGroupId: id,
    connectionIdentifiers: idsOf(chosen, target),
  }),
} as const;

export const resiliencyGroupOperations = {
  createResiliencyGroup: operation({
    action: "CreateResiliencyGroup",
    label: phrase("Create Resiliency Group…"),
    verb: phrase("Create"),
    icon: "shield",
    on: places,
    danger: "changes",
    then: "nothing",
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
    on: places,
    danger: "changes",
    then: "nothing",
    parameters: { group, name: groupName },
    input: ({ group: id, name }) => ({ resiliencyGroupId: id, resiliencyGroupName: name }),
  }),
  deleteResiliencyGroup: operation({
    action: "DeleteResiliencyGroup",
    label: phrase("Delete Resiliency Group…"),
    verb: phrase("Delete"),
    icon: "trash",
    on: places,
    danger: "destroys",
    then: "nothing",
    parameters: { group },
    input: ({ group: id }) => ({ resiliencyGroupId: id }),
    consequence: (_, __, { group: id }) => phrase("Resiliency group {0} is deleted. Its connections stay as they are; they have to be taken out of it first.", id),
  }),
  addToResiliencyGroup: operation({
    action: "AssociateConnectionsToResiliencyGroup",
    label: phrase("Add to Resiliency Group…"),
    verb: phrase("Add"),
    ...membership,
  }),
  removeFromResiliencyGroup: operation({
    action: "DisassociateConnectionsFromResiliencyGroup",
    label: phrase("Remove from Resiliency Group…"),
    verb: phrase("Remove"),
    ...membership,
  }),
  listResiliencyGroups: operation({
    action: "ListResiliencyGroups",
    label: phrase("Show Resiliency Groups"),
    verb: phrase("Show"),
    icon: "shield",
    on: places,
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
    on: places,
    danger: "reads",
    then: "show",
    parameters: { group },
    input: ({ group: id }) => ({ resiliencyGroupId: id }),
    document: ({ resiliencyGroup = {} }) => ({ form: "text", name: `${resiliencyGroup.resiliencyGroupName ?? "group"}.json`, content: `${JSON.stringify(resiliencyGroup, undefined, 2)}\n` }),
  }),
  listResiliencyGroupConnections: operation({
    action: "ListResiliencyGroupAssociations",
    label: phrase("Show Connections of Resiliency Group…"),
    verb: phrase("Show"),
    icon: "shield",
    on: places,
    danger: "reads",
    then: "show",
    pages: "items",
    parameters: { group },
    input: ({ group: id }) => ({ resiliencyGroupId: id }),
    document: ({ items = [] }, _, { group: id }) => ({
      form: "table",
      title: phrase("Connections of resiliency group {0}", id),
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

function idsOf(chosen: readonly Connection[] | undefined, target: FormContext["target"]): string[] {
  return isPlace(target) ? (chosen ?? []).map(({ id }) => id) : [target.id];
}

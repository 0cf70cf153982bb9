import { expect, test } from "vitest";
import { sortTargets } from "../../src/extension/operation-targets.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { operationOf, type OperationId } from "../../src/operations/index.ts";
import { formatText } from "../support/format-text.ts";
import { connection, virtualInterface } from "../support/sample-inventory.ts";

const inventory = {
  ...emptyInventory,
  resources: [
    connection({ id: "dxcon-free" }),
    connection({ id: "dxcon-busy", name: "busy" }),
    virtualInterface({ id: "dxvif-1", connectionId: "dxcon-busy" }),
    connection({ id: "dxcon-going", name: "going", state: "deleting" }),
  ],
};

test.each<[string, OperationId, Resource, RegExp]>([
  ["another kind", "deleteConnection", virtualInterface({ id: "dxvif-1", name: "vif" }), /^vif \(virtual interface\) is nothing/],
  ["another type", "confirmPublicVirtualInterface", virtualInterface({ id: "dxvif-1", state: "confirming" }), /^dxvif-1 \(virtual interface\) is nothing/],
  ["another account's", "deleteConnection", connection({ id: "dxcon-a", ownerAccount: "222233334444" }), /belongs to account 222233334444/],
  ["another state", "confirmConnection", connection({ id: "dxcon-a", state: "pending" }), /is now pending/],
  ["no tags of its own", "removeTags", connection({ id: "dxcon-a", tags: { "aws:x": "y" } }), /is nothing that this can be done to/],
])("a selection may hold %s", (_, id, resource, expected) => {
  const { blocked } = sortTargets(operationOf(id), [resource.key], { ...emptyInventory, resources: [resource] }, formatText);
  expect(blocked[0]?.message).toMatch(expected);
});

test("a selection is sorted into what can be done and what cannot, with the reason", () => {
  const keys = ["connection/dxcon-free", "connection/dxcon-busy", "connection/dxcon-going", "connection/dxcon-gone"];
  const { ready, blocked } = sortTargets(operationOf("deleteConnection"), keys, inventory, formatText);
  expect(ready.map(({ key }) => key)).toEqual(["connection/dxcon-free"]);
  expect(blocked.map(({ label, message, because }) => [label, message, because])).toEqual([
    ["busy", expect.stringContaining("still carries 1 virtual interface"), ["virtualInterface/dxvif-1"]],
    ["going", "going is now deleting, which does not allow it.", ["connection/dxcon-going"]],
    ["dxcon-gone", "dxcon-gone is gone: it is listed no more.", []],
  ]);
});

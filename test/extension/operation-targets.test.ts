import { expect, test } from "vitest";
import { sortTargets } from "../../src/extension/operation-targets.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { operationOf } from "../../src/operations/index.ts";
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

test("a selection is sorted into what can be done and what cannot, with the reason", () => {
  const keys = ["connection/dxcon-free", "connection/dxcon-busy", "connection/dxcon-going", "connection/dxcon-gone"];
  const { ready, blocked } = sortTargets(operationOf("deleteConnection"), keys, inventory, formatText);
  expect(ready.map(({ id }) => id)).toEqual(["dxcon-free"]);
  expect(blocked.map(({ label, message, because }) => [label, message, because])).toEqual([
    ["busy", expect.stringContaining("still carries 1 virtual interface"), ["virtualInterface/dxvif-1"]],
    ["going", "going is now deleting, which does not allow it.", ["connection/dxcon-going"]],
    ["dxcon-gone", "dxcon-gone is gone: it is listed no more.", []],
  ]);
});

import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { countLinks, isLink, leastLinks, linksIn } from "../../src/model/lag-links.ts";
import { connection, interconnect } from "../support/sample-inventory.ts";

const on = { lagId: "dxlag-1" };
const resources = [
  connection({ id: "a", ...on }),
  connection({ id: "b", ...on, state: "down" }),
  connection({ id: "c", ...on, state: "pending" }),
  connection({ id: "d", ...on, state: "deleted" }),
  interconnect({ id: "e", ...on }),
  connection({ id: "hosted", ...on, hosted: true }),
  connection({ id: "alone" }),
];

test("links are counted by their LAG, without what has ended and what is only carried", () => {
  expect([...countLinks(linksIn({ ...emptyInventory, resources }))]).toEqual([["dxlag-1", { all: 4, up: 2, down: 1 }]]);
  expect(resources.filter(isLink).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});

test("without any link a LAG carries nothing, whatever its minimum", () => {
  expect([0, 1, 3].map((minimumLinks) => leastLinks({ minimumLinks }))).toEqual([1, 1, 3]);
});

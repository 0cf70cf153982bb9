import { expect, expectTypeOf, test } from "vitest";
import { emptyInventory, indexResources, resourcesOf } from "../../src/model/inventory.ts";
import type { VirtualInterface } from "../../src/model/resource.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

test("resources are found by key", () => {
  const inventory = sampleInventory();
  const index = indexResources(inventory);
  expect(index.size).toBe(inventory.resources.length);
  for (const resource of inventory.resources) expect(index.get(resource.key)).toBe(resource);
  expect(indexResources(emptyInventory).size).toBe(0);
});

test("those of one kind are all of it and of its type", () => {
  const inventory = sampleInventory();
  const found = resourcesOf(inventory, "virtualInterface");
  expectTypeOf(found).toEqualTypeOf<readonly VirtualInterface[]>();
  expect(found).toHaveLength(inventory.resources.filter(({ kind }) => kind === "virtualInterface").length);
  expect(found.length).toBeGreaterThan(0);
});

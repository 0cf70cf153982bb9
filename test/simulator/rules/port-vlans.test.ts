import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { checkVlan, checkVlanFree } from "../../../src/simulator/rules/port-vlans.ts";

const world = loadEstate("sample", Date.UTC(2026, 0, 1));

function named<T extends { readonly name: string }>(records: Iterable<T>, name: string): T {
  const found = [...records].find((record) => record.name === name);
  if (found === undefined) throw new Error(`the sample has no ${name}`);
  return found;
}

test("a VLAN is a number from 1 to 4094", () => {
  expect(() => checkVlan(1)).not.toThrow();
  expect(() => checkVlan(4094)).not.toThrow();
  expect(() => checkVlan(0)).toThrow("vlan is 0 and must be between 1 and 4094.");
  expect(() => checkVlan(4095)).toThrow("vlan is 4095 and must be between 1 and 4094.");
});

test("a VLAN of a virtual interface is taken on its port alone", () => {
  const { id, connectionId, vlan } = named(world.all("virtualInterface"), "prod-iad-a-private");
  expect(() => checkVlanFree(world, connectionId, vlan)).toThrow(`The VLAN ${vlan} is already in use on ${connectionId}, by ${id}.`);
  expect(() => checkVlanFree(world, connectionId, vlan, { id })).not.toThrow();
  expect(() => checkVlanFree(world, named(world.all("connection"), "prod-iad-b").id, vlan)).not.toThrow();
});

test("a VLAN of a hosted connection is taken on what carries it", () => {
  const { id, vlan } = named(world.all("connection"), "branch-iad-data");
  const interconnect = named(world.all("interconnect"), "megaport-iad-1");
  expect(() => checkVlanFree(world, interconnect.id, vlan ?? 0)).toThrow(`by ${id}`);
});

test("what is deleted or turned down holds its VLAN no longer", () => {
  const retired = named(world.all("virtualInterface"), "dev-iad-a-retired");
  const refused = named(world.all("virtualInterface"), "shared-iad-refused");
  for (const { connectionId, vlan } of [retired, refused]) expect(() => checkVlanFree(world, connectionId, vlan)).not.toThrow();
});

import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { checkVlan, freeVlans, nextFreeVlan, offeredVlan } from "../../src/model/vlan.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, interconnect, virtualInterface } from "../support/sample-inventory.ts";

const port = connection({ id: "dxcon-a", name: "port" });
const inventory = {
  ...emptyInventory,
  resources: [
    virtualInterface({ id: "v1", name: "one", connectionId: "dxcon-a", vlan: 101 }),
    virtualInterface({ id: "v2", connectionId: "dxcon-a", vlan: 102, state: "deleting" }),
    virtualInterface({ id: "v3", connectionId: "dxcon-a", vlan: 103, state: "deleted" }),
    virtualInterface({ id: "v4", connectionId: "dxcon-b", vlan: 104 }),
    connection({ id: "h", hosted: true, vlan: 500, parentId: "dxcon-i" }),
  ],
};

test("a VLAN in use is told with its user and the next free one; one that was given up is free", () => {
  expect(inEnglish(checkVlan(101, port, inventory))).toBe("VLAN 101 is already used by one on port; the next free one is 103.");
  expect(inEnglish(checkVlan(102, port, inventory))).toMatch(/used by v2/);
  expect([103, 104, 1, 4094].map((vlan) => checkVlan(vlan, port, inventory))).toEqual([undefined, undefined, undefined, undefined]);
  for (const vlan of [0, 4095, -1]) expect(inEnglish(checkVlan(vlan, port, inventory))).toMatch(/out of range/);
});

test("hosted connections use their port's VLANs, and have one of their own", () => {
  expect(inEnglish(checkVlan(500, interconnect({ id: "dxcon-i", name: "ic" }), inventory))).toMatch(/used by h on ic/);
  const hosted = connection({ id: "c", name: "ours", hosted: true, vlan: 220 });
  expect(inEnglish(checkVlan(221, hosted, inventory))).toMatch(/Use 220/);
  expect(checkVlan(220, hosted, inventory)).toBeUndefined();
  expect(offeredVlan(hosted, inventory)).toBe(220);
});

test("the one after the last in use is offered, and 101 on an empty port", () => {
  expect(offeredVlan(port, inventory)).toBe(103);
  expect(offeredVlan(connection({ id: "dxcon-new" }), inventory)).toBe(101);
  expect(nextFreeVlan(new Set([4094, 1]), 4093)).toBe(2);
  expect(nextFreeVlan({ has: () => true }, 1)).toBeUndefined();
  expect(freeVlans(new Set([102, 104]), 101, 3)).toEqual([101, 103, 105]);
  expect(freeVlans(new Set([4093]), 4092, 3)).toEqual([4092, 4094]);
});

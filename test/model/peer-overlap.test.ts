import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { overlapElsewhere, overlapOnPort } from "../../src/model/peer-overlap.ts";
import { inEnglish } from "../support/in-english.ts";
import { bgpPeer, connection, virtualInterface } from "../support/sample-inventory.ts";

const inventory = {
  ...emptyInventory,
  resources: [
    connection({ id: "dxcon-a", name: "edge" }),
    virtualInterface({ id: "dxvif-1", name: "db", connectionId: "dxcon-a", amazonAddress: "10.9.0.1/30" }),
    bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", amazonAddress: "10.9.1.1/30" }),
    virtualInterface({ id: "dxvif-gone", state: "deleted", connectionId: "dxcon-a", amazonAddress: "10.9.2.1/30" }),
    virtualInterface({ id: "dxvif-3", name: "far", connectionId: "dxcon-b", amazonAddress: "10.9.3.0/31" }),
    virtualInterface({ id: "dxvif-4", name: "other", profile: "network", connectionId: "dxcon-c", amazonAddress: "10.9.4.1/30" }),
  ],
};
const port = { id: "dxcon-a", profile: "prod" };

test.each<[string, string | undefined, string | undefined]>([
  ["10.9.0.2/30", "The subnet of 10.9.0.2/30 overlaps with that of db on edge, 10.9.0.1/30. Choose another subnet.", undefined],
  ["10.9.0.9/24", "The subnet of 10.9.0.9/24 overlaps with that of db on edge, 10.9.0.1/30. Choose another subnet.", undefined],
  ["10.9.1.2/30", "The subnet of 10.9.1.2/30 overlaps with that of dxpeer-2 on edge, 10.9.1.1/30. Choose another subnet.", undefined],
  ["10.9.2.1/30", undefined, undefined],
  ["10.9.3.1/31", undefined, "The subnet of 10.9.3.1/31 overlaps with that of far, 10.9.3.0/31: a router that has both cannot tell the sessions apart."],
  ["10.9.4.1/30", undefined, undefined],
  ["10.9.0.4/30", undefined, undefined],
  ["10.0.0.0/8", undefined, undefined],
  ["nonsense", undefined, undefined],
])("the subnet of %s", (text, onPort, elsewhere) => {
  expect([inEnglish(overlapOnPort(text, port, inventory)), inEnglish(overlapElsewhere(text, port, inventory))]).toEqual([onPort, elsewhere]);
});

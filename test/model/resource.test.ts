import { describe, expect, test } from "vitest";
import { contextValueOf, labelOf, resourceKey, traitsOf } from "../../src/model/resource.ts";
import { attachment, connection, networkTeamAccount, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

test("a key tells kinds with one id apart", () => {
  expect([resourceKey("connection", "dxcon-1"), resourceKey("interconnect", "dxcon-1")]).toEqual(["connection/dxcon-1", "interconnect/dxcon-1"]);
  const keys = sampleInventory().resources.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a resource without a name is called by its id", () => {
  expect([labelOf(connection({ id: "dxcon-1", name: "a" })), labelOf(connection({ id: "dxcon-1" }))]).toEqual(["a", "dxcon-1"]);
});

describe("traits", () => {
  test("say whose it is, whether it is hosted, and its type", () => {
    expect(traitsOf(connection({ id: "a", hosted: true }))).toEqual(["hosted", "owned"]);
    expect(traitsOf(connection({ id: "a", ownerAccount: networkTeamAccount }))).not.toContain("owned");
    expect(traitsOf(virtualInterface({ id: "a", type: "transit" }))).toContain("transit");
    expect(traitsOf(attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" }))).toContain("private");
  });

  test("come in alphabetical order, in which the menus match them", () => {
    for (const resource of sampleInventory().resources) {
      const traits = traitsOf(resource);
      expect(traits).toEqual([...traits].sort());
    }
  });
});

test("a context value holds kind, state and each trait with its own end", () => {
  expect(contextValueOf(connection({ id: "a", hosted: true, state: "ordering" }))).toMatch(/^connection:ordering;.*hosted;.*owned;$/);
});

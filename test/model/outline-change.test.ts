import { describe, expect, test } from "vitest";
import type { Inventory } from "../../src/model/inventory.ts";
import { outlineChange, type OutlineChange } from "../../src/model/outline-change.ts";
import { buildOutline } from "../../src/model/outline.ts";
import type { Resource } from "../../src/model/resource.ts";
import { bgpPeer, connection, sampleInventory } from "../support/sample-inventory.ts";

const sample = sampleInventory();

function changeOf(change: (resources: readonly Resource[]) => readonly Resource[]): OutlineChange {
  const now: Inventory = { ...sample, resources: change(sample.resources) };
  return outlineChange(buildOutline(sample, "location"), buildOutline(now, "location"));
}

function update(key: string, more: Partial<Resource>): (resources: readonly Resource[]) => readonly Resource[] {
  return (resources) => resources.map((resource) => (resource.key === key ? ({ ...resource, ...more } as Resource) : resource));
}

describe("what is drawn again", () => {
  test("nothing, when everything was read again and is the same", () => {
    expect(changeOf((resources) => structuredClone(resources))).toEqual([]);
  });

  test("one node, when its state has changed", () => {
    expect(changeOf(update("connection/dxcon-ffabc001", { state: "pending" }))).toEqual(["connection/dxcon-ffabc001"]);
  });

  test("all above it too, when something begins to wait for the user", () => {
    expect(changeOf(update("connection/dxcon-ffabc001", { state: "down" }))).toEqual(["heading/prod/region/us-east-1"]);
  });

  test("two nodes in different branches, each on its own", () => {
    const both = changeOf((resources) =>
      update("connection/dxcon-ffabc001", { state: "pending" })(update("connection/dxcon-fgh20001", { state: "pending" })(resources)),
    );
    expect(new Set(both)).toEqual(new Set(["connection/dxcon-ffabc001", "connection/dxcon-fgh20001"]));
  });

  test("the parent alone, when a child comes, goes or changes its place", () => {
    const port = "connection/dxcon-ffabc001";
    const parent = "virtualInterface/dxvif-fgprv001";
    expect(changeOf((resources) => resources.filter(({ key }) => key !== "bgpPeer/dxpeer-prv00100"))).toEqual([parent]);
    expect(changeOf((resources) => [...resources, bgpPeer({ id: "dxpeer-new", virtualInterfaceId: "dxvif-fgprv001" })])).toEqual([parent]);
    // Its attachment is called by its name and moves as well.
    const gateway = "directConnectGateway/5f294f92-bafb-4011-916d-9b0bec7ad1c1";
    expect(changeOf(update(parent, { name: "aaa-first" }))).toEqual([port, gateway]);
  });

  test("everything, when a root comes", () => {
    expect(changeOf((resources) => [...resources, connection({ id: "dxcon-new", region: "ap-south-1", location: "GPX1" })])).toBe("all");
  });
});

import { describe, expect, it } from "vitest";
import { menuContext, menuOfItem, type MenuSource } from "../../src/webview/menu-context.ts";
import { structureOf, itemOf } from "../../src/webview/graph-structure.ts";
import { englishGraph } from "../support/in-english.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const structure = structureOf(englishGraph(sampleInventory()));
const source = (...selection: string[]): MenuSource => ({ menuOf: (id) => menuOfItem(itemOf(structure, id)), selection: new Set(selection) });
const [one, other, location] = ["connection/dxcon-ffabc001", "connection/dxcon-ffabc020", "location/EqDC2"];

describe("the menu's context", () => {
  it.each([
    ["a node that is not selected stands alone", source(other), one, { webviewSection: "connection:available;owned;tagged;", resourceKey: one, resourceKeys: [one], graphId: one }],
    ["a selected one brings the others", source(other, location, one), one, { resourceKey: one, resourceKeys: [other, one] }],
    ["an edge that is a resource has its own", source(), "association/be85116d-46eb-4b43-a27a-da0c2ad648de", { webviewSection: "association:associated;owned;" }],
    ["a location is a place, alone", source(one, location), location, { webviewSection: "heading:location", resourceKeys: [structure.nodes.get(location)?.target] }],
    ["what is no resource offers only what the drawing does", source(), "customer/65001", { webviewSection: "", graphId: "customer/65001" }],
  ])("%s", (_, from, id, expected) => {
    const context: unknown = JSON.parse(menuContext(from, id));
    expect(context).toMatchObject({ ...expected, preventDefaultContextMenuItems: true });
  });

  it("of the ground is that of an account, whose commands ask where", () => {
    expect(JSON.parse(menuContext(source(one), undefined))).toEqual({ webviewSection: "heading:account", preventDefaultContextMenuItems: true });
  });
});

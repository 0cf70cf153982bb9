import { describe, expect, it } from "vitest";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { layoutGraph } from "../../src/webview/graph-layout.ts";
import { structureOf } from "../../src/webview/graph-structure.ts";
import { hoverText } from "../../src/webview/hover-text.ts";
import { mirrorRows, stateText } from "../../src/webview/mirror-rows.ts";
import { englishGraph } from "../support/in-english.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const texts = graphTexts((text) => text);
const graph = englishGraph(sampleInventory());
const { places } = layoutGraph(graph);
const rows = mirrorRows(structureOf(graph), { places }, texts);

const row = (id: string): (typeof rows)[number] => {
  const found = rows.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

describe("the mirror", () => {
  it("has every node and every edge that is a resource exactly once", () => {
    const expected = [...graph.nodes.map(({ id }) => id), ...graph.edges.filter(({ menu }) => menu !== "").map(({ id }) => id)];
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  it("nests as the drawing leads", () => {
    expect(row("lag/dxlag-fgw2k1ab").parent).toBe("location/EqDC2");
    expect(row("connection/dxcon-ffabc010")).toMatchObject({ parent: "lag/dxlag-fgw2k1ab", level: 3 });
    expect(row("virtualInterface/dxvif-fgtrn001").parent).toBe("lag/dxlag-fgw2k1ab");
    expect(row("virtualPrivateGateway/vgw-04c5d6e7").parent).toMatch(/^directConnectGateway/);
    expect(row("proposal/c2e4ac3a-0f4d-4f3d-9a53-2f4f3c1b7e05").parent).toMatch(/^directConnectGateway/);
  });

  it("numbers the rows of each parent from 1 without a gap, parents before what is in them", () => {
    const seen = new Set<string | undefined>([undefined]);
    const last = new Map<string | undefined, number>();
    for (const { id, parent, position, siblings, level } of rows) {
      expect(seen.has(parent), id).toBe(true);
      expect(position).toBe((last.get(parent) ?? 0) + 1);
      expect(position).toBeLessThanOrEqual(siblings);
      expect(level).toBe(parent === undefined ? 1 : row(parent).level + 1);
      last.set(parent, position);
      seen.add(id);
    }
  });

  it("says what a node is, how it is and where it leads", () => {
    expect(row("virtualInterface/dxvif-fgprv002").label).toBe(
      "prod-private-b, virtual interface, BGP 1/2 up · private · VLAN 102, available (needs attention in part), leads to prod-private",
    );
    expect(row("connection/dxcon-fgnet001").label).toContain("known by name only");
    expect(row("interconnect/dxcon-fgpart01").label).toContain("another account's");
  });

  it("says what a failure that is looked at would make of a node", () => {
    const id = "virtualInterface/dxvif-fgprv002";
    const labels = mirrorRows(structureOf(graph), { places, fates: new Map([[id, "lost"]]) }, texts).filter(({ label }) => label.endsWith("would be cut off"));
    expect(labels.map((each) => each.id)).toEqual([id]);
  });
});

describe("the text beside the mouse", () => {
  it.each([
    ["virtualInterface/dxvif-fgprv002", "prod-private-b\nvirtual interface\nBGP 1/2 up · private · VLAN 102\navailable (needs attention in part)"],
    ["connection/dxcon-fgnet001", "dxcon-fgnet001\nconnection\nanother account\nknown by name only"],
    ["proposal/c2e4ac3a-0f4d-4f3d-9a53-2f4f3c1b7e05", "prod-private – vgw-02d3e4f5\nassociation proposal\nproposed\nrequested"],
    ["nothing", ""],
  ])("of %s", (id, expected) => {
    expect(hoverText(structureOf(graph), id, texts)).toBe(expected);
  });
});

describe("a state in words", () => {
  it.each([
    [{ state: "down", health: "bad" }, "down"],
    [{ state: "available", health: "good" }, "available"],
    [{ state: "available", health: "bad" }, "available (needs attention)"],
    [{ state: "", health: "bad" }, "needs attention"],
    [{ state: "", health: "bad", partly: true }, "needs attention in part"],
    [{ state: "", health: "unknown" }, ""],
  ] as const)("%o", (node, expected) => {
    expect(stateText(node, texts)).toBe(expected);
  });
});

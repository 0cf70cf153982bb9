import { describe, expect, it } from "vitest";
import { graphColumns, type Graph, type GraphNode } from "../../src/model/graph.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { cardSize, isNear, rectAround, type Rect } from "../../src/webview/geometry.ts";
import { layoutGraph, spread, type Layout } from "../../src/webview/graph-layout.ts";
import { englishGraph } from "../support/in-english.ts";
import { largeInventory } from "../support/large-inventory.ts";
import { processorTime } from "../support/processor-time.ts";
import { cloudGateway, connection, directConnectGateway, lag, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const graphOf = (...resources: Resource[]): Graph => englishGraph({ ...emptyInventory, resources });

function outline(layout: Layout, node: GraphNode): Rect {
  const place = layout.places.get(node.id);
  if (place === undefined) throw new Error(`no place for ${node.id}`);
  return layout.boxes.get(node.id) ?? rectAround(place, cardSize(node.kind));
}

function ancestors(graph: Graph, node: GraphNode): readonly string[] {
  const parent = graph.nodes.find(({ id }) => id === node.parent);
  return parent === undefined ? [] : [parent.id, ...ancestors(graph, parent)];
}

/** No two cards touch, and boxes hold their own and nothing else. */
function expectTidy(graph: Graph, layout: Layout): void {
  const outlines = graph.nodes.map((node) => ({ node, rect: outline(layout, node), inside: new Set(ancestors(graph, node)) }));
  outlines.sort((one, other) => one.rect.top - other.rect.top);
  const clashes: string[] = [];
  outlines.forEach((one, index) => {
    for (const other of outlines.slice(index + 1)) {
      if (other.rect.top > one.rect.bottom) break;
      const isNested = one.inside.has(other.node.id) || other.inside.has(one.node.id);
      if (!isNested && isNear(one.rect, other.rect, 1)) clashes.push(`${one.node.id} and ${other.node.id}`);
    }
  });
  expect(clashes).toEqual([]);
}

function without(inventory: Inventory, key: string): Inventory {
  return { ...inventory, resources: inventory.resources.filter((resource) => resource.key !== key) };
}

/** The nodes that both layouts have and that are not where they were; a gateway may go to those without attachment, and from them. */
function movedCards(graph: Graph, before: Layout, after: Layout): readonly string[] {
  return graph.nodes
    .filter(({ id }) => !after.boxes.has(id) && before.places.has(id) && !before.boxes.has(id))
    .filter(({ id }) => {
      const [one = "", other = ""] = [before, after].map(({ places }) => `${places.get(id)?.x ?? ""},${places.get(id)?.y ?? ""}`);
      const boxes = [before, after].map(({ places }) => places.get(id)?.inside);
      return one !== other && (boxes[0] === boxes[1] || !boxes.includes("unattached"));
    })
    .map(({ id }) => id);
}

describe("a fresh layout", () => {
  it.each([["the sample", sampleInventory()], ["200 nodes", largeInventory(200)], ["2,000 nodes", largeInventory(2000)]])(
    "overlaps nothing: %s",
    (_, inventory) => {
      const graph = englishGraph(inventory);
      expectTidy(graph, layoutGraph(graph));
    },
  );

  it("gives every node a place", () => {
    const graph = englishGraph(sampleInventory());
    expect([...layoutGraph(graph).places.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
  });

  it("keeps the columns in order where one lane is enough", () => {
    const graph = graphOf(...sampleInventory().resources.filter(({ region }) => region !== "eu-west-1"));
    const layout = layoutGraph(graph);
    const edges = graphColumns.map((column) => {
      const xs = graph.nodes.filter((node) => node.column === column).map((node) => outline(layout, node));
      return { left: Math.min(...xs.map(({ left }) => left)), right: Math.max(...xs.map(({ right }) => right)) };
    });
    edges.slice(1).forEach(({ left }, index) => expect(left).toBeGreaterThan(edges[index]?.right ?? 0));
  });

  it.each([60, 500, 2000])("has about the form of a screen: %i nodes", (count) => {
    const graph = englishGraph(count === 60 ? sampleInventory() : largeInventory(count));
    const layout = layoutGraph(graph);
    const rects = graph.nodes.map((node) => outline(layout, node));
    const width = Math.max(...rects.map(({ right }) => right)) - Math.min(...rects.map(({ left }) => left));
    const height = Math.max(...rects.map(({ bottom }) => bottom)) - Math.min(...rects.map(({ top }) => top));
    expect(width / height).toBeGreaterThan(0.8);
    expect(width / height).toBeLessThan(2.6);
  });

  it("is the same for equal graphs, whatever the order of their nodes", () => {
    const { nodes, edges } = englishGraph(sampleInventory());
    const one = layoutGraph({ nodes, edges });
    const other = layoutGraph({ nodes: [...nodes].reverse(), edges });
    expect([...other.places].sort()).toEqual([...one.places].sort());
  });

  it("puts virtual interfaces beside the port that carries them", () => {
    const graph = graphOf(connection({ id: "dxcon-1" }), virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" }));
    const { places } = layoutGraph(graph);
    expect(places.get("virtualInterface/dxvif-1")?.y).toBe(places.get("connection/dxcon-1")?.y);
  });

  it("puts gateways that nothing leads to in one frame below the others, under their like", () => {
    const loose = Array.from({ length: 5 }, (_, index) => cloudGateway("virtualPrivateGateway", { id: `vgw-${index}` }));
    const joined = [connection({ id: "dxcon-1" }), virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1", directConnectGatewayId: "gw" })];
    const graph = graphOf(...joined, ...loose, directConnectGateway({ id: "lab" }));
    const layout = layoutGraph(graph);
    expectTidy(graph, layout);
    const at = (id: string): { x: number; y: number } => layout.places.get(id) ?? { x: Number.NaN, y: Number.NaN };
    expect(at("directConnectGateway/lab").x).toBe(at("directConnectGateway/gw").x);
    expect(at("virtualPrivateGateway/vgw-0").y).toBe(at("directConnectGateway/lab").y);
    expect(layout.boxes.get("unattached")?.top).toBeGreaterThan(at("directConnectGateway/gw").y);
  });

  it("gives all locations one width, with a LAG in them and without", () => {
    const layout = layoutGraph(englishGraph(sampleInventory()));
    const widths = [...layout.boxes].filter(([id]) => id.startsWith("location/")).map(([, { left, right }]) => Math.round(right - left));
    expect(widths).toHaveLength(4);
    expect(new Set(widths).size).toBe(1);
  });

  it("does not cross the edges of two ports with a gateway each", () => {
    const pair = (name: string, gateway: string): Resource[] => [
      connection({ id: `dxcon-${name}` }),
      virtualInterface({ id: `dxvif-${name}`, connectionId: `dxcon-${name}`, directConnectGatewayId: gateway }),
    ];
    const { places } = layoutGraph(graphOf(...pair("a", "zeta"), ...pair("b", "alpha")));
    const y = (id: string): number => places.get(id)?.y ?? Number.NaN;
    expect(Math.sign(y("virtualInterface/dxvif-a") - y("virtualInterface/dxvif-b"))).toBe(
      Math.sign(y("directConnectGateway/zeta") - y("directConnectGateway/alpha")),
    );
  });

  it("takes little time for 2,000 nodes", () => {
    const graph = englishGraph(largeInventory(2000));
    layoutGraph(graph);
    const spent = processorTime();
    layoutGraph(graph);
    expect(spent()).toBeLessThan(1500);
  });
});

describe("a layout after a change", () => {
  const inventory = sampleInventory();
  const graph = englishGraph(inventory);
  const before = layoutGraph(graph);

  it("moves nothing when nothing changed", () => {
    expect(layoutGraph(graph, before.places).places).toEqual(before.places);
  });

  it.each(inventory.resources.map(({ key }) => key))("moves nothing else when %s goes, nor when it comes back", (key) => {
    const less = englishGraph(without(inventory, key));
    const gone = layoutGraph(less, before.places);
    expect(movedCards(less, before, gone)).toEqual([]);
    expectTidy(less, gone);
    const back = layoutGraph(graph, gone.places);
    expect(movedCards(less, gone, back)).toEqual([]);
    expectTidy(graph, back);
  });

  it.each([
    ["a virtual interface", virtualInterface({ id: "dxvif-new", connectionId: "dxcon-ffabc001" })],
    ["a location", connection({ id: "dxcon-new", location: "Elsewhere" })],
  ])("moves nothing when %s comes", (_, resource) => {
    const more = englishGraph({ ...inventory, resources: [...inventory.resources, resource] });
    const after = layoutGraph(more, before.places);
    expect(movedCards(more, before, after)).toEqual([]);
    expectTidy(more, after);
  });

  it("moves at most the location that has no room for another port", () => {
    for (const location of ["EqDC2", "CSVA1", "EqLD5", "EIR25"]) {
      const resource = connection({ id: "dxcon-new", location, region: location.startsWith("E") && location !== "EqDC2" ? "eu-west-1" : "us-east-1" });
      const more = englishGraph({ ...inventory, resources: [...inventory.resources, resource] });
      const after = layoutGraph(more, before.places);
      const moved = movedCards(more, before, after).map((id) => more.nodes.find((node) => node.id === id));
      expect(moved.every((node) => node !== undefined && ancestors(more, node).includes(`location/${location}`))).toBe(true);
      expectTidy(more, after);
    }
  });

  it("opens a box where a card becomes one", () => {
    const resources = inventory.resources.map((resource) => (resource.key === "connection/dxcon-ffabc001" ? { ...resource, lagId: "dxlag-new" } : resource));
    const more = englishGraph({ ...inventory, resources: [...resources, lag({ id: "dxlag-new", connectionIds: ["dxcon-ffabc001"] })] as Resource[] });
    expectTidy(more, layoutGraph(more, before.places));
  });

  it("survives a whole estate coming node by node", () => {
    let layout = layoutGraph(graphOf(...inventory.resources.slice(0, 1)));
    for (let count = 2; count <= inventory.resources.length; count += 1) {
      const part = graphOf(...inventory.resources.slice(0, count));
      layout = layoutGraph(part, layout.places);
      expectTidy(part, layout);
    }
  });
});

describe("spreading", () => {
  it("leaves alone what does not overlap, and shares the displacement of what does", () => {
    expect(spread([10, 100], [10, 10], 5)).toEqual([5, 95]);
    expect(spread([50, 50], [10, 10], 0)).toEqual([40, 50]);
    expect(spread([50, 50, 50], [10, 10, 10], 2)).toEqual([33, 45, 57]);
  });
});

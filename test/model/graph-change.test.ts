import { describe, expect, it } from "vitest";
import { applyGraphChange, diffGraph, isEmptyChange } from "../../src/model/graph-change.ts";
import { emptyGraph, type Graph } from "../../src/model/graph.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { englishGraph } from "../support/in-english.ts";
import { resiliencyGroup, sampleInventory } from "../support/sample-inventory.ts";

const sorted = ({ nodes, edges }: Graph): Graph => {
  const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);
  return { nodes: [...nodes].sort(byId), edges: [...edges].sort(byId) };
};

/** A repeatable row of numbers in [0, 1): which resources a round keeps must not differ from run to run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

function someOf(inventory: Inventory, seed: number): Inventory {
  const random = numbers(seed);
  const resources = inventory.resources.flatMap((resource): Resource[] => {
    const chance = random.next().value;
    if (chance < 0.2) return [];
    return [chance < 0.4 ? { ...resource, state: "deleting", name: `${resource.name}-2` } : resource];
  });
  return { ...inventory, resources };
}

describe("a change", () => {
  it("turns any graph into any other", () => {
    const inventory = sampleInventory();
    for (let seed = 1; seed <= 60; seed += 1) {
      const before = englishGraph(someOf(inventory, seed));
      const after = englishGraph(someOf(inventory, seed + 1000));
      const change = diffGraph(before, after);
      expect(sorted(applyGraphChange(before, change)), `seed ${seed}`).toEqual(sorted(after));
      expect(isEmptyChange(diffGraph(after, applyGraphChange(before, change)))).toBe(true);
    }
  });

  it("is empty between equal graphs that were built apart", () => {
    const grouped = (name: string): Graph => {
      const group = resiliencyGroup({ id: "dxrg-1", name, connectionIds: ["dxcon-ffabc001", "dxcon-ffabc020"] });
      return englishGraph({ ...sampleInventory(), resources: [...sampleInventory().resources, group] });
    };
    expect(diffGraph(grouped("pair"), grouped("pair"))).toEqual({ set: emptyGraph, removed: [] });
    expect(diffGraph(grouped("pair"), grouped("core")).set.nodes.map(({ id }) => id)).toEqual(["connection/dxcon-ffabc001", "connection/dxcon-ffabc020"]);
  });

  it("holds one resource's new state and nothing else", () => {
    const inventory = sampleInventory();
    const key = "connection/dxcon-ffabc020";
    const resources = inventory.resources.map((resource) => (resource.key === key ? { ...resource, state: "pending" } : resource));
    const { set, removed } = diffGraph(englishGraph(inventory), englishGraph({ ...inventory, resources }));
    expect(set.nodes.map(({ id }) => id)).toEqual([key]);
    expect(set.edges.map(({ id }) => id)).toEqual([`customer/unknown>${key}`]);
    expect(removed).toEqual([]);
  });

  it("keeps the order of what stays", () => {
    const graph = englishGraph(sampleInventory());
    const node = { ...graph.nodes[3], label: "renamed" } as Graph["nodes"][number];
    const after = applyGraphChange(graph, { set: { nodes: [node], edges: [] }, removed: [] });
    expect(after.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
    expect(after.nodes[3]?.label).toBe("renamed");
  });
});

import { describe, expect, it } from "vitest";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { failureOf } from "../../src/model/graph-failure.ts";
import type { Graph } from "../../src/model/graph.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { fillWords } from "../../src/model/text.ts";
import { structureOf } from "../../src/webview/graph-structure.ts";
import { failureText, lookThrough, type Lens } from "../../src/webview/lens.ts";
import { englishGraph } from "../support/in-english.ts";
import { connection, lag, resiliencyGroup, virtualInterface } from "../support/sample-inventory.ts";

const texts = graphTexts(fillWords);
const estate = (minimumLinks: number) => [
  lag({ id: "dxlag-1", name: "core", connectionIds: ["dxcon-1", "dxcon-2"], minimumLinks }),
  ...["dxcon-1", "dxcon-2"].map((id) => connection({ id, lagId: "dxlag-1" })),
  virtualInterface({ id: "dxvif-1", name: "prod", type: "public", connectionId: "dxlag-1" }),
  connection({ id: "dxcon-3", location: "CSVA1" }),
  connection({ id: "dxcon-4", location: "CSVA1", state: "down" }),
  resiliencyGroup({ id: "dxrg-1", name: "pair", connectionIds: ["dxcon-1", "dxcon-2", "dxcon-3", "dxcon-4"] }),
];
// As the host sends it: without what is undefined.
const structure = (minimumLinks = 1) => structureOf(JSON.parse(JSON.stringify(englishGraph({ ...emptyInventory, resources: estate(minimumLinks) }))) as Graph);
const seen = (lens: Lens, minimumLinks?: number) => lookThrough(lens, structure(minimumLinks), texts);

describe("a failure", () => {
  it("of a link tells whether the LAG stays up", () => {
    const told = (minimum: number): readonly string[] => failureText(failureOf(structure(minimum).graph, "connection/dxcon-1"), structure(minimum), texts).split("\n");
    expect(told(1)).toEqual(["LAG core would stay up with 1 of 2 links, at least 1 needed.", "Resiliency group pair would have 2 of 4 connections up."]);
    expect(told(2)).toEqual([
      "LAG core would go down with 1 of 2 links up, at least 2 needed.",
      "prod, us-east-1 public would be cut off.",
      "Resiliency group pair would have 1 of 4 connections up.",
    ]);
  });

  it("shows a LAG that goes down as cut off, and one that stays up as weakened", () => {
    const lens = { kind: "failure", id: "connection/dxcon-1" } as const;
    expect(seen(lens, 1)?.fates.get("lag/dxlag-1")).toBe("weakened");
    expect(seen(lens, 2)?.fates.get("lag/dxlag-1")).toBe("lost");
    expect(seen(lens, 2)?.note).toContain("LAG core would go down");
  });
});

it("a location's failure is called by its name", () => {
  expect(seen({ kind: "failure", id: "location/CSVA1" })?.note).toMatch(/^If CSVA1 fails: /);
  expect(seen({ kind: "failure", id: "virtualInterface/dxvif-1>publicServices/us-east-1" })?.note).toMatch(/^If virtual interface fails: /);
});

describe("a resiliency group", () => {
  it("is what is in it, with what a location's failure would leave", () => {
    const view = seen({ kind: "group", id: "resiliencyGroup/dxrg-1" });
    expect([...(view?.shown ?? [])].sort()).toEqual(
      ["connection/dxcon-1", "connection/dxcon-2", "connection/dxcon-3", "connection/dxcon-4", "lag/dxlag-1", "location/CSVA1", "location/EqDC2"].sort(),
    );
    expect(view?.note).toBe("Resiliency group pair: 3 of 4 connections up. Without EqDC2, 1 would be left.");
  });

  it("counts a LAG that works with some of its links as up, as its failure does", () => {
    const [core, one, ...others] = estate(1);
    const thinned = [core, one, connection({ id: "dxcon-2", lagId: "dxlag-1", state: "down" }), ...others.slice(1, 2), resiliencyGroup({ id: "dxrg-3", name: "bundles", connectionIds: ["dxlag-1"] })];
    const drawn = structureOf(englishGraph({ ...emptyInventory, resources: thinned.filter((resource) => resource !== undefined) }));
    expect(lookThrough({ kind: "group", id: "resiliencyGroup/dxrg-3" }, drawn, texts)?.note).toBe("Resiliency group bundles: 1 of 1 connections up. Without EqDC2, none would be left.");
  });

  it("is nothing where nothing of it is drawn", () => {
    expect(seen({ kind: "group", id: "resiliencyGroup/dxrg-2" })).toBeUndefined();
  });
});

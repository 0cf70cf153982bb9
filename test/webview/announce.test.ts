import { describe, expect, it } from "vitest";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { buildGraph } from "../../src/model/build-graph.ts";
import { diffGraph } from "../../src/model/graph-change.ts";
import { structureOf } from "../../src/webview/graph-structure.ts";
import { changeText } from "../../src/webview/announce.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const inventory = sampleInventory();
const before = buildGraph(inventory);
const texts = graphTexts((text) => text);

function announced(states: Readonly<Record<string, string | undefined>>, name?: string): string {
  const resources = inventory.resources.flatMap((resource) => {
    if (!Object.hasOwn(states, resource.key)) return [resource];
    const state = states[resource.key];
    return state === undefined ? [] : [{ ...resource, state, name: name ?? resource.name }];
  });
  return changeText(diffGraph(before, buildGraph({ ...inventory, resources })), structureOf(before), texts);
}

describe("what is read out of a change", () => {
  it.each([
    ["one node's new state", { "connection/dxcon-ffabc020": "pending" }, "branch-500m: pending"],
    ["how many when several change", { "connection/dxcon-ffabc020": "pending", "connection/dxcon-ffabc004": "pending" }, "2 changed"],
    ["how many when something goes", { "transitGateway/tgw-0123456789abcdef0": undefined, "connection/dxcon-ffabc020": undefined }, "1 changed"],
  ])("%s", (_, states, expected) => {
    expect(announced(states)).toBe(expected);
  });

  it("is nothing when only a name became another", () => {
    expect(announced({ "virtualInterface/dxvif-fgprv001": "available" }, "renamed")).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { diffGraph } from "../../src/model/graph-change.ts";
import { structureOf } from "../../src/webview/graph-structure.ts";
import { changeText, selectionText } from "../../src/webview/announce.ts";
import { englishGraph } from "../support/in-english.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const inventory = sampleInventory();
const before = englishGraph(inventory);
const texts = graphTexts((text) => text);

function announced(states: Readonly<Record<string, string | undefined>>, name?: string): string {
  const resources = inventory.resources.flatMap((resource) => {
    if (!Object.hasOwn(states, resource.key)) return [resource];
    const state = states[resource.key];
    return state === undefined ? [] : [{ ...resource, state, name: name ?? resource.name }];
  });
  return changeText(diffGraph(before, englishGraph({ ...inventory, resources })), structureOf(before), texts);
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

describe("what is read out of a selection", () => {
  const say = (...ids: string[]): string => selectionText(ids, structureOf(before), texts);

  it("is a name, a count, or that there is none", () => {
    expect(say("connection/dxcon-ffabc020")).toBe("branch-500m selected");
    expect(say("association/be85116d-46eb-4b43-a27a-da0c2ad648de")).toBe("gateway association selected");
    expect(say("connection/dxcon-ffabc020", "connection/dxcon-ffabc004")).toBe("2 selected");
    expect(say()).toBe("Nothing selected");
  });
});

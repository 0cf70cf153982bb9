import { describe, expect, it } from "vitest";
import { findNodes } from "../../src/webview/find-nodes.ts";
import { englishGraph } from "../support/in-english.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const { nodes } = englishGraph(sampleInventory());
const find = (text: string): readonly string[] => findNodes(nodes, text, ({ kind }) => kind);

describe("searching", () => {
  it.each([
    ["dxvif-fgprv001", ["virtualInterface/dxvif-fgprv001"]],
    ["VLAN 220", []],
    ["vlan 221", ["virtualInterface/dxvif-fgdub003"]],
    ["ordering", ["connection/dxcon-ffabc020"]],
    ["PROD-PUBLIC", ["virtualInterface/dxvif-fgpub001"]],
    ["virtualinterface eu-west-1 testing", ["virtualInterface/dxvif-fgdub002"]],
    ["169.254.96.2 dxvif-fgprv002", ["virtualInterface/dxvif-fgprv002"]],
    ["   ", []],
    ["no such thing", []],
  ])("finds %s", (text, expected) => {
    expect(find(text)).toEqual(expected);
  });
});

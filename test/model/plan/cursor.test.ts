import { describe, expect, it } from "vitest";
import { cursorAt } from "../../../src/model/plan/cursor.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { atCursor } from "../../support/plans.ts";

function at(marked: string): string {
  const { text, offset } = atCursor(marked);
  const cursor = cursorAt(new PlanDocument(text), offset);
  return cursor === undefined ? "nothing" : `${cursor.slot} ${cursor.path.join("/")} <${text.slice(cursor.word.start, cursor.word.end)}>`;
}

describe("where the cursor is", () => {
  it.each([
    ["|", "key  <>"],
    ["conn|", "key  <conn>"],
    ["version: 1\n|", "key  <>"],
    ["version: |", "value version <>"],
    ["region: us|-east-1\n", "value region <us-east-1>"],
    ["connections:\n  |", "key connections <>"],
    ["connections:\n  a:\n    |", "key connections/a <>"],
    ["connections:\n  a:\n    lo|", "key connections/a <lo>"],
    ["connections:\n  a:\n    location: |", "value connections/a/location <>"],
    ["connections:\n  a:\n    location: Eq|DC2 # c", "value connections/a/location <EqDC2>"],
    ["connections:\n  a:\n    location: EqDC2\n|", "key  <>"],
    ["connections:\n  a:\n    location: EqDC2\n  |", "key connections <>"],
    ["connections:\n  a:\n    location: EqDC2\n    |\n    bandwidth: 1Gbps\n", "key connections/a <>"],
    ["connections:\n  a:\n    location: EqDC2\n\n    |\n  b: {}\n", "key connections/a <>"],
    ["connections:\n  a: { | }", "key connections/a <>"],
    ["connections:\n  a: { location: | }", "value connections/a/location <>"],
    ["connections:\n  a: { location: EqDC2, ban| }", "key connections/a <ban>"],
    ["connections:\n  a: { location: EqDC2,\n    ban|", "key connections/a <ban>"],
    ["connections:\n  a: { location: EqDC2 }\n  b:\n    |", "key connections/b <>"],
    ["virtualInterfaces:\n  v:\n    bgpPeers:\n      p:\n        |", "key virtualInterfaces/v/bgpPeers/p <>"],
    ["virtualInterfaces:\n  v:\n    bgpPeers:\n      p: { addressFamily: i|", "value virtualInterfaces/v/bgpPeers/p/addressFamily <i>"],
    ["virtualInterfaces:\n  v:\n    routeFilterPrefixes: [10.0.0.0/8, |]", "value virtualInterfaces/v/routeFilterPrefixes/[] <>"],
    ["resiliencyGroups:\n  g:\n    connections:\n      - |", "value resiliencyGroups/g/connections/[] <>"],
    ["resiliencyGroups:\n  g:\n    connections:\n    - a|", "value resiliencyGroups/g/connections/[] <a>"],
    ["connections:\n  a:\n    macSecKeys:\n      - ckn: 1\n        |", "key connections/a/macSecKeys/[] <>"],
    ["connections:\n  a:\n    macSecKeys: [{ |", "key connections/a/macSecKeys/[] <>"],
    ["connections:\n  a:\n    tags: { env: prod }\n    |", "key connections/a <>"],
    ["virtualInterfaces:\n  v:\n    connection: \"|\"", "value virtualInterfaces/v/connection <>"],
    ["virtualInterfaces:\n  v:\n    connection: 'dc|2-a'", "value virtualInterfaces/v/connection <dc2-a>"],
    ['{"connections": {"a": {"loc|": "x"}}}', "key connections/a <loc>"],
    ["# com|ment", "nothing"],
    ["region: us-east-1 # com|", "nothing"],
    ["region:|", "value region <>"],
    ["x-own:\n  any:\n    |", "key x-own/any <>"],
    ['{"version": 1, "connections": {"a": {|', "key connections/a <>"],
  ])("%j is %j", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it("is the same with Windows line ends", () => {
    expect(at("connections:\r\n  a:\r\n    location: |\r\n")).toBe("value connections/a/location <>");
  });
});

describe("keys that stand already", () => {
  it.each([
    ["connections:\n  a:\n    location: EqDC2\n    |\n    tags: {}\n", ["location", "tags"]],
    ["connections:\n  a: { location: EqDC2, |, tags: {} }\n", ["location", "tags"]],
    ["version: 1\ntags: {}\n|", ["version", "tags"]],
    ["connections:\n  a:\n    loc|ation: x\n    tags: {}\n", ["tags"]],
    ["connections:\n  a:\n    macSecKeys:\n      - ckn: 1\n        |\n      - cak: 2\n", ["ckn"]],
  ])("%j: %j", (marked, expected) => {
    const { text, offset } = atCursor(marked);
    expect([...(cursorAt(new PlanDocument(text), offset)?.present ?? [])]).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import { highlightsAt, referencesAt } from "../../../src/language-server/features/references.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { atCursor, vif } from "../../support/plans.ts";

const uri = "file:///p.dx.yaml";
const text = `${vif()}  y: { type: private, connection: a, vlan: 102, asn: 1, directConnectGateway: core }\nresiliencyGroups:\n  g: { intendedResiliencyModel: high-resiliency, connections: [a] }\n`;

function linesAt(marked: string, withDeclaration: boolean): readonly number[] {
  const { text: plain, offset } = atCursor(marked);
  return referencesAt(new PlanDocument(plain), offset, { uri, withDeclaration }).map(({ range }) => range.start.line);
}

describe("references", () => {
  it.each([
    ["from the logical name", text.replace("  a: {", "  |a: {")],
    ["from a reference", text.replace("connection: a\n", "connection: |a\n")],
    ["from a member of a list", text.replace("[a]", "[|a]")],
  ])("%s", (_, marked) => {
    expect(linesAt(marked, true)).toEqual([3, 9, 15, 17]);
    expect(linesAt(marked, false)).toEqual([9, 15, 17]);
  });

  it("count those by id too", () => {
    expect(linesAt("connections:\n  |a: { id: dxcon-fg5678gh }\nvirtualInterfaces:\n  v: { connection: dxcon-fg5678gh }\n  w: { connection: a }\n", false)).toEqual([3, 4]);
  });

  it("are none of a field or of a name that means nothing", () => {
    expect(linesAt(text.replace("vlan: 101", "v|lan: 101"), true)).toEqual([]);
    expect(linesAt("virtualInterfaces:\n  v: { connection: no|ne }\n", true)).toEqual([]);
  });
});

it("highlights the name as written and the references as read", () => {
  const { text: plain, offset } = atCursor(text.replace("  core: {", "  co|re: {"));
  expect(highlightsAt(new PlanDocument(plain), offset).map(({ kind }) => kind)).toEqual([3, 2, 2]);
});

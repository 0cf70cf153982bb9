import { describe, expect, it } from "vitest";
import { renameableAt, renamedAt } from "../../../src/language-server/features/rename.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { applied } from "../../../src/model/plan/format.ts";
import { atCursor, vif } from "../../support/plans.ts";

const uri = "file:///p.dx.yaml";

function rename(marked: string, name: string): string {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const renamed = renamedAt(plan, offset, { uri, name });
  if (renamed === undefined || typeof renamed === "string") return renamed ?? "";
  const edits = (renamed.changes?.[uri] ?? []).map(({ range, newText }) => ({ range: { start: plan.lines.offsetOf(range.start), end: plan.lines.offsetOf(range.end) }, text: newText }));
  return applied(text, edits.sort((one, other) => one.range.start - other.range.start));
}

describe("a rename", () => {
  it.each([
    ["reaches all references", vif().replace("  a: {", "  |a: {"), vif("connection: left").replace("  a: {", "  left: {")],
    ["begins at a reference", vif().replace("connection: a", "connection: |a"), vif("connection: left").replace("  a: {", "  left: {")],
    ["keeps quotes", vif('connection: "|a"').replace("  a: {", "  'a': {"), vif('connection: "left"').replace("  a: {", "  'left': {")],
    ["reaches what an alias stands for", `x-port: &port a\n${vif("connection: *port").replace("  a: {", "  |a: {")}`, `x-port: &port left\n${vif("connection: *port").replace("  a: {", "  left: {")}`],
    ["leaves a name alone that is the same in another map", vif("directConnectGateway: a").replace("  core: {", "  a: {").replace("  a: { location", "  |a: { location"), vif("directConnectGateway: a", "connection: left").replace("  core: {", "  a: {").replace("  a: { location", "  left: { location")],
    ["leaves ids alone", "connections:\n  |a: { id: dxcon-fg5678gh }\nvirtualInterfaces:\n  v: { connection: dxcon-fg5678gh }\n", "connections:\n  left: { id: dxcon-fg5678gh }\nvirtualInterfaces:\n  v: { connection: dxcon-fg5678gh }\n"],
  ])("%s", (_, marked, expected) => {
    expect(rename(marked, "left")).toBe(expected);
  });

  it.each([
    ["1st", "A logical name begins with a letter"],
    ["true", "true is a value of its own in YAML"],
    ["core", "There already is a Direct Connect gateway named core."],
  ])("to %s is refused", (name, reason) => {
    expect(rename(vif().replace("  core: {", "  other: {}\n  core: {").replace("  other", "  |other"), name)).toContain(reason);
  });

  it("is offered on names only", () => {
    const placeholderAt = (marked: string) => {
      const { text, offset } = atCursor(marked);
      return renameableAt(new PlanDocument(text), offset)?.placeholder;
    };
    expect(placeholderAt(vif().replace("connection: a", "connection: |a"))).toBe("a");
    expect(placeholderAt(vif().replace("vlan: 101", "vlan: 1|01"))).toBeUndefined();
    expect(placeholderAt(vif().replace("vlan: 101", "vl|an: 101"))).toBeUndefined();
    expect(placeholderAt("connections:\n  a: { id: dxcon-fg5678gh }\nvirtualInterfaces:\n  v: { connection: dxcon-|fg5678gh }\n")).toBeUndefined();
  });
});

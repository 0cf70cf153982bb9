import { expect, it } from "vitest";
import { definitionAt } from "../../../src/language-server/features/definition.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { atCursor, group, vif } from "../../support/plans.ts";

function targetOf(marked: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const range = definitionAt(plan, offset, "file:///p.dx.yaml")?.range;
  return range === undefined ? undefined : `${range.start.line}: ${text.slice(plan.lines.offsetOf(range.start), plan.lines.offsetOf(range.end))}`;
}

it.each([
  ["a connection", vif().replace("connection: a", "connection: |a"), "3: a"],
  ["a gateway", vif().replace("directConnectGateway: core", "directConnectGateway: co|re"), "5: core"],
  ["a member of a list", group().replace("[a]", "[a|]"), "3: a"],
  ["an anchor", vif("asn: &ours 65001", "vlan: 101", "mtu: *ou|rs"), "11: &ours"],
  ["itself, at a logical name", vif().replace("  core:", "  co|re:"), "5: core"],
  ["an id of an adopted resource", vif("connection: dxcon-fg5678gh").replace("a: {", "a: { id: dxcon-fg5678gh,").replace("connection: dxcon", "connection: dx|con"), "3: a"],
])("goes to %s", (_, marked, expected) => {
  expect(targetOf(marked)).toBe(expected);
});

it.each([
  ["the field's name", vif().replace("connection: a", "conn|ection: a")],
  ["an id that the plan does not hold", vif("connection: dxcon-|fg5678gh")],
  ["a dangling name", vif("connection: |z")],
  ["anything else", vif("vlan: 10|1")],
])("goes nowhere from %s", (_, marked) => {
  expect(targetOf(marked)).toBeUndefined();
});

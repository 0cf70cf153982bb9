import { expect, it } from "vitest";
import { fixesAt } from "../../../src/language-server/features/code-actions.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { atCursor, vif } from "../../support/plans.ts";

const uri = "file:///p.dx.yaml";

function fixedAt(marked: string): readonly { title: string; text: string }[] {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const position = plan.lines.positionOf(offset);
  return fixesAt(plan, { start: position, end: position }, uri).map(({ title, edit }) => {
    const [change] = edit?.changes?.[uri] ?? [];
    if (change === undefined) return { title, text };
    return { title, text: text.slice(0, plan.lines.offsetOf(change.range.start)) + change.newText + text.slice(plan.lines.offsetOf(change.range.end)) };
  });
}

it.each([
  ["a misspelt field", vif("-vlan", "vlna: 101").replace("vlna", "v|lna"), "Change to `vlan`", vif("-vlan", "vlan: 101")],
  ["a dotted ASN", vif("asn: 6500|0.1"), "Change to 4259840001", vif("asn: 4259840001")],
  ["a large ASN", vif("asn: 42|00000001"), "Rename `asn` to `asnLong`", vif("asn: 4200000001").replace("asn:", "asnLong:")],
  ["a dangling reference", vif("directConnectGateway: c|ire"), "Change to `core`", vif()],
  ["a literal secret", vif("authKey: sec|ret1"), "Take it from the environment: ${env:BGP_KEY_X}", vif('authKey: "${env:BGP_KEY_X}"')],
  ["a VLAN that is taken", `${vif()}  y:\n    type: private\n    connection: a\n    vlan: 1|01\n    asn: 1\n    directConnectGateway: core\n`, "Change to 102, the next free VLAN", `${vif()}  y:\n    type: private\n    connection: a\n    vlan: 102\n    asn: 1\n    directConnectGateway: core\n`],
  ["quotes that are too many", vif('vlan: "1|01"'), "Remove the quotes", vif()],
])("fixes %s", (_, marked, title, text) => {
  expect(fixedAt(marked)).toEqual([{ title, text }]);
});

it("offers nothing away from problems, and nothing where it is not certain what is meant", () => {
  expect(fixedAt(vif("mtu: 9000").replace("vlan: 101", "vlan: 1|01"))).toEqual([]);
  expect(fixedAt(vif("mtu: 90|00"))).toEqual([]);
});

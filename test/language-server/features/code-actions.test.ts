import { expect, it } from "vitest";
import { actionsAt } from "../../../src/language-server/features/code-actions.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { applied } from "../../../src/model/plan/format.ts";
import { atCursor, vif } from "../../support/plans.ts";

const uri = "file:///p.dx.yaml";

function fixedAt(marked: string): readonly { title: string; text: string }[] {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const position = plan.lines.positionOf(offset);
  const fixes = actionsAt(plan, { start: position, end: position }, { uri }).filter(({ isPreferred }) => isPreferred === true);
  return fixes.map(({ title, edit }) => {
    const [change] = edit?.changes?.[uri] ?? [];
    if (change === undefined) return { title, text };
    return { title, text: text.slice(0, plan.lines.offsetOf(change.range.start)) + change.newText + text.slice(plan.lines.offsetOf(change.range.end)) };
  });
}

it.each([
  ["a misspelt field", vif("-vlan", "vlna: 101").replace("vlna", "v|lna"), "Change to `vlan`", vif("-vlan", "vlan: 101")],
  ["a dotted ASN", vif("asn: 20|.1"), "Change to 1310721", vif("asn: 1310721")],
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

function resultOf(marked: string, title: string): string | undefined {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const position = plan.lines.positionOf(offset);
  const action = actionsAt(plan, { start: position, end: position }, { uri }).find((one) => one.title === title);
  const edits = (action?.edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({ range: { start: plan.lines.offsetOf(range.start), end: plan.lines.offsetOf(range.end) }, text: newText }));
  return action === undefined ? undefined : applied(text, edits);
}

it.each([
  ["of a resource in block style", "version: 1\nconnections:\n  a|:\n    bandwidth: 1Gbps\n", "Add location", "version: 1\nconnections:\n  a:\n    location: EqDC2\n    bandwidth: 1Gbps\n"],
  ["of one without any field", "version: 1\nconnections:\n  a|: # here\n", "Add location, bandwidth", "version: 1\nconnections:\n  a: # here\n    location: EqDC2\n    bandwidth: 10Gbps\n"],
  ["of one in flow style", "version: 1\nconnections:\n  a|: { bandwidth: 1Gbps }\n", "Add location", "version: 1\nconnections:\n  a: { location: EqDC2, bandwidth: 1Gbps }\n"],
])("adds missing fields %s", (_, marked, title, expected) => {
  expect(resultOf(marked, title)).toBe(expected);
});

it("switches a rule off above the line, so that nothing is left to say", () => {
  const ignored = resultOf(vif("mtu: 90|00"), "Ignore DX115 here");
  expect(ignored).toContain("    # dx-ignore DX115: on purpose\n    mtu: 9000\n");
  expect(new PlanDocument(ignored ?? "").problems).toEqual([]);
});

it("offers no comment against text that cannot be read", () => {
  expect(resultOf("version: 1\nre|gion\n", "Ignore DX001 here")).toBeUndefined();
});

it("makes all fixes at once that do not meet", () => {
  const text = vif('vlan: "1|01"', "enableSiteLink: yes", "authKey: secret1");
  expect(new PlanDocument(resultOf(text, "Fix 3 problems that have a fix") ?? "").problems).toEqual([]);
});

it("takes a secret out of the file, also where the rule about it is switched off", () => {
  const ignored = vif("authKey: sec|ret1").replace("    authKey", "    # dx-ignore DX112: lab\n    authKey");
  expect(resultOf(ignored, "Extract the secret to ${env:BGP_KEY_X}")).toContain('    authKey: "${env:BGP_KEY_X}"\n');
  expect(resultOf(vif("authKey: ${env:K|EY}"), "Extract the secret to ${env:BGP_KEY_X}")).toBeUndefined();
});

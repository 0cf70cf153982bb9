import { MarkupContent } from "vscode-languageserver";
import { describe, expect, it } from "vitest";
import { hoverAt } from "../../../src/language-server/features/hover.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { mapSchemas } from "../../../src/model/plan/schema.ts";
import { liveState } from "../../model/plan/rules/cases/live.ts";
import { atCursor, vif } from "../../support/plans.ts";

function textAt(marked: string): string {
  const { text, offset } = atCursor(marked);
  const contents = hoverAt(new PlanDocument(text), offset)?.contents;
  return MarkupContent.is(contents) ? contents.value : "";
}

const mark = (text: string, word: string) => text.replace(word, `${word.slice(0, 1)}|${word.slice(1)}`);

describe("a field", () => {
  it("says what it means, takes, is without, is called and comes from", () => {
    expect(textAt(mark(vif("mtu: 1500"), "mtu"))).toBe(
      "**mtu**\n\nLargest packet. Transit: 1500 or 8500. Private: 1500, 8500 or 9001, where sources disagree: the API model names 8500, the user guide 9001. Public: always 1500, and not settable.\n\n- Takes 1500, 8500 or 9001\n- Left out: `1500`\n- In the API: `mtu`\n- Source: CreateTransitVirtualInterface; user guide, set-jumbo-frames-vif",
    );
  });

  it.each(Object.values(mapSchemas).flatMap((schema) => schema.fields.map((field) => [schema.name, field.name, field] as const)))("%s.%s has a meaning and a source", (_, __, field) => {
    expect(field.about).toMatch(/\.$|\.`\)?$/);
    expect(field.source).not.toBe("");
    expect(field.api).not.toBe("");
  });
});

describe("a value", () => {
  it.each([
    ["a reference tells about its target", mark(vif(), "connection: a").replace("c|onnection: a", "connection: |a"), "**a** · connection\n\n- location: `EqDC2`\n- bandwidth: `10Gbps`"],
    ["a logical name tells about its resource", vif().replace("  x:", "  |x:"), "**x** · virtual interface\n\n- type: `private`\n- connection: `a`\n- vlan: `101`\n- asn: `65001`\n- amazonAddress: `169.254.100.1/30`\n- customerAddress: `169.254.100.2/30`\n- directConnectGateway: `core`"],
    ["a location has a name", vif().replace("EqDC2", "Eq|DC2"), "**EqDC2** · Equinix DC2/DC11, Ashburn, VA"],
    ["a choice is explained", mark(vif(), "private"), "`private`: Reaches VPCs"],
    ["a further peer tells about itself", vif("bgpPeers: { v6: { addressFamily: ipv6, asn: 65001 } }").replace("{ v6", "{ v|6"), "**v6** · BGP peer\n\n- asn: `65001`\n- addressFamily: `ipv6`"],
    ["what is to be removed says so", "removed:\n  go|ne: dxcon-fg5678gh\n", "**gone** · applying the plan deletes `dxcon-fg5678gh`"],
    ["a rule's code in a comment tells the rule", "version: 1\n# dx-ignore DX1|12: test\n", "**DX112** · "],
    ["any other value has its field's text", vif().replace("101", "1|01"), "**vlan** · required for a new one"],
  ])("%s", (_, marked, expected) => {
    expect(textAt(marked)).toContain(expected);
  });
});

describe("the live account, once it is known", () => {
  const id = liveState?.ports.find(({ kind, state }) => kind === "connection" && state === "available")?.id ?? "";

  it.each([
    ["at a name", `version: 1\nconnections:\n  |a: { id: ${id} }\n`],
    ["at a reference by name", `version: 1\nconnections:\n  a: { id: ${id} }\nvirtualInterfaces:\n  v: { connection: |a }\n`],
    ["at an id", `version: 1\nconnections:\n  a: { id: |${id} }\n`],
    ["at what is to be removed", `version: 1\nremoved:\n  a: |${id}\n`],
    ["at an id that the plan does not hold", `version: 1\nvirtualInterfaces:\n  v: { connection: |${id} }\n`],
  ])("is quoted with its state %s", (_, marked) => {
    const { text, offset } = atCursor(marked);
    const plan = new PlanDocument(text);
    const read = () => JSON.stringify(hoverAt(plan, offset)?.contents ?? "");
    expect(read()).not.toContain("Live state");
    plan.useLive(liveState);
    expect(read()).toContain("Live state: `available`");
  });
});

describe("an alias tells what it stands for", () => {
  const shared = "x-port: &port\n  location: EqDC2 # where\n  bandwidth: 10Gbps\nx-key: &key { authKey: SuperSecret1 }\nconnections:\n";

  it.each([
    ["at the alias", "  a: *po|rt\n", "```yaml\nx-port: &port\n  location: EqDC2 # where\n  bandwidth: 10Gbps\n```"],
    ["at its asterisk", "  a: |*port\n", "```yaml\nx-port: &port\n  location: EqDC2 # where\n  bandwidth: 10Gbps\n```"],
    ["at a merge key", "  a:\n    <|<: *port\n", "```yaml\nx-port: &port\n  location: EqDC2 # where\n  bandwidth: 10Gbps\n```"],
    ["at a merge key of several, without secrets", "  a: { |<<: [*key, *none, *port], hosted: true }\n", "```yaml\nx-key: &key { authKey: ************ *\n```\n\n```yaml\nx-port: &port\n  location: EqDC2 # where\n  bandwidth: 10Gbps\n```"],
    ["but nothing where there is no such anchor", "  a: *no|ne\n", ""],
  ])("%s", (_, marked, expected) => {
    expect(textAt(shared + marked)).toBe(expected);
  });
});

describe("secrets", () => {
  const text = vif("authKey: SuperSecret1");

  it("are shown neither at their place nor in the summary of their resource", () => {
    expect(textAt(mark(text, "SuperSecret1"))).toMatch(/^\*\*authKey\*\*/);
    expect(textAt(mark(text, "SuperSecret1"))).not.toContain("SuperSecret1");
    expect(textAt(text.replace("  x:", "  |x:"))).not.toContain("SuperSecret1");
  });
});

it.each(["|", "# c|\n", "unknown|: 1\n"])("says nothing at %j", (marked) => {
  expect(textAt(marked)).toBe("");
});

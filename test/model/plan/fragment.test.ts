import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { fragmentText, insertionOf, logicalName, type PlanFragment } from "../../../src/model/plan/fragment.ts";
import { problemsOf } from "../../support/plans.ts";

const adopted: PlanFragment = { section: "connections", name: "old", fields: { id: "dxcon-fg5678gh" } };

function inserted(plan: string, fragment = adopted): string | undefined {
  const edit = insertionOf(new PlanDocument(plan), fragment);
  return edit && plan.slice(0, edit.range.start) + edit.text + plan.slice(edit.range.end);
}

describe("the text of a fragment", () => {
  it("quotes what YAML would take for something else, and nothing more", () => {
    const fields = { location: "EqDC2", ownerAccount: "444455556666", vlan: 301, hosted: true, amazonAddress: "169.254.1.1/30", peer: "2001:db8::1/64", answer: "yes" };
    expect(fragmentText({ section: "connections", name: "a", fields })).toBe(
      'connections:\n  a:\n    location: EqDC2\n    ownerAccount: "444455556666"\n    vlan: 301\n    hosted: true\n    amazonAddress: 169.254.1.1/30\n    peer: "2001:db8::1/64"\n    answer: "yes"\n',
    );
  });

  it("writes lists and tags in one line", () => {
    const fields = { prefixes: ["10.0.0.0/16", "a b"], tags: { "cost centre": "7", env: "prod" } };
    expect(fragmentText({ section: "associations", name: "a", fields })).toContain('    prefixes: [10.0.0.0/16, "a b"]\n    tags: { "cost centre": "7", env: prod }\n');
  });
});

it.each([
  ["prod-dc2-a", "prod-dc2-a"],
  ["Prod DC2 (a)", "Prod-DC2-a"],
  ["7 up", "up"],
  ["9b11082c-0e8c", "b11082c-0e8c"],
  ["東京", "new"],
])("the logical name of %s is %s", (name, wanted) => expect(logicalName(name, "new")).toBe(wanted));

describe("a fragment goes into a plan", () => {
  const plan = "version: 1\nregion: us-east-1\n";

  it("as a new section at the end", () => {
    expect(inserted(plan)).toBe(`${plan.trimEnd()}\n\nconnections:\n  old:\n    id: dxcon-fg5678gh\n`);
    expect(problemsOf(inserted(plan) ?? "")).toEqual([]);
  });

  it("at the end of its section, as deep as its neighbours, and before the comment of the next", () => {
    const before = `${plan}connections:\n    a: { id: dxcon-fgaaaaaa }\n\n# the gateways\ndirectConnectGateways:\n  g: { amazonSideAsn: 64512 }\n`;
    expect(inserted(before)).toBe(before.replace("fgaaaaaa }\n", "fgaaaaaa }\n    old:\n      id: dxcon-fg5678gh\n"));
  });

  it("into a section that is still empty", () => {
    expect(inserted(`${plan}connections: # none yet\nlags: {}\n`)).toBe(`${plan}connections: # none yet\n  old:\n    id: dxcon-fg5678gh\nlags: {}\n`);
  });

  it("with a number where its name is taken", () => {
    expect(inserted(`${plan}connections:\n  old: { id: dxcon-fgaaaaaa }\n`)).toContain("\n  old-2:\n");
  });

  it("but not into a section in braces", () => {
    expect(inserted(`${plan}connections: { a: { id: dxcon-fgaaaaaa } }\n`)).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { escapeMarkdown, tooltipOf } from "../../src/extension/tooltip.ts";
import { waitingIn } from "../../src/model/attention.ts";
import { indexResources, type ReadFailure } from "../../src/model/inventory.ts";
import { buildOutline, failureLabel, type FailureNode, type OutlineNode } from "../../src/model/outline.ts";
import { noText, verbatim } from "../../src/model/text.ts";
import { connection, sampleInventory } from "../support/sample-inventory.ts";

const t = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

const around = { index: indexResources(sampleInventory()), waiting: waitingIn(sampleInventory()) };

function nodeOf(name: string): OutlineNode {
  const resource = connection({ id: "dxcon-1", name, tags: { "a|b": "<img src=x> [link](command:evil)" } });
  return { kind: "resource", id: resource.key, label: verbatim(name), resource, health: "good", notice: noText, children: [] };
}

describe("the tooltip of a resource", () => {
  test("names it, its kind and its facts, one on a line", () => {
    const lines = tooltipOf(nodeOf("prod-a"), around, t).split("\n");
    expect(lines[0]).toBe("#### prod\\-a");
    expect(lines[2]).toBe("_Connection_");
    expect(lines).toContain("ID: dxcon\\-1  ");
    expect(lines).toContain("Bandwidth: 10 Gbps  ");
  });

  test("lets no value be Markdown", () => {
    const text = tooltipOf(nodeOf("**bold**\n# heading `code`"), around, t);
    expect(text.split("\n")[0]).toBe("#### \\*\\*bold\\*\\* \\# heading \\`code\\`");
    expect(text).not.toMatch(/[^\\]\[link/);
    expect(text).not.toMatch(/[^\\]<img/);
  });

  test("shows no secret of any resource of the sample", () => {
    const show = (nodes: readonly OutlineNode[]): string => nodes.map((node) => tooltipOf(node, around, t) + show(node.children)).join("\n");
    expect(show(buildOutline(sampleInventory(), "location"))).not.toMatch(/authKey|0x[A-Za-z0-9_-]{10}/);
  });
});

test("the tooltip of a heading names what waits below it, and nothing that waits elsewhere", () => {
  const heading = buildOutline(sampleInventory(), "location").find(({ id }) => id.endsWith("region/us-east-1"));
  const [title, detail, waits = ""] = heading === undefined ? [] : tooltipOf(heading, around, t).split("\n\n");
  expect([title, detail]).toEqual(["#### us\\-east\\-1", "_US East \\(N\\. Virginia\\)_"]);
  expect(waits.split("  \n").map((line) => line.slice(0, 9))).toEqual(["Down\\: la", "To confir"]);
  expect(waits).toContain("shared\\-private");
  expect(waits).not.toContain("dub");
});

describe("the tooltip of a failure", () => {
  function failed(...failures: readonly Partial<ReadFailure>[]): string {
    const base: ReadFailure = { profile: "prod", region: "us-east-1", action: "DescribeLags", reason: "denied", message: "not allowed", text: verbatim("not allowed"), requestId: "r-1" };
    const node: FailureNode = { kind: "failure", id: "f", label: failureLabel("denied"), notice: noText, reason: "denied", failures: failures.map((one) => ({ ...base, ...one })), children: [] };
    return tooltipOf(node, around, t);
  }

  test("says the call, AWS's words and the request", () => {
    expect(failed({})).toBe("#### Access denied\n\n**DescribeLags**: not allowed  \nRequest r\\-1");
  });

  test("says since when what is shown is old", () => {
    expect(failed({ shownFrom: Date.UTC(2026, 0, 2, 3, 4) })).toMatch(/What is shown was read at .*\\:04/);
  });

  test("does not grow without end", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ action: `Describe${index}` }));
    expect(failed(...many)).toContain("4 more");
    expect(failed(...many).split("\n\n")).toHaveLength(7);
  });
});

test("every ASCII mark is escaped, letters are not", () => {
  expect(escapeMarkdown("a-b_c|d<e>é")).toBe("a\\-b\\_c\\|d\\<e\\>é");
});

import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readPiece } from "../../../../src/model/plan/syntax/block.ts";
import type { Entry, PlanNode } from "../../../../src/model/plan/syntax/tree.ts";

function read(text: string) {
  return readPiece(text, 0, { anchors: new Map(), base: 0, expansion: { nodes: 0 } });
}

function valueOf(node: PlanNode): unknown {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? node.items.map(valueOf) : objectOf(node.entries);
}

function objectOf(entries: readonly Entry[]): unknown {
  return Object.fromEntries(entries.map(({ key, value }) => [key.source, valueOf(value)]));
}

const legal: Readonly<Record<string, string>> = {
  scalars: "a: 1\nb: -2\nc: 0x1F\nd: 0o17\ne: 1.5\nf: 1e3\ng: .5\nh: true\ni: False\nj: null\nk: ~\nl:\nm: yes\nn: 1_000\no: 012\np: .inf\n",
  "plain text": "a: b c  d\nb: a:b\nc: a#b\nd: http://x/y?z=1&w=2\ne: -1x\nf: - \nfoo-bar: ?x\ng: :x\n".replace("f: - \n", ""),
  comments: "# one\na: 1 # two\n# three\n\nb: # four\n  c: 2\n  # five\n  d: 3\n#six\ne: x #y\n",
  "quoted text": `a: "b: c # d"\nb: 'it''s'\nc: "tab\\tnew\\nline \\x41 \\u00e9 \\U0001F600 \\" \\\\ \\/"\n"d e": 1\n'f': 2\ng: ""\nh: ''\n`,
  "text over lines": "a: one\n  two\n  three\nb: one\n\n  two\nc: \"one\n  two\n\n  three\"\nd: 'one\n  two'\ne: \"one\\\n  two\"\n",
  "block text": "a: |\n  one\n   two\n\n  three\nb: >\n  one\n  two\n\n  three\nc: |-\n  x\nd: |+\n  x\n\ne: >-\n  x\n  y\nf: |2\n    x\n  y\ng: 1\n",
  nesting: "a:\n  b:\n    c: 1\n    d: 2\n  e: 3\nf: 4\n",
  lists: "a:\n  - 1\n  - 2\nb:\n- 1\n- x: 1\n  y: 2\n-\n  z: 3\n- - 1\n  - 2\n-\nc: 1\n",
  flow: "a: [1, two, \"three\", 'f'] # x\nb: { c: 1, d: { e: [x, y] }, \"f\": 2, g: }\nc: []\nd: {}\ne: [\n  1,\n  2, # c\n]\nf: {\n  a: 1,\n  b: c d,\n}\ng: [a: 1, b]\nh: {\"x\":1}\ni: [a b\n  c, d]\n",
  "tags and anchors": "a: !!str 12\nb: &x { c: 1 }\nd: *x\ne:\n  <<: *x\n  f: 2\ng: &y\n  h: 1\ni: [*x, *y]\nj: &z 5\nk: *z\nl: !!int 5\n",
  "windows lines": "a: 1\r\nb:\r\n  c: two words\r\n  d: \"x\r\n    y\"\r\ne: |\r\n  one\r\n  two\r\nf: [1,\r\n  2]\r\n",
  "odd keys": "1: a\n? \ntrue: b\na b: c\n\"x: y\": d\n".replace("? \n", ""),
  "json": "{\"a\": {\"b\": [1, 2, {\"c\": null}]}, \"d\": \"e\\n\"}\n",
  "secrets": "a: ${env:KEY}\nb: \"${secret:x/y}\"\n",
};

describe("what is legal YAML has the value that the yaml package reads", () => {
  it.each(Object.entries(legal))("%s", (_, text) => {
    const reading = read(text);
    expect(reading.problems).toEqual([]);
    expect(objectOf(reading.entries)).toEqual(plainOf(parse(text, { merge: true })));
  });

  it("for generated nests of maps, lists and scalars", () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round += 1) {
      const text = generate(random, 0, 0);
      const reading = read(text);
      expect(reading.problems, text).toEqual([]);
      expect(objectOf(reading.entries), text).toEqual(plainOf(parse(text)));
    }
  });
});

describe("what is not, is told once, and the rest is read", () => {
  it.each([
    ["a: 1\nvl\nb: 2\n", ["vl"], { a: 1, b: 2 }],
    ["a: [1, 2\nb: 3\n", ["["], { a: [1, 2], b: 3 }],
    ["a: { b: 1\nc: 2\n", ["{"], { a: { b: 1 }, c: 2 }],
    ["a: \"x\nb: 1\n", ['"'], { a: "x", b: 1 }],
    ["a: 'x\nb: 1\n", ["'"], { a: "x", b: 1 }],
    ["a:\n    b: 1\n  c: 2\n", ["  "], { a: { b: 1, c: 2 } }],
    ["a: 1\n  b: 2\n", ["  "], { a: 1, b: 2 }],
    ["a:\n\tb: 1\n", ["\t"], { a: { b: 1 } }],
    ["a: b: c\nd: 1\n", [": c"], { a: "b", d: 1 }],
    ["a: - b\nc: 1\n", ["- b"], { a: null, c: 1 }],
    ["- a\nb: 1\n", ["-"], { b: 1 }],
    [": a\nb: 1\n", [": a"], { b: 1 }],
    ["a: *nope\nb: 1\n", ["*nope"], { a: null, b: 1 }],
    ["a: @x\nb: 1\n", ["@"], { a: "@x", b: 1 }],
    ["a: [1 2, ,3]\n", [","], { a: ["1 2", 3] }],
    ["a: [1, 2} \nb: 1\n", ["}"], { a: [1, 2], b: 1 }],
    ["a: !foo 1\n", ["!foo"], { a: 1 }],
    ['a: "\\q"\n', ['"'], { a: "\\q" }],
    ["? a\n: b\nc: 1\n", ["? a", ": b"], { c: 1 }],
    ["a:\n  vl\n  b: 1\n", ["vl"], { a: { b: 1 } }],
  ])("%j", (text, places, value) => {
    const reading = read(text);
    expect(reading.problems.map(({ range }) => text.slice(range.start, range.end))).toEqual(places);
    expect(objectOf(reading.entries)).toEqual(value);
  });
});

describe("hostile text", () => {
  it("does not make aliases explode", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level += 1) lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ")}]`);
    expect(read(lines.join("\n")).problems.at(-1)?.message).toMatch(/expand to too much/);
  });

  it("does not let an anchor hold itself", () => {
    expect(read("a: &a [*a]\n").problems).toHaveLength(1);
  });

  it.each(["[", "{a: ", "- ", "a:\n "])("stops at a depth that no plan has: %j", (step) => {
    const text = step === "a:\n " ? Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n") : `x: ${step === "- " ? "\n  " : ""}${step.repeat(500)}`;
    expect(read(text).problems.some(({ message }) => message.startsWith("Nested deeper"))).toBe(true);
  });
});

/** The yaml package's value with string keys only, as a plan has them. */
function plainOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)])) : Array.isArray(value) ? value.map(plainOf) : value;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const scalars = ["1", "-7", "text", "two words", '"quoted: #"', "'single'", "true", "null", "", "10.0.0.0/8", "[1, a b, {c: d}]", "{ x: 1, y: [2] }", "# note\n", "a:b", "|\n@  block\n@   more", ">-\n@  folded\n@  text"];

function generate(random: () => number, depth: number, column: number): string {
  const indent = " ".repeat(column);
  const count = 1 + Math.floor(random() * 3);
  let text = "";
  for (let index = 0; index < count; index += 1) {
    if (random() < 0.15) text += `${indent}# a comment\n`;
    if (random() < 0.1) text += "\n";
    text += `${indent}k${index}:${value(random, depth, column)}`;
  }
  return text;
}

function value(random: () => number, depth: number, column: number): string {
  const kind = random();
  if (depth < 4 && kind < 0.3) return `\n${generate(random, depth + 1, column + 1 + Math.floor(random() * 3))}`;
  if (depth < 4 && kind < 0.45) {
    const at = column + Math.floor(random() * 3);
    const items = Array.from({ length: 1 + Math.floor(random() * 3) }, () => (random() < 0.3 ? generate(random, depth + 1, at + 2).trimStart() : ` ${scalars[Math.floor(random() * 5)] ?? ""}\n`));
    return `\n${items.map((item) => `${" ".repeat(at)}-${item.startsWith(" ") ? item : item.startsWith("#") || item === "" ? " x\n" : ` ${item}`}`).join("")}`;
  }
  const scalar = scalars[Math.floor(random() * scalars.length)] ?? "";
  return ` ${scalar.replaceAll("@", " ".repeat(column))}\n`;
}

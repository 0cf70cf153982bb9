import { expect, it } from "vitest";
import { readPiece } from "../../../../src/model/plan/syntax/block.ts";
import { readPlainEntry, readPlainName } from "../../../../src/model/plan/syntax/plain-entry.ts";
import { Source } from "../../../../src/model/plan/syntax/source.ts";

const context = () => ({ anchors: new Map(), base: 0, expansion: { nodes: 0 }, isFlow: false });

it.each(["vlan: 101", "type: transit", "name:   x", "a: null", "a: 169.254.0.1/30", "a: ${env:KEY}", "a: 5.5", "a: 0x1f", "a: true", "a: b:c", "a: b#c", "null: 1", "a: 1\r"])(
  "%j gives what it gives on a line that is read a character at a time",
  (line) => {
    const [plain, other] = [`${line}\nz: 1\n`, `${line.trimEnd()} # said\nz: 1\n`].map((text) => readPiece(text, 0, context()).entries);
    expect(readPlainEntry(new Source(`${line}\nz: 1\n`, context()), 0)).toEqual(other?.[0]);
    expect(plain?.[0]).toEqual(other?.[0]);
  },
);

it.each(["a: b:\nc: 1\n", "a: b\n  c\n", "a: b\n\n  c\n", "a: b\n\tc\n", "a: b\n# c\n", "a: b c\n", "a: b", 'a: "b"\n', "a: [b]\n", "a: &b c\n", "a:b\n", "a: .5\n", `a: ${"b".repeat(201)}\n`])("leaves %j to whoever reads all", (text) => {
  const source = new Source(text, context());
  expect(readPlainEntry(source, 0)).toBeUndefined();
  expect(source.position).toBe(0);
});

it.each([["tags:\n  a: b\n", 8], ["tags:\r\n   a: b\n", 10], ["tags:\n  a\n", 0], ["tags:\na: b\n", 0], ["tags:\n  - a\n", 0], ["tags: # c\n  a: b\n", 0], ["a: b\n  c: d\n", 0]])("passes the name in %j up to what it holds", (text, position) => {
  const source = new Source(text, context());
  const name = readPlainName(source, 0);
  expect([name?.source ?? "", source.position]).toEqual([position === 0 ? "" : "tags", position]);
});

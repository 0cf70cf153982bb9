import { expect, it } from "vitest";
import { editsOfFix } from "../../../src/model/plan/fix-edits.ts";
import { applied } from "../../../src/model/plan/format.ts";
import type { Edit } from "../../../src/model/plan/problem.ts";

/** Makes one edit where `«…»` stands in the text; several where there are several. */
function fixed(marked: string, as: NonNullable<Edit["as"]>, inserted = ""): string | undefined {
  const parts = marked.split(/[«»]/);
  const text = parts.join("");
  let at = 0;
  const edits = parts.flatMap((part, index) => {
    at += part.length;
    return index % 2 === 0 ? [] : [{ range: { start: at - part.length, end: at }, text: inserted, as }];
  });
  const plain = editsOfFix(text, { title: "", edits });
  return plain && applied(text, plain);
}

it.each([
  ["a line of its own", "x:\n  a: 1\n  «b: 2»\n  c: 3\n", "x:\n  a: 1\n  c: 3\n"],
  ["its comment with it", "x:\n  a: 1\n  «b: 2» # why\n", "x:\n  a: 1\n"],
  ["lines that end with CR LF", "x:\r\n  a: 1\r\n  «b: 2»\r\n  c: 3\r\n", "x:\r\n  a: 1\r\n  c: 3\r\n"],
  ["the last line, which has no end", "x:\n  a: 1\n  «b: 2»", "x:\n  a: 1\n"],
  ["a value over lines", "x:\n  «b:\n    - 1\n    - 2»\n  c: 3\n", "x:\n  c: 3\n"],
  ["the first in braces", "x: { «a: 1», b: 2 }", "x: { b: 2 }"],
  ["the last in braces", "x: { a: 1, «b: 2» }", "x: { a: 1 }"],
  ["the only one in braces", "x: { «a: 1» }", "x: {  }"],
  ["two side by side in braces", "x: { a: 1, «b: 2», «c: 3» }", "x: { a: 1 }"],
  ["two with another between", "x: { «a: 1», b: 2, «c: 3» }", "x: { b: 2 }"],
  ["two lines", "x:\n  «a: 1»\n  «b: 2»\n  c: 3\n", "x:\n  c: 3\n"],
  ["braces over lines", "x: {\n  a: 1,\n  «b: 2»,\n  c: 3\n}", "x: {\n  a: 1,\n  c: 3\n}"],
  ["braces with a comment before their end", "x: {\n  a: 1,\n  «b: 2» # }\n}", "x: {\n  a: 1 # }\n}"],
])("removes a field: %s", (_, marked, expected) => {
  expect(fixed(marked, "removedField")).toBe(expected);
});

it.each([
  ["an anchor", "x:\n  «a: &one 1»\n  b: *one\n"],
  ["the first field of a member of a list", "x:\n  - «a: 1»\n    b: 2\n"],
])("does not remove a field: %s", (_, marked) => {
  expect(fixed(marked, "removedField")).toBeUndefined();
});

it.each([
  ["on the next line", "x:\n  «a: 1» # one\n", "x:\n  «a: 1» # one\n  b: 2\n"],
  ["where the text ends", "x:\n  «a: 1»", "x:\n  «a: 1»\n  b: 2"],
  ["with CR LF where the text has it", "x:\r\n  «a: 1»\r\n", "x:\r\n  «a: 1»\r\n  b: 2\r\n"],
  ["in braces", "x: { «a: 1» }", "x: { «a: 1», b: 2 }"],
  ["below a comment in braces", "x: {\n  «a: 1» # one\n}\n", "x: {\n  «a: 1», # one\n  b: 2\n}\n"],
  ["below a comment in braces before others", "x: {\n  «a: 1», # one\n  c: 3\n}\n", "x: {\n  «a: 1», # one\n  b: 2,\n  c: 3\n}\n"],
  ["in a member of a list", "x:\n  - «a: 1»\n", "x:\n  - «a: 1»\n    b: 2\n"],
])("adds a field %s", (_, marked, expected) => {
  expect(fixed(marked, "fieldAfter", "b: 2")).toBe(expected.replace(/[«»]/g, ""));
});

it.each([
  ["in brackets", "x: [«a»]", "x: [1, 2]"],
  ["in brackets before others", "x: [«a», b]", "x: [1, 2, b]"],
  ["by lines, with the comment at the first", "x:\n  - «a» # both\n  - b\n", "x:\n  - 1 # both\n  - 2\n  - b\n"],
  ["by lines", "x:\n  - «a»\n  - b\n", "x:\n  - 1\n  - 2\n  - b\n"],
])("makes one element several %s", (_, marked, expected) => {
  expect(fixed(marked, "members", "1, 2")).toBe(expected);
});

it("makes no edits that meet", () => {
  const edit = { range: { start: 0, end: 3 }, text: "" };
  expect(editsOfFix("abcdef", { title: "", edits: [edit, { ...edit, range: { start: 2, end: 4 } }] })).toBeUndefined();
});

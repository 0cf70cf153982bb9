import { expect, test } from "vitest";
import { parse } from "yaml";
import { readTags, tagsDifference, tagsText } from "../../src/model/tags-text.ts";
import { inEnglish } from "../support/in-english.ts";

const odd = { Owner: "net team", empty: "", "a b": "x:y", number: "012", word: "yes", url: "http://x/y:z", "key:with": "@=+ -", "ümlaut": "日本 x" };

test("tags are written so that every reader of YAML has the same, and read back", () => {
  const text = tagsText({ ...odd, "aws:createdBy": "AWS" });
  expect(parse(text)).toEqual(odd);
  expect(readTags(text)).toEqual({ tags: odd, problems: [] });
});

test("none is an empty text", () => {
  expect(tagsText({})).toBe("");
  expect(readTags("# nothing\n")).toEqual({ tags: {}, problems: [] });
});

test("what a person writes plainly is text", () => {
  expect(readTags("cost-center: 0012\nlive: true # yes\nnone:\n").tags).toEqual({ "cost-center": "0012", live: "true", none: "" });
});

test.each([
  ["Owner: a\nOwner: b\n", "stands here twice", "Owner: b"],
  ["list: [a]\n", "one line of text", "list: [a]"],
  ["aws:x: 1\n", "AWS's own", "aws:x: 1"],
  ["a: x#y!\n", "not allowed in a value", "a: x#y!"],
  ["- a\n", "list item", "-"],
  [Array.from({ length: 51 }, (_, index) => `k${index}: v\n`).join(""), "at most 50 tags", undefined],
])("%j", (text, message, where) => {
  const [problem] = readTags(text).problems;
  expect(inEnglish(problem?.text)).toContain(message);
  if (where !== undefined) expect(text.slice(problem?.start, problem?.end)).toBe(where);
});

test("only the difference is applied, and AWS's own tags are left alone", () => {
  const before = { same: "1", changed: "1", gone: "1", "aws:x": "1" };
  expect(tagsDifference(before, { same: "1", changed: "2", fresh: "1" })).toEqual({ set: { changed: "2", fresh: "1" }, removed: ["gone"] });
  expect(tagsDifference(before, { same: "1", changed: "1", gone: "1" })).toEqual({ set: {}, removed: [] });
});

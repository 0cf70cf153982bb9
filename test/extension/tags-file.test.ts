import { expect, test } from "vitest";
import { savedTagsFile, tagsFileAt, type TagsFile } from "../../src/extension/tags-file.ts";
import type { Tags } from "../../src/model/resource.ts";

const before: Tags = { "aws:made": "x", a: "1" };
const after: Tags = { b: "two" };
const text = "# why: billing\nb: two\n";

/** The text after each listing of the resource with these tags, once the document is saved. */
function textsAfterSaving(listings: readonly Tags[], saved = savedTagsFile({ text, before, after, since: 5 })): readonly string[] {
  let file: TagsFile = saved;
  return listings.map((tags) => {
    file = tagsFileAt(file, tags, 9);
    return file.text;
  });
}

test.each<[string, readonly Tags[], readonly string[]]>([
  ["stays while the tags are listed as they were", [before, before, after], [text, text, text]],
  ["stays while they are set and not yet removed", [{ a: "1", b: "two" }, after], [text, text]],
  ["stays whatever AWS's own tags are", [{ ...after, "aws:made": "y" }], [text]],
  ["gives way to other tags", [before, { c: "3" }], [text, "c: \"3\"\n"]],
  ["gives way to the earlier tags, once its own were listed", [after, before], [text, "a: \"1\"\n"]],
])("what was saved %s", (_, listings, texts) => expect(textsAfterSaving(listings)).toEqual(texts));

test("what only adds a comment is no change of tags, and stays as long as they do", () => {
  const saved = savedTagsFile({ text, before: after, after, since: 5 });
  expect(textsAfterSaving([after, after, before], saved)).toEqual([text, text, "a: \"1\"\n"]);
});

test("a file that nobody saved has the tags, from when they were first seen", () => {
  const fresh = tagsFileAt(undefined, before, 7);
  expect(fresh).toMatchObject({ text: "a: \"1\"\n", since: 7 });
  expect(tagsFileAt(fresh, before, 8)).toBe(fresh);
  expect(tagsFileAt(fresh, after, 8)).toMatchObject({ text: "b: two\n", since: 8 });
});

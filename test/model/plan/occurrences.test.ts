import { expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { nameFault, referencesTo, renameEdits, resourceNamedAt } from "../../../src/model/plan/occurrences.ts";
import { atCursor } from "../../support/plans.ts";

const marked = "x-p: &p a\nconnections:\n  a|: { id: dxcon-fg5678gh }\n  b: {}\nvirtualInterfaces:\n  v: { connection: *p }\n  w: { connection: dxcon-fg5678gh }\n";

it("knows where a resource is named, by name, by id and through aliases", () => {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const resource = resourceNamedAt(plan, offset)?.resource;
  if (resource === undefined) throw new Error("No resource at the cursor.");
  expect(referencesTo(plan, resource).map(({ range }) => text.slice(range.start, range.end))).toEqual(["*p", "dxcon-fg5678gh"]);
  expect(renameEdits(plan, resource, "c").map(({ range }) => [range.start, text.slice(range.start, range.end)])).toEqual([[offset - 1, "a"], [8, "a"]]);
  expect(nameFault(plan, resource, "b")).toContain("already");
  expect(nameFault(plan, resource, "c")).toBeUndefined();
});

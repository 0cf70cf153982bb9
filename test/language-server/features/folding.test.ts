import { expect, it } from "vitest";
import { foldsOf } from "../../../src/language-server/features/folding.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";

it("folds sections, resources, nested maps and runs of comments", () => {
  const text = "# one\n# two\nversion: 1\nconnections:\n  a:\n    location: EqDC2\n    tags:\n      env: prod\n  b: {}\n\nlags:\n  l:\n    location: EqDC2\n";
  const folds = foldsOf(new PlanDocument(text)).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  expect([...new Set(folds)]).toEqual(["0-1", "3-8", "4-7", "6-7", "10-12", "11-12"]);
});

import type { SelectionRange } from "vscode-languageserver";
import { expect, it } from "vitest";
import { selectionAt } from "../../../src/language-server/features/selection.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { atCursor } from "../../support/plans.ts";

function textsAt(marked: string): readonly string[] {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  const texts: string[] = [];
  for (let step: SelectionRange | undefined = selectionAt(plan, offset); step !== undefined; step = step.parent) {
    texts.push(text.slice(plan.lines.offsetOf(step.range.start), plan.lines.offsetOf(step.range.end)));
  }
  return texts;
}

it("grows from a word to the plan", () => {
  const plan = "connections:\n  a:\n    location: Eq|DC2\n";
  expect(textsAt(plan)).toEqual(["EqDC2", "location: EqDC2", "a:\n    location: EqDC2", plan.replace("|", "")]);
});

it("goes through lists, and begins at a field's name", () => {
  expect(textsAt("resiliencyGroups:\n  g: { connections: [a, b|] }\n").slice(0, 4)).toEqual(["b", "[a, b]", "connections: [a, b]", "{ connections: [a, b] }"]);
  expect(textsAt("reg|ion: us-east-1\n").slice(0, 2)).toEqual(["region", "region: us-east-1"]);
});

it("is the whole plan away from everything", () => {
  expect(textsAt("# c|\nversion: 1\n")).toEqual(["# c\nversion: 1\n"]);
});

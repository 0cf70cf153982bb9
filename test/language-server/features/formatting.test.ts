import { expect, it } from "vitest";
import { formattingOf } from "../../../src/language-server/features/formatting.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";

it("places each edit where the editor looks for it", () => {
  expect(formattingOf(new PlanDocument("connections:\n    a:  { id: dxcon-fg5678gh }\n"))).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }, newText: "  " },
    { range: { start: { line: 1, character: 5 }, end: { line: 1, character: 8 } }, newText: ": " },
  ]);
});

import type { SelectionRange } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { pieceAt } from "../../model/plan/locate.ts";
import { shift } from "../../model/plan/problem.ts";
import type { Entry, PlanNode, Range } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

export const selection: Feature = {
  capabilities: { selectionRangeProvider: true },
  register: (connection, plans) => {
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : positions.map((position) => selectionAt(plan, offsetAt(plan, position)));
    });
  },
};

/** From the word at the cursor out to the whole plan, each step holding the one before. */
export function selectionAt(plan: PlanDocument, offset: number): SelectionRange {
  const piece = pieceAt(plan, offset);
  const inner = piece === undefined ? [] : rangesIn(piece.content.entries, offset - piece.start).map((range) => shift(range, piece.start));
  let selection: SelectionRange = { range: rangeAt(plan, { start: 0, end: plan.text.length }) };
  let outer: Range = { start: 0, end: plan.text.length };
  for (const range of inner) {
    if (range.start === outer.start && range.end === outer.end) continue;
    selection = { range: rangeAt(plan, range), parent: selection };
    outer = range;
  }
  return selection;
}

/** From the outermost to the innermost. */
function rangesIn(entries: readonly Entry[], at: number): readonly Range[] {
  const entry = entries.find(({ key, value, merged }) => !merged && value.origin === undefined && key.range.start <= at && at <= Math.max(key.range.end, value.range.end));
  if (entry === undefined) return [];
  const { key, value } = entry;
  const whole = { start: key.range.start, end: Math.max(key.range.end, value.range.end) };
  if (at <= key.range.end) return [whole, key.range];
  return at < value.range.start ? [whole] : [whole, ...rangesOf(value, at)];
}

function rangesOf(node: PlanNode, at: number): readonly Range[] {
  if (node.kind === "map") return [node.range, ...rangesIn(node.entries, at)];
  if (node.kind === "scalar") return [node.range];
  const item = node.items.find(({ range, origin }) => origin === undefined && range.start <= at && at <= range.end);
  return [node.range, ...(item === undefined ? [] : rangesOf(item, at))];
}

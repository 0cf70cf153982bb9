import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlanNode } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";

export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register: (connection, plans) => {
    connection.onFoldingRanges(({ textDocument }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : foldsOf(plan);
    });
  },
};

/** Sections, resources, and whatever in them goes over several lines; runs of comments. */
export function foldsOf(plan: PlanDocument): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let section: FoldingRange | undefined;
  const add = (start: number, end: number): FoldingRange | undefined => {
    const fold = { startLine: plan.lines.lineOf(start), endLine: plan.lines.lineOf(end) };
    if (fold.endLine <= fold.startLine) return undefined;
    folds.push(fold);
    return fold;
  };
  for (const { kind, start, content } of plan.pieces) {
    if (kind !== "resource") section = undefined;
    for (const { key, value } of content.entries) {
      addNode(value, key.range.start + start, start, add);
      const endLine = plan.lines.lineOf(Math.max(key.range.end, value.range.end) + start);
      if (kind === "header") section = { startLine: plan.lines.lineOf(key.range.start + start), endLine: -1 };
      else if (kind === "resource" && section !== undefined) {
        if (section.endLine === -1) folds.push(section);
        section.endLine = endLine;
      }
    }
  }
  return [...folds, ...commentFolds(plan)].sort((one, other) => one.startLine - other.startLine);
}

function addNode(node: PlanNode, from: number, base: number, add: (start: number, end: number) => void): void {
  if (node.origin !== undefined) return;
  add(from, node.range.end + base);
  if (node.kind === "map") {
    for (const { key, value, merged } of node.entries) if (!merged) addNode(value, key.range.start + base, base, add);
  } else if (node.kind === "list") for (const item of node.items) addNode(item, item.range.start + base, base, add);
}

function commentFolds(plan: PlanDocument): readonly FoldingRange[] {
  const folds: FoldingRange[] = [];
  let startLine = -1;
  for (let line = 0; line <= plan.lines.lines; line += 1) {
    const isComment = line < plan.lines.lines && plan.text.startsWith("#", plan.lines.startOf(line));
    if (isComment && startLine === -1) startLine = line;
    if (isComment || startLine === -1) continue;
    if (line - 1 > startLine) folds.push({ startLine, endLine: line - 1, kind: FoldingRangeKind.Comment });
    startLine = -1;
  }
  return folds;
}

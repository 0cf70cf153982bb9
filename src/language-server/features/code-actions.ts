import { type CodeAction, CodeActionKind, type Range as EditorRange } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Fix } from "../../model/plan/problem.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";
import { diagnosticOf } from "./diagnostics.ts";

export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: (connection, plans) => {
    connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
      const plan = plans.get(uri);
      const isAsked = context.only === undefined || context.only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix);
      return plan === undefined || !isAsked ? [] : fixesAt(plan, range, uri);
    });
  },
};

/** The fix of each problem that the range touches, where what is meant is certain. */
export function fixesAt(plan: PlanDocument, range: EditorRange, uri: string): CodeAction[] {
  const [start, end] = [offsetAt(plan, range.start), offsetAt(plan, range.end)];
  return plan.problems.flatMap((problem) => {
    const { fix } = problem;
    if (fix === undefined || problem.range.start > end || problem.range.end < start) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(plan, uri, problem)],
        isPreferred: true,
        edit: { changes: { [uri]: editsOf(plan, fix) } },
      },
    ];
  });
}

function editsOf(plan: PlanDocument, fix: Fix): { range: EditorRange; newText: string }[] {
  return fix.edits.map((edit) => ({ range: rangeAt(plan, edit.range), newText: edit.text }));
}

import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { pieceAt } from "../../model/plan/locate.ts";
import { moved } from "../../model/plan/problem.ts";
import type { Range } from "../../model/plan/syntax/tree.ts";
import { rangeAt } from "../plan-store.ts";

/** Takes a secret that the range touches out of the file; offered as well where the rule about it is switched off. */
export function extractSecret(plan: PlanDocument, { start, end }: Range, uri: string): CodeAction[] {
  const piece = pieceAt(plan, start);
  const breaches = piece?.content.breaches.filter(({ rule }) => rule.code === "DX112") ?? [];
  return breaches.flatMap(({ finding }) => {
    const { range, fix } = moved(finding, piece?.start ?? 0);
    if (fix === undefined || range.start > end || range.end < start) return [];
    const edits = fix.edits.map((edit) => ({ range: rangeAt(plan, edit.range), newText: edit.text }));
    const reference = fix.edits[0]?.text.replaceAll('"', "") ?? "";
    return [{ title: `Extract the secret to ${reference}`, kind: CodeActionKind.RefactorExtract, edit: { changes: { [uri]: edits } } }];
  });
}

import { type CodeAction, CodeActionKind, type Range as EditorRange, type TextEdit } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { editsOfFix } from "../../model/plan/fix-edits.ts";
import { starterFields } from "../../model/plan/starter-fields.ts";
import type { Edit, PlanProblem } from "../../model/plan/problem.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";
import { type DiagnosticLinks, diagnosticOf } from "./diagnostics.ts";
import { extractSecret } from "./extract-secret.ts";

const kinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.SourceFixAll];

export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: kinds } },
  register: (connection, plans) => {
    connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => {
      const plan = plans.get(uri);
      if (plan === undefined) return [];
      return actionsAt(plan, range, { uri, pages: plans.pages }).filter(({ kind = "" }) => only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`)));
    });
  },
};

/** The fixes first, then what adds missing fields or switches a rule off or takes a secret out, then all fixes of the file at once. */
export function actionsAt(plan: PlanDocument, range: EditorRange, links: DiagnosticLinks): CodeAction[] {
  const [start, end] = [offsetAt(plan, range.start), offsetAt(plan, range.end)];
  const touched = plan.problems.filter((problem) => problem.range.start <= end && problem.range.end >= start);
  return [...touched.flatMap((problem) => fixOf(plan, problem, links)), ...touched.flatMap((problem) => completing(plan, problem, links)), ...touched.flatMap((problem) => ignoring(plan, problem, links)), ...extractSecret(plan, { start, end }, links.uri), ...fixAll(plan, links.uri)];
}

function fixOf(plan: PlanDocument, problem: PlanProblem, links: DiagnosticLinks): CodeAction[] {
  const { fix } = problem;
  const edits = planned(plan, problem);
  return fix === undefined || edits.length === 0 ? [] : [{ ...quickFix(plan, problem, links), title: fix.title, isPreferred: true, edit: { changes: { [links.uri]: editsIn(plan, edits) } } }];
}

/** What a resource lacks, with a value to begin with for each field. */
function completing(plan: PlanDocument, problem: PlanProblem, links: DiagnosticLinks): CodeAction[] {
  const added = problem.code === "DX004" ? starterFields(plan, problem.range.start) : undefined;
  if (added === undefined) return [];
  const edit = { range: rangeAt(plan, added.edit.range), newText: added.edit.text };
  return [{ ...quickFix(plan, problem, links), title: `Add ${added.names.join(", ")}`, edit: { changes: { [links.uri]: [edit] } } }];
}

/** Codes that no comment should switch off: nothing else would be checked, or it is about such comments itself. */
const unignorable: readonly string[] = ["DX001", "DX811"];

function ignoring(plan: PlanDocument, problem: PlanProblem, links: DiagnosticLinks): CodeAction[] {
  if (unignorable.includes(problem.code)) return [];
  const start = plan.lines.startOf(plan.lines.lineOf(problem.range.start));
  const indent = /^[ \t]*/.exec(plan.text.slice(start, problem.range.start))?.[0] ?? "";
  const edit = { range: rangeAt(plan, { start, end: start }), newText: `${indent}# dx-ignore ${problem.code}: on purpose\n` };
  return [{ ...quickFix(plan, problem, links), title: `Ignore ${problem.code} here`, edit: { changes: { [links.uri]: [edit] } } }];
}

function quickFix(plan: PlanDocument, problem: PlanProblem, links: DiagnosticLinks): Pick<CodeAction, "kind" | "diagnostics"> {
  return { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(plan, links, problem)] };
}

/** Fixes whose edits do not meet; those that are left out can follow. */
function fixAll(plan: PlanDocument, uri: string): CodeAction[] {
  const edits: TextEdit[] = [];
  let count = 0;
  let done = -1;
  for (const its of plan.problems.map((problem) => planned(plan, problem))) {
    const [first] = its;
    if (first === undefined || first.range.start < done) continue;
    edits.push(...editsIn(plan, its));
    count += 1;
    done = its.at(-1)?.range.end ?? done;
  }
  return count === 0 ? [] : [{ title: count === 1 ? "Fix the one problem that has a fix" : `Fix ${count} problems that have a fix`, kind: CodeActionKind.SourceFixAll, edit: { changes: { [uri]: edits } } }];
}

/** What a problem's fix changes; nothing where there is none, or it cannot be made. */
function planned(plan: PlanDocument, { fix }: PlanProblem): readonly Edit[] {
  return fix === undefined ? [] : (editsOfFix(plan.text, fix) ?? []);
}

function editsIn(plan: PlanDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeAt(plan, edit.range), newText: edit.text }));
}

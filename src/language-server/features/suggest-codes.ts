import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { rules } from "../../model/plan/rules/table.ts";
import { rangeAt } from "../plan-store.ts";

/** In a `# dx-ignore` comment: the codes of rules, those first that speak of this line or the next. */
export function suggestCodes(plan: PlanDocument, offset: number): CompletionItem[] {
  const line = plan.lines.lineOf(offset);
  const before = plan.text.slice(plan.lines.startOf(line), offset);
  const word = /(?:^|\s)#+\s*dx-ignore(?:-file)?[\s:]+(?:[A-Z]+\d+[\s,]+)*([A-Za-z]*\d*)$/.exec(before)?.[1];
  if (word === undefined) return suggestInstructions(plan, offset, before);
  const near = new Set(plan.problems.filter(({ range }) => [line, line + 1].includes(plan.lines.lineOf(range.start))).map(({ code }) => code));
  const range = rangeAt(plan, { start: offset - word.length, end: offset });
  return rules.map(({ code, title }) => ({
    label: code,
    kind: CompletionItemKind.Constant,
    detail: title,
    sortText: `${near.has(code) ? 0 : 1}${code}`,
    textEdit: { range, newText: code },
  }));
}

/** At the beginning of a comment: the words that switch rules off, for a file only above its fields. */
function suggestInstructions(plan: PlanDocument, offset: number, before: string): CompletionItem[] {
  const [, lead, word] = /((?:^|\s)#+[ \t]*)([a-z-]+)$/.exec(before) ?? [];
  if (lead === undefined || word === undefined || !"dx-ignore-file".startsWith(word)) return [];
  const isAtTop = plan.text.slice(0, offset).split("\n").every((line) => /^\uFEFF?\s*(?:#|$|---)/.test(line));
  const blank = lead.endsWith("#") ? " " : "";
  const range = rangeAt(plan, { start: offset - word.length, end: offset });
  const forms = [{ label: "dx-ignore", detail: "switch rules off for this line, or the next" }, ...(isAtTop ? [{ label: "dx-ignore-file", detail: "switch rules off for the file" }] : [])];
  return forms.map(({ label, detail }) => ({ label, detail, kind: CompletionItemKind.Keyword, textEdit: { range, newText: `${blank}${label} ` } }));
}

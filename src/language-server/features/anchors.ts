import type { PlanDocument } from "../../model/plan/document.ts";
import { maskSecrets } from "../../model/plan/mask-secrets.ts";
import type { Range } from "../../model/plan/syntax/tree.ts";

/** The last anchor above the alias at an offset that has its name. */
export function anchorMeantAt(text: string, offset: number): Range | undefined {
  const before = /(?:^|[\s[{,])\*([^\s,[\]{}*]*)$/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
  if (before === null) return undefined;
  const name = `&${before[1] ?? ""}${/^[^\s,[\]{}]*/.exec(text.slice(offset, offset + longestName))?.[0] ?? ""}`;
  for (let at = text.lastIndexOf(name, offset); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(name, at - 1)) {
    if (/^[\s,[\]{}]?$/.test(text.charAt(at + name.length))) return { start: at, end: at + name.length };
  }
  return undefined;
}

const longestName = 200;

/** What the alias at an offset stands for, or those behind the merge key there: as the plan has it, without its secrets. */
export function aliasTextAt(plan: PlanDocument, offset: number): string | undefined {
  const anchors = aliasesAt(plan.text, offset).flatMap((alias) => anchorMeantAt(plan.text, alias) ?? []);
  if (anchors.length === 0) return undefined;
  const lines = maskSecrets(plan).split("\n");
  return anchors.map(({ start }) => writtenFrom(lines, plan.lines.lineOf(start))).join("\n\n");
}

/** Offsets inside of aliases. */
function aliasesAt(text: string, offset: number): readonly number[] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const line = /^.*/.exec(text.slice(start, start + longestLine))?.[0] ?? "";
  const merge = /<<[ \t]*:/.exec(line);
  const isOnMerge = merge !== null && offset - start >= merge.index && offset - start <= merge.index + 2;
  if (!isOnMerge) return [offset, ...(text.charAt(offset) === "*" ? [offset + 1] : [])].slice(-1);
  const values = /^[ \t]*(?:\[[^\]]*|\*[^\s,\]}]+)/.exec(line.slice(merge.index + merge[0].length))?.[0] ?? "";
  return [...values.matchAll(/\*/g)].map(({ index }) => start + merge.index + merge[0].length + index + 1);
}

const longestLine = 2000;
const mostLines = 20;

/** A line, and what belongs to it below. */
function writtenFrom(lines: readonly string[], first: number): string {
  const indent = indentOf(lines[first] ?? "");
  let end = first + 1;
  while (end < lines.length && end < first + mostLines && isBelow(lines[end] ?? "", indent)) end += 1;
  const shown = lines.slice(first, end).map((line) => line.slice(Math.min(indent, indentOf(line))).trimEnd().slice(0, longestLine / 10));
  return `\`\`\`yaml\n${shown.join("\n").trimEnd().replaceAll("```", "'''")}\n\`\`\``;
}

/** Deeper, empty, a member of a list, or what closes a bracket. */
function isBelow(line: string, indent: number): boolean {
  return line.trim() === "" || indentOf(line) > indent || (indentOf(line) === indent && /^[ \t]*(?:- |[\]}])/.test(line));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

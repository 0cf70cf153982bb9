import { PlanDocument, type TextEdit } from "./document.ts";
import { indentation } from "./indentation.ts";
import { shift } from "./problem.ts";
import type { Entry, PlanNode, Range } from "./syntax/tree.ts";

/**
 * The edits that lay a plan out: two spaces for each level, one blank around colons and commas, no blanks at the ends of
 * lines, one blank line at most, a line end at the end. They add and remove nothing but white space, so comments stay,
 * and what the plan says stays the same. A plan that cannot be read is left alone.
 */
export function formatPlan(document: PlanDocument): readonly TextEdit[] {
  if (document.pieces.some(({ content }) => content.breaches.some(({ rule }) => rule.code === "DX001"))) return [];
  const edits = [...indentation(document), ...spacing(document), ...lineEnds(document)].sort((one, other) => one.range.start - other.range.start);
  const formatted = new PlanDocument(applied(document.text, edits));
  return meaning(formatted) === meaning(document) ? edits.filter(({ range, text }) => document.text.slice(range.start, range.end) !== text) : [];
}

/** A text after edits that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { range, text: inserted } of edits) {
    parts.push(text.slice(done, range.start), inserted);
    done = range.end;
  }
  return parts.join("") + text.slice(done);
}

/** What a plan says, and every character of it that is no white space. */
function meaning(document: PlanDocument): string {
  return JSON.stringify([document.text.replace(/\s+/g, ""), document.pieces.map(({ kind, content }) => [kind, content.entries.map(entryMeaning)])]);
}

function entryMeaning({ key, value }: Entry): unknown {
  return [key.source, nodeMeaning(value)];
}

function nodeMeaning(node: PlanNode): unknown {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? { list: node.items.map(nodeMeaning) } : { map: node.entries.map(entryMeaning) };
}

/** One blank behind colons and commas on a line. */
function spacing(document: PlanDocument): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const between = (start: number, end: number, base: number): void => {
    const range = shift({ start, end }, base);
    const found = /^[ \t]*([:,])[ \t]*$/.exec(document.text.slice(range.start, range.end));
    if (found?.[1] !== undefined) edits.push({ range, text: `${found[1]} ` });
  };
  const visit = (node: PlanNode, base: number): void => {
    if (node.origin !== undefined) return;
    if (node.kind === "map") visitEntries(node.entries, base);
    if (node.kind !== "list") return;
    for (const [at, item] of node.items.entries()) {
      const before = node.items[at - 1];
      if (before !== undefined) between(before.range.end, item.range.start, base);
      visit(item, base);
    }
  };
  const visitEntries = (entries: readonly Entry[], base: number): void => {
    const own = entries.filter(({ merged }) => !merged);
    for (const [at, { key, value }] of own.entries()) {
      const before = own[at - 1];
      if (before !== undefined) between(before.value.range.end, key.range.start, base);
      if (value.range.end > value.range.start) between(key.range.end, value.range.start, base);
      visit(value, base);
    }
  };
  for (const { content, start } of document.pieces) visitEntries(content.entries, start);
  return edits;
}

/** No blanks at the ends of lines, no more than one blank line, none at the top, and a line end at the end. */
function lineEnds(document: PlanDocument): readonly TextEdit[] {
  const { text } = document;
  const texts = rangesOfTexts(document);
  const edits: TextEdit[] = [];
  for (const { 0: found, index } of text.matchAll(/(?<![ \t])[ \t]+(?=\r?\n|$)|(?<=\n)(?:[ \t]*\r?\n){2,}/g)) {
    if (texts.some(({ start, end }) => index < end && index + found.length > start)) continue;
    const isBlankLines = found.includes("\n");
    edits.push({ range: { start: index, end: index + found.length }, text: isBlankLines ? (found.includes("\r") ? "\r\n" : "\n") : "" });
  }
  if (text !== "" && !text.endsWith("\n")) edits.push({ range: { start: text.length, end: text.length }, text: text.includes("\r\n") ? "\r\n" : "\n" });
  return edits;
}

/** Scalars over several lines, where white space is part of the value. */
function rangesOfTexts(document: PlanDocument): readonly Range[] {
  const ranges: Range[] = [];
  const visit = (node: PlanNode, base: number): void => {
    if (node.origin !== undefined) return;
    if (node.kind === "map") for (const { value, merged } of node.entries) if (!merged) visit(value, base);
    if (node.kind === "list") for (const item of node.items) visit(item, base);
    if (node.kind === "scalar" && document.text.slice(node.range.start + base, node.range.end + base).includes("\n")) ranges.push(shift(node.range, base));
  };
  for (const { content, start } of document.pieces) for (const { value } of content.entries) visit(value, start);
  return ranges;
}

import type { Edit, Fix } from "./problem.ts";
import type { Range } from "./syntax/tree.ts";

/**
 * What a fix changes in a text, as plain replacements in the order of the text. Undefined where the fix cannot be written
 * there without touching something else: an anchor that others refer to, say.
 */
export function editsOfFix(text: string, { edits }: Fix): readonly Edit[] | undefined {
  const plain: Edit[] = [];
  for (const edit of joined(text, edits)) {
    const one = writers[edit.as ?? "text"](text, edit);
    if (one === undefined) return undefined;
    plain.push(one);
  }
  return plain.every((edit, at) => edit.range.start >= (plain[at - 1]?.range.end ?? 0)) ? plain : undefined;
}

/** Fields that are removed side by side are removed as one, so that each comma goes once. */
function joined(text: string, edits: readonly Edit[]): readonly Edit[] {
  const all: Edit[] = [];
  for (const edit of [...edits].sort((one, other) => one.range.start - other.range.start)) {
    const last = all.at(-1);
    const isNext = last?.as === "removedField" && edit.as === "removedField" && /^\s*,\s*$/.test(text.slice(last.range.end, edit.range.start));
    if (isNext) all[all.length - 1] = { ...last, range: { start: last.range.start, end: edit.range.end } };
    else all.push(edit);
  }
  return all;
}

const writers: Readonly<Record<NonNullable<Edit["as"]> | "text", (text: string, edit: Edit) => Edit | undefined>> = {
  text: (_, { range: { start, end }, text }) => ({ range: { start, end }, text }),
  removedField: (text, { range }) => {
    if (/(^|[\s:,[{])&\S/.test(text.slice(range.start, range.end))) return undefined;
    const removed = isInFlow(text, range) ? fieldInFlow(text, range) : wholeLines(text, range);
    return removed && { range: removed, text: "" };
  },
  removedComment: (text, { range: { start, end } }) => {
    const whole = wholeLines(text, { start, end });
    const blanks = /[ \t]*$/.exec(text.slice(lineStartOf(text, start), start))?.[0].length ?? 0;
    return { range: whole ?? { start: start - blanks, end }, text: "" };
  },
  fieldAfter: (text, { range, text: field }) => {
    const indent = `${lineBreakOf(text)}${" ".repeat(columnOf(text, range.start))}`;
    const end = lineEndFrom(text, range.end);
    if (!isInFlow(text, range)) return inserted(end, `${indent}${field}`);
    // A comment stays behind the value that it is about.
    const [, comma, comment] = /^(,?)([ \t]+#.*)$/.exec(text.slice(range.end, end)) ?? [];
    if (comma === undefined || comment === undefined) return inserted(range.end, `, ${field}`);
    return { range: { start: range.end, end }, text: `,${comment}${indent}${field}${comma}` };
  },
  members: (text, { range, text: members }) => {
    const { start, end } = range;
    if (isInFlow(text, range)) return { range: { start, end }, text: members };
    const dash = /- +$/.exec(text.slice(lineStartOf(text, start), start));
    if (dash === null) return undefined;
    const indent = " ".repeat(columnOf(text, start) - dash[0].length);
    const [first = "", ...others] = members.split(", ");
    const lineEnd = lineEndFrom(text, end);
    const behind = text.slice(end, lineEnd).trim() === "" ? "" : text.slice(end, lineEnd);
    return { range: { start, end: end + behind.length }, text: [`${first}${behind}`, ...others].join(`${lineBreakOf(text)}${indent}- `) };
  },
};

/** A value of the block style is never followed by the signs of the flow style. */
function isInFlow(text: string, { end }: Range): boolean {
  const next = /^(?:\s|(?<=\s)#.*)*/.exec(text.slice(end, end + farthest))?.[0].length ?? 0;
  return /[,}\]]/.test(text.charAt(end + next));
}

/** Nobody writes more blanks and comments than this between two values. */
const farthest = 2000;

/** With the comma behind it, or the one before it where it is the last. */
function fieldInFlow(text: string, { start, end }: Range): Range | undefined {
  const behind = /^\s*,[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end, end + farthest));
  if (behind !== null) return { start, end: end + behind[0].length };
  const before = /,?\s*$/.exec(text.slice(Math.max(0, start - farthest), start))?.[0] ?? "";
  const isAlone = !before.startsWith(",");
  return isAlone ? { start, end } : { start: start - before.length, end };
}

/** Whole lines, with the comment behind the value. Not where the line holds something else before it, as the first field of a member of a list does. */
function wholeLines(text: string, { start, end }: Range): Range | undefined {
  const first = lineStartOf(text, start);
  if (text.slice(first, start).trim() !== "") return undefined;
  const isEnded = text.charAt(end - 1) === "\n";
  const last = isEnded ? end : lineEndFrom(text, end);
  const after = isEnded ? last : last + (/^\r?\n/.exec(text.slice(last, last + 2))?.[0].length ?? 0);
  return { start: first, end: after };
}

function inserted(at: number, text: string): Edit {
  return { range: { start: at, end: at }, text };
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEndFrom(text: string, offset: number): number {
  const end = text.slice(offset).search(/\r?\n|$/);
  return offset + end;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

import type { PlanDocument, TextEdit } from "./document.ts";
import type { PlanNode } from "./syntax/tree.ts";

/** The edits that indent a plan by two spaces for each level. Lines inside one value move with the line that it begins on. */
export function indentation(document: PlanDocument): readonly TextEdit[] {
  const { lines, text } = document;
  const heads = continuedLines(document);
  const levels = new Levels();
  const columns: (Line | undefined)[] = [];
  for (let line = 0; line < lines.lines; line += 1) {
    const start = lines.startOf(line) + (line === 0 && text.startsWith("\uFEFF") ? 1 : 0);
    const content = text.slice(start, lines.startOf(line + 1)).replace(/[\r\n]+$/, "");
    const old = content.length - content.trimStart().length;
    const head = columns[heads.get(line) ?? -1];
    if (content.trim() === "" || old === 0 && /^(?:---|\.\.\.)(?:\s|$)|^%/.test(content)) columns.push(undefined);
    else if (head !== undefined) columns.push({ start, old, wanted: Math.max(0, old + head.wanted - head.old), isComment: false });
    else if (content.startsWith("#", old)) columns.push({ start, old, wanted: old, isComment: true });
    else columns.push({ start, old, wanted: levels.enter(content, old), isComment: false });
  }
  alignComments(columns);
  return columns.flatMap((line) => (line === undefined || line.old === line.wanted ? [] : [{ range: { start: line.start, end: line.start + line.old }, text: " ".repeat(line.wanted) }]));
}

interface Line {
  readonly start: number;
  readonly old: number;
  wanted: number;
  readonly isComment: boolean;
}

/** Old and new columns of the blocks that are open. */
class Levels {
  private readonly open: { old: number; wanted: number }[] = [];

  /** Gives the new column of a line, and opens what begins in it. */
  enter(content: string, old: number): number {
    const wanted = this.columnAt(old);
    this.openItems(content.slice(old), { old, wanted });
    return wanted;
  }

  private columnAt(old: number): number {
    while ((this.open.at(-1)?.old ?? -1) > old) this.open.pop();
    const top = this.open.at(-1);
    if (top?.old === old) return top.wanted;
    const wanted = top === undefined ? 0 : top.wanted + 2;
    this.open.push({ old, wanted });
    return wanted;
  }

  /** What stands behind a dash is a block of its own, as deep as the dash and the blanks behind it are wide. */
  private openItems(rest: string, at: { old: number; wanted: number }): void {
    const dash = /^-[ \t]+(?=\S)/.exec(rest)?.[0].length;
    if (dash === undefined) return;
    const inner = { old: at.old + dash, wanted: at.wanted + dash };
    this.open.push(inner);
    this.openItems(rest.slice(dash), inner);
  }
}

/** Comments stand above what they speak of; those at the end stay with what is before them. */
function alignComments(columns: readonly (Line | undefined)[]): void {
  let below: Line | undefined;
  for (const line of columns.toReversed()) {
    if (line === undefined) continue;
    if (!line.isComment) below = line;
    else if (below !== undefined && (line.old === below.old || line.old > 0)) line.wanted = below.wanted;
  }
}

/** For each line that a value over several lines goes on in: the line that the value begins on. */
function continuedLines({ pieces, lines, text }: PlanDocument): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  for (const { content, start } of pieces) {
    for (const { range } of content.entries.flatMap(({ value }) => closedNodes(value, (node) => "[{".includes(text.charAt(node.range.start + start))))) {
      const first = lines.lineOf(range.start + start);
      for (let line = first + 1; line <= lines.lineOf(range.end + start - 1); line += 1) heads.set(line, first);
    }
  }
  return heads;
}

/** Scalars and flow collections: what no line of its own begins inside. */
function closedNodes(node: PlanNode, isFlow: (node: PlanNode) => boolean): readonly PlanNode[] {
  if (node.origin !== undefined || node.range.end === node.range.start) return [];
  if (node.kind === "scalar" || isFlow(node)) return [node];
  const inner = node.kind === "list" ? node.items : node.entries.filter(({ merged }) => !merged).map(({ value }) => value);
  return inner.flatMap((one) => closedNodes(one, isFlow));
}

import type { LineIndex } from "./line-index.ts";
import type { Fix, PlanProblem } from "./problem.ts";
import { ruleOf, unseenRules } from "./rules/table.ts";
import type { Range } from "./syntax/tree.ts";

/** A `# dx-ignore` or `# dx-ignore-file` comment. */
interface Instruction {
  readonly range: Range;
  readonly codes: readonly Named[];
  /** The line it speaks of; undefined for the whole file. */
  readonly line: number | undefined;
}

interface Named {
  readonly code: string;
  readonly range: Range;
}

/** What it is about is a comment's place: before any field of the file, alone on its line, or behind a value. */
export interface IgnoreContext {
  readonly text: string;
  readonly lines: LineIndex;
  /** Where the first field of the file stands. */
  readonly firstContent: number;
  /** Where it is not, what some rules would find is not known either. */
  readonly isLiveKnown: boolean;
  /** What is not told for now, for another reason: comments that would switch it off are of use. */
  readonly hidden: readonly PlanProblem[];
}

/** Takes out what comments switch off, and adds DX811 for those that switch nothing off. */
export function applyIgnores(problems: readonly PlanProblem[], comments: readonly Range[], context: IgnoreContext): readonly PlanProblem[] {
  if (comments.length === 0) return problems;
  const instructions = readInstructions(comments, context);
  const byTarget = new Map<string, Range[]>();
  for (const { codes, line } of instructions) {
    for (const { code, range } of codes) byTarget.set(`${code} ${line ?? "file"}`, [...(byTarget.get(`${code} ${line ?? "file"}`) ?? []).slice(0, 9), range]);
  }
  const used = new Set<Range>();
  const isKept = (problem: PlanProblem): boolean => {
    const onLine = byTarget.get(`${problem.code} ${context.lines.lineOf(problem.range.start)}`) ?? [];
    const matching = [...onLine, ...(byTarget.get(`${problem.code} file`) ?? [])];
    for (const range of matching) used.add(range);
    return matching.length === 0;
  };
  for (const problem of context.hidden) isKept(problem);
  const kept = problems.filter(isKept);
  const isNeeded = ({ code, range }: Named): boolean => used.has(range) || (!context.isLiveKnown && mayNeedLive(code));
  return [...kept, ...instructions.flatMap((instruction) => unusedParts(instruction, isNeeded))];
}

/** More than all codes there are. In UTF-16 units. */
const longestInstruction = 4000;

const form = /^#+\s*dx-ignore(-file)?(?=[\s:]|$)([\s,]*(?:[A-Za-z]+\d+[\s,]*)*)/;

function readInstructions(comments: readonly Range[], context: IgnoreContext): readonly Instruction[] {
  const instructions: Instruction[] = [];
  let below: Instruction | undefined;
  for (const range of comments.toReversed()) {
    const instruction: Instruction = readInstruction(range, context, below);
    instructions.push(instruction);
    below = instruction;
  }
  return instructions.reverse();
}

function readInstruction(range: Range, context: IgnoreContext, below: Instruction | undefined): Instruction {
  const found = form.exec(context.text.slice(range.start, Math.min(range.end, range.start + longestInstruction)));
  const list = found?.[2] ?? "";
  const offset = range.start + (found?.[0].length ?? 0) - list.length;
  const codes = [...list.matchAll(/[A-Za-z]+\d+/g)].map((match) => ({
    code: match[0].toUpperCase(),
    range: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
  const isForFile = found?.[1] !== undefined && range.start < context.firstContent;
  return { range, codes, line: isForFile ? undefined : lineMeant(range, context, below) };
}

/** Its own line where something stands before it, else the next line that is no comment. */
function lineMeant(range: Range, { text, lines }: IgnoreContext, below: Instruction | undefined): number {
  let line = lines.lineOf(range.start);
  const isAlone = text.slice(lines.startOf(line), range.start).trim() === "";
  while (isAlone && line < lines.lines - 1) {
    line += 1;
    if (below !== undefined && below.line !== undefined && lines.lineOf(below.range.start) === line) return below.line;
    if (!text.slice(lines.startOf(line), lines.startOf(line + 1)).trimStart().startsWith("#")) return line;
  }
  return line;
}

function mayNeedLive(code: string): boolean {
  const rule = ruleOf(code);
  return rule?.live !== undefined || rule?.asksLive === true;
}

function unusedParts(instruction: Instruction, isNeeded: (named: Named) => boolean): readonly PlanProblem[] {
  if (instruction.codes.length === 0) {
    return [unused(instruction.range, "This comment names no rule to ignore. Add codes, like `# dx-ignore DX112: test key`, or remove it.")];
  }
  return instruction.codes.flatMap((named, at) =>
    isNeeded(named) ? [] : [{ ...unused(named.range, `${uselessness(named.code)} Remove it from the comment.`), fix: withoutCode(instruction, at) }],
  );
}

function uselessness(code: string): string {
  if (ruleOf(code) !== undefined) return `Nothing here breaks ${code}.`;
  const reason = Object.hasOwn(unseenRules, code) ? unseenRules[code] : undefined;
  return reason === undefined ? `There is no rule ${code}.` : `${code} is never reported. ${reason}`;
}

/** Without its only code nothing is left of the comment. */
function withoutCode({ range, codes }: Instruction, at: number): Fix {
  const [before, named, after] = [codes[at - 1], codes[at], codes[at + 1]];
  if (codes.length === 1 || named === undefined) return { title: "Remove the comment", edits: [{ range, text: "", as: "removedComment" }] };
  const removed = after === undefined ? { start: before?.range.end ?? named.range.start, end: named.range.end } : { start: named.range.start, end: after.range.start };
  return { title: `Remove ${named.code} from the comment`, edits: [{ range: removed, text: "" }] };
}

function unused(range: Range, message: string): PlanProblem {
  return { code: "DX811", severity: "hint", message, range, related: [] };
}

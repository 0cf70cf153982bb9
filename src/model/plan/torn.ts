import type { PlanProblem } from "./problem.ts";
import { mapSchemas } from "./schema.ts";
import type { FieldType } from "./schema-types.ts";
import { closesAbove } from "./syntax/line-shape.ts";
import type { Range } from "./syntax/tree.ts";

/**
 * What is found only because Enter was pressed inside a name or a value. The half that stands alone on its line is told;
 * what is found in the other half goes away with it, when the lines are joined or the lone half is gone.
 */
export function tornBy(problems: readonly PlanProblem[], text: string, resourceNames: () => readonly string[]): (problem: PlanProblem) => boolean {
  const tears = problems.flatMap((problem) => tearAt(problem, text));
  if (tears.length === 0) return () => false;
  const byAbove = new Map(tears.map((tear) => [tear.above, tear]));
  const byBelow = new Map(tears.flatMap((tear) => [[tear.below, tear] as const, [tear.lineBelow, tear] as const]));
  const names = new Set(tears.map(({ word, next }) => word + next));
  const known = new Set(resourceNames());
  const isHalfValue = ({ start, end }: Range): boolean => {
    const below = byAbove.get(end);
    if (below === undefined) return false;
    const whole = text.slice(start, end) + below.word;
    return below.isInBrackets || !isNameBegun(below.word) || wholes.has(whole) || known.has(whole) || /^\d+[GM]bps$/.test(whole);
  };
  return (problem) => {
    const above = byBelow.get(problem.range.start);
    const ranges = [problem.range, ...problem.related.map(({ range }) => range)];
    return (above !== undefined && isHalfName(problem, above)) || ranges.some(isHalfValue) || (problem.code === "DX801" && ranges.some(({ start, end }) => names.has(text.slice(start, end))));
  };
}

/** A word alone on its line, between what stands above and below it. */
interface Tear {
  readonly word: string;
  /** Whether the line below is indented less. */
  readonly isDeeper: boolean;
  /** Whether it is the line below that is told, which the brackets of the one above close. */
  readonly isInBrackets: boolean;
  /** Where the line above ends, without blanks and comments; -1 where the lines are not next to each other. */
  readonly above: number;
  readonly lineBelow: number;
  /** Where the word begins that the line below begins with, and that word. */
  readonly below: number;
  readonly next: string;
}

function tearAt({ code, range }: PlanProblem, text: string): readonly Tear[] {
  if (code !== "DX001" && code !== "DX003") return [];
  const word = text.slice(range.start, Math.min(range.end, range.start + longestWord));
  if (/^\S+$/.test(word)) return tearAtWord(word, range, text);
  return word.trim() === "" && text.charAt(range.start - 1) === "\n" ? tearInBrackets(range, text) : [];
}

function tearAtWord(word: string, { start, end }: Range, text: string): readonly Tear[] {
  const before = text.slice(Math.max(0, start - longestWord), start);
  const blanks = /(?:^|\n)([ \t]*(?:- +)?)$/.exec(before)?.[1];
  const tail = /^[ \t]*\r?(?:\n([ \t]*)([\w-]*)|$)/.exec(text.slice(end, end + longestWord));
  if (blanks === undefined || tail === null) return [];
  const [{ length }, indentation = "", next = ""] = tail;
  const below = end + length - next.length;
  return [{ word, isInBrackets: false, isDeeper: blanks.length > indentation.length, next, below, lineBelow: below - indentation.length, above: start - (before.length - before.trimEnd().length) }];
}

/** What stands above a line that is told to belong to the brackets there. */
function tearInBrackets({ start, end }: Range, text: string): readonly Tear[] {
  if (!closesAbove(text, start)) return [];
  return [{ word: "", next: "", isDeeper: false, isInBrackets: true, above: text.slice(0, start).trimEnd().length, lineBelow: -1, below: end }];
}

function isHalfName({ code, range: { start } }: PlanProblem, { word, isDeeper, isInBrackets, next, below, lineBelow }: Tear): boolean {
  if (isInBrackets) return code !== "DX001";
  if (code === "DX001") return start === lineBelow;
  if (code === "DX002") return isDeeper || fieldNames.has(word + next) || `${word}${next}`.startsWith("x-");
  return start === below && code === "DX003" && /^[\d_-]/.test(next) && /^[A-Za-z][\w-]*$/.test(word);
}

/** A word below a value may as well be the name of the next field, which is being typed. */
function isNameBegun(word: string): boolean {
  for (const name of fieldNames) if (name.startsWith(word)) return true;
  return false;
}

/** Longer words are not torn by hand. */
const longestWord = 200;

const fields = Object.values(mapSchemas).flatMap((schema) => schema.fields);
const fieldNames: ReadonlySet<string> = new Set(fields.map(({ name }) => name));
const wholes: ReadonlySet<string> = new Set(["true", "false", ...fields.flatMap(({ type }) => choicesOf(type))]);

function choicesOf(type: FieldType): readonly string[] {
  return "choices" in type ? (type.choices ?? []).map(({ value }) => value) : [];
}

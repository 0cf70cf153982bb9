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
  const torn = problems.flatMap((problem) => tearAt(problem, text).map((tear) => ({ problem, tear }))).sort((one, other) => one.problem.range.start - other.problem.range.start);
  if (torn.length === 0) return () => false;
  const tears = new Tears(text, new Set(resourceNames()));
  const told = new Set<PlanProblem>();
  for (const { problem, tear } of torn) {
    // What is not told itself explains nothing else.
    if (tears.explain(problem)) continue;
    tears.add(tear);
    told.add(problem);
  }
  return (problem) => !told.has(problem) && tears.explain(problem);
}

/** The tears that are told, by what they touch. */
class Tears {
  readonly #byAbove = new Map<number, Tear>();
  readonly #byBelow = new Map<number, Tear>();
  readonly #names = new Set<string>();
  readonly #text: string;
  readonly #known: ReadonlySet<string>;

  constructor(text: string, known: ReadonlySet<string>) {
    this.#text = text;
    this.#known = known;
  }

  add(tear: Tear): void {
    this.#byAbove.set(tear.above, tear);
    this.#byBelow.set(tear.below, tear).set(tear.lineBelow, tear);
    this.#names.add(tear.word + tear.next);
  }

  /** Whether a problem is there only because of them. */
  explain(problem: PlanProblem): boolean {
    const above = this.#byBelow.get(problem.range.start);
    if (above !== undefined && isHalfName(problem, above)) return true;
    // A secret in clear text is one, whatever stands below it.
    if (problem.code === secretInClear) return false;
    const ranges = [problem.range, ...problem.related.map(({ range }) => range)];
    return ranges.some((range) => this.#isHalfValue(range, problem.code)) || (problem.code === unknownName && ranges.some((range) => this.#names.has(this.#textAt(range))));
  }

  #isHalfValue(range: Range, code: string): boolean {
    const below = this.#byAbove.get(range.end);
    if (below === undefined) return false;
    const whole = this.#textAt(range) + below.word;
    if (below.isInBrackets || wholes.has(whole) || this.#known.has(whole) || wholePattern.test(whole)) return true;
    return code !== unknownName && !isNameBegun(below.word);
  }

  #textAt({ start, end }: Range): string {
    return this.#text.slice(start, end);
  }
}

const [secretInClear, unknownName] = ["DX112", "DX801"];
/** A speed, or what begins as an id does. */
const wholePattern = /^(?:\d+[GM]bps$|(?:dx(?:con|lag|vif|rg)|[tv]gw)-)/;

/** A word alone on its line, between what stands above and below it. */
interface Tear {
  readonly word: string;
  /** Whether the line below stands at the very left, and the word does not. */
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
  if (/^\S+$/.test(word)) return tearAtWord(word, { range, code }, text);
  return word.trim() === "" && text.charAt(range.start - 1) === "\n" ? tearInBrackets(range, text) : [];
}

function tearAtWord(word: string, { range: { start, end }, code }: Pick<PlanProblem, "range" | "code">, text: string): readonly Tear[] {
  const before = text.slice(Math.max(0, start - longestWord), start);
  const blanks = /(?:^|\n)([ \t]*(?:- +)?)$/.exec(before)?.[1];
  const tail = /^[ \t]*\r?(?:\n([ \t]*)([\w-]*)|$)/.exec(text.slice(end, end + longestWord));
  if (blanks === undefined || tail === null) return [];
  const [{ length }, indentation = "", next = ""] = tail;
  const below = end + length - next.length;
  const isOutside = code === "DX001" && indentation === "" && /^[ \t]+$/.test(blanks);
  return [{ word, isInBrackets: false, isDeeper: isOutside, next, below, lineBelow: below - indentation.length, above: start - (before.length - before.trimEnd().length) }];
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

import type { Breach } from "./breach.ts";
import { nearest } from "./nearest.ts";
import type { Rule } from "./rules/rule.ts";
import { contentBelow } from "./syntax/line-shape.ts";
import type { Range, SyntaxProblem } from "./syntax/tree.ts";

/** The first problem of each run of lines that cannot be read: one slip may break several lines in a row. */
export function firstOfRuns(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  const told: SyntaxProblem[] = [];
  let next = -1;
  let last = -1;
  for (const problem of [...problems].sort((one, other) => one.range.start - other.range.start)) {
    const line = lineStart(text, problem.range.start);
    if (line !== last && line !== next) told.push(problem);
    if (line !== last) next = lineStart(text, contentBelow(text, problem.range.start)?.at ?? text.length);
    last = line;
  }
  return told;
}

/** What else is known of a piece. */
interface PieceState {
  readonly problems: readonly SyntaxProblem[];
  readonly text: string;
  readonly isMixed: boolean;
}

/**
 * Marks what is found in a piece only because something else there is wrong: on lines that cannot be read, at values that
 * are wrong in themselves, and of what seems to be missing where not everything could be understood, or where required
 * fields are still to be written.
 */
export function markConsequences(breaches: readonly Breach[], { problems, text, isMixed }: PieceState): readonly Breach[] {
  if (breaches.length < 2) return breaches;
  const broken = new Set(problems.map(({ range }) => lineStart(text, range.start)).filter((line) => text.indexOf("\n", line) - line < longestLine));
  const faulty = new Set(breaches.filter(({ rule }) => isOfToken(rule)).map(({ finding }) => finding.range.start));
  const begun = new Set(breaches.filter(({ rule }) => rule.code === "DX004").map(({ finding }) => finding.range.start));
  const inDoubt = breaches.some(({ rule }) => isOfForm(rule));
  const isOfMap = ({ rule, finding }: Breach): boolean => {
    if (rule.map === undefined) return rule.code === "DX002" && isMixed && finding.related !== undefined;
    return isMixed || pointsAt(finding, faulty) || (absences.includes(rule.code) && (inDoubt || begun.has(finding.range.start)));
  };
  const isConsequence = (breach: Breach): boolean => {
    const { rule, finding } = breach;
    if (rule.code === "DX001") return false;
    return broken.has(lineStart(text, finding.range.start)) || isOfMap(breach) || (rule.code !== "DX112" && isBrokenReference(breaches, finding.range, text));
  };
  return breaches.map((breach) => (isConsequence(breach) ? { ...breach, isConsequence: true as const } : breach));
}

/** Whether something is wrong with the form of a reference to a secret: it is no secret, and not to be judged as one. */
function isBrokenReference(breaches: readonly Breach[], { start }: Range, text: string): boolean {
  return /^["']?\$/.test(text.slice(start, start + 2)) && breaches.some(({ rule, finding }) => rule.code === "DX112" && finding.range.start === start);
}

/** On longer lines, as in JSON of one line, something may be right although something else is not. */
const longestLine = 500;

/** Of a field that is missing, or of what applies when it is. */
const absences: readonly string[] = ["DX105", "DX124", "DX209", "DX210", "DX212", "DX301", "DX302", "DX303", "DX313", "DX322", "DX403", "DX506", "DX513", "DX514"];

/** Sections that have to be understood before anything can be said about what they lack together. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  DX126: ["connections", "lags"],
  DX307: ["connections", "virtualInterfaces"],
  DX309: ["virtualInterfaces"],
  DX312: ["virtualInterfaces"],
  DX314: ["virtualInterfaces"],
  DX321: ["virtualInterfaces"],
  DX411: ["associations"],
  DX412: ["associations"],
  DX418: ["directConnectGateways", "virtualInterfaces", "associations"],
  DX505: ["lags"],
  DX507: ["connections"],
  DX601: ["connections", "lags"],
  DX604: ["connections", "lags"],
  DX605: ["connections", "lags"],
  DX606: ["connections", "lags"],
  DX608: ["connections", "lags", "directConnectGateways", "virtualInterfaces"],
  DX609: ["virtualInterfaces"],
  DX807: [],
};

/** A piece of a plan, with what was found in it. */
interface Checked extends Range {
  readonly section: string;
  readonly content: { readonly breaches: readonly Breach[]; readonly isMixed: boolean };
}

/** Tells which of the findings across pieces are there only because of what was found in them. */
export function acrossConsequences(pieces: readonly Checked[], across: readonly Breach[], textAt: (range: Range) => string): (breach: Breach) => boolean {
  const dangling = across.filter(({ rule }) => rule.code === "DX801");
  const unknown = [...dangling, ...across.filter(({ rule }) => rule.code === "DX137")].map(({ finding }) => finding.range);
  const { faulty, doubtful, mixed } = doubtsOf(pieces, unknown);
  if (faulty.size === 0 && doubtful.size === 0) return () => false;
  const names = dangling.length > 0 ? namesInDoubt(pieces, textAt) : undefined;
  const mayBeKnown = (range: Range): boolean => mixed.length > 0 || (names !== undefined && mayName(names, textAt(range).replace(/["']/g, "")));
  const isMixed = ({ range, related = [] }: Breach["finding"]): boolean => mixed.some((piece) => [range, ...related.map((one) => one.range)].some(({ start }) => piece.start <= start && start < piece.end));
  return ({ rule: { code }, finding }) => {
    if (code === "DX137") return false;
    if (code === "DX801") return finding.related === undefined ? mayBeKnown(finding.range) : faulty.has(finding.range.start);
    return isInDoubt(scopes[code], doubtful) || pointsAt(finding, faulty) || isMixed(finding);
  };
}

function isInDoubt(scope: readonly string[] | undefined, doubtful: ReadonlySet<string>): boolean {
  return scope !== undefined && (doubtful.has("") || scope.some((section) => doubtful.has(section)));
}

interface Doubts {
  /** Where values begin that are wrong in themselves. */
  readonly faulty: ReadonlySet<number>;
  /** Sections of which not everything is understood; the empty name stands for the plan as a whole. */
  readonly doubtful: ReadonlySet<string>;
  /** Pieces in which two resources may have run into one. */
  readonly mixed: readonly Range[];
}

function doubtsOf(pieces: readonly Checked[], unknown: readonly Range[]): Doubts {
  const faulty = new Set(unknown.map(({ start }) => start));
  const doubtful = new Set<string>();
  for (const { section, start, end, content: { breaches } } of pieces) {
    for (const { rule, finding } of breaches) {
      if (isOfToken(rule)) faulty.add(finding.range.start + start);
      if (isOfForm(rule) || unfinished.includes(rule.code)) doubtful.add(section);
    }
    if (unknown.some((range) => start <= range.start && range.start < end)) doubtful.add(section);
  }
  return { faulty, doubtful, mixed: pieces.filter(({ content }) => content.isMixed) };
}

/** What a resource lacks that others hang on. */
const unfinished: readonly string[] = ["DX004", "DX105", "DX301", "DX302"];

/** Names that may be meant, and words on lines with a mistake that may be misspelt or half-written ones. */
interface NamesInDoubt {
  readonly names: ReadonlySet<string>;
  readonly words: readonly string[];
}

function mayName({ names, words }: NamesInDoubt, name: string): boolean {
  return names.has(name) || words.some((word) => name.startsWith(word)) || nearest(name, words) !== undefined;
}

function namesInDoubt(pieces: readonly Checked[], textAt: (range: Range) => string): NamesInDoubt {
  const names = new Set<string>();
  const words: string[] = [];
  for (const { start, end, content: { breaches } } of pieces) {
    const ofForm = breaches.filter(({ rule }) => isOfForm(rule));
    if (ofForm.length === 0) continue;
    const text = textAt({ start, end });
    for (const [, name = ""] of text.matchAll(/(?:^|[\n{,])[ \t]*[^\w\s]?([A-Za-z][\w-]*)["']?[ \t]*(?=[:{\n]|$)/g)) names.add(name);
    for (const { finding } of ofForm) {
      const line = lineStart(text, finding.range.start);
      const word = /^[^\w]*([^\s:]+)/.exec(text.slice(line, line + longestLine))?.[1];
      if (word !== undefined && words.length < mostWords) words.push(word);
    }
  }
  return { names, words };
}

const mostWords = 200;

/** What the file's own form breaks: then not all of it is understood as it was meant. */
function isOfForm({ code }: Rule): boolean {
  return ["DX001", "DX002", "DX003", "DX005"].includes(code);
}

/** What is wrong with a value or a name by itself. */
function isOfToken({ code, value, id, severity }: Rule): boolean {
  return ["DX003", "DX005", "DX130"].includes(code) || ((value !== undefined || id !== undefined) && severity === "error");
}

function pointsAt({ range, related = [] }: Breach["finding"], starts: ReadonlySet<number>): boolean {
  return starts.has(range.start) || related.some((one) => starts.has(one.range.start));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

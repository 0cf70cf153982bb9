import type { Breach } from "./check-piece.ts";
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

/**
 * Marks what is found in a piece only because something else there is wrong: on lines that cannot be read, at values that
 * are wrong in themselves, and of what seems to be missing where not everything could be understood.
 */
export function markConsequences(breaches: readonly Breach[], problems: readonly SyntaxProblem[], text: string): readonly Breach[] {
  if (breaches.length < 2) return breaches;
  const broken = new Set(problems.map(({ range }) => lineStart(text, range.start)).filter((line) => text.indexOf("\n", line) - line < longestLine));
  const faulty = new Set(breaches.filter(({ rule }) => isOfToken(rule)).map(({ finding }) => finding.range.start));
  const inDoubt = breaches.some(({ rule }) => isOfForm(rule));
  const isConsequence = ({ rule, finding }: Breach): boolean => {
    if (rule.code === "DX001") return false;
    if (broken.has(lineStart(text, finding.range.start))) return true;
    if (rule.map !== undefined && (pointsAt(finding, faulty) || (inDoubt && absences.includes(rule.code)))) return true;
    return rule.value !== undefined && rule.code !== "DX112" && /^["']?\$/.test(text.slice(finding.range.start, finding.range.start + 2)) && isSecret(breaches, finding.range);
  };
  return breaches.map((breach) => (isConsequence(breach) ? { ...breach, isConsequence: true as const } : breach));
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
interface Checked {
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly content: { readonly breaches: readonly Breach[] };
}

/** Tells which of the findings across pieces are there only because of what was found in them. */
export function acrossConsequences(pieces: readonly Checked[], across: readonly Breach[], textAt: (range: Range) => string): (breach: Breach) => boolean {
  const faulty = new Set<number>();
  const doubtful = new Set<string>();
  const dangling = across.filter(({ rule }) => rule.code === "DX801");
  const unknown = [...dangling, ...across.filter(({ rule }) => rule.code === "DX137")];
  for (const { finding } of unknown) faulty.add(finding.range.start);
  for (const piece of pieces) {
    const { section, start, end, content: { breaches } } = piece;
    for (const { rule, finding } of breaches) {
      if (isOfToken(rule)) faulty.add(finding.range.start + start);
      if (isOfForm(rule)) doubtful.add(section);
    }
    if (unknown.some(({ finding }) => start <= finding.range.start && finding.range.start < end)) doubtful.add(section);
  }
  if (faulty.size === 0 && doubtful.size === 0) return () => false;
  const words = doubtful.size > 0 && dangling.length > 0 ? wordsInDoubt(pieces, textAt) : new Set<string>();
  return ({ rule, finding }) => {
    if (rule.code === "DX137") return false;
    if (rule.code === "DX801") return words.has(textAt(finding.range).replace(/["']/g, ""));
    const scope = scopes[rule.code];
    return pointsAt(finding, faulty) || (scope !== undefined && (doubtful.has("") || scope.length === 0 ? doubtful.size > 0 : scope.some((section) => doubtful.has(section))));
  };
}

/** Words of the parts that could not be read or understood: one of them may be the name that a reference is about. */
function wordsInDoubt(pieces: readonly Checked[], textAt: (range: Range) => string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { start, end, content: { breaches } } of pieces) {
    if (!breaches.some(({ rule }) => isOfForm(rule))) continue;
    for (const [, name = ""] of textAt({ start, end }).matchAll(/(?:^|[\n{,])[ \t]*[^\w\s]?([A-Za-z][\w-]*)["']?[ \t]*(?=[:{\n]|$)/g)) words.add(name);
  }
  return words;
}

/** What the file's own form breaks: then not all of it is understood as it was meant. */
function isOfForm({ code }: Rule): boolean {
  return ["DX001", "DX002", "DX003", "DX005"].includes(code);
}

/** What is wrong with a value or a name by itself. */
function isOfToken({ code, value, id, severity }: Rule): boolean {
  return ["DX003", "DX005", "DX130"].includes(code) || ((value !== undefined || id !== undefined) && severity === "error");
}

function isSecret(breaches: readonly Breach[], { start }: Range): boolean {
  return breaches.some(({ rule, finding }) => rule.code === "DX112" && finding.range.start === start);
}

function pointsAt({ range, related = [] }: Breach["finding"], starts: ReadonlySet<number>): boolean {
  return starts.has(range.start) || related.some((one) => starts.has(one.range.start));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

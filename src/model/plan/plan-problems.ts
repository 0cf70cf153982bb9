import type { Breach } from "./breach.ts";
import { acrossConsequences } from "./consequences.ts";
import { misnamed } from "./misnamed.ts";
import { missingFields } from "./missing-fields.ts";
import type { PlacedPiece } from "./placed-piece.ts";
import type { PlanIndex } from "./plan-index.ts";
import { moved, type PlanProblem, shift } from "./problem.ts";
import { ruleOf } from "./rules/table.ts";
import { mostPieces } from "./split.ts";
import type { Range } from "./syntax/tree.ts";
import { tornBy } from "./torn.ts";

/** All that is wrong with a plan, in no order, before comments switch anything off. */
export interface FoundProblems {
  readonly told: readonly PlanProblem[];
  /** What is there only because of what is told, and goes away with it. */
  readonly consequences: readonly PlanProblem[];
}

export function problemsOfPlan(pieces: readonly PlacedPiece[], index: PlanIndex, { across, text }: { across: Iterable<Breach>; text: string }): FoundProblems {
  const own = [...missingVersion(pieces, index), ...doubledFields(pieces), ...unevenResources(pieces), ...laterDocuments(pieces), ...unreadRest(pieces)];
  const ofPieces = problemsOfPieces(pieces, text);
  const told = [...ofPieces.told, ...own];
  const consequences = [...ofPieces.consequences];
  const breaches = [...across];
  const { found, instead } = misnamed(breaches, index);
  const isConsequence = acrossConsequences(pieces, breaches, ({ start, end }) => text.slice(start, end));
  for (const breach of breaches) (instead.has(breach) || isConsequence(breach) ? consequences : told).push(toProblem(breach));
  for (const breach of found) (isConsequence(breach) ? consequences : told).push(toProblem(breach));
  told.push(...strayResources(pieces, told, text));
  const isTorn = tornBy(told, text, () => index.resources.map(({ view }) => view.name));
  const standing: PlanProblem[] = [];
  for (const problem of told) (isTorn(problem) ? consequences : standing).push(problem);
  return { told: standing, consequences };
}

/** By place; the rest of the order only has to be the same whenever it is asked for. */
export function inOrder(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  return [...problems].sort((one, other) => one.range.start - other.range.start || compareTexts(one.code, other.code) || compareTexts(one.message, other.message));
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function problemsOfPieces(pieces: readonly PlacedPiece[], text: string): FoundProblems {
  const problems = { told: new Array<PlanProblem>(), consequences: new Array<PlanProblem>() };
  const seen = new Set<string>();
  for (const { content, start } of pieces) {
    const { breaches, meant } = content;
    for (const breach of breaches) {
      if (!isNews(breach, start, seen) || !isNewAlias(breach, text.slice(start + breach.finding.range.start, start + breach.finding.range.end), seen)) continue;
      problems[breach.isConsequence === true || (meant !== undefined && breach.rule.code === "DX004") ? "consequences" : "told"].push(toProblem(breach, start));
    }
  }
  return problems;
}

/** An anchor that is missing is told once, at its first alias. */
function isNewAlias({ rule: { code } }: Breach, token: string, seen: Set<string>): boolean {
  if (code !== "DX001" || !token.startsWith("*")) return true;
  const isNew = !seen.has(token);
  seen.add(token);
  return isNew;
}

/** What an alias brought is told where it comes from. */
function isNews({ rule: { code }, finding: { origin, range } }: Breach, start: number, told: Set<string>): boolean {
  const from = `${code} ${origin ?? range.start + start}`;
  const isNew = origin === undefined || !told.has(from);
  told.add(from);
  return isNew;
}

function missingVersion(pieces: readonly PlacedPiece[], index: PlanIndex): readonly PlanProblem[] {
  const first = pieces.find(({ content }) => content.entries.length > 0);
  const range = shift(first?.content.entries[0]?.key.range ?? { start: 0, end: 0 }, first?.start ?? 0);
  const message = first === undefined ? "The plan is empty. Begin with `version: 1`." : "The plan lacks `version`. Begin with `version: 1`.";
  return missingFields(index.plan).flatMap(({ code, finding }) => {
    const rule = ruleOf(code);
    return rule === undefined ? [] : [toProblem({ rule, finding: { ...finding, message, range } })];
  });
}

function doubledFields(pieces: readonly PlacedPiece[]): PlanProblem[] {
  const rule = ruleOf("DX001");
  const firsts = new Map<string, Range>();
  const problems: PlanProblem[] = [];
  for (const { kind, content, start } of pieces) {
    for (const { key } of kind === "resource" ? [] : content.entries) {
      const range = shift(key.range, start);
      const first = firsts.get(key.source);
      if (first === undefined) firsts.set(key.source, range);
      else if (rule !== undefined) {
        const message = `\`${key.source.slice(0, 60)}\` stands twice. Move everything under one of the two.`;
        problems.push(toProblem({ rule, finding: { range, message, related: [{ range: first, message: "The first one" }] } }));
      }
    }
  }
  return problems;
}

/** The resources of a section stand at one column; where that changes, the first of those that stand elsewhere is told. */
function unevenResources(pieces: readonly PlacedPiece[]): PlanProblem[] {
  const rule = ruleOf("DX001");
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    const isUneven = piece.kind === "resource" && before?.kind === "resource" && before.column !== piece.column;
    if (!isUneven || rule === undefined || before.content.breaches.some(({ rule: { code } }) => code === "DX001" || code === "DX003")) return [];
    const start = piece.start + (piece.content.entries[0]?.key.range.start ?? 0);
    const message = `This line is indented by ${piece.column} instead of ${before.column} spaces, like its neighbours.`;
    return [toProblem({ rule, finding: { range: { start: start - piece.column, end: start }, message } })];
  });
}

/** Resources whose section's first line has gone stand under another; the first of them is told, unless that line is told. */
function strayResources(pieces: readonly PlacedPiece[], told: readonly PlanProblem[], text: string): PlanProblem[] {
  const rule = ruleOf("DX003");
  const isUnreadAbove = unreadAbove(told, text);
  return pieces.flatMap(({ content: { meant, entries }, section, start }, at) => {
    const key = entries[0]?.key;
    if (meant === undefined || key === undefined || rule === undefined || pieces[at - 1]?.content.meant === meant) return [];
    const range = shift(key.range, start);
    if (isUnreadAbove(range.start)) return [];
    const message = `\`${key.source.slice(0, 60)}\` stands under \`${section}\` and has the fields of \`${meant}\`. Add the line \`${meant}:\` above it, or move it there.`;
    return [toProblem({ rule, finding: { range, message } })];
  });
}

/** Tells, of places in order, whether a line right above is told that may have been meant as a section's first one. */
function unreadAbove(told: readonly PlanProblem[], text: string): (place: number) => boolean {
  const ends = endsOfUnread(told, text);
  let next = 0;
  return (place) => {
    while ((ends[next] ?? Infinity) <= place) next += 1;
    const end = ends[next - 1] ?? -nearby;
    return end > place - nearby && /^[\s:]*$/.test(text.slice(end, place));
  };
}

/** Where the lines end that may have been meant as a section's first one, in order. */
function endsOfUnread(told: readonly PlanProblem[], text: string): readonly number[] {
  const isUnread = ({ code, range: { start } }: PlanProblem): boolean => code === "DX001" || (code === "DX003" && (start === 0 || text.charAt(start - 1) === "\n"));
  return told.filter(isUnread).map(({ range: { end } }) => end).sort((one, other) => one - other);
}

const nearby = 100;

/** A marker before anything else, or at the very end, is fine; between two halves it is not. */
function laterDocuments(pieces: readonly PlacedPiece[]): PlanProblem[] {
  const rule = ruleOf("DX001");
  const holds = pieces.map(({ content }) => content.entries.length > 0 || content.breaches.length > 0);
  const [first, last] = [holds.indexOf(true), holds.lastIndexOf(true)];
  return pieces.flatMap(({ kind, start }, at) => {
    if (kind !== "marker" || at < first || at > last || rule === undefined) return [];
    const message = "One file is one plan: a second document cannot begin here. Remove the line, or use a file of its own.";
    return [toProblem({ rule, finding: { range: { start, end: start + 3 }, message } })];
  });
}

function unreadRest(pieces: readonly PlacedPiece[]): PlanProblem[] {
  const rule = ruleOf("DX001");
  const rest = pieces.at(-1);
  if (rest?.kind !== "rest" || rule === undefined) return [];
  const message = `More than ${mostPieces} fields and resources; the rest of the file is not read. Split the plan.`;
  return [toProblem({ rule, finding: { range: { start: rest.start, end: rest.start + 1 }, message } })];
}

function toProblem({ rule, finding }: Breach, base = 0): PlanProblem {
  const { range, message, related = [], fix } = moved(finding, base);
  return { code: rule.code, severity: rule.severity, message, range, related, ...(fix === undefined ? {} : { fix }) };
}

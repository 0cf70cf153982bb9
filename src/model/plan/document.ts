import { type Breach, checkPiece, type PieceContent } from "./check-piece.ts";
import { applyIgnores } from "./ignore.ts";
import { crossBreaches } from "./cross-rules.ts";
import { LineIndex } from "./line-index.ts";
import { missingFields } from "./missing-fields.ts";
import { PlanIndex, type Resource } from "./plan-index.ts";
import { moved, type PlanProblem, shift } from "./problem.ts";
import { ruleOf } from "./rules/table.ts";
import { isSectionName, mapSchemas } from "./schema.ts";
import { mostPieces, type Piece, splitPlan } from "./split.ts";
import { readPiece } from "./syntax/block.ts";
import type { Anchors, Entry, Range } from "./syntax/tree.ts";
import type { View } from "./view.ts";

/** Longer texts are not read: no plan comes near. In UTF-16 units. */
export const longestPlan = 4_000_000;

/** A piece with its content and its place in the document. */
export interface PlacedPiece extends Piece {
  readonly content: PieceContent;
  /** Whether anchors or aliases may tie it to other pieces. */
  readonly isTied: boolean;
}

/**
 * A plan that is being edited. An update reads and checks only the pieces whose text is new; what depends on several
 * pieces is looked up in an index that is built anew. The state after any series of updates equals that of a new document.
 */
export class PlanDocument {
  private state: State;

  constructor(text: string) {
    this.state = readState(text, undefined);
  }

  update(text: string): void {
    if (text !== this.state.text) this.state = readState(text, this.state);
  }

  get text(): string {
    return this.state.text;
  }

  get lines(): LineIndex {
    return this.state.lines;
  }

  get pieces(): readonly PlacedPiece[] {
    return this.state.pieces;
  }

  get index(): PlanIndex {
    return this.state.index;
  }

  /** In the order of the text. */
  get problems(): readonly PlanProblem[] {
    return this.state.problems;
  }

  /** Where secrets stand in clear text. */
  get secrets(): readonly Range[] {
    return this.state.pieces.flatMap(({ content, start }) => content.secrets.map((range) => shift(range, start)));
  }
}

interface State {
  readonly text: string;
  readonly lines: LineIndex;
  readonly pieces: readonly PlacedPiece[];
  readonly index: PlanIndex;
  readonly problems: readonly PlanProblem[];
}

const nothing: PieceContent = { entries: [], breaches: [], comments: [], resources: [], secrets: [] };

function readState(text: string, before: State | undefined): State {
  const lines = new LineIndex(text);
  if (text.length > longestPlan) return tooLong(text, lines);
  const pieces = readPieces(/\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, "\n") : text, reusable(before, text));
  const index = buildIndex(pieces);
  const problems = [...problemsOfPieces(pieces), ...problemsOfPlan(pieces, index)];
  const comments = pieces.flatMap(({ content, start }) => content.comments.map((range) => shift(range, start)));
  const first = pieces.find(({ content }) => content.entries.length > 0);
  const firstContent = first === undefined ? text.length : first.start + (first.content.entries[0]?.key.range.start ?? 0);
  return { text, lines, pieces, index, problems: inOrder(applyIgnores(problems, comments, { text, lines, firstContent })) };
}

function readPieces(text: string, old: (piece: Piece) => PlacedPiece | undefined): readonly PlacedPiece[] {
  const anchors: Anchors = new Map();
  const expansion = { nodes: 0 };
  return splitPlan(text, isSectionName).map((piece) => {
    const { kind, section, start, end, column } = piece;
    const known = old(piece);
    if (known !== undefined) return { kind, section, start, end, column, content: known.content, isTied: false };
    // A copy: a slice would keep the whole text of this state alive as long as its piece lives.
    const own = ` ${text.slice(start, end)}`.slice(1);
    const isTied = mayHaveAnchors(own);
    const context = isTied ? { anchors, base: start, expansion } : { anchors: new Map(), base: 0, expansion };
    return { kind, section, start, end, column, content: readContent(piece, own, context), isTied };
  });
}

/** Finds the same piece in an earlier state: untouched before the first difference of the texts, or moved behind the last. */
function reusable(before: State | undefined, text: string): (piece: Piece) => PlacedPiece | undefined {
  if (before === undefined) return () => undefined;
  const { head, tail } = commonEnds(before.text, text);
  const moved = text.length - before.text.length;
  const byStart = new Map(before.pieces.map((piece) => [piece.start, piece]));
  return (piece) => {
    const isBefore = piece.end <= head;
    if (!isBefore && piece.start < text.length - tail) return undefined;
    const old = byStart.get(isBefore ? piece.start : piece.start - moved);
    return old !== undefined && !old.isTied && isAlike(old, piece) ? old : undefined;
  };
}

function isAlike(one: Piece, other: Piece): boolean {
  const isLong = one.end - one.start === other.end - other.start;
  return isLong && one.kind === other.kind && one.section === other.section && one.column === other.column;
}

/** How many characters two texts share at their beginning, and how many of the rest at their end. Compares blocks first. */
function commonEnds(one: string, other: string): { readonly head: number; readonly tail: number } {
  const block = 4096;
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head + block <= shorter && one.slice(head, head + block) === other.slice(head, head + block)) head += block;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  const [oneEnd, otherEnd] = [one.length, other.length];
  let tail = 0;
  while (tail + block <= shorter - head && one.slice(oneEnd - tail - block, oneEnd - tail) === other.slice(otherEnd - tail - block, otherEnd - tail)) tail += block;
  while (tail < shorter - head && one.charCodeAt(oneEnd - 1 - tail) === other.charCodeAt(otherEnd - 1 - tail)) tail += 1;
  return { head, tail };
}

function readContent(piece: Piece, text: string, context: Parameters<typeof readPiece>[2]): PieceContent {
  if (piece.kind === "marker" || piece.kind === "rest") return nothing;
  const section = piece.kind === "resource" && isSectionName(piece.section) ? piece.section : "";
  return checkPiece(readPiece(text, piece.column, context), section);
}

/** Anchors and aliases tie pieces together; a doubtful case only costs the time of reading it again. */
function mayHaveAnchors(text: string): boolean {
  return /[&*]/.test(text) && /(?:^|[\s[{,])[&*][^\s,[\]{}]/.test(text);
}

function tooLong(text: string, lines: LineIndex): State {
  const message = `The file is too long to be a plan: ${text.length} characters, and ${longestPlan} at most are read. Split it.`;
  const problem: PlanProblem = { code: "DX001", severity: "error", message, range: { start: 0, end: 1 }, related: [] };
  return { text, lines, pieces: [], index: buildIndex([]), problems: [problem] };
}

function buildIndex(pieces: readonly PlacedPiece[]): PlanIndex {
  const fields = new Map<string, Entry>();
  const resources: Resource[] = [];
  let isComplete = true;
  for (const piece of pieces) {
    const { kind, content } = piece;
    if (kind !== "resource") {
      isComplete &&= !content.breaches.some(({ rule }) => rule.code === "DX001");
      for (const entry of content.entries) if (!fields.has(entry.key.source)) fields.set(entry.key.source, entry);
    }
    for (const { section, view, key, references } of content.resources) resources.push({ section, view, key, references, place: piece });
  }
  const plan: View = { schema: mapSchemas.plan, name: "", place: { start: 0, end: 0 }, fields, meant: new Set(), parent: undefined, isComplete };
  return new PlanIndex(plan, resources);
}

function problemsOfPieces(pieces: readonly PlacedPiece[]): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const told = new Set<string>();
  for (const { content, start } of pieces) {
    for (const breach of content.breaches) {
      const { code } = breach.rule;
      const from = `${code} ${breach.finding.origin ?? breach.finding.range.start + start}`;
      if (breach.finding.origin === undefined || !told.has(from)) problems.push(toProblem({ rule: breach.rule, finding: moved(breach.finding, start) }));
      told.add(from);
    }
  }
  return problems;
}

function problemsOfPlan(pieces: readonly PlacedPiece[], index: PlanIndex): readonly PlanProblem[] {
  const problems = [...missingVersion(pieces, index), ...doubledFields(pieces), ...laterDocuments(pieces), ...unreadRest(pieces)];
  for (const { rule, finding } of crossBreaches(index)) problems.push(toProblem({ rule, finding: moved(finding, 0) }));
  return problems;
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

function toProblem({ rule, finding }: Breach): PlanProblem {
  const { range, message, related = [], fix } = finding;
  return { code: rule.code, severity: rule.severity, message, range, related, ...(fix === undefined ? {} : { fix }) };
}

function inOrder(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  return [...problems].sort((one, other) => one.range.start - other.range.start || (one.code < other.code ? -1 : 1));
}

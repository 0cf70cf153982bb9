import { CrossRules } from "./cross-rules.ts";
import { Dependencies } from "./dependencies.ts";
import { applyIgnores } from "./ignore.ts";
import { LineIndex, type Span } from "./line-index.ts";
import type { LiveState } from "./live.ts";
import { LiveAccount } from "./live-account.ts";
import type { PlacedPiece } from "./placed-piece.ts";
import { PlanIndex } from "./plan-index.ts";
import { inOrder, problemsOfPlan } from "./plan-problems.ts";
import { type PlanProblem, shift } from "./problem.ts";
import { applyLevels, type RuleLevels } from "./rule-levels.ts";
import { readPieces } from "./read-pieces.ts";
import type { Split } from "./split.ts";
import type { Range } from "./syntax/tree.ts";

/** Longer texts are not read: no plan comes near. In UTF-16 units. */
export const longestPlan = 4_000_000;

/** A text that takes the place of another, in the offsets of the text before. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * A plan that is being edited. An edit reads and checks only the pieces that it touches, and repeats only those checks
 * across pieces that looked up something else before. The state after any series of edits equals that of a new document.
 */
export class PlanDocument {
  readonly index: PlanIndex;
  private readonly across: CrossRules;
  private state: State = { text: "", readable: "", lines: new LineIndex(""), pieces: [], root: undefined };
  private told: readonly PlanProblem[] | undefined;
  private levels: RuleLevels = {};

  constructor(text: string) {
    const dependencies = new Dependencies();
    this.index = new PlanIndex(dependencies);
    this.across = new CrossRules(dependencies, this.index);
    this.update(text);
  }

  /** Takes the whole text of the next state, and finds out what is new. */
  update(text: string): void {
    if (text === this.state.text) return;
    const readable = withLineFeeds(text);
    const { head, tail } = commonEnds(this.state.readable, readable);
    this.read({ text, readable, lines: undefined }, { start: head, oldEnd: this.state.readable.length - tail, newEnd: readable.length - tail });
  }

  edit({ range: { start, end }, text: inserted }: TextEdit): void {
    const { text: before, readable, lines } = this.state;
    const text = before.slice(0, start) + inserted + before.slice(end);
    const newEnd = start + inserted.length;
    if (readable !== before || loneReturn.test(text.slice(Math.max(0, start - 1), newEnd + 1))) {
      this.update(text);
      return;
    }
    const span = { start, oldEnd: end, newEnd };
    this.read({ text, readable: text, lines: lines.edited(text, span) }, span);
  }

  /** Takes what is known of the live account that the plan is for; undefined where nothing is. */
  useLive(live: LiveState | undefined): void {
    this.index.setLive(live === undefined ? undefined : new LiveAccount(live));
    this.told = undefined;
    this.across.update({ removed: [], added: [] });
  }

  /** Takes other severities than the rules' own. */
  useLevels(levels: RuleLevels): void {
    this.levels = levels;
    this.told = undefined;
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

  /** In the order of the text. */
  get problems(): readonly PlanProblem[] {
    this.told ??= this.state.text.length > longestPlan ? [tooLong(this.state.text)] : this.findProblems();
    return this.told;
  }

  /** Where secrets stand in clear text. */
  get secrets(): readonly Range[] {
    return this.state.pieces.flatMap(({ content, start }) => content.secrets.map((range) => shift(range, start)));
  }

  private read({ text, readable, lines = new LineIndex(text) }: Text, span: Span): void {
    const before: Split<PlacedPiece> = this.state;
    const isRead = text.length <= longestPlan;
    const { pieces, root, removed, added } = isRead ? readPieces(readable, before, span) : { pieces: [], root: undefined, removed: before.pieces, added: [] };
    this.told = undefined;
    this.state = { text, readable, lines, pieces, root };
    this.index.update(pieces, { removed, added });
    this.across.update({ removed, added });
  }

  private findProblems(): readonly PlanProblem[] {
    const { text, readable, lines, pieces } = this.state;
    const { told, consequences } = problemsOfPlan(pieces, this.index, { across: this.across.breaches(), text: readable });
    const comments = pieces.flatMap(({ content, start }) => content.comments.map((range) => shift(range, start)));
    const first = pieces.find(({ content }) => content.entries.length > 0);
    const firstContent = first === undefined ? text.length : first.start + (first.content.entries[0]?.key.range.start ?? 0);
    return inOrder(applyLevels(applyIgnores(told, comments, { text, lines, firstContent, hidden: consequences, isLiveKnown: this.index.live !== undefined }), this.levels));
  }
}

interface State extends Split<PlacedPiece> {
  readonly text: string;
  /** The text with each line end that is a CR alone as LF. */
  readonly readable: string;
  readonly lines: LineIndex;
}

interface Text extends Pick<State, "text" | "readable"> {
  readonly lines: LineIndex | undefined;
}

const loneReturn = /\r(?!\n)/;

function withLineFeeds(text: string): string {
  return loneReturn.test(text) ? text.replace(/\r(?!\n)/g, "\n") : text;
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

function tooLong(text: string): PlanProblem {
  const message = `The file is too long to be a plan: ${text.length} characters, and ${longestPlan} at most are read. Split it.`;
  return { code: "DX001", severity: "error", message, range: { start: 0, end: 1 }, related: [] };
}

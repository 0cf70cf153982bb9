import type { Span } from "./line-index.ts";

/** A piece of a plan that can be read by itself: a top-level field, or one resource of a section. */
export interface Piece {
  /** `rest` is what follows when there are too many pieces; it is not read. */
  readonly kind: "top" | "resource" | "header" | "marker" | "rest";
  /** The section that a resource stands in. */
  readonly section: string;
  readonly start: number;
  readonly end: number;
  /** The column at which its neighbours stand. */
  readonly column: number;
}

/** The pieces of a text, which follow each other without gaps. */
export interface Split<P extends Piece = Piece> {
  readonly pieces: readonly P[];
  /** Where the first line stands that holds a top-level field, and its column; undefined where there is none. */
  readonly root: { readonly start: number; readonly column: number } | undefined;
}

/** Splits a text at its top-level fields and, in sections, at the resources one level below. One pass over the lines. */
export function splitPlan(text: string, isSection: (name: string) => boolean): Split {
  const splitter = new Splitter(text, isSection);
  splitter.passLines(text.startsWith("\uFEFF") ? 1 : 0);
  return { pieces: splitter.pieces, root: splitter.root };
}

/** Pieces that take the place of those from `from` to before `to`. */
export interface SplitChange {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
  readonly root: Split["root"];
}

/** Splits an edited text like `splitPlan`, but passes only the lines from the edit to the next piece that is as before. */
export function splitAgain(text: string, isSection: (name: string) => boolean, { before, span }: { before: Split; span: Span }): SplitChange {
  const { pieces, root } = before;
  const at = pieceIndexAt(pieces, span.start);
  const first = pieces[at];
  const last = pieces[at - 1];
  const isLarge = pieces.length >= mostPieces / 2;
  const canGoOn = first !== undefined && last !== undefined && root !== undefined && root.start < first.start && !isLarge;
  const moved = span.newEnd - span.oldEnd;
  let to = pieces.length;
  const splitter = new Splitter(text, isSection, {
    ...(canGoOn ? { after: { open: last, root } } : {}),
    isKnown: (piece, column) => {
      if (piece.start < span.newEnd || isLarge || column !== (root?.column ?? -1)) return false;
      const index = pieceIndexAt(pieces, piece.start - moved);
      const old = pieces[index];
      if (old === undefined || old.start !== piece.start - moved || !isSameKind(old, piece)) return false;
      to = index;
      return true;
    },
  });
  splitter.passLines(canGoOn ? first.start : text.startsWith("\uFEFF") ? 1 : 0);
  return { from: canGoOn ? at - 1 : 0, to, pieces: splitter.pieces, root: splitter.root };
}

/** The last piece that does not begin behind an offset; -1 before the first. */
export function pieceIndexAt(pieces: readonly Piece[], offset: number): number {
  let low = -1;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function isSameKind(one: Omit<Piece, "end">, other: Omit<Piece, "end">): boolean {
  return one.kind === other.kind && one.section === other.section && one.column === other.column;
}

const header = /^(?:([A-Za-z][\w-]*)|"([A-Za-z][\w-]*)"|'([A-Za-z][\w-]*)')[ \t]*:[ \t]*(?:#.*)?\r?\n?$/;
const closers = "]}";
const [tab, newline, carriageReturn, space, hash] = [9, 10, 13, 32, 35];
/** Several times what a large estate needs; the limit keeps hostile text from costing more than a moment. */
export const mostPieces = 10_000;

interface SplitterOptions {
  /** The piece that is open where the splitter begins. */
  readonly after?: { readonly open: Piece; readonly root: NonNullable<Split["root"]> };
  /** Whether everything from the beginning of a piece on is split already, with the same column at the top. */
  readonly isKnown?: (piece: Omit<Piece, "end">, rootColumn: number) => boolean;
}

/** What is known while going down the lines. */
class Splitter {
  /** Set where the rest was found to be split already. */
  hasMet = false;
  readonly pieces: Piece[] = [];
  root: Split["root"];
  /** Set where nothing is left to split: the whole plan is one flow map, or has too many pieces. */
  private isDone = false;
  private readonly text: string;
  private readonly isSection: (name: string) => boolean;
  private readonly isKnown: NonNullable<SplitterOptions["isKnown"]>;
  private open: Omit<Piece, "end">;
  /** The section whose resources are being passed, and their column once one was seen. */
  private section = "";
  private resourceColumn = -1;

  constructor(text: string, isSection: (name: string) => boolean, { after, isKnown = () => false }: SplitterOptions = {}) {
    this.text = text;
    this.isSection = isSection;
    this.isKnown = isKnown;
    this.open = after?.open ?? { kind: "top", section: "", start: text.startsWith("\uFEFF") ? 1 : 0, column: 0 };
    if (after === undefined) return;
    this.root = after.root;
    this.section = after.open.section;
    this.resourceColumn = after.open.kind === "resource" ? after.open.column : -1;
  }

  passLines(from: number): void {
    let lineStart = from;
    while (lineStart < this.text.length && !this.isDone) {
      const newline = this.text.indexOf("\n", lineStart);
      const next = newline === -1 ? this.text.length : newline + 1;
      this.passLine(lineStart, next);
      lineStart = next;
    }
    if (!this.hasMet) this.begin({ kind: "top", section: "", start: this.text.length, column: 0 });
  }

  private passLine(start: number, next: number): void {
    const content = this.contentOf(start, next);
    if (content === -1) return;
    const column = content - start;
    if (column === 0 && this.isMarker(start)) {
      this.begin({ kind: "marker", section: "", start, column: 0 });
      this.section = "";
    } else if (this.root === undefined) this.passFirst(start, content, next);
    else if (closers.includes(this.text.charAt(content))) return;
    else if (column <= this.root.column) this.passTop(start, content, next);
    else this.passInner(start, column);
  }

  private passFirst(start: number, content: number, next: number): void {
    if (this.text.charAt(content) === "{") {
      this.isDone = true;
      return;
    }
    this.root = { start, column: content - start };
    this.passTop(start, content, next);
  }

  private passTop(start: number, content: number, next: number): void {
    const name = next - content > 200 ? "" : nameOfHeader(this.text.slice(content, next));
    this.section = this.isSection(name) ? name : "";
    this.begin({ kind: this.section === "" ? "top" : "header", section: this.section, start, column: this.root?.column ?? 0 });
    this.resourceColumn = -1;
  }

  private passInner(start: number, column: number): void {
    if (this.section === "") return;
    if (this.resourceColumn === -1) this.resourceColumn = column;
    if (column > this.resourceColumn) return;
    this.begin({ kind: "resource", section: this.section, start, column: this.resourceColumn });
  }

  private begin(piece: Omit<Piece, "end">): void {
    const { kind, section, start, column } = this.open;
    if (piece.start > start) this.pieces.push({ kind, section, start, end: piece.start, column });
    this.hasMet = this.isKnown(piece, this.root?.column ?? -1);
    this.isDone ||= this.hasMet || this.pieces.length >= mostPieces;
    this.open = this.isDone ? { ...piece, kind: "rest" } : piece;
  }

  /** Where the line's content begins, or -1 for a blank line or a comment. */
  private contentOf(start: number, next: number): number {
    for (let at = start; at < next; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === hash) return -1;
      if (code !== space && code !== tab && code !== carriageReturn && code !== newline) return at;
    }
    return -1;
  }

  private isMarker(start: number): boolean {
    if (this.text.charAt(start) === "%") return this.root === undefined;
    const marker = this.text.slice(start, start + 3);
    return (marker === "---" || marker === "...") && /^\s?$/.test(this.text.charAt(start + 3));
  }
}

function nameOfHeader(line: string): string {
  const found = header.exec(line);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

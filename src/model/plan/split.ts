import type { Span } from "./line-index.ts";
import { canBegin, type Head, headOf, isBlockBelow, isNameOnly, longestHead } from "./line-head.ts";
import { closesAbove, contentBelow, type ContentLine, shapeAt, wordAbove } from "./syntax/line-shape.ts";

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

/** What names mean where a plan is split. */
export interface SplitNames {
  readonly isTop: (name: string) => boolean;
  readonly isSection: (name: string) => boolean;
  /** Whether that is the name of a section, or of another field of the plan with names of resources in it. */
  readonly holdsNames: (name: string) => boolean;
  /** The section of that name, or of one that is spelt nearly so. */
  readonly sectionMeant: (name: string) => string | undefined;
  /** Whether the resources of a section have a field of that name. */
  readonly isField: (section: string, name: string) => boolean;
}

/** Splits a text at its top-level fields and, in sections, at the resources one level below. One pass over the lines. */
export function splitPlan(text: string, names: SplitNames): Split {
  const splitter = new Splitter(text, names);
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

/**
 * Splits an edited text like `splitPlan`, but passes only the lines from the edit to the next piece that is as before. What
 * a line begins depends on the next line too, so that the piece before the edit is passed again, with the head of its section.
 */
export function splitAgain(text: string, names: SplitNames, { before, span }: { before: Split; span: Span }): SplitChange {
  const { pieces, root } = before;
  const isLarge = pieces.length >= mostPieces / 2;
  const at = isLarge ? 0 : beginAgainAt(pieces, span.start);
  const first = pieces[at];
  const last = pieces[at - 1];
  const canGoOn = first !== undefined && last !== undefined && root !== undefined && root.start < first.start;
  const moved = span.newEnd - span.oldEnd;
  let to = pieces.length;
  const splitter = new Splitter(text, names, {
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

/** The piece before the one that an offset is in, with the head of its section where it is the first there. */
function beginAgainAt(pieces: readonly Piece[], offset: number): number {
  const previous = pieceIndexAt(pieces, offset) - 1;
  return pieces[previous - 1]?.kind === "header" ? previous - 1 : previous;
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

const [tab, newline, carriageReturn, space, hash] = [9, 10, 13, 32, 35];
/** Several times what a large estate needs; the limit keeps hostile text from costing more than a moment. */
export const mostPieces = 10_000;

/** By a column: the next line whose content is not indented more than that, or is a name alone, as of a field of the plan that slipped to the right. */
const shallow = Array.from({ length: 9 }, (_, column) => new RegExp(`\\n(?:[ \\t\\r]{0,${column}}[^ \\t\\r\\n#]|[ \\t]+[A-Za-z][\\w-]{0,99}:[ \\t]*(?:#|\\r?\\n))`, "g"));

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
  private readonly names: SplitNames;
  private readonly isKnown: NonNullable<SplitterOptions["isKnown"]>;
  private open: Omit<Piece, "end">;
  /** The section whose resources are being passed, and their column once one was seen; before that, the one they have at most. */
  private section = "";
  private resourceColumn = -1;
  private innerColumn = Number.POSITIVE_INFINITY;

  constructor(text: string, names: SplitNames, { after, isKnown = () => false }: SplitterOptions = {}) {
    this.text = text;
    this.names = names;
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
      lineStart = this.passDeeper(next);
    }
    if (!this.hasMet) this.begin({ kind: "top", section: "", start: this.text.length, column: 0 });
  }

  /** Lines that are indented deeper than the resources of a section begin nothing, and are most of a plan: they are passed at one stroke. */
  private passDeeper(start: number): number {
    if (this.resourceColumn === -1 || this.resourceColumn >= shallow.length) return start;
    const pattern = shallow[this.resourceColumn] ?? /$/g;
    pattern.lastIndex = start - 1;
    const found = pattern.exec(this.text);
    return found === null ? this.text.length : found.index + 1;
  }

  private passLine(start: number, next: number): void {
    const content = this.contentOf(start, next);
    if (content === -1 || closesAbove(this.text, start)) return;
    const column = content - start;
    if (column === 0 && this.isMarker(start)) {
      this.begin({ kind: "marker", section: "", start, column: 0 });
      this.section = "";
      this.resourceColumn = -1;
      this.innerColumn = Number.POSITIVE_INFINITY;
      if (this.root === undefined && this.text.charAt(this.contentOf(start + 3, next)) === "{") this.passFlow(start + 3);
    } else if (this.root === undefined) this.passFirst(start, content);
    else if (column > this.root.column) this.passInner(start, content);
    else this.passTop(start, headOf(this.text, content));
  }

  private passFirst(start: number, content: number): void {
    const column = content - start;
    const below = contentBelow(this.text, content);
    if (this.text.charAt(content) === "{" && !isBlockBelow(this.text, below, column)) {
      this.passFlow(start);
      return;
    }
    this.root = { start, column: below !== undefined && below.column < column && canBegin(this.text, below.at) ? below.column : column };
    this.beginTop(start, headOf(this.text, content));
  }

  /** The whole plan is one flow map: nothing more is split. What was open before it goes with it, unless that is not read. */
  private passFlow(start: number): void {
    if (this.open.kind === "marker") this.begin({ kind: "top", section: "", start, column: 0 });
    this.isDone = true;
  }

  /** What cannot begin anything here is left to the piece before, where it is told, and the rest is read as if it were not there. */
  private passTop(start: number, head: Head): void {
    if (!this.canBeginTop(head)) return;
    const column = this.columnBelow(head.at);
    const torn = this.isTop(head.name) ? -1 : wordAbove(this.text, start);
    if (this.isOfPieceAbove(torn, head, column)) return;
    const isResource = this.holdsFields(head, column) || (torn > 0 && torn <= this.resourceColumn);
    if (isResource && !this.isTop(head.name) && this.sectionOf(head) === "") this.beginResource(start, this.fieldsFrom());
    else this.beginTop(start, head);
  }

  private holdsFields({ isClosed }: Head, columnBelow: number): boolean {
    return columnBelow > this.fieldsFrom() || (columnBelow === this.fieldsFrom() && isClosed);
  }

  /** Whether a line is a field with more below that it was no name for, or the rest of the field that Enter has torn off the word above it. */
  private isOfPieceAbove(torn: number, { shape, isEmpty }: Head, columnBelow: number): boolean {
    if (shape === "entry" && columnBelow > this.fieldsFrom()) return true;
    return this.resourceColumn !== -1 && torn > this.resourceColumn && (!isEmpty || columnBelow > torn);
  }

  /** Of the line below, in a section; -1 elsewhere. */
  private columnBelow(at: number): number {
    return (this.section === "" ? undefined : contentBelow(this.text, at)?.column) ?? -1;
  }

  private canBeginTop({ shape, name, at }: Head): boolean {
    if (shape === "item" || (shape === "stray" && !this.isTopWithoutColon(name, at))) return false;
    return this.section === "" || !/\s/.test(name) || name.startsWith("x-");
  }

  private isTop(name: string): boolean {
    return this.names.isTop(name) || name.startsWith("x-");
  }

  /** The column that the fields of resources are indented more than. */
  private fieldsFrom(): number {
    return this.resourceColumn === -1 ? (this.root?.column ?? 0) + 2 : this.resourceColumn;
  }

  private isTopWithoutColon(name: string, at: number): boolean {
    if (!/^[A-Za-z]/.test(name)) return false;
    if (this.text.charAt(at + name.length) === ":") return this.names.isTop(name);
    if (this.isTop(name) && /^[ \t]*\r?\n[ \t]*:[ \t]*\r?\n/.test(this.text.slice(at + name.length, at + longestHead))) return true;
    const below = this.memberBelow(at);
    if (below === undefined || (this.section !== "" && below.column > this.fieldsFrom())) return false;
    return this.isTop(name) || shapeAt(this.text, below.at) === "opening";
  }

  /** The line below, if it begins what a top-level field holds. */
  private memberBelow(at: number): ContentLine | undefined {
    const below = contentBelow(this.text, at);
    return below !== undefined && below.column > (this.root?.column ?? 0) && canBegin(this.text, below.at) ? below : undefined;
  }

  private beginTop(start: number, head: Head): void {
    this.section = this.sectionOf(head);
    this.begin({ kind: this.section === "" ? "top" : "header", section: this.section, start, column: this.root?.column ?? 0 });
    this.resourceColumn = -1;
    this.innerColumn = Number.POSITIVE_INFINITY;
  }

  /** The section whose resources follow; empty where none do, or they stand on the line itself. */
  private sectionOf({ name, at, shape, isEmpty }: Head): string {
    if (name === "" || shape === "entry" || !isEmpty) return "";
    const meant = this.names.sectionMeant(name) ?? "";
    if (meant === name) return meant;
    const below = this.memberBelow(at);
    return below !== undefined && shapeAt(this.text, below.at) === "opening" && !this.isTop(name) ? meant : "";
  }

  /** Only what a map can follow begins a resource. */
  private passInner(start: number, content: number): void {
    const column = content - start;
    if (this.resourceColumn === -1) this.innerColumn = Math.min(this.innerColumn, column);
    const isDeep = column > (this.resourceColumn === -1 ? this.innerColumn : this.resourceColumn);
    if (isDeep && !isNameOnly(this.text, content)) return;
    const head = headOf(this.text, content);
    if (this.isSunken(head, column)) this.beginTop(start, head);
    else if (!isDeep && this.canBeginResource(head)) this.beginInner(start, head);
  }

  private beginInner(start: number, head: Head): void {
    const content = this.contentOf(start, this.text.length);
    if (head.name === "" || (head.isEmpty && this.names.isSection(head.name))) this.beginTop(start, head);
    else if (this.section !== "" && !this.text.slice(start, content).includes("\t")) this.beginResource(start, this.columnFor(content - start));
  }

  /** Whether a line with nothing behind or below it is a field of the plan that slipped to the right. */
  private isSunken({ name, shape, isEmpty, at }: Head, column: number): boolean {
    if (shape !== "opening" || !isEmpty || this.names.isField(this.section, name) || !this.names.holdsNames(name)) return false;
    // Deeper than a resource's own fields stand names of people's own, such as tags.
    if (this.resourceColumn !== -1 && column > this.resourceColumn + 2) return false;
    const below = this.memberBelow(at);
    return below !== undefined && below.column <= Math.max(column, this.resourceColumn);
  }

  private canBeginResource({ shape, name }: Head): boolean {
    return shape === "opening" && name !== "<<" && !/\s/.test(name) && !this.names.isField(this.section, name);
  }

  /** That of the resource before, unless that one is out of place and this one is where most plans have theirs. */
  private columnFor(column: number): number {
    return this.resourceColumn === -1 || column === (this.root?.column ?? 0) + 2 ? column : this.resourceColumn;
  }

  private beginResource(start: number, column: number): void {
    this.resourceColumn = column;
    this.begin({ kind: "resource", section: this.section, start, column });
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

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

/**
 * Splits a text at its top-level fields and, in sections, at the resources one level below. Pieces follow each other
 * without gaps. One pass over the lines, whatever they hold.
 */
export function splitPlan(text: string, isSection: (name: string) => boolean): readonly Piece[] {
  const splitter = new Splitter(text, isSection);
  let lineStart = text.startsWith("\uFEFF") ? 1 : 0;
  while (lineStart < text.length && !splitter.isDone) {
    const newline = text.indexOf("\n", lineStart);
    const next = newline === -1 ? text.length : newline + 1;
    splitter.passLine(lineStart, next);
    lineStart = next;
  }
  return splitter.finish();
}

const header = /^(?:([A-Za-z][\w-]*)|"([A-Za-z][\w-]*)"|'([A-Za-z][\w-]*)')[ \t]*:[ \t]*(?:#.*)?\r?\n?$/;
const closers = "]}";
const [tab, newline, carriageReturn, space, hash] = [9, 10, 13, 32, 35];
/** Several times what a large estate needs; the limit keeps hostile text from costing more than a moment. */
export const mostPieces = 10_000;

/** What is known while going down the lines. */
class Splitter {
  /** Set where nothing is left to split: the whole plan is one flow map, or has too many pieces. */
  isDone = false;
  private readonly text: string;
  private readonly isSection: (name: string) => boolean;
  private readonly pieces: Piece[] = [];
  private open: Omit<Piece, "end">;
  private rootColumn = -1;
  /** The section whose resources are being passed, and their column once one was seen. */
  private section = "";
  private resourceColumn = -1;

  constructor(text: string, isSection: (name: string) => boolean) {
    this.text = text;
    this.isSection = isSection;
    this.open = { kind: "top", section: "", start: text.startsWith("\uFEFF") ? 1 : 0, column: 0 };
  }

  passLine(start: number, next: number): void {
    const content = this.contentOf(start, next);
    if (content === -1) return;
    const column = content - start;
    if (column === 0 && this.isMarker(start)) {
      this.begin({ kind: "marker", section: "", start, column: 0 });
      this.section = "";
    } else if (this.rootColumn === -1) this.passFirst(start, content, next);
    else if (closers.includes(this.text.charAt(content))) return;
    else if (column <= this.rootColumn) this.passTop(start, content, next);
    else this.passInner(start, column);
  }

  finish(): readonly Piece[] {
    this.begin({ kind: "top", section: "", start: this.text.length, column: 0 });
    return this.pieces;
  }

  private passFirst(start: number, content: number, next: number): void {
    if (this.text.charAt(content) === "{") {
      this.isDone = true;
      return;
    }
    this.rootColumn = content - start;
    this.passTop(start, content, next);
  }

  private passTop(start: number, content: number, next: number): void {
    const name = next - content > 200 ? "" : nameOfHeader(this.text.slice(content, next));
    this.section = this.isSection(name) ? name : "";
    this.begin({ kind: this.section === "" ? "top" : "header", section: this.section, start, column: this.rootColumn });
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
    this.isDone ||= this.pieces.length >= mostPieces;
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
    if (this.text.charAt(start) === "%") return this.rootColumn === -1;
    const marker = this.text.slice(start, start + 3);
    return (marker === "---" || marker === "...") && /^\s?$/.test(this.text.charAt(start + 3));
  }
}

function nameOfHeader(line: string): string {
  const found = header.exec(line);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

import type { Anchors, Range, SyntaxProblem } from "./tree.ts";

/** Deeper nesting than any plan has: where reading stops, so that hostile text cannot exhaust the stack. */
export const deepest = 48;
/** How many nodes all aliases of a document may expand to. */
const aliasBudget = 100_000;
/** Problems beyond this many say nothing new. */
const mostProblems = 100;

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;

/** A place in a text that is being read, with what was found so far. Everything moves forward, so reading is linear. */
export class Source {
  position = 0;
  lineStart = 0;
  /** The column of the outermost block. */
  outermost = 0;
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Range[] = [];
  readonly text: string;
  readonly anchors: Anchors;
  readonly base: number;
  private readonly expansion: { nodes: number };

  /** `base` is the text's own place in the document; `expansion` counts over all its pieces. */
  constructor(text: string, context: { anchors: Anchors; base: number; expansion: { nodes: number } }) {
    this.text = text;
    this.anchors = context.anchors;
    this.base = context.base;
    this.expansion = context.expansion;
  }

  get column(): number {
    return this.position - this.lineStart;
  }

  /** Whether the blanks before the content of this line hold a tab: their width is anybody's guess. */
  get isTabbed(): boolean {
    for (let at = this.lineStart; at < this.position; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === tab) return true;
      if (code !== space) return false;
    }
    return false;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  get character(): string {
    return this.text.charAt(this.position);
  }

  report(message: string, start: number, end: number): void {
    if (this.problems.length < mostProblems) this.problems.push({ message, range: { start, end } });
  }

  /** Whether a blank, a line end or the end of the text stands there. */
  isBlankAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === space || code === newline || code === tab || code === carriageReturn || Number.isNaN(code);
  }

  isLineEndAt(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === newline || Number.isNaN(code) || (code === carriageReturn && this.isLineEndAt(at + 1));
  }

  skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== space && code !== tab) return;
      this.position += 1;
    }
  }

  /** Passes blanks, comments and line ends; gives the column of what comes next, or -1 at the end. */
  toContent(): number {
    for (;;) {
      const from = this.position;
      this.skipBlanks();
      if (this.isAtEnd) return -1;
      if (this.isLineEndAt(this.position)) this.passLineEnd();
      else if (this.isComment()) this.passComment();
      else {
        if (from === this.lineStart) this.checkIndentation();
        return this.column;
      }
    }
  }

  /** Expects nothing more on the line but a comment; says so where there is, and passes it. */
  finishLine(complaint: string): void {
    this.skipBlanks();
    if (this.isLineEndAt(this.position)) return;
    if (this.isComment()) {
      this.passComment();
      return;
    }
    const start = this.position;
    this.toLineEnd();
    this.report(complaint, start, this.position);
  }

  /** Moves to the end of the line, without the blanks before it. */
  toLineEnd(): void {
    const end = this.text.indexOf("\n", this.position);
    let at = end === -1 ? this.text.length : end;
    while (at > this.position && this.isBlankAt(at - 1)) at -= 1;
    this.position = at;
  }

  isComment(): boolean {
    return this.text.charCodeAt(this.position) === hash && (this.position === 0 || this.isBlankAt(this.position - 1));
  }

  /** Counts what an alias brings in; false once a document has had enough of it. */
  mayExpand(size: number): boolean {
    this.expansion.nodes += size;
    return this.expansion.nodes <= aliasBudget;
  }

  passLineEnd(): void {
    this.position = this.text.indexOf("\n", this.position) + 1;
    if (this.position === 0) this.position = this.text.length;
    this.lineStart = this.position;
  }

  private passComment(): void {
    const start = this.position;
    this.toLineEnd();
    const isNew = start > (this.comments.at(-1)?.start ?? -1);
    if (isNew && /^#+\s*dx-ignore/.test(this.text.slice(start, start + 40))) this.comments.push({ start, end: this.position });
  }

  private checkIndentation(): void {
    const found = this.text.slice(this.lineStart, this.position).indexOf("\t");
    if (found === -1) return;
    const start = this.lineStart + found;
    if (this.problems.some((problem) => problem.range.start === start)) return;
    this.report("A tab stands in the indentation; YAML indents with spaces only. Replace it by spaces.", start, this.position);
  }
}

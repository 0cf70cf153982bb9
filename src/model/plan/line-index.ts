/** A place as editors count: line and character from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of a text into positions and back. Lines end with LF, CRLF or CR. */
export class LineIndex {
  private readonly starts: readonly number[];
  private readonly length: number;

  constructor(text: string, starts = lineStarts(text)) {
    this.length = text.length;
    this.starts = starts;
  }

  /** The index of `text`, which an edit made of the text of this one. Neither may hold a CR without LF. */
  edited(text: string, { start, oldEnd, newEnd }: Span): LineIndex {
    const moved = newEnd - oldEnd;
    const starts = this.starts.slice(0, this.lineOf(start) + 1);
    for (let at = text.indexOf("\n", start); at !== -1 && at < newEnd; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    for (let line = this.lineOf(oldEnd) + 1; line < this.starts.length; line += 1) starts.push(this.startOf(line) + moved);
    return new LineIndex(text, starts);
  }

  get lines(): number {
    return this.starts.length;
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Offset of a line's first character; the text's length for a line beyond the last. */
  startOf(line: number): number {
    return this.starts[line] ?? this.length;
  }

  positionOf(offset: number): Position {
    const line = this.lineOf(offset);
    return { line, character: offset - this.startOf(line) };
  }

  offsetOf(position: Position): number {
    const start = this.startOf(position.line);
    return Math.min(start + position.character, this.startOf(position.line + 1));
  }
}

/** The part of a text that differs from an earlier one: up to `oldEnd` there, up to `newEnd` here. */
export interface Span {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const hasLoneReturns = /\r(?!\n)/.test(text);
  for (let at = text.indexOf("\n"); !hasLoneReturns && at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  if (hasLoneReturns) for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

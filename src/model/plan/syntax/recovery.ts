import { contentBelow, type ContentLine, shapeAt, straySigns, wordAbove } from "./line-shape.ts";
import type { Source } from "./source.ts";
import type { Entry, ScalarNode } from "./tree.ts";

/**
 * Whether a line that is indented less than the block around it belongs to that block all the same: it could not end it.
 * A word alone cannot, unless it is a name whose colon is missing; nor can a field with its value, with more of the block below.
 */
export function belongsInside(source: Source, level: Level, { column, entries }: { column: number; entries: readonly Entry[] }): boolean {
  const { text, position } = source;
  const below = contentBelow(text, position);
  switch (shapeAt(text, position)) {
    case "item":
      return false;
    case "opening":
      return isBehindSlip(text, position) || (column === level.parent && isAround(text, below, level.column)) || isHalfName(source, level, { column, below });
    case "entry":
      return isBehindSlip(text, position) || isNextTo(text, below, level.column) || isTornOff(source, level, column);
    case "stray":
      return !isOutside(source, level, { column, below, entries });
  }
}

function isHalfName(source: Source, level: Level, { column, below }: { column: number; below: ContentLine | undefined }): boolean {
  const { text, position } = source;
  const hasValue = /^[\w-]+:[ \t]+[^\s#]/.test(text.slice(position, position + longestHead));
  return (hasValue || (below !== undefined && below.column > level.column)) && isTornOff(source, level, column);
}

/** Where a block stands, and what holds it. */
interface Level {
  readonly column: number;
  readonly parent: number;
}

/** Whether Enter has torn a name off the word above it, so that it stands further out than the whole piece. */
function isTornOff(source: Source, level: Level, column: number): boolean {
  return column < source.outermost && wordAbove(source.text, source.lineStart) === level.column;
}

/** Whether a character has slipped in before the blanks that indent a name. */
function isBehindSlip(text: string, at: number): boolean {
  return /^[^\s-][ \t]{2,}\w/.test(text.slice(at, at + 100));
}

function isNextTo(text: string, below: ContentLine | undefined, column: number): boolean {
  return below?.column === column && !below.hasTab && isMember(text, below.at);
}

/** Whether fields of the block go on behind what is indented even deeper below a line. */
function isAround(text: string, first: ContentLine | undefined, column: number): boolean {
  let line = first;
  for (let count = 0; line !== undefined && line.column > column && count < mostLines; count += 1) line = contentBelow(text, line.at);
  return line !== first && line?.column === column;
}

/** Whether a word alone is for an outer block: what goes on further out is judged there, and a name may lack its colon. */
function isOutside({ text, position }: Source, level: Level, { column, below, entries }: { column: number; below: ContentLine | undefined; entries: readonly Entry[] }): boolean {
  if (straySigns(text, position) > 0) return true;
  if (below === undefined || below.column <= column) return false;
  return column === level.parent ? startsAnother(text, below, entries) : below.column <= level.parent;
}

/** Whether what follows a word has a field that stands above it already: then the word is the name of another map. */
function startsAnother(text: string, first: { readonly at: number; readonly column: number }, entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ key }) => key.source));
  let line: { readonly at: number; readonly column: number } | undefined = first;
  for (let count = 0; line !== undefined && line.column >= first.column && count < mostLines; count += 1) {
    const name = line.column === first.column ? /^[\w-]+(?=\s*:)/.exec(text.slice(line.at, line.at + 100))?.[0] : undefined;
    if (name !== undefined && names.has(name)) return true;
    line = contentBelow(text, line.at);
  }
  return false;
}

const longestHead = 200;
/** More lines than a resource has. */
const mostLines = 50;

/**
 * The column of the block that a name without a value on its line is followed by, where a line that is indented too little
 * stands between them; undefined where there is none.
 */
export function blockBehind(source: Source, column: number): number | undefined {
  if (source.isAtEnd) return undefined;
  const shape = shapeAt(source.text, source.position);
  if (shape !== "stray" && shape !== "entry") return undefined;
  const below = contentBelow(source.text, source.position);
  if (below === undefined || below.column <= column || below.hasTab || source.column > column) return undefined;
  return isMember(source.text, below.at) ? below.column : undefined;
}

/** Whether a word on a line of its own is followed by what is indented deeper, by a level and not by a slip: a name without its colon. */
export function isNameAlone(source: Source, { source: word, range }: ScalarNode, column: number): boolean {
  if (!/^[A-Za-z][\w-]*$/.test(word)) return false;
  const below = contentBelow(source.text, range.start);
  return below !== undefined && below.column > column + 1 && isMember(source.text, below.at);
}

/** Reports signs that slipped in before a name, and passes them. */
export function passStraySigns(source: Source): void {
  const count = straySigns(source.text, source.position);
  if (count === 0) return;
  const start = source.position;
  source.position += count;
  source.report(`A name cannot begin with \`${source.text.slice(start, start + count)}\`. Remove it.`, start, start + count);
}

function isMember(text: string, at: number): boolean {
  return shapeAt(text, at) !== "stray";
}

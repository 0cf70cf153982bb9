import { readFlow } from "./flow.ts";
import { mergeEntries, type Properties, readAlias, readProperties, withProperties } from "./properties.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { colonAt, contentBelow, nameBeforeBracket, shapeAt } from "./line-shape.ts";
import { belongsInside, blockBehind, isNameAlone, passStraySigns } from "./recovery.ts";
import { readPlainEntry, readPlainName } from "./plain-entry.ts";
import { emptyScalar, isColon, readPlain, readPlainLine, readQuoted, startsEntry } from "./scalar.ts";
import { deepest, Source } from "./source.ts";
import { type Anchors, type Entry, type PlanNode, rangeOf, type Reading, type ScalarNode } from "./tree.ts";

export interface ReadingContext {
  readonly anchors: Anchors;
  /** The piece's own offset in the document. */
  readonly base: number;
  readonly expansion: { nodes: number };
  /** Whether the whole may be in flow style; otherwise a brace at its beginning has slipped in. Yes if left out. */
  readonly isFlow?: boolean;
}

/** Where a block stands: its own column, and the column of what holds it (-1 at the top). */
interface Level {
  readonly column: number;
  readonly parent: number;
  readonly depth: number;
}

/**
 * Reads a piece of a plan as the entries of one map at the given column. Never throws: what cannot be read is reported
 * and passed, a line at a time, and the rest is read. Time is linear in the length.
 */
export function readPiece(text: string, column: number, context: ReadingContext): Reading {
  const source = new Source(text, context);
  source.outermost = column;
  const first = source.toContent();
  const entries = first !== -1 && source.character === "{" && context.isFlow !== false ? readRootFlow(source) : readEntries(source, { column, parent: -1, depth: 0 });
  return { entries, problems: source.problems, comments: source.comments };
}

/** A plan written as JSON, or in flow style as a whole. */
function readRootFlow(source: Source): readonly Entry[] {
  const root = readFlow(source, -1, 0);
  source.finishLine("Nothing may follow the closing brace.");
  if (source.toContent() !== -1) source.report("Nothing may follow the closing brace.", source.position, source.text.length);
  return root.kind === "map" ? root.entries : [];
}

function readEntries(source: Source, level: Level): readonly Entry[] {
  const entries: Entry[] = [];
  let shifted = level.column;
  for (;;) {
    const column = passPlainEntries(source, level.column, entries);
    if (column <= level.parent && isEndOf(source, level, { column, entries })) return mergeEntries(source, entries);
    const isShifted = column !== level.column && isIndentation(source);
    // Lines that are shifted alike are one mistake.
    if (isShifted && column !== shifted) reportIndentation(source, level.column);
    if (isShifted) shifted = column;
    const entry = readParent(source, levelAt(source, level, column));
    if (entry !== undefined) entries.push(isShifted ? { ...entry, isShifted } : entry);
  }
}

/** Reads entries as long as they are plain ones at a column; gives the column of what comes next, or -1 at the end. */
function passPlainEntries(source: Source, column: number, entries: Entry[]): number {
  let next = source.toContent();
  while (next === column) {
    const entry = readPlainEntry(source, column);
    if (entry === undefined) return next;
    entries.push(entry);
    next = source.isAtEnd ? -1 : source.column;
  }
  return next;
}

/** An entry that holds a map in most cases. */
function readParent(source: Source, level: Level): Entry | undefined {
  const key = level.depth < deepest ? readPlainName(source, level.column) : undefined;
  if (key === undefined) return readEntry(source, level);
  return { key, value: readMap(source, { column: source.column, parent: level.column, depth: level.depth + 1 }), merged: false };
}

/** Where an entry stands; one that is indented too little is taken for where its neighbours are. */
function levelAt(source: Source, level: Level, column: number): Level {
  return column === level.column || source.isTabbed || column <= level.parent ? level : { ...level, column };
}

/** Whether there is something to say of how a line is indented: a tab is told already, and a word alone does not belong anywhere. */
function isIndentation(source: Source): boolean {
  return !source.isTabbed && shapeAt(source.text, source.position) !== "stray";
}

function isEndOf(source: Source, level: Level, found: { column: number; entries: readonly Entry[] }): boolean {
  return found.column === -1 || (!source.isTabbed && !belongsInside(source, level, found));
}

function reportIndentation(source: Source, column: number): void {
  const wanted = `${column} ${column === 1 ? "space" : "spaces"}`;
  source.report(`This line is indented by ${source.column} instead of ${wanted}, like its neighbours.`, source.lineStart, source.position);
}

function readEntry(source: Source, level: Level): Entry | undefined {
  const start = source.position;
  if (isIndicator(source, "-")) return readMisplacedItem(source, level);
  if (isIndicator(source, "?")) {
    source.toLineEnd();
    source.report("Write the name and its value as `name: value`, without a question mark.", start, source.position);
    return undefined;
  }
  passStraySigns(source);
  const properties = readProperties(source);
  const key = readKey(source, { start, level });
  if (key === undefined) return undefined;
  withProperties(source, key, properties);
  return { key, value: readValue(source, level), merged: false };
}

function readMisplacedItem(source: Source, level: Level): Entry | undefined {
  const start = source.position;
  source.report("A list item stands where `name: value` is expected. Write a name and a colon instead of the dash.", start, start + 1);
  const inner = /^-[ \t]+/.exec(source.text.slice(start, start + 100))?.[0].length ?? 0;
  if (inner > 0 && colonAt(source.text, start + inner) !== -1) {
    source.position = start + inner;
    return readEntry(source, level);
  }
  readList(source, { ...level, column: source.column });
  return undefined;
}

/** Reads a name with its colon; what has none is told, and passed where it cannot be a name. */
function readKey(source: Source, { start, level }: { start: number; level: Level }): ScalarNode | undefined {
  const length = nameBeforeBracket(source.text, source.position);
  if (length > 0) return keyBeforeBracket(source, length);
  const isQuoted = source.character === '"' || source.character === "'";
  const key = isQuoted ? readQuoted(source, Number.POSITIVE_INFINITY) : readPlainLine(source, false);
  source.skipBlanks();
  if (source.character === ":" && (key.source !== "" || isQuoted)) {
    source.position += 1;
    return key;
  }
  const meant = isQuoted ? undefined : nameMeant(source, key, level.column);
  if (meant === undefined) passStray(source, start);
  return meant;
}

function passStray(source: Source, start: number): void {
  const isMissing = source.character === ":";
  source.toLineEnd();
  source.report(isMissing ? "A name is missing before this colon." : stray.alone, start, Math.max(source.position, start + 1));
  if (source.position === start) source.position += 1;
}

/** The name that a word is where its colon, or the blank behind that, has been forgotten. */
function nameMeant(source: Source, word: ScalarNode, column: number): ScalarNode | undefined {
  const { start, end } = word.range;
  const name = /^([A-Za-z][\w-]*):\S/.exec(word.source)?.[1];
  if (name !== undefined) return keyWithoutBlank(source, { start, name, column });
  if (!isNameAlone(source, word, column)) return undefined;
  source.report(`${stray.missing} Write it with a colon, \`name:\`.`, start, end);
  return word;
}

function keyBeforeBracket(source: Source, length: number): ScalarNode {
  const start = source.position;
  const end = start + length;
  const hasColon = source.text.charAt(end) === ":";
  source.position = hasColon ? end + 1 : end;
  source.report(hasColon ? "A blank is missing behind this colon." : stray.missing, hasColon ? end : start, hasColon ? end + 1 : end);
  const name = source.text.slice(start, end);
  return { kind: "scalar", value: name, style: "plain", source: name, range: rangeOf(start, end) };
}

/** What stands behind the colon is its value, unless there is one below. */
function keyWithoutBlank(source: Source, { start, name, column }: { start: number; name: string; column: number }): ScalarNode {
  const colon = start + name.length;
  source.position = colon + 1;
  if ((contentBelow(source.text, colon)?.column ?? -1) > column) source.toLineEnd();
  source.report("A blank is missing behind this colon. Without it, the line is one word.", colon, colon + 1);
  return { kind: "scalar", value: name, style: "plain", source: name, range: rangeOf(start, colon) };
}

/** Without the text itself: it may be a line of a secret whose field was broken. */
const stray = {
  alone: "This stands alone; `name: value` is expected. Add a colon and a value, join it with its other half, or remove it.",
  missing: "The colon behind this name is missing.",
} as const;

/** What follows a colon, on the line or below it. */
function readValue(source: Source, level: Level): PlanNode {
  const after = source.position;
  const properties = readProperties(source);
  if (!source.isLineEndAt(source.position) && !source.isComment()) return readInline(source, level, properties);
  const column = source.toContent();
  const isListHere = column === level.column && isIndicator(source, "-");
  if (column > level.column) return withProperties(source, readBlock(source, { column, parent: level.column, depth: level.depth + 1 }), properties);
  if (isListHere) return withProperties(source, readList(source, level), properties);
  const inner = blockBehind(source, level.column);
  if (inner !== undefined) return withProperties(source, readMap(source, { column: inner, parent: level.column, depth: level.depth + 1 }), properties);
  return withProperties(source, emptyScalar(after), properties);
}

function readInline(source: Source, level: Level, properties: Properties): PlanNode {
  const start = source.position;
  if (isIndicator(source, "-")) {
    source.toLineEnd();
    source.report("A list begins on a line of its own, or in brackets: `[a, b]`.", start, source.position);
    return emptyScalar(start);
  }
  const node = withProperties(source, readBare(source, level.column, level.depth), properties);
  const isNested = isColon(source, source.position, false);
  source.finishLine(isNested ? "A second `name:` on one line. Put it on a line of its own, or quote the value." : "Nothing may follow the value on this line but a comment.");
  return node;
}

/** A block that starts at the next content, at `level.column`. */
function readBlock(source: Source, level: Level): PlanNode {
  const start = source.position;
  if (level.depth > deepest) {
    source.report(`Nested deeper than ${deepest} levels; no plan needs that. Remove the inner levels.`, start, start + 1);
    source.position = source.text.length;
    return emptyScalar(start);
  }
  if (isIndicator(source, "-")) return readList(source, level);
  if (isIndicator(source, "?") || startsEntry(source, afterProperties(source))) return readMap(source, level);
  const keep = { position: source.position, lineStart: source.lineStart, problems: source.problems.length };
  const properties = readProperties(source);
  if (source.isLineEndAt(source.position)) return readBelowProperties(source, level, properties);
  const node = withProperties(source, readBare(source, level.parent, level.depth), properties);
  const column = node.kind === "scalar" && node.style === "plain" ? columnOfEntryBelow(source, level) : undefined;
  if (column !== undefined) {
    source.position = keep.position;
    source.lineStart = keep.lineStart;
    source.problems.length = keep.problems;
    return readMap(source, { ...level, column: Math.min(column, level.column) });
  }
  source.finishLine("Nothing may follow the value on this line but a comment.");
  return node;
}

function readBelowProperties(source: Source, level: Level, properties: Properties): PlanNode {
  const column = source.toContent();
  const node = column > level.parent ? readBlock(source, { ...level, column, depth: level.depth + 1 }) : emptyScalar(source.position);
  return withProperties(source, node, properties);
}

/** A word above `name: value` lines is a field that is still being written, not a value. */
function columnOfEntryBelow(source: Source, level: Level): number | undefined {
  const { position, lineStart } = source;
  const column = source.toContent();
  const isFollowed = column > level.parent && startsEntry(source, source.position);
  source.position = position;
  source.lineStart = lineStart;
  return isFollowed ? column : undefined;
}

function readMap(source: Source, level: Level): PlanNode {
  const start = source.position;
  const entries = readEntries(source, level);
  return { kind: "map", entries, range: rangeOf(start, endOf(entries, start)) };
}

function readList(source: Source, level: Level): PlanNode {
  const start = source.position;
  const items: PlanNode[] = [];
  let end = start;
  for (;;) {
    if (source.toContent() !== level.column || !isIndicator(source, "-")) {
      return { kind: "list", items, range: rangeOf(start, end) };
    }
    source.position += 1;
    const item = readItem(source, level);
    items.push(item);
    end = item.range.end;
  }
}

function readItem(source: Source, level: Level): PlanNode {
  const after = source.position;
  const column = source.toContent();
  if (column <= level.column) return emptyScalar(after);
  return readBlock(source, { column, parent: level.column, depth: level.depth + 1 });
}

function readBare(source: Source, indent: number, depth: number): PlanNode {
  switch (source.character) {
    case "[":
    case "{":
      return readFlow(source, indent, depth);
    case '"':
    case "'":
      return readQuoted(source, indent);
    case "*":
      return readAlias(source);
    case "|":
    case ">":
      return readBlockScalar(source, indent);
    default:
      checkFirstCharacter(source);
      return readPlain(source, indent, false);
  }
}

function checkFirstCharacter(source: Source): void {
  const { character, position } = source;
  if (!"%@`,]}".includes(character)) return;
  source.report(`A value cannot begin with \`${character}\`. Quote it, or remove the character.`, position, position + 1);
}

function isIndicator(source: Source, indicator: "-" | "?"): boolean {
  return source.character === indicator && source.isBlankAt(source.position + 1);
}

function afterProperties(source: Source): number {
  const found = /^(?:[&!][^\s,[\]{}]*[ \t]+)+/.exec(source.text.slice(source.position, source.position + 200));
  return source.position + (found?.[0].length ?? 0);
}

function endOf(entries: readonly Entry[], start: number): number {
  const last = entries.findLast((entry) => !entry.merged);
  return last === undefined ? start : Math.max(last.key.range.end, last.value.range.end);
}

import type { PlanDocument } from "./document.ts";
import type { PlacedPiece } from "./placed-piece.ts";
import { memberType, pieceAt } from "./locate.ts";
import type { FieldType } from "./schema-types.ts";
import type { PlanNode, Range } from "./syntax/tree.ts";
import { type FlowFrame, scanFlow } from "./cursor-flow.ts";

/** What can be written at a place of a plan that may be half-written. */
export interface Cursor {
  readonly slot: "key" | "value";
  /** Names from the top down to the map that the cursor is in, and in a value its field; `[]` for a member of a list. */
  readonly path: readonly string[];
  /** The type of the map for a key, of the value for a value. */
  readonly type: FieldType | undefined;
  /** The word at the cursor, in the document. */
  readonly word: Range;
  /** Whether a colon follows the word already, or a closing quote has to before one can. */
  readonly hasColon: boolean;
  readonly isInFlow: boolean;
  /** Whether a value stands without its key before it: below it, or as a member of a list. */
  readonly isOnOwnLine: boolean;
  /** Whether a value would stand right behind its key's colon, where it means nothing without a blank. */
  readonly needsBlank: boolean;
  /** Keys that stand in the same map, the one at the cursor left out. */
  readonly present: ReadonlySet<string>;
}

/** Tells what the text up to the cursor makes of it; undefined inside comments and where nothing can stand. */
export function cursorAt(document: PlanDocument, offset: number): Cursor | undefined {
  const piece = pieceAt(document, offset);
  const start = piece?.start ?? 0;
  const place = scanLines(document.text.slice(start, offset).replace(/\r(?!\n)/g, "\n"), piece);
  if (place === undefined) return undefined;
  const type = typeAt(place.path);
  const isOnOwnLine = place.slot === "key" && type !== undefined && !["map", "named", "tags", "ids"].includes(type.kind);
  const word = wordAt(document.text, start + place.from, offset);
  const rest = document.text.slice(word.end, word.end + 40);
  return {
    slot: isOnOwnLine ? "value" : place.slot,
    path: place.path,
    type,
    word,
    hasColon: isQuoteAt(document.text, word.start - 1) || /^[ \t]*:/.test(rest),
    isInFlow: place.isInFlow,
    isOnOwnLine,
    needsBlank: isBehindColon(document.text, place, word),
    present: presentKeys(document, piece, place.path, offset),
  };
}

/** The type at the end of a path. */
function typeAt(path: readonly string[]): FieldType | undefined {
  let type: FieldType | undefined = { kind: "map", map: "plan" };
  for (const key of path) type = key === "[]" ? (type?.kind === "list" ? type.of : undefined) : memberType(type, key);
  return type;
}

interface Place {
  readonly slot: "key" | "value";
  readonly path: readonly string[];
  /** Where the word begins, from the start of the piece. */
  readonly from: number;
  readonly isInFlow: boolean;
}

interface Level {
  readonly column: number;
  readonly key: string;
  /** Whether it has its value already, so that what is indented deeper belongs to the map around it. */
  readonly isClosed?: boolean;
}

/** Nobody writes in longer lines than this by hand; they are passed over. */
const longestLine = 20_000;
const keyPattern = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`][^:#]*?))[ \t]*:(?=[ \t]|$)/;

function scanLines(text: string, piece: PlacedPiece | undefined): Place | undefined {
  const stack: Level[] = piece?.kind === "resource" ? [{ column: 0, key: piece.section }] : [];
  let at = 0;
  for (;;) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const { place, flowFrom } = readLine(text.slice(at, end).replace(/\r$/, ""), stack, newline === -1);
    if (flowFrom !== undefined) {
      const flow = readFlow(text, at + flowFrom, stack);
      if (typeof flow !== "number") return flow;
      at = flow;
    } else if (newline === -1) return place && { ...place, from: at + place.from };
    else at = newline + 1;
  }
}

/** Where the line begins that follows the brackets; or what the cursor is at, where the text ends before that. */
function readFlow(text: string, start: number, stack: Level[]): number | Place | undefined {
  const flow = scanFlow(text, start, stack.at(-1)?.column ?? -1);
  if (flow.frames.length > 0) return inFlow(stack, flow.frames, flow.from);
  closeTop(stack);
  const newline = text.indexOf("\n", flow.from);
  return newline === -1 ? undefined : newline + 1;
}

function closeTop(stack: Level[]): void {
  const top = stack.pop();
  if (top !== undefined) stack.push({ ...top, isClosed: top.key !== "[]" });
}

interface Line {
  readonly place: Place | undefined;
  readonly flowFrom: number | undefined;
}

/** Brings the stack up to date with a line; `place` is what the end of the line means, if it is the cursor's. A word alone changes nothing for the lines below it. */
function readLine(whole: string, stack: Level[], isLast: boolean): Line {
  const line = whole.length > longestLine ? "" : whole;
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  // How wide a tab is, is anybody's guess: the line is taken for one of the innermost map.
  const depth = line.slice(0, indent).includes("\t") ? Number.POSITIVE_INFINITY : indent;
  if (indent === line.length) return { place: bareWord(line, indent, stack, depth), flowFrom: undefined };
  const isItem = line.charAt(indent) === "-";
  if (!isItem && !keyPattern.test(line.slice(indent))) return readWord(line, { indent, depth, isLast }, stack);
  popTo(stack, depth, isItem);
  return readContent(line, pushItems(line, indent, stack), stack);
}

/** A line that is no field: one that goes on in brackets, or a word alone. */
function readWord(line: string, { indent, depth, isLast }: { indent: number; depth: number; isLast: boolean }, stack: Level[]): Line {
  const flowFrom = flowStart(line, indent);
  if (!isLast && flowFrom === undefined) return { place: undefined, flowFrom };
  return { place: bareWord(line, indent, popped(stack, depth), depth), flowFrom };
}

/** Takes away what ends above a line; gives what there was. */
function popped(stack: Level[], depth: number): Level[] {
  const before = [...stack];
  popTo(stack, depth, false);
  return before;
}

function readContent(line: string, column: number, stack: Level[]): Line {
  const found = keyPattern.exec(line.slice(column));
  if (found === null) return { place: bareWord(line, column, stack, Number.POSITIVE_INFINITY), flowFrom: flowStart(line, column) };
  const after = column + found[0].length;
  const isClosed = /^[ \t]*[^\s#{[&!|>]/.test(line.slice(after));
  stack.push({ column, key: found[1] ?? found[2] ?? found[3] ?? "", isClosed });
  return readValue(line, after, stack);
}

function readValue(line: string, after: number, stack: readonly Level[]): Line {
  const value = line.slice(after);
  const lead = /^[ \t]*(?:[&!]\S+[ \t]+)*/.exec(value)?.[0].length ?? 0;
  const canStand = (lead > 0 || value === "") && !/(^|[ \t])#/.test(value);
  const place: Place = { slot: "value", path: stack.map((level) => level.key), from: after + lead, isInFlow: false };
  return { place: canStand ? place : undefined, flowFrom: flowStart(line, after + lead) };
}

/** Puts the list items that begin on a line on the stack; gives the column of what they hold. */
function pushItems(line: string, indent: number, stack: Level[]): number {
  let column = indent;
  for (;;) {
    const dash = /^-(?:[ \t]+|$)/.exec(line.slice(column));
    if (dash === null) return column;
    stack.push({ column, key: "[]" });
    column += dash[0].length;
  }
}

/** What may be the beginning of a name. Where it is indented deeper than the names above it, the blanks before it are too many and belong to it. */
function bareWord(line: string, column: number, stack: readonly Level[], depth: number): Place | undefined {
  const rest = line.slice(column);
  if (/^[#?]/.test(rest) || /[ \t]#/.test(rest)) return undefined;
  const above = stack.filter((level) => level.column < depth);
  const inner = above.at(-1);
  const from = inner?.isClosed === true ? Math.min(column, inner.column) : column;
  return { slot: "key", path: above.filter(({ isClosed }) => isClosed !== true).map((level) => level.key), from, isInFlow: false };
}

function flowStart(line: string, from: number): number | undefined {
  return line.charAt(from) === "{" || line.charAt(from) === "[" ? from : undefined;
}

/** A list may stand at the column of the key that holds it. */
function popTo(stack: Level[], column: number, isItem: boolean): void {
  for (;;) {
    const top = stack.at(-1);
    if (top === undefined || (top.column < column && top.isClosed !== true) || (isItem && top.column === column && top.key !== "[]")) return;
    stack.pop();
  }
}

function inFlow(stack: readonly Level[], frames: readonly FlowFrame[], from: number): Place {
  const path = stack.map((level) => level.key);
  for (const frame of frames) {
    if (frame.kind === "list") path.push("[]");
    else if (frame.key !== undefined) path.push(frame.key);
  }
  const last = frames.at(-1);
  const isValue = last?.kind === "map" && last.key !== undefined;
  return { slot: isValue ? "value" : "key", path, from, isInFlow: true };
}

/** In quotes the word is what stands between them, so that they stay and the editor compares it without them. */
function wordAt(text: string, from: number, offset: number): Range {
  const isInside = from < offset && isQuoteAt(text, from) && !text.slice(from + 1, offset).includes(text.charAt(from));
  const start = isInside ? from + 1 : Math.min(from, offset);
  let end = offset;
  while (/[\w./:-]/.test(text.charAt(end)) && !(text.charAt(end) === ":" && /[\s]|^$/.test(text.charAt(end + 1)))) end += 1;
  return { start, end };
}

function isBehindColon(text: string, { slot }: Place, { start }: Range): boolean {
  return slot === "value" && text.charAt(start - 1) === ":";
}

function isQuoteAt(text: string, at: number): boolean {
  return text.charAt(at) === '"' || text.charAt(at) === "'";
}

function presentKeys(document: PlanDocument, piece: PlacedPiece | undefined, path: readonly string[], offset: number): ReadonlySet<string> {
  if (path.length === 0) return new Set([...document.index.plan.fields.keys()]);
  if (piece === undefined) return new Set();
  const at = offset - piece.start;
  const isResource = piece.kind === "resource";
  let entries = isResource && path[0] !== piece.section ? [] : piece.content.entries;
  for (const key of isResource ? path.slice(1) : path) {
    if (key !== "[]") entries = entriesOf(entries.find((entry) => entry.key.source === key)?.value, at);
  }
  return new Set(entries.filter(({ key }) => at < key.range.start || at > key.range.end).map(({ key }) => key.source));
}

/** Of a list, the fields of the member at the cursor. */
function entriesOf(value: PlanNode | undefined, at: number): Extract<PlanNode, { kind: "map" }>["entries"] {
  if (value?.kind === "map") return value.entries;
  const item = value?.kind === "list" ? value.items.findLast((member) => member.range.start <= at) : undefined;
  return item?.kind === "map" ? item.entries : [];
}

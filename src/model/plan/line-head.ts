import { colonAt, contentBelow, type LineShape, nameBeforeBracket, shapeAt, straySigns } from "./syntax/line-shape.ts";

/** The beginning of a line that may begin a piece. */
export interface Head {
  /** Where its name begins. */
  readonly at: number;
  readonly shape: LineShape;
  /** Empty where the line begins with no name. */
  readonly name: string;
  /** Whether nothing but a comment follows the name and its colon. */
  readonly isEmpty: boolean;
  /** Whether what follows is in brackets that are closed on the line. */
  readonly isClosed: boolean;
}

/** Signs that slipped in before the name are passed over, as the reader does, and a blank that lacks behind its colon is missed there only. */
export function headOf(text: string, content: number): Head {
  const at = content + straySigns(text, content);
  const colon = nameBeforeBracket(text, at) > 0 ? -1 : colonAt(text, at);
  const shape = colon === -1 && isGlued(text, at) ? "opening" : shapeAt(text, at);
  const end = colon === -1 ? at + (/^[\w-]*/.exec(text.slice(at, at + longestHead))?.[0].length ?? 0) : colon;
  const name = text.slice(at, Math.min(end, at + longestHead)).trimEnd().replace(/^(["'])(.*)\1$/, "$2");
  const rest = text.slice(colon === -1 ? end : colon + 1, end + longestHead);
  return { at, shape, name, isEmpty: /^[ \t]*(?:#|\r?\n|\r?$)/.test(rest), isClosed: /^[ \t]*\{[^\n]*\}[ \t]*(?:#.*)?\r?(?:\n|$)/.test(rest) };
}

/** How much of a line is looked at: names are shorter. */
export const longestHead = 200;

/** Whether a line is a name and a colon and nothing else. */
export function isNameOnly(text: string, at: number): boolean {
  nameOnly.lastIndex = at;
  return nameOnly.test(text);
}

const nameOnly = /[A-Za-z][\w-]{0,99}:[ \t]*(?:#|\r?\n)/y;

/** Whether a line is `name:word` above what is indented deeper by a level. */
function isGlued(text: string, at: number): boolean {
  if (!/^[A-Za-z][\w-]*:\S/.test(text.slice(at, at + longestHead))) return false;
  const column = at - text.lastIndexOf("\n", at - 1) - 1;
  const below = contentBelow(text, at);
  return below !== undefined && below.column > column + 1 && canBegin(text, below.at);
}

export function canBegin(text: string, at: number): boolean {
  const shape = shapeAt(text, at);
  return shape === "entry" || shape === "opening";
}

/** Whether what stands below an opening brace is written as if the brace were not there. */
export function isBlockBelow(text: string, below: { readonly at: number; readonly column: number } | undefined, column: number): boolean {
  if (below === undefined || below.column > column || !canBegin(text, below.at) || /["']/.test(text.charAt(below.at))) return false;
  const end = text.indexOf("\n", below.at);
  return !/[,{[\]}]\s*$/.test(text.slice(below.at, end === -1 ? text.length : end));
}

/**
 * What a line looks like from its first character on, before it is read: `name:` with its value still to come, `name:`
 * with a finished value, a list item, or nothing that can stand in a map.
 */
export type LineShape = "opening" | "entry" | "item" | "stray";

/** A line with something on it that is no comment. */
export interface ContentLine {
  readonly at: number;
  readonly column: number;
  readonly hasTab: boolean;
}

/** No name is longer; the limit keeps hostile lines from being passed many times. */
const longestName = 1000;
const [tab, newline, carriageReturn, space, hash] = [9, 10, 13, 32, 35];

export function shapeAt(text: string, at: number): LineShape {
  if (nameBeforeBracket(text, at) > 0) return "opening";
  if (text.charAt(at) === "-" && isBlank(text, at + 1)) return "item";
  const colon = colonAt(text, at);
  if (colon === -1) return "stray";
  return isFinished(text, colon + 1) ? "entry" : "opening";
}

/** The length of a name that a bracket follows without a colon and a blank between them; 0 where none does. */
export function nameBeforeBracket(text: string, at: number): number {
  return /^([A-Za-z][\w-]*)(?::|[ \t])[ \t]*(?<!:[ \t]+)[{[]/.exec(text.slice(at, at + longestHead))?.[1]?.length ?? 0;
}

const longestHead = 100;

/** Where the colon behind the name stands that a line begins with; -1 where there is none. */
export function colonAt(text: string, at: number): number {
  const first = text.charAt(at);
  if (first === '"' || first === "'") return colonBehindQuote(text, at, first);
  if (cannotBegin.includes(first)) return -1;
  const end = Math.min(text.length, at + longestName);
  for (let place = at; place < end && !endsName(text, place); place += 1) {
    if (text.charAt(place) === ":" && isBlank(text, place + 1)) return place;
  }
  return -1;
}

function colonBehindQuote(text: string, at: number, quote: string): number {
  const close = closeOf(text, at, quote);
  if (close === -1) return -1;
  let place = close + 1;
  while (text.charCodeAt(place) === space || text.charCodeAt(place) === tab) place += 1;
  return text.charAt(place) === ":" && isBlank(text, place + 1) ? place : -1;
}

function endsName(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code === newline || (code === hash && isBlank(text, place - 1));
}

/** How many characters stand before a name that no name begins with, and blanks, where they alone keep a line from being `name:`. */
export function straySigns(text: string, at: number): number {
  if (!signs.includes(text.charAt(at)) || shapeAt(text, at) !== "stray") return 0;
  let count = 1;
  while (count < mostSigns && (signs.includes(text.charAt(at + count)) || text.charAt(at + count) === " ")) count += 1;
  return /[A-Za-z]/.test(text.charAt(at + count)) && colonAt(text, at + count) !== -1 ? count : 0;
}

const signs = "{}[],%@`!&*|>?\"'";
const mostSigns = 20;

/** Characters that no name begins with, unless in quotes. */
const cannotBegin = "{}[],%@`:#";

/** The next line with content below the one that an offset is on; undefined where there is none. */
export function contentBelow(text: string, offset: number): ContentLine | undefined {
  let lineEnd = text.indexOf("\n", offset);
  while (lineEnd !== -1) {
    const start = lineEnd + 1;
    let at = start;
    let hasTab = false;
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      hasTab ||= code === tab;
      if (code !== space && code !== tab && code !== carriageReturn) break;
    }
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return undefined;
    if (code !== newline && code !== hash) return { at, column: at - start, hasTab };
    lineEnd = text.indexOf("\n", at);
  }
  return undefined;
}

/** The column of a word that is alone on the line above the one that begins at an offset; -1 where none is. */
export function wordAbove(text: string, lineStart: number): number {
  const start = text.lastIndexOf("\n", lineStart - 2) + 1;
  if (lineStart === 0 || lineStart - start > longestHead) return -1;
  return /^( *)[\w-]+[ \t]*\r?\n$/.exec(text.slice(start, lineStart))?.[1]?.length ?? -1;
}

/** Whether a line closes a bracket that the line above leaves open: Enter was pressed inside the brackets. */
export function closesAbove(text: string, lineStart: number): boolean {
  if (lineStart === 0 || bracketsLeft(text, lineStart).closing === 0) return false;
  return bracketsLeft(text, text.lastIndexOf("\n", lineStart - 2) + 1).opening > 0;
}

/** How many brackets a line closes that it did not open, and opens without closing them. Without those in quotes; only the head of a long line counts. */
export function bracketsLeft(text: string, at: number): { readonly closing: number; readonly opening: number } {
  brackets.lastIndex = at;
  const line = brackets.exec(text)?.[0] ?? "";
  let [closing, opening] = [0, 0];
  // Most lines hold none, and every line of a plan may be asked for.
  if (!anyBracket.test(line)) return { closing, opening };
  for (const [sign] of line.matchAll(/(?<=[\s,:[{])(?:"(?:[^"\\]|\\.)*"|'[^']*')|[{}[\]]|(?<=\s)#.*/g)) {
    if (sign === "{" || sign === "[") opening += 1;
    else if (sign !== "}" && sign !== "]") continue;
    else if (opening > 0) opening -= 1;
    else closing += 1;
  }
  return { closing, opening };
}

const brackets = /[^\n]{0,1000}/y;
const anyBracket = /[{}[\]]/;

/** Whether nothing below can go on with what stands behind a colon: plain text, or quoted text that ends on its line. */
function isFinished(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === space || text.charCodeAt(at) === tab) at += 1;
  const first = text.charAt(at);
  if (first === '"' || first === "'") return closeOf(text, at, first) !== -1;
  return first.trim() !== "" && !"#{[&*!|>".includes(first);
}

/** The closing quote on the same line, or -1. */
function closeOf(text: string, at: number, quote: string): number {
  for (let place = at + 1; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === "\n") return -1;
    if (character === "\\" && quote === '"') place += 1;
    else if (character === quote) return place;
  }
  return -1;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === space || code === newline || code === tab || code === carriageReturn || Number.isNaN(code);
}

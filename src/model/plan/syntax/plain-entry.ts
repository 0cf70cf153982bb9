import { plainNode } from "./scalar.ts";
import type { Source } from "./source.ts";
import type { Entry, ScalarNode } from "./tree.ts";

/**
 * Reads what most lines of a plan are: a name, a colon and one word, above a line that cannot carry it on. Then it stands
 * at the content of that line. Undefined, with nothing passed, for any other line and for one that may be something else.
 */
export function readPlainEntry(source: Source, column: number): Entry | undefined {
  const { text, position } = source;
  const next = endOfMatch(plainLine, text, position);
  if (next === -1) return undefined;
  const colon = text.indexOf(":", position);
  const start = endOfMatch(blanks, text, colon + 1);
  const newline = text.indexOf("\n", start);
  const end = text.charAt(newline - 1) === "\r" ? newline - 1 : newline;
  if (next - newline - 1 > column || text.charAt(end - 1) === ":") return undefined;
  source.position = next;
  source.lineStart = newline + 1;
  return { key: plainNode(text.slice(position, colon), position, colon), value: plainNode(text.slice(start, end), start, end), merged: false };
}

/** Reads a name and a colon above the first line of a map that is indented deeper, and then stands at the content of that. */
export function readPlainName(source: Source, column: number): ScalarNode | undefined {
  const { text, position } = source;
  const next = endOfMatch(nameLine, text, position);
  const colon = text.indexOf(":", position);
  const lineStart = text.indexOf("\n", position) + 1;
  if (next === -1 || next - lineStart <= column) return undefined;
  source.position = next;
  source.lineStart = lineStart;
  return plainNode(text.slice(position, colon), position, colon);
}

/** With the indentation of the next line. Bounded, so that no text makes them look far. */
const plainLine = /[A-Za-z][\w-]{0,99}: {1,99}[A-Za-z\d$][^ \t\r\n]{0,199}\r?\n(?: *(?![ \t\r\n#]|$)|$)/y;
const nameLine = /[A-Za-z][\w-]{0,99}:\r?\n +(?=[A-Za-z][\w-]{0,99}:[ \r\n])/y;
const blanks = / */y;

/** -1 where a pattern does not match. Without the strings that a match would bring along. */
function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

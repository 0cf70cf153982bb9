import type { Source } from "./source.ts";
import { rangeOf, type ScalarNode, type ScalarValue } from "./tree.ts";

/** The value of plain text by the core schema of YAML 1.2. */
function resolvePlain(text: string): ScalarValue {
  const word = text.length > longestWord ? undefined : words.get(text);
  if (word !== undefined) return word;
  // Most of all text begins with a letter, as no number does.
  return text.charCodeAt(0) > nine ? text : (numberOf(text) ?? text);
}

const nine = 57;
const longestWord = 5;
const words: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...["", "~", "null", "Null", "NULL"].map((text) => [text, null] as const),
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((text) => [text, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((text) => [text, Number.NEGATIVE_INFINITY] as const),
  ...[".nan", ".NaN", ".NAN"].map((text) => [text, Number.NaN] as const),
]);

/** Nothing where a value could stand. */
export function emptyScalar(at: number): ScalarNode {
  return { kind: "scalar", value: null, style: "plain", source: "", range: rangeOf(at, at) };
}

/** Reads plain text to the end of the line or to what ends it: `: `, ` #` and, in flow style, an indicator. */
export function readPlainLine(source: Source, inFlow: boolean): ScalarNode {
  const start = source.position;
  passPlainLine(source, inFlow);
  return plainNode(source.text.slice(start, source.position), start, source.position);
}

function passPlainLine(source: Source, inFlow: boolean): void {
  const start = source.position;
  let at = start;
  while (!source.isLineEndAt(at) && !endsPlain(source, at, inFlow)) at += 1;
  while (at > start && source.isBlankAt(at - 1)) at -= 1;
  source.position = at;
}

/** Whether the rest of this line is `name:`, by itself or before a value. */
export function startsEntry(source: Source, at: number): boolean {
  const keep = source.position;
  source.position = at;
  const isEntry = passKey(source) && isColon(source, source.position, false);
  source.position = keep;
  return isEntry;
}

/** Reads plain text with the lines that carry it on, which are indented deeper than `indent`. */
export function readPlain(source: Source, indent: number, inFlow: boolean): ScalarNode {
  const first = readPlainLine(source, inFlow);
  let value = first.source;
  let end = first.range.end;
  for (;;) {
    const more = continuation(source, indent, inFlow);
    if (more === undefined) break;
    source.lineStart = more.lineStart;
    source.position = more.at;
    const line = readPlainLine(source, inFlow);
    value += (more.blankLines > 0 ? "\n".repeat(more.blankLines) : " ") + line.source;
    end = line.range.end;
  }
  return end === first.range.end ? first : plainNode(value, first.range.start, end);
}

/** Reads text in single or double quotes; a missing closing quote is reported and ends with the line. */
export function readQuoted(source: Source, indent: number): ScalarNode {
  const start = source.position;
  const quote = source.character;
  const close = closingQuote(source, quote, indent);
  if (close === -1) {
    source.toLineEnd();
    const name = quote === '"' ? "double" : "single";
    source.report(`The closing ${name} quote is missing. Add it at the end of the value.`, start, start + 1);
    return quotedNode(source.text.slice(start + 1, source.position), start, source.position);
  }
  const raw = source.text.slice(start + 1, close);
  const value = quote === '"' ? unescapeDouble(source, foldLines(raw, true), start) : foldLines(raw, false).replaceAll("''", "'");
  source.position = close + 1;
  const lastLine = raw.lastIndexOf("\n");
  if (lastLine !== -1) source.lineStart = start + 1 + lastLine + 1;
  return quotedNode(value, start, close + 1);
}

/** Passes a key without reading it; false where none can stand. */
function passKey(source: Source): boolean {
  const quote = source.character;
  if (quote !== '"' && quote !== "'") {
    const start = source.position;
    passPlainLine(source, false);
    return source.position > start;
  }
  const close = closingQuote(source, quote, Number.POSITIVE_INFINITY);
  if (close === -1) return false;
  source.position = close + 1;
  source.skipBlanks();
  return true;
}

export function isColon(source: Source, at: number, inFlow: boolean): boolean {
  if (source.text.charAt(at) !== ":") return false;
  return source.isBlankAt(at + 1) || (inFlow && ",[]{}".includes(source.text.charAt(at + 1)));
}

function numberOf(text: string): number | undefined {
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  return text.startsWith("0") && /^0(?:o[0-7]+|x[\da-fA-F]+)$/.test(text) ? Number(text) : undefined;
}

export function plainNode(text: string, start: number, end: number): ScalarNode {
  return { kind: "scalar", value: resolvePlain(text), style: "plain", source: text, range: rangeOf(start, end) };
}

function quotedNode(value: string, start: number, end: number): ScalarNode {
  return { kind: "scalar", value, style: "quoted", source: value, range: rangeOf(start, end) };
}

function endsPlain(source: Source, at: number, inFlow: boolean): boolean {
  const character = source.text.charAt(at);
  if (character === ":") return isColon(source, at, inFlow);
  if (character === "#") return at > 0 && source.isBlankAt(at - 1);
  return inFlow && ",[]{}".includes(character);
}

/** The next line of the same plain text, if there is one. */
function continuation(source: Source, indent: number, inFlow: boolean): { at: number; lineStart: number; blankLines: number } | undefined {
  const ends = source.position + blanksAt(source.text, source.position);
  if (!source.isLineEndAt(ends)) return undefined;
  let lineStart = source.text.indexOf("\n", ends) + 1;
  let blankLines = 0;
  while (lineStart > 0) {
    const at = lineStart + blanksAt(source.text, lineStart);
    if (at >= source.text.length) return undefined;
    if (!source.isLineEndAt(at)) {
      const carriesOn = at - lineStart > indent && !isOtherThing(source, at, inFlow);
      return carriesOn ? { at, lineStart, blankLines } : undefined;
    }
    blankLines += 1;
    lineStart = source.text.indexOf("\n", at) + 1;
  }
  return undefined;
}

function isOtherThing(source: Source, at: number, inFlow: boolean): boolean {
  const character = source.text.charAt(at);
  return character === "#" || (inFlow && ",[]{}:\"'".includes(character)) || startsEntry(source, at);
}

function blanksAt(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += 1;
  return at - from;
}

/** Where the quote ends; a line that is not indented deeper than `indent` cannot be part of it. */
function closingQuote(source: Source, quote: string, indent: number): number {
  const { text } = source;
  for (let at = source.position + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\n" && endsBefore(source, at + 1, indent)) return -1;
    const isPair = quote === "'" ? text.startsWith("''", at) : character === "\\" && text.charAt(at + 1) !== "\n";
    if (isPair) at += 1;
    else if (character === quote) return at;
  }
  return -1;
}

function endsBefore(source: Source, lineStart: number, indent: number): boolean {
  const blanks = blanksAt(source.text, lineStart);
  return !source.isLineEndAt(lineStart + blanks) && blanks <= indent;
}

function foldLines(raw: string, escapes: boolean): string {
  if (!raw.includes("\n")) return raw;
  const lines = raw.split("\n").map((line, index, all) => {
    const head = index === 0 ? line : line.trimStart();
    return index === all.length - 1 ? head : head.trimEnd();
  });
  let folded = lines[0] ?? "";
  let pending = 0;
  for (const [index, line] of lines.slice(1).entries()) {
    if (line === "" && index < lines.length - 2) pending += 1;
    else if (escapes && pending === 0 && folded.endsWith("\\")) folded = folded.slice(0, -1) + line;
    else {
      folded += (pending > 0 ? "\n".repeat(pending) : " ") + line;
      pending = 0;
    }
  }
  return folded;
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b",
  " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029", "\t": "\t",
};

function unescapeDouble(source: Source, text: string, start: number): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g, (whole, escape: string) => {
    const code = escape.length > 1 ? Number.parseInt(escape.slice(1), 16) : undefined;
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = escapes[escape];
    if (known === undefined) {
      source.report("A backslash in double quotes starts an escape that YAML does not know. Use single quotes, or write \\\\.", start, start + 1);
    }
    return known ?? whole;
  });
}

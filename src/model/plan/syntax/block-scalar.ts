import type { Source } from "./source.ts";
import { rangeOf, type ScalarNode } from "./tree.ts";

/** Reads text after `|` or `>`: all lines indented deeper than `indent`. */
export function readBlockScalar(source: Source, indent: number): ScalarNode {
  const start = source.position;
  const header = /^[|>](?:([1-9])?([-+])?|([-+])([1-9]))(?=[ \t\r\n]|$)/.exec(source.text.slice(start, start + 4)) ?? ["|"];
  const isFolded = source.character === ">";
  source.position += header[0].length;
  source.finishLine("Nothing may follow `|` or `>` on its line but a comment.");
  const lines = readLines(source, indent, Number(header[1] ?? header[4] ?? 0));
  const body = isFolded ? fold(lines) : lines.join("\n");
  const value = chomp(body, header[2] ?? header[3]);
  return { kind: "scalar", value, style: "block", source: value, range: rangeOf(start, source.position) };
}

function readLines(source: Source, indent: number, explicit: number): readonly string[] {
  const lines: string[] = [];
  let column = explicit > 0 ? Math.max(indent, 0) + explicit : 0;
  for (;;) {
    const next = nextLine(source);
    if (next === undefined) return lines;
    const depth = next.line.length - next.line.trimStart().length;
    const isBlank = depth === next.line.length;
    if (column === 0 && !isBlank) column = Math.max(depth, indent + 1);
    if (!isBlank && depth < column) return lines;
    lines.push(isBlank ? "" : next.line.slice(column));
    source.lineStart = next.start;
    source.position = next.end;
  }
}

function nextLine(source: Source): { line: string; start: number; end: number } | undefined {
  const before = source.text.indexOf("\n", source.position);
  if (before === -1) return undefined;
  const start = before + 1;
  const newline = source.text.indexOf("\n", start);
  const end = newline === -1 ? source.text.length : newline;
  return { line: source.text.slice(start, end).replace(/\r$/, ""), start, end };
}

function fold(lines: readonly string[]): string {
  let folded = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (index === 0) folded = line;
    else if (line === "" || line.startsWith(" ") || before?.startsWith(" ") === true) folded += `\n${line}`;
    else folded += (before === "" ? "" : " ") + line;
  }
  return folded;
}

function chomp(body: string, how: string | undefined): string {
  if (how === "+") return `${body}\n`;
  const bare = body.replace(/\n+$/, "");
  return how === "-" || bare === "" ? bare : `${bare}\n`;
}

import { PlanDocument } from "../model/plan/document.ts";
import { maskSecrets } from "../model/plan/mask-secrets.ts";
import type { LintFinding, PlanFile, Span } from "./lint.ts";
import { columnsOf, printable } from "./printable.ts";

/** Longer lines are cut around the place, so that a file of one line stays readable. */
const widestExcerpt = 120;

/**
 * Findings for a person: place, severity, message, and the line with the place marked below it. Secrets in these lines
 * are masked: what is printed ends up in the logs of CI systems. Nothing of a file reaches the terminal as an order to it.
 */
export function formatText(files: readonly PlanFile[], findings: readonly LintFinding[]): string {
  const linesOf = new Map(files.map(({ name, text }) => [name, maskSecrets(new PlanDocument(text)).split(/\r\n|\r|\n/)]));
  const blocks = findings.map((finding) => formatFinding(finding, linesOf.get(finding.file) ?? []));
  return [...blocks, summaryOf(files.length, findings)].join("\n");
}

function formatFinding(finding: LintFinding, lines: readonly string[]): string {
  const { file, range, severity, code, message, related = [] } = finding;
  return [
    `${place(file, range)} ${severity} ${code} ${printable(message)}`,
    ...excerpt(lines, range),
    ...related.map((other) => `  ${place(other.file, other.range)} ${printable(other.message)}`),
    "",
  ].join("\n");
}

function place(file: string, { start }: Span): string {
  return `${printable(file)}:${start.line + 1}:${start.character + 1}:`;
}

function excerpt(lines: readonly string[], { start, end }: Span): readonly string[] {
  const line = lines[start.line] ?? "";
  const last = end.line === start.line ? end.character : line.length;
  const from = wholeAt(line, Math.max(0, start.character - widestExcerpt / 2));
  const to = wholeAt(line, Math.min(line.length, from + widestExcerpt));
  const before = (from > 0 ? "…" : "") + printable(line.slice(from, start.character));
  const marked = printable(line.slice(start.character, Math.min(last, to)));
  const after = printable(line.slice(Math.min(last, to), to)) + (to < line.length ? "…" : "");
  const margin = String(start.line + 1);
  return [
    `  ${margin} | ${before}${marked}${after}`,
    `  ${" ".repeat(margin.length)} | ${" ".repeat(columnsOf(before))}${"^".repeat(Math.max(1, columnsOf(marked)))}`,
  ];
}

/** The offset, or the one before it inside of a character of two units. */
function wholeAt(line: string, offset: number): number {
  return /^[\udc00-\udfff]/.test(line.slice(offset, offset + 1)) ? offset - 1 : offset;
}

function summaryOf(files: number, findings: readonly LintFinding[]): string {
  const count = (severity: LintFinding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const counted = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? "" : "s"}`;
  const parts = [counted(count("error"), "error"), counted(count("warning"), "warning"), counted(count("hint"), "hint")];
  return `${parts.join(", ")} in ${counted(files, "file")}\n`;
}

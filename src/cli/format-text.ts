import { PlanDocument } from "../model/plan/document.ts";
import { maskSecrets } from "../model/plan/mask-secrets.ts";
import type { LintFinding, PlanFile, Span } from "./lint.ts";

/** Longer lines are cut around the place, so that a file of one line stays readable. */
const widestExcerpt = 120;

/**
 * Findings for a person: place, severity, message, and the line with the place marked below it. Secrets in these lines
 * are masked: what is printed ends up in the logs of CI systems.
 */
export function formatText(files: readonly PlanFile[], findings: readonly LintFinding[]): string {
  const linesOf = new Map(files.map(({ name, text }) => [name, maskSecrets(new PlanDocument(text)).split(/\r\n|\r|\n/)]));
  const blocks = findings.map((finding) => formatFinding(finding, linesOf.get(finding.file) ?? []));
  return [...blocks, summaryOf(files.length, findings)].join("\n");
}

function formatFinding(finding: LintFinding, lines: readonly string[]): string {
  const { file, range, severity, code, message, related = [] } = finding;
  return [
    `${place(file, range)} ${severity} ${code} ${message}`,
    ...excerpt(lines, range),
    ...related.map((other) => `  ${place(other.file, other.range)} ${other.message}`),
    "",
  ].join("\n");
}

function place(file: string, { start }: Span): string {
  return `${file}:${start.line + 1}:${start.character + 1}:`;
}

function excerpt(lines: readonly string[], { start, end }: Span): readonly string[] {
  const line = lines[start.line] ?? "";
  const from = Math.max(0, start.character - widestExcerpt / 2);
  const shown = line.slice(from, from + widestExcerpt).replaceAll("\t", " ");
  const last = end.line === start.line ? end.character : line.length;
  const width = Math.max(1, Math.min(last - start.character, shown.length - (start.character - from)));
  const margin = String(start.line + 1);
  return [
    `  ${margin} | ${shown}`,
    `  ${" ".repeat(margin.length)} | ${" ".repeat(start.character - from)}${"^".repeat(width)}`,
  ];
}

function summaryOf(files: number, findings: readonly LintFinding[]): string {
  const count = (severity: LintFinding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const counted = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? "" : "s"}`;
  const parts = [counted(count("error"), "error"), counted(count("warning"), "warning"), counted(count("hint"), "hint")];
  return `${parts.join(", ")} in ${counted(files, "file")}\n`;
}

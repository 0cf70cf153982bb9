import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { type RuleLevels, ruleLevels, ruleLevelsFrom } from "../model/plan/rule-levels.ts";
import { ruleOf } from "../model/plan/rules/table.ts";
import { formatSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";
import type { LintFormat } from "./lint-formats.ts";
import { findPlanFiles } from "./plan-files.ts";
import { lintPlan, type LintFinding, type PlanFile } from "./lint.ts";

/** What the outside of the program offers it; a test gives its own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface LintOptions {
  readonly format: LintFormat;
  readonly version: string;
  /** Where all rules are explained, as a URL; each has an anchor of its code in small letters. */
  readonly rulesPage: string;
  /** Other severities than the rules' own. */
  readonly levels?: RuleLevels;
}

/** A level for a rule, as the command line takes it: `DX112=off`; undefined for anything else. */
export function ruleLevelFrom(text: string): RuleLevels | undefined {
  const [code = "", level = "", ...rest] = text.split("=");
  const levels = ruleLevelsFrom({ [code]: level });
  return rest.length > 0 || Object.keys(levels).length === 0 ? undefined : levels;
}

/** Why a text is no level for a rule. */
export function ruleLevelFault(text: string): string {
  const [code = "", level = ""] = text.split("=");
  if (!/^DX\d{3}$/i.test(code) || level === "") return "write a rule's code and a level, such as DX112=off";
  if (ruleOf(code.toUpperCase()) === undefined) return `there is no rule ${code.toUpperCase()} that could be reported`;
  return `there is no level ${level}; choose ${ruleLevels.join(", ")}`;
}

/**
 * Lints the files, and the plans in the folders, and prints the findings of those that could be read.
 *
 * @returns the exit code: 0 no errors, 1 errors, 2 a file could not be read
 */
export async function runLint(
  names: readonly string[],
  { format, levels = {}, ...about }: LintOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const files: PlanFile[] = [];
  let unread = 0;
  for (const name of await findPlanFiles(names)) {
    try {
      files.push({ name, text: name === "-" ? await readAll(terminal.stdin) : await readFile(name, "utf8") });
    } catch (error) {
      unread += 1;
      terminal.complain(`dx lint: cannot read ${name}: ${reasonOf(error)}\n`);
    }
  }
  const findings = files.flatMap((file) => lintPlan(file, levels));
  if (files.length > 0) terminal.write(render(format, { files, findings, ...about }));
  if (unread > 0) return 2;
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

interface Rendering {
  readonly files: readonly PlanFile[];
  readonly findings: readonly LintFinding[];
  readonly version: string;
  readonly rulesPage: string;
}

function render(format: LintFormat, { files, findings, ...about }: Rendering): string {
  switch (format) {
    case "text":
      return formatText(files, findings);
    case "json":
      return `${JSON.stringify(findings, undefined, 2)}\n`;
    case "sarif":
      return formatSarif(findings, about);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "no file in this folder ends in .dx.yaml or .dx.yml";
  if (code === "EACCES") return "you may not read it";
  return error instanceof Error ? error.message : String(error);
}

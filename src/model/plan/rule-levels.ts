import type { PlanProblem, Severity } from "./problem.ts";
import { ruleOf } from "./rules/table.ts";

/** How loud a rule is; `off` silences it. */
export type RuleLevel = Severity | "off";

/** Levels by code. Whatever is not named has its rule's own severity. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

export const ruleLevels = ["off", "hint", "warning", "error"] as const satisfies readonly RuleLevel[];

/** Gives problems the severity that somebody chose for their rule, and leaves out those that are switched off. */
export function applyLevels(problems: readonly PlanProblem[], levels: RuleLevels): readonly PlanProblem[] {
  if (Object.keys(levels).length === 0) return problems;
  return problems.flatMap((problem) => {
    const level = Object.hasOwn(levels, problem.code) ? levels[problem.code] : undefined;
    if (level === undefined || level === problem.severity) return [problem];
    return level === "off" ? [] : [{ ...problem, severity: level }];
  });
}

/** What of a value that a person wrote names rules and levels; the rest is left out. */
export function ruleLevelsFrom(value: unknown): RuleLevels {
  if (typeof value !== "object" || value === null) return {};
  const levels: Record<string, RuleLevel> = {};
  for (const [code, level] of Object.entries(value)) {
    const known = ruleLevels.find((one) => one === level);
    if (known !== undefined && ruleOf(code.toUpperCase()) !== undefined) levels[code.toUpperCase()] = known;
  }
  return levels;
}

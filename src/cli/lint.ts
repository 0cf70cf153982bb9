import { PlanDocument } from "../model/plan/document.ts";
import type { Position } from "../model/plan/line-index.ts";
import type { PlanProblem, Severity } from "../model/plan/problem.ts";
import type { RuleLevels } from "../model/plan/rule-levels.ts";
import type { Range } from "../model/plan/syntax/tree.ts";

/** A plan file as it was read. */
export interface PlanFile {
  /** As it was named on the command line; `-` is standard input. */
  readonly name: string;
  readonly text: string;
}

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A problem of a file, placed as `dx lint --format json` prints it: lines and characters from 0. */
export interface LintFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Span;
  readonly related?: readonly { readonly file: string; readonly message: string; readonly range: Span }[];
}

/** What is wrong with a plan, in the order of its text. */
export function lintPlan(file: PlanFile, levels: RuleLevels = {}): readonly LintFinding[] {
  const document = new PlanDocument(file.text);
  document.useLevels(levels);
  const spanOf = ({ start, end }: Range): Span => ({
    start: document.lines.positionOf(start),
    end: document.lines.positionOf(end),
  });
  return document.problems.map((problem) => findingOf(file.name, problem, spanOf));
}

function findingOf(file: string, problem: PlanProblem, spanOf: (range: Range) => Span): LintFinding {
  const { code, severity, message } = problem;
  const related = problem.related.map((place) => ({ file, message: place.message, range: spanOf(place.range) }));
  return { file, code, severity, message, range: spanOf(problem.range), ...(related.length > 0 ? { related } : {}) };
}

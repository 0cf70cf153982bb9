import type { Range } from "./syntax/tree.ts";

export type Severity = "error" | "warning" | "hint";

/** Something wrong with a plan. Ranges are offsets in the document. */
export interface PlanProblem {
  /** A code of docs/rules.md: `DX306`. */
  readonly code: string;
  readonly severity: Severity;
  /** Names the values and says what to do; never a secret. */
  readonly message: string;
  readonly range: Range;
  readonly related: readonly Related[];
  /** Only where it is certain what is meant. */
  readonly fix?: Fix;
}

export interface Related {
  readonly range: Range;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What a rule found; its ranges count from the piece of the plan that the rule was given. */
export interface Finding {
  readonly range: Range;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Where the value stands that an alias brought here, so that one mistake is told once. */
  readonly origin?: number | undefined;
}

export type Report = (finding: Finding) => void;

export function replace(title: string, range: Range, text: string): Fix {
  return { title, edits: [{ range, text }] };
}

/** The same finding counted from another place. */
export function moved<F extends Finding | PlanProblem>(finding: F, by: number): F {
  if (by === 0) return finding;
  const fix = finding.fix && { ...finding.fix, edits: finding.fix.edits.map((edit) => ({ ...edit, range: shift(edit.range, by) })) };
  return {
    ...finding,
    range: shift(finding.range, by),
    ...(finding.related && { related: finding.related.map((one) => ({ ...one, range: shift(one.range, by) })) }),
    ...(fix && { fix }),
  };
}

export function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

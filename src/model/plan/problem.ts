import type { PlacedRange } from "./place.ts";
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

export interface Related<R extends Range = Range> {
  readonly range: R;
  readonly message: string;
}

export interface Fix<R extends Range = Range> {
  readonly title: string;
  readonly edits: readonly Edit<R>[];
}

export interface Edit<R extends Range = Range> {
  readonly range: R;
  readonly text: string;
  /** More than a text for a text; how it is written depends on what stands around it, see fix-edits.ts. Plain if left out. */
  readonly as?: "removedField" | "removedComment" | "fieldAfter" | "members";
}

/** What a rule found; its ranges count from the piece of the plan that the rule was given. */
export interface Finding<R extends Range = Range> {
  readonly range: R;
  readonly message: string;
  readonly related?: readonly Related<R>[];
  readonly fix?: Fix<R>;
  /** Where the value stands that an alias brought here, so that one mistake is told once. */
  readonly origin?: number | undefined;
  /** Of a reference to nothing. */
  readonly dangling?: Dangling;
}

export interface Dangling {
  /** What the reference names. */
  readonly name: string;
  /** The name of a resource that is most likely meant. */
  readonly nearest: string | undefined;
}

/** What a rule across resources found: it is kept while edits elsewhere move the pieces. */
export type PlacedFinding = Finding<PlacedRange>;

export type Report<R extends Range = Range> = (finding: Finding<R>) => void;
export type PlacedReport = Report<PlacedRange>;

export function replace<R extends Range>(title: string, range: R, text: string): Fix<R> {
  return { title, edits: [{ range, text }] };
}

/** The same finding counted from another place; its ranges are plain ones afterwards. */
export function moved(finding: Finding, by: number): Finding {
  const { related, fix } = finding;
  return {
    ...finding,
    range: shift(finding.range, by),
    ...(related && { related: related.map((one) => ({ ...one, range: shift(one.range, by) })) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range, by) })) } }),
  };
}

export function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

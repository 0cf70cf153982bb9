import type { Finding } from "./problem.ts";
import type { Rule } from "./rules/rule.ts";

/** A finding with the rule that it breaks. */
export interface Breach {
  readonly rule: Rule;
  readonly finding: Finding;
  /** Whether it is there only because of another one in the same piece. */
  readonly isConsequence?: true;
}

import type { PlanIndex } from "../plan-index.ts";
import type { Report, Severity } from "../problem.ts";
import type { Format, IdKind, MapName } from "../schema-types.ts";
import type { MapNode, ScalarNode } from "../syntax/tree.ts";
import type { View } from "../view.ts";

/** One rule of the plan language: what docs/rules.md says about it, and its checks. */
export interface Rule {
  /** Never changes its meaning. */
  readonly code: string;
  readonly severity: Severity;
  /** What has to be so, in a sentence. */
  readonly title: string;
  /** What AWS does about it: refuses with an error, demands in its documentation, takes it to the user's harm; `ours` is about the file. */
  readonly aws: "rejects" | "documented" | "accepts" | "unsourced" | "ours";
  /** Why it matters. */
  readonly why: string;
  readonly source: string;
  /** Kinds of value that `value` is asked about. */
  readonly formats?: readonly Format[];
  /** Asked even if the value is of the wrong type; what it reports then stands for that. */
  readonly beforeType?: true;
  readonly value?: (node: ScalarNode, view: View, report: Report) => void;
  /** Asked about every id, also where a reference is one. */
  readonly id?: (node: ScalarNode, kinds: readonly IdKind[], report: Report) => void;
  readonly tags?: (node: MapNode, report: Report) => void;
  /** Maps that `map` is asked about, one at a time. */
  readonly maps?: readonly MapName[];
  readonly map?: (view: View, report: Report) => void;
  /** What only the plan as a whole shows. */
  readonly plan?: (index: PlanIndex, report: Report) => void;
}

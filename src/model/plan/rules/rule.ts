import type { LiveAccount } from "../live-account.ts";
import type { PlanIndex, Resource } from "../plan-index.ts";
import type { PlacedReport, Report, Severity } from "../problem.ts";
import type { Format, IdKind, MapName, SectionName } from "../schema-types.ts";
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
  /** What `resource` and `group` look at; everything if left out. */
  readonly sections?: readonly SectionName[];
  /** What one resource shows beside what it names. Asked again when the resource changes, or anything that it looked up. */
  readonly resource?: (resource: Resource, index: PlanIndex, report: PlacedReport) => void;
  /** What resources with something in common show together. */
  readonly group?: Group;
  /** What only the plan as a whole shows. Asked again when anything changes that it looked up, so the dearest of the three. */
  readonly plan?: (index: PlanIndex, report: PlacedReport) => void;
  /** What shows only beside the live account; silent while that is not known. What it reports says when that was read. */
  readonly live?: LiveCheck;
  /** Whether the other checks, too, find more or less where the live account is known. */
  readonly asksLive?: true;
}

export interface LiveCheck {
  /** What `resource` and `group` look at; everything if left out. */
  readonly sections?: readonly SectionName[];
  readonly resource?: (resource: Resource, beside: Beside, report: PlacedReport) => void;
  readonly group?: { readonly key: Group["key"]; readonly check: (members: readonly Resource[], beside: Beside, report: PlacedReport) => void };
  readonly plan?: (beside: Beside, report: PlacedReport) => void;
}

/** A plan and the account that it is for. */
export interface Beside {
  readonly index: PlanIndex;
  readonly live: LiveAccount;
}

/**
 * Resources with the same key are checked together, in the order of the text, when one of them changes or anything that
 * the check looked up. Whatever these functions know has to come from their arguments.
 */
export interface Group {
  /** What a resource shares with others, several things perhaps; undefined for one that the rule has no interest in. */
  readonly key: (resource: Resource, index: PlanIndex) => string | readonly string[] | undefined;
  /** `key` is the one that the members share; two that share several are asked about under each. */
  readonly check: (members: readonly Resource[], index: PlanIndex, report: PlacedReport, key: string) => void;
}

/** Half-open; offsets in UTF-16 units, counted from the start of the text that was read. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type ScalarValue = string | number | boolean | null;

interface NodeBase {
  readonly range: Range;
  /** For a copy that an alias made: where the original stands in the document. Its `range` is the alias's. */
  readonly origin?: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  /** By the core schema for plain text; always a string where quoted. */
  readonly value: ScalarValue;
  readonly style: "plain" | "quoted" | "block";
  /** The characters of a plain scalar, the content of any other. */
  readonly source: string;
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly items: readonly PlanNode[];
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  /** In the order of the text, doubles included; what a merge key brings in comes last. */
  readonly entries: readonly Entry[];
}

export type PlanNode = ScalarNode | ListNode | MapNode;

export interface Entry {
  readonly key: ScalarNode;
  readonly value: PlanNode;
  /** Brought in by a merge key. */
  readonly merged: boolean;
  /** Set where it is indented otherwise than its neighbours, so that it may belong elsewhere. */
  readonly isShifted?: true;
}

export interface SyntaxProblem {
  readonly message: string;
  readonly range: Range;
}

/** Nodes that later parts of the document may refer to, by anchor name. */
export type Anchors = Map<string, Anchored>;

export interface Anchored {
  readonly node: PlanNode;
  /** How many nodes it is made of, aliases expanded. */
  readonly size: number;
  /** What turns the node's offsets into offsets in the document. */
  readonly base: number;
}

/** What was read of one piece of a plan. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly problems: readonly SyntaxProblem[];
  /** Comments that may be an instruction to the checker, without those inside text. */
  readonly comments: readonly Range[];
}

export function rangeOf(start: number, end: number): Range {
  return { start, end };
}

import { type Place, PlacedRange } from "./place.ts";
import type { Related } from "./problem.ts";
import type { FieldType, SectionName } from "./schema-types.ts";
import type { Range, ScalarNode } from "./syntax/tree.ts";
import type { View } from "./view.ts";

/** A resource of the plan, with the place that its ranges count from. */
export interface Resource {
  readonly section: SectionName;
  readonly view: View;
  readonly key: ScalarNode;
  readonly references: readonly Reference[];
  readonly place: Place;
}

export interface Reference {
  readonly node: ScalarNode;
  readonly type: Extract<FieldType, { kind: "reference" }>;
  /** The field that holds it. */
  readonly field: string;
  readonly view: View;
}

export function placed(resource: Pick<Resource, "place">, range: Range): PlacedRange {
  return new PlacedRange(resource.place, range);
}

export function relatedTo(resource: Resource, range: Range, message: string): Related<PlacedRange> {
  return { range: placed(resource, range), message };
}

/** Negative where the first stands before the second. */
export function compareInText(one: Resource, other: Resource): number {
  return one.place.start - other.place.start || one.key.range.start - other.key.range.start;
}

import type { MapSchema } from "./schema-types.ts";
import type { Entry, PlanNode, Range, ScalarNode } from "./syntax/tree.ts";

/** A map of a plan, as rules look at it. */
export interface View {
  readonly schema: MapSchema;
  /** The logical name; empty for the plan itself and for members of lists. */
  readonly name: string;
  /** What to point at when the map as a whole is meant. */
  readonly place: Range;
  /** The first entry of each field. */
  readonly fields: ReadonlyMap<string, Entry>;
  /** Fields that are probably meant by names that are none: they are misspelt, not missing. */
  readonly meant: ReadonlySet<string>;
  /** The resource that a peer or a key belongs to. */
  readonly parent: View | undefined;
  /** False where part of it could not be read: nothing can then be said about what is missing. */
  readonly isComplete: boolean;
}

const none: readonly never[] = [];

export function has(view: View, field: string): boolean {
  return view.fields.has(field);
}

/** Whether a field is missing for certain, as opposed to unread or misspelt. */
export function lacks(view: View, field: string): boolean {
  return view.isComplete && !view.fields.has(field) && !view.meant.has(field);
}

export function nodeOf(view: View, field: string): PlanNode | undefined {
  return view.fields.get(field)?.value;
}

export function scalarOf(view: View, field: string): ScalarNode | undefined {
  const node = view.fields.get(field)?.value;
  return node?.kind === "scalar" ? node : undefined;
}

/** The text of a field; undefined where it is missing or no text. */
export function textOf(view: View, field: string): string | undefined {
  const node = view.fields.get(field)?.value;
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** The texts in a list. */
export function textsOf(view: View, field: string): readonly string[] {
  const node = view.fields.get(field)?.value;
  if (node?.kind !== "list") return none;
  return node.items.flatMap((item) => (item.kind === "scalar" && typeof item.value === "string" ? [item.value] : []));
}

/** The whole number of a field; undefined where it is missing or none. */
export function integerOf(view: View, field: string): number | undefined {
  const node = view.fields.get(field)?.value;
  return node?.kind === "scalar" && Number.isSafeInteger(node.value) ? (node.value as number) : undefined;
}

export function isTrue(view: View, field: string): boolean {
  const node = view.fields.get(field)?.value;
  return node?.kind === "scalar" && node.value === true;
}

/** Where a field's value stands; its name where the value is empty, the resource where the field is missing. */
export function placeOf(view: View, field: string): Range {
  const entry = view.fields.get(field);
  if (entry === undefined) return view.place;
  return entry.value.range.start === entry.value.range.end ? entry.key.range : entry.value.range;
}

export function keyOf(view: View, field: string): Range {
  return view.fields.get(field)?.key.range ?? view.place;
}

/** Whether applying the plan would create it, as opposed to adopting what is there. */
export function isNew(view: View): boolean {
  return !(view.schema.existing ?? []).some((field) => view.fields.has(field) || view.meant.has(field));
}

/** "virtual interface `prod-a`", for messages. */
export function called(view: View): string {
  return view.name === "" ? `this ${view.schema.label}` : `${view.schema.label} \`${view.name}\``;
}

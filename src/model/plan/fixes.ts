import { placed, type Resource } from "./plan-resource.ts";
import type { PlacedRange } from "./place.ts";
import type { Edit, Fix } from "./problem.ts";
import type { Entry, PlanNode, Range } from "./syntax/tree.ts";
import type { View } from "./view.ts";

/** The map that a fix changes, and what its ranges count from. */
interface Target<R extends Range> {
  readonly view: View;
  readonly place: (range: Range) => R;
}

/** What a finding says of its fix: nothing where it is not certain, or cannot be made there. */
interface Fixed<R extends Range> {
  readonly fix?: Fix<R>;
}

/** For the rules that look at one map. */
export function inMap(view: View): Target<Range> {
  return { view, place: (range) => range };
}

/** For the rules that look at resources beside each other. */
export function inResource(resource: Resource): Target<PlacedRange> {
  return { view: resource.view, place: (range) => placed(resource, range) };
}

/** Takes fields away, those of them that there are. What a merge key brought is also others', and stays. */
export function removal<R extends Range>({ view, place }: Target<R>, ...fields: readonly string[]): Fixed<R> {
  const names = fields.filter((field) => view.fields.has(field));
  const entries = names.flatMap((field) => view.fields.get(field) ?? []);
  if (entries.length === 0 || entries.some(({ merged }) => merged)) return {};
  const title = `Remove ${names.map((name) => `\`${name}\``).join(" and ")}`;
  return { fix: { title, edits: entries.map((entry): Edit<R> => ({ range: place(wholeOf(entry)), text: "", as: "removedField" })) } };
}

/** Gives a field a value: in place of the one that it has, or as a new field behind the last one. */
export function setting<R extends Range>({ view, place }: Target<R>, field: string, text: string): Fixed<R> {
  const entry = view.fields.get(field);
  const whole = `${field}: ${text}`;
  if (entry !== undefined) return canReplace(entry) ? { fix: { title: `Change to \`${whole}\``, edits: [{ range: place(entry.value.range), text }] } } : {};
  const before = [...view.fields.values()].filter((one) => !one.merged && endsOnItsLine(one.value)).at(-1);
  return before === undefined ? {} : { fix: { title: `Add \`${whole}\``, edits: [{ range: place(wholeOf(before)), text: whole, as: "fieldAfter" }] } };
}

function wholeOf({ key, value }: Entry): Range {
  return { start: key.range.start, end: Math.max(key.range.end, value.range.end) };
}

function canReplace({ merged, value }: Entry): boolean {
  return !merged && value.origin === undefined && value.kind === "scalar" && value.range.end > value.range.start;
}

/** Whether a field can begin on the line after its end. */
function endsOnItsLine(value: PlanNode): boolean {
  return value.origin !== undefined || (value.kind === "scalar" && value.style !== "block");
}

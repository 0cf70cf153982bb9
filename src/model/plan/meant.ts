import { nearest } from "./nearest.ts";
import { fieldOf } from "./schema.ts";
import type { MapSchema } from "./schema-types.ts";

const nothingMeant: ReadonlySet<string> = new Set();
/** Nobody misspells more fields of one map. */
const most = 500;

/** The fields that are probably meant by those names of a map that are none; `loose` are meant besides. */
export function fieldsMeant(schema: MapSchema, names: Iterable<string>, loose: readonly string[] = []): ReadonlySet<string> {
  const unknown: string[] = [...loose];
  for (const name of names) if (fieldOf(schema.name, name) === undefined && unknown.length < most) unknown.push(name);
  return unknown.length === 0 ? nothingMeant : new Set(unknown.flatMap((name) => [fieldMeant(schema, name) ?? [], nearest(name, required(schema)) ?? []].flat()));
}

/** The field that an unknown name probably means: the API's name for one of them, or one that is spelt nearly so. */
export function fieldMeant({ fields }: MapSchema, name: string): string | undefined {
  const same = fields.find((field) => field.api === name || `${field.name}Id` === name);
  return same?.name ?? nearest(name, fields.map((field) => field.name));
}

function required({ fields }: MapSchema): readonly string[] {
  return fields.filter((field) => field.required !== undefined).map(({ name }) => name);
}

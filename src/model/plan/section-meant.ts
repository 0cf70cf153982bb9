import { idKindOf } from "./rules/ids.ts";
import { fieldOf, mapSchemas, sectionNames } from "./schema.ts";
import type { SectionName } from "./schema-types.ts";
import type { Entry } from "./syntax/tree.ts";

/**
 * The section that a resource is of by its fields, where that is not the one that it stands in: most likely the line that
 * begins its section has gone. Undefined where its own section explains it as well.
 */
export function sectionMeant(section: SectionName, resource: readonly Entry[]): SectionName | undefined {
  const [only, another] = resource;
  if (only?.value.kind !== "map" || another !== undefined) return undefined;
  const { entries } = only.value;
  const foreign = entries.reduce((weight, entry) => weight + foreignness(section, entry), 0);
  if (foreign === 0) return undefined;
  const isClear = foreign > 1 || !isWhole(section, entries);
  return sectionNames.find((other) => isClear && entries.every((entry) => foreignness(other, entry) === 0) && (foreign > 1 || isWhole(other, entries)));
}

/** An id of another kind says more than a field that there is not, which may be misspelt. */
function foreignness(section: SectionName, { key, value }: Entry): number {
  const type = fieldOf(section, key.source)?.type;
  if (type === undefined) return 1;
  if (type.kind !== "awsId" || value.kind !== "scalar" || typeof value.value !== "string") return 0;
  const kind = idKindOf(value.value);
  return kind === undefined || type.ids.includes(kind) ? 0 : 2;
}

/** Whether a resource has what a new one of a section needs, or says that it is there already. */
function isWhole(section: SectionName, entries: readonly Entry[]): boolean {
  const { fields, existing = [], oneOf } = mapSchemas[section];
  const names = new Set(entries.map(({ key }) => key.source));
  const isThere = existing.some((name) => names.has(name));
  const needed = fields.filter(({ required }) => required === "always" || (required === "new" && !isThere));
  return needed.every(({ name }) => names.has(name)) && (isThere || oneOf?.some((name) => names.has(name)) !== false);
}

import { onceFor } from "./once-for.ts";
import type { Finding } from "./problem.ts";
import type { Field, MapSchema } from "./schema-types.ts";
import { called, has, isNew, isTrue, keyOf, lacks, type View } from "./view.ts";

/** What a map lacks, or has too much of: one finding however many fields are missing. */
export function missingFields(view: View): readonly { readonly code: string; readonly finding: Finding }[] {
  const missing = missingWords(view);
  const last = missing.at(-1);
  if (last === undefined) return bothOf(view);
  const names = missing.length === 1 ? last : `${missing.slice(0, -1).join(", ")} and ${last}`;
  const message = `The ${called(view)} lacks ${names}. Add ${missing.length === 1 ? "it" : "them"}.`;
  return [...bothOf(view), { code: "DX004", finding: { range: view.place, message } }];
}

function bothOf(view: View): readonly { readonly code: string; readonly finding: Finding }[] {
  const [one = "", other = ""] = view.schema.oneOf ?? [];
  if (!has(view, one) || !has(view, other)) return [];
  const message = `The ${called(view)} has both \`${one}\` and \`${other}\`. Keep one.`;
  return [{ code: "DX002", finding: { range: keyOf(view, other), message, related: [{ range: keyOf(view, one), message: "The other one" }] } }];
}

/** In the words of a message; of two fields of which one is needed, both. */
function missingWords(view: View): readonly string[] {
  const { fields, isToCreate } = missingOf(view);
  const names = fields.map((field) => `\`${field}\``);
  const [one, other] = alternatives(view, isToCreate);
  return one === undefined || other === undefined ? names : [`\`${one}\` or \`${other}\``, ...names];
}

/** The fields that a map lacks; of two fields of which one is needed, the first. */
export function missingNames(view: View): readonly string[] {
  const { fields, isToCreate } = missingOf(view);
  return [...alternatives(view, isToCreate).slice(0, 1), ...fields];
}

function alternatives(view: View, isToCreate: boolean): readonly string[] {
  const { oneOf = [] } = view.schema;
  return isToCreate && oneOf.every((name) => lacks(view, name)) ? oneOf : [];
}

function missingOf(view: View): { readonly fields: readonly string[]; readonly isToCreate: boolean } {
  const lacking = neededFields(view.schema).filter(({ name }) => lacks(view, name));
  if (lacking.length === 0) return { fields: [], isToCreate: isNew(view) };
  const demanded = lacking.filter((field) => field.requiredWith?.some((flag) => isTrue(view, flag)) === true);
  const isToCreate = isNew(view) && !demanded.some((field) => view.schema.existing?.includes(field.name));
  const missing = lacking.filter((field) => {
    const isNeeded = field.required === "always" || (field.required === "new" && isToCreate);
    return isNeeded || demanded.includes(field);
  });
  return { fields: missing.map(({ name }) => name), isToCreate };
}

/** The fields that are needed in one case or another. */
const neededFields = onceFor(({ fields }: MapSchema): readonly Field[] => fields.filter(({ required, requiredWith }) => required !== undefined || requiredWith !== undefined));

import type { Finding } from "./problem.ts";
import { called, has, isNew, isTrue, keyOf, lacks, type View } from "./view.ts";

/** What a map lacks, or has too much of: one finding however many fields are missing. */
export function missingFields(view: View): readonly { readonly code: string; readonly finding: Finding }[] {
  const missing = missingNames(view);
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

function missingNames(view: View): readonly string[] {
  const demanded = view.schema.fields.filter((field) => field.requiredWith?.some((flag) => isTrue(view, flag)) === true && lacks(view, field.name));
  const isToCreate = isNew(view) && !demanded.some((field) => view.schema.existing?.includes(field.name));
  const missing = view.schema.fields.filter((field) => {
    const isNeeded = field.required === "always" || (field.required === "new" && isToCreate);
    return (isNeeded || demanded.includes(field)) && lacks(view, field.name);
  });
  const names = missing.map((field) => `\`${field.name}\``);
  const [one, other] = view.schema.oneOf ?? [];
  if (isToCreate && one !== undefined && other !== undefined && lacks(view, one) && lacks(view, other)) names.unshift(`\`${one}\` or \`${other}\``);
  return names;
}

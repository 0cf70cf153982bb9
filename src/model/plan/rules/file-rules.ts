import { type Fix, type PlacedFinding, replace } from "../problem.ts";
import { nearest } from "../nearest.ts";
import type { PlacedRange } from "../place.ts";
import { placed, type PlanIndex, type Reference, relatedTo, type Resource } from "../plan-index.ts";
import { mapSchemas } from "../schema.ts";
import { has } from "../view.ts";
import { looksLikeId } from "./ids.ts";
import type { Rule } from "./rule.ts";

/** About the file itself. Those without a check are reported where the file is read. */
export const fileRules: readonly Rule[] = [
  {
    code: "DX001",
    severity: "error",
    title: "The file is readable YAML, and no field stands twice.",
    aws: "ours",
    why: "What cannot be read cannot be checked or applied. Everything readable around the place is still checked.",
    source: "YAML 1.2, core schema",
  },
  {
    code: "DX002",
    severity: "error",
    title: "Every field is one of the format's.",
    aws: "ours",
    why: "A misspelt field would silently do nothing. Top-level names that begin with `x-` are free for your own use.",
    source: "plan format",
  },
  {
    code: "DX003",
    severity: "error",
    title: "Every value is of its field's type.",
    aws: "ours",
    why: "Numbers stand without quotes; account ids stand in quotes, because leading zeros count.",
    source: "plan format",
  },
  {
    code: "DX004",
    severity: "error",
    title: "A resource that is to be created has all the fields that it needs.",
    aws: "documented",
    why: "The API refuses the call, or the order waits for somebody to ask.",
    source: "API reference, required members of the Create… and Allocate… operations",
  },
  {
    code: "DX005",
    severity: "error",
    title: "A value from a closed list is one of that list.",
    aws: "documented",
    why: "The API takes only the listed words, spelt exactly like that.",
    source: "API reference, enumerations",
  },
];

export const referenceRules: readonly Rule[] = [
  {
    code: "DX801",
    severity: "error",
    title: "A reference names a resource of the plan or an AWS id.",
    aws: "ours",
    why: "A dangling name would only be noticed while the plan is being applied.",
    source: "plan format",
    group: {
      key: (resource, index) => (resource.references.some((reference) => isDangling(index, reference)) ? "dangling" : undefined),
      check: (members, index, report) => {
        let suggestions = mostSuggestions;
        for (const resource of members) {
          for (const reference of resource.references) {
            if (!isDangling(index, reference)) continue;
            suggestions -= 1;
            report(danglingReference(index, resource, { reference, suggests: suggestions >= 0 }));
          }
        }
      },
    },
  },
  {
    code: "DX802",
    severity: "error",
    title: "A logical name stands once in its map.",
    aws: "ours",
    why: "References would be ambiguous, and one of the two would be lost.",
    source: "plan format",
    resource: (resource, index, report) => {
      const name = resource.view.name;
      const first = index.find(resource.section, name);
      if (first === undefined || first === resource) return;
      report({
        range: placed(resource, resource.key.range),
        message: `There already is a ${resource.view.schema.label} named \`${name}\`. Give one of the two another name.`,
        related: [relatedTo(first, first.key.range, `The first \`${name}\``)],
      });
    },
  },
  {
    code: "DX811",
    severity: "hint",
    title: "A `dx-ignore` comment hides something.",
    aws: "ours",
    why: "An instruction that hides nothing may one day hide a new mistake. Where the live account is not known, rules that need it are not held against a comment.",
    source: "plan format",
  },
];

/** Looking for the nearest name is dear where thousands are dangling. */
const mostSuggestions = 100;

function isDangling(index: PlanIndex, { node, type }: Reference): boolean {
  return typeof node.value === "string" && !looksLikeId(node.value) && index.resolve(type.to, node.value) === undefined;
}

function danglingReference(index: PlanIndex, resource: Resource, { reference, suggests }: { reference: Reference; suggests: boolean }): PlacedFinding {
  const { node, type, field } = reference;
  const range = placed(resource, node.range);
  const labels = type.to.map((section) => mapSchemas[section].label).join(" or ");
  const names = suggests ? [...new Set(index.names(type.to))] : [];
  const other = otherField(index, reference);
  const near = other === undefined ? nearest(node.source, names) : undefined;
  const suggestion = near === undefined ? (other?.words ?? remedy(names, type.to)) : `Did you mean \`${near}\`?`;
  return {
    range,
    dangling: { name: node.source, nearest: near },
    message: `\`${field}\` names no ${labels} of this plan: \`${node.source.slice(0, 60)}\`. ${suggestion}`,
    ...(near === undefined ? renaming(resource, reference, other?.name) : { fix: replace(`Change to \`${near}\``, range, near) }),
  };
}

/** What stands under `connection` may be the name of a LAG, and the other way round. */
function otherField(index: PlanIndex, { node, field, view }: Reference): { readonly name: string; readonly words: string } | undefined {
  const { oneOf, fields } = view.schema;
  if (oneOf?.includes(field) !== true) return undefined;
  for (const { name, type } of fields) {
    if (name === field || !oneOf.includes(name) || type.kind !== "reference") continue;
    const target = index.resolve(type.to, node.source);
    if (target !== undefined) return { name, words: `It is a ${target.view.schema.label}: write \`${name}: ${node.source}\`.` };
  }
  return undefined;
}

function renaming(resource: Resource, { field, view }: Reference, name: string | undefined): { readonly fix?: Fix<PlacedRange> } {
  const entry = view.fields.get(field);
  if (name === undefined || entry === undefined || entry.merged || has(view, name)) return {};
  return { fix: replace(`Change \`${field}\` to \`${name}\``, placed(resource, entry.key.range), name) };
}

function remedy(names: readonly string[], sections: readonly string[]): string {
  if (names.length === 0) return `Add it under \`${sections.join("` or `")}\`, or give an AWS id.`;
  const some = names.slice(0, 5).map((name) => `\`${name}\``);
  return `There ${names.length === 1 ? "is" : "are"} ${some.join(", ")}${names.length > 5 ? ", …" : ""}; an AWS id works too.`;
}

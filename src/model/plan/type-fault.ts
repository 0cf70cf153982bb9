import { isRegionCode, regions } from "../region.ts";
import { nearest } from "./nearest.ts";
import { type Finding, type Fix, replace } from "./problem.ts";
import { listed } from "./rules/choices.ts";
import { describeIds } from "./rules/ids.ts";
import { mapSchemas } from "./schema.ts";
import type { FieldType } from "./schema-types.ts";
import type { PlanNode, ScalarNode } from "./syntax/tree.ts";

/** What to say of a value that is not of its field's type; undefined if it is. Secrets are not shown. */
export function typeFault(name: string, type: FieldType, node: PlanNode): Finding | undefined {
  if (isOfType(type, node)) return undefined;
  const isSecret = mayBeSecret(type);
  const found = isSecret ? "" : `, not ${describe(node)}`;
  const repair = node.origin === undefined && !isSecret ? repairOf(type, node) : undefined;
  return {
    range: node.range,
    origin: node.origin,
    message: `\`${name}\` takes ${expects(type)}${found}.${repair === undefined ? "" : ` ${repair.title}.`}`,
    ...(repair === undefined ? {} : { fix: repair }),
  };
}

/** Whether a value of this type is a secret or holds one: what is written in its place by mistake may be that secret. */
export function mayBeSecret(type: FieldType): boolean {
  switch (type.kind) {
    case "text":
      return type.secret === true;
    case "list":
      return mayBeSecret(type.of);
    case "map":
      return mapSchemas[type.map].fields.some((field) => mayBeSecret(field.type));
    default:
      return false;
  }
}

/** What a type takes, in words. */
export function expects(type: FieldType): string {
  switch (type.kind) {
    case "integer":
      return integerWords(type);
    case "choice":
      return listed(type.choices);
    case "text":
      return type.form ?? "text";
    case "reference":
      return `the name of ${withArticle(type.to.map((section) => mapSchemas[section].label).join(" or "))}, or an AWS id`;
    case "awsId":
      return `an AWS id: ${describeIds(type.ids)}`;
    default:
      return otherWords[type.kind];
  }
}

function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

const otherWords: Readonly<Record<Exclude<FieldType["kind"], "integer" | "choice" | "text" | "reference" | "awsId">, string>> = {
  boolean: "`true` or `false`",
  list: "a list",
  tags: "a map of tags, `key: value`",
  map: "a map",
  named: "a map",
  ids: "a map",
};

function integerWords(type: Extract<FieldType, { kind: "integer" }>): string {
  if (type.choices !== undefined) return listed(type.choices);
  if (type.least === undefined) return "a whole number";
  return type.most === undefined ? `a whole number from ${type.least}` : `a whole number from ${type.least} to ${type.most}`;
}

function isOfType(type: FieldType, node: PlanNode): boolean {
  if (type.kind === "list") return node.kind === "list";
  if (type.kind === "map" || type.kind === "named" || type.kind === "tags" || type.kind === "ids") {
    return node.kind === "map" || (node.kind === "scalar" && node.value === null);
  }
  return node.kind === "scalar" && isScalarOfType(type, node);
}

function isScalarOfType(type: FieldType, { value }: ScalarNode): boolean {
  switch (type.kind) {
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return true;
    case "text":
      return isText(type, value);
    default:
      return typeof value === "string";
  }
}

function isText(type: Extract<FieldType, { kind: "text" }>, value: ScalarNode["value"]): boolean {
  if (typeof value !== "string") return type.choices !== undefined;
  return type.format !== "region" || isRegionCode(value);
}

function describe(node: PlanNode): string {
  if (node.kind !== "scalar") return node.kind === "list" ? "a list" : "a map";
  const shown = `\`${node.source.slice(0, 60)}\``;
  if (typeof node.value === "string") return `the text ${shown}`;
  return typeof node.value === "number" ? `the number ${shown}` : shown;
}

/** The one thing that was meant, where there is no doubt. */
function repairOf(type: FieldType, node: PlanNode): Fix | undefined {
  if (node.kind !== "scalar") return undefined;
  switch (type.kind) {
    case "integer":
      return /^-?\d+$/.test(node.source) ? replace("Remove the quotes", node.range, node.source) : undefined;
    case "boolean":
      return booleanMeant(node);
    case "text":
      return type.format === "region" ? regionMeant(node) : inQuotes(node);
    case "reference":
      return inQuotes(node);
    case "list":
      return node.value === null ? undefined : replace("Put it in brackets", node.range, `[${quotedIfNeeded(node)}]`);
    default:
      return undefined;
  }
}

function inQuotes(node: ScalarNode): Fix | undefined {
  return node.value === null ? undefined : replace("Put it in quotes", node.range, `"${node.source}"`);
}

function regionMeant(node: ScalarNode): Fix | undefined {
  const near = nearest(node.source, regions.map(({ code }) => code));
  return near === undefined ? undefined : replace(`Change to \`${near}\``, node.range, near);
}

function booleanMeant(node: ScalarNode): Fix | undefined {
  if (/^(yes|on|true|y)$/i.test(node.source)) return replace("Write `true`", node.range, "true");
  return /^(no|off|false|n)$/i.test(node.source) ? replace("Write `false`", node.range, "false") : undefined;
}

function quotedIfNeeded(node: ScalarNode): string {
  return node.style === "plain" ? node.source : JSON.stringify(node.source);
}

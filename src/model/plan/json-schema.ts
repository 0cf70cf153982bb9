import { idPattern, idKinds } from "./rules/ids.ts";
import { mapSchemas } from "./schema.ts";
import type { Field, FieldType, Format, IdKind, MapSchema } from "./schema-types.ts";

/** A JSON value; a schema is one. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

/**
 * The plan format as a JSON Schema, for tools that know no better. It says what the format's definition says of each field;
 * what rules know beyond that is left to the language server.
 */
export function planJsonSchema(): Schema {
  const { plan, ...others } = mapSchemas;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Direct Connect plan, version 1",
    description: "Which Direct Connect resources an account should have. Files end in .dx.yaml or .dx.yml.",
    ...mapSchema(plan),
    patternProperties: { "^x-": {} },
    definitions: Object.fromEntries(Object.values(others).map((schema) => [schema.name, mapSchema(schema)])),
  };
}

function mapSchema(schema: MapSchema): Schema {
  const always = schema.fields.filter(({ required }) => required === "always").map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(schema.fields.map((field) => [field.name, fieldSchema(field)])),
    additionalProperties: false,
    ...(always.length === 0 ? {} : { required: always }),
    ...needsOf(schema),
  };
}

/** What a new resource needs, unless a field says that it is there already. */
function needsOf({ fields, existing = [], oneOf }: MapSchema): Schema {
  const names = fields.filter(({ required }) => required === "new").map(({ name }) => name);
  const forNew: Schema = {
    ...(names.length === 0 ? {} : { required: names }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map((name) => ({ required: [name] })) }),
  };
  if (Object.keys(forNew).length === 0) return {};
  return existing.length === 0 ? forNew : { anyOf: [...existing.map((name) => ({ required: [name] })), forNew] };
}

function fieldSchema(field: Field): Schema {
  const left = field.absent === undefined ? "" : ` Left out: ${field.absent}.`;
  return { description: `${field.about}${left}`, ...typeSchema(field.type) };
}

function typeSchema(type: FieldType): Schema {
  switch (type.kind) {
    case "integer":
      return integerSchema(type);
    case "boolean":
      return { type: "boolean" };
    case "choice":
      return { enum: type.choices.map(({ value }) => value) };
    case "text":
      return textSchema(type);
    case "reference":
      return { type: "string", minLength: 1 };
    case "awsId":
      return { type: "string", anyOf: type.ids.map(idSchema) };
    case "list":
      return { type: "array", items: typeSchema(type.of) };
    default:
      return { type: ["object", "null"], ...innerSchema(type) };
  }
}

function integerSchema({ choices, least, most }: Extract<FieldType, { kind: "integer" }>): Schema {
  if (choices !== undefined) return { enum: choices.map(({ value }) => Number(value)) };
  return { type: "integer", ...(least === undefined ? {} : { minimum: least }), ...(most === undefined ? {} : { maximum: most }) };
}

function textSchema({ choices, format }: Extract<FieldType, { kind: "text" }>): Schema {
  if (choices !== undefined) return { enum: choices.map(({ value }) => value) };
  const pattern = format === undefined ? undefined : patterns[format];
  return { type: "string", ...(pattern === undefined ? {} : { pattern }) };
}

const patterns: Readonly<Partial<Record<Format, string>>> = {
  accountId: "^\\d{12}$",
  region: "^[a-z]{2,5}(-[a-z]+)+-\\d{1,2}$",
  prefix: "^[0-9a-fA-F.:]+/\\d{1,3}$",
  routeFilterPrefix: "^[0-9a-fA-F.:]+/\\d{1,3}$",
  peerAddress: "^[0-9a-fA-F.:]+/\\d{1,3}$",
};

function innerSchema(type: Extract<FieldType, { kind: "map" | "named" | "tags" | "ids" }>): Schema {
  switch (type.kind) {
    case "map":
      return { allOf: [{ $ref: `#/definitions/${type.map}` }] };
    case "named":
      return { propertyNames: { pattern: "^[A-Za-z][A-Za-z0-9_-]*$" }, additionalProperties: { $ref: `#/definitions/${type.map}` } };
    case "tags":
      return { maxProperties: 50, propertyNames: { maxLength: 128 }, additionalProperties: { type: ["string", "null"], maxLength: 256 } };
    case "ids":
      return { additionalProperties: { type: "string", anyOf: idKinds.map(idSchema) } };
  }
}

function idSchema(kind: IdKind): Schema {
  return { pattern: idPattern(kind).source };
}

import type { Json, JsonObject } from "../model/resource.ts";
import { isSecretMember, masked } from "../model/secret-members.ts";
import { phrase, type Text } from "../model/text.ts";

/** One call in the API's own words, for what no entry of the operations table foresaw. */
export interface CallRequest {
  /** The operation: `CreateConnection`. */
  readonly action: string;
  readonly profile: string;
  readonly region: string;
  readonly input: JsonObject;
}

/** As much of a JSON Schema as the one of call requests is made of. */
export interface InputSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "boolean";
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
  readonly items?: InputSchema;
}

/** The schema of call requests: what each operation takes. */
export interface CallSchema {
  readonly allOf: readonly {
    readonly if: { readonly properties: { readonly operation: { readonly const: string } } };
    readonly then: { readonly properties: { readonly input: InputSchema } };
  }[];
  readonly definitions: Readonly<Record<string, InputSchema>>;
}

export type ReadRequest = { readonly request: CallRequest } | { readonly problem: Text };

/** The operations that can be called, by name. */
export function actionsOf({ allOf }: CallSchema): readonly string[] {
  return allOf.map((rule) => rule.if.properties.operation.const);
}

/**
 * Reads a request document. What could not be sent as it is meant is a problem: the SDK drops members that it does not
 * know. Values are left to the service, which may have learnt new ones.
 */
export function readRequest(text: string, schema: CallSchema): ReadRequest {
  const value = parsed(text);
  if (!isObject(value)) return { problem: phrase("The document is no JSON object.") };
  const { operation, profile, region, input } = value;
  if (typeof operation !== "string") return { problem: phrase("The document names no operation.") };
  const inputSchema = schemaOf(operation, schema);
  if (inputSchema === undefined) return { problem: phrase("Direct Connect has no operation {0}.", operation) };
  if (!isText(profile)) return { problem: phrase("The document names no profile.") };
  if (!isText(region)) return { problem: phrase("The document names no Region.") };
  if (!isObject(input)) return { problem: phrase("The input is no JSON object.") };
  const problem = new Checker(schema).problemOf(input, inputSchema, "input");
  return problem === undefined ? { request: { action: operation, profile, region, input } } : { problem };
}

/** The operation that running the document would call; undefined where it says none or cannot be read yet. */
export function operationIn(text: string): string | undefined {
  const value = parsed(text);
  return isObject(value) && typeof value["operation"] === "string" ? value["operation"] : undefined;
}

/** A request document to begin with: the members that the operation needs, empty. */
export function requestText({ action, profile, region, input }: Omit<CallRequest, "input"> & { readonly input?: JsonObject }, schema: CallSchema): string {
  const start = input ?? new Checker(schema).skeletonOf(schemaOf(action, schema) ?? {});
  return `${JSON.stringify({ operation: action, profile, region, input: start }, undefined, 2)}\n`;
}

function schemaOf(action: string, { allOf }: CallSchema): InputSchema | undefined {
  return allOf.find((rule) => rule.if.properties.operation.const === action)?.then.properties.input;
}

class Checker {
  readonly #definitions: Readonly<Record<string, InputSchema>>;

  constructor({ definitions }: CallSchema) {
    this.#definitions = definitions;
  }

  /** The first thing that is wrong with a value; `path` is where it stands. */
  problemOf(value: Json | undefined, schema: InputSchema, path: string): Text | undefined {
    const { type, properties = {}, required = [], items } = this.#resolved(schema);
    if (!hasType(value, type)) return phrase("{0} is to be of the type {1}.", path, type ?? "");
    if (isList(value)) return firstOf(value, (item, index) => this.problemOf(item, items ?? {}, `${path}[${index}]`));
    if (!isObject(value)) return undefined;
    const missing = required.find((name) => value[name] === undefined);
    if (missing !== undefined) return phrase("{0} has no {1}, which is required.", path, missing);
    return firstOf(Object.keys(value), (name) => {
      const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (member === undefined) return phrase("{0} has the member {1}, which the operation does not take.", path, name);
      // As asterisks it would be sent, and taken for the key.
      if (isSecretMember(name) && value[name] === masked) return phrase("{0} shows asterisks in place of its secret: write the secret there.", `${path}.${name}`);
      return this.problemOf(value[name], member, `${path}.${name}`);
    });
  }

  /** An empty value with all required members. */
  skeletonOf(schema: InputSchema): Json {
    const { type, properties = {}, required = [], items } = this.#resolved(schema);
    switch (type) {
      case "array":
        return items === undefined ? [] : [this.skeletonOf(items)];
      case "integer":
        return 0;
      case "boolean":
        return false;
      case "string":
        return "";
      default:
        return Object.fromEntries(required.map((name) => [name, this.skeletonOf(properties[name] ?? {})]));
    }
  }

  #resolved(schema: InputSchema): InputSchema {
    return schema.$ref === undefined ? schema : (this.#definitions[schema.$ref.replace("#/definitions/", "")] ?? {});
  }
}

function firstOf<T>(values: readonly T[], problemOf: (value: T, index: number) => Text | undefined): Text | undefined {
  for (const [index, value] of values.entries()) {
    const problem = problemOf(value, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function hasType(value: Json | undefined, type: InputSchema["type"]): boolean {
  switch (type) {
    case undefined:
      return true;
    case "array":
      return isList(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

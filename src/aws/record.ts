import type { Json, JsonObject } from "../model/resource.ts";
import { isSecretMember, masked } from "../model/secret-members.ts";

/** An input or an answer as JSON values, with dates in ISO form and every secret masked, however deep. */
export function toRecord(value: unknown): JsonObject {
  const json = toJson(value, 0);
  return isJsonObject(json) ? json : {};
}

/** Deeper than any record of the API; it ends what a broken answer nests without end. */
const deepest = 16;

function toJson(value: unknown, depth: number): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : null;
    case "bigint":
      return String(value);
    case "object":
      return value === null || depth > deepest ? null : fromObject(value, depth);
    default:
      return null;
  }
}

function fromObject(value: object, depth: number): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  return toJsonObject(value, depth);
}

function toJsonObject(value: object, depth: number): JsonObject {
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]: [string, unknown]) => [name, isSecretMember(name) ? maskedValue(member) : toJson(member, depth + 1)] as const);
  return Object.fromEntries(entries);
}

/** An empty secret says that there is none, which is worth seeing. */
function maskedValue(value: unknown): Json {
  return value === "" || value === null ? "" : masked;
}

/** Every secret that an input holds, the longest first: what a service quotes may hold one within another. */
export function secretsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  const secrets = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (isSecretMember(name) && typeof member === "string") return member.length < shortestSecret ? [] : [member];
    return secretsIn(member, depth + 1);
  });
  return secrets.sort((one, other) => other.length - one.length);
}

/** Shorter is no key that the API takes, and would be found in any sentence. */
const shortestSecret = 4;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member's text; empty when it is missing or of another type. */
export function textIn(record: JsonObject, name: string): string {
  const value = record[name];
  return typeof value === "string" ? value : "";
}

/** The member's text, undefined when it is empty, which is how the API says "none". */
export function idIn(record: JsonObject, name: string): string | undefined {
  return textIn(record, name) || undefined;
}

export function numberIn(record: JsonObject, name: string): number | undefined {
  const value = record[name];
  return typeof value === "number" ? value : undefined;
}

export function flagIn(record: JsonObject, name: string): boolean {
  return record[name] === true;
}

export function recordIn(record: JsonObject, name: string): JsonObject {
  const value = record[name];
  return isJsonObject(value) ? value : {};
}

export function recordsIn(record: JsonObject, name: string): readonly JsonObject[] {
  return listIn(record, name).filter(isJsonObject);
}

export function textsIn(record: JsonObject, name: string): readonly string[] {
  return listIn(record, name).filter((item) => typeof item === "string");
}

function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function listIn(record: JsonObject, name: string): readonly Json[] {
  const value = record[name];
  return isJsonList(value) ? value : [];
}

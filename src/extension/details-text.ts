import { stateMeaning } from "../model/describe.ts";
import { kindName } from "../model/kind-name.ts";
import type { Json, Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { capitalised } from "./tooltip.ts";
import type { Translate } from "./translate.ts";

/** The API's record of a resource as YAML, under a heading of comments that call it by its title. Secrets are masked where it is read. */
export function detailsText(resource: Resource, { title, place }: { title: string; place: string }, t: Translate): string {
  const meaning = said(stateMeaning(resource), t);
  const heading = [
    t("{0} {1}", capitalised(said(kindName(resource.kind), t)), title),
    place,
    ...(meaning === "" ? [] : [t("{0}: {1}", resource.state, meaning)]),
    t("As AWS tells it, secrets masked. This text is read-only and follows what is read."),
  ];
  return [...heading.map((line) => `# ${line.replace(/\s+/g, " ")}`), "", ...linesOf(resource.record, ""), ""].join("\n");
}

/** What is shown for a resource that is not listed; `last` is what was shown while it was. */
export function absentText(last: string | undefined, t: Translate): string {
  if (last === undefined) return `# ${t("It is not listed, or has not been read yet.")}\n`;
  return `# ${t("It is listed no more. This is what was read last.")}\n${last}`;
}

/** A JSON value in YAML's block style. */
export function yamlText(value: Json): string {
  return linesOf(value, "").join("\n");
}

function linesOf(value: Json, indent: string): readonly string[] {
  if (isList(value)) return value.flatMap((item) => itemLines(item, indent));
  if (!isMap(value)) return [`${indent}${scalar(value)}`];
  return Object.entries(value).flatMap(([key, child]) => {
    const name = `${indent}${scalar(key)}:`;
    if (isEmpty(child)) return [`${name} ${scalar(child)}`];
    return isList(child) || isMap(child) ? [name, ...linesOf(child, `${indent}  `)] : [`${name} ${scalar(child)}`];
  });
}

function itemLines(item: Json, indent: string): readonly string[] {
  if (isEmpty(item) || !(isList(item) || isMap(item))) return [`${indent}- ${scalar(item)}`];
  const [first = "", ...rest] = linesOf(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

// What needs no quotes in YAML whatever its reader makes of it; JSON's strings are YAML's double-quoted ones.
const plain = /^[A-Za-z_][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*$/;
const words = /^(true|false|null|yes|no|on|off|y|n)$/i;

function scalar(value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return plain.test(value) && !words.test(value) ? value : JSON.stringify(value);
}

function isEmpty(value: Json): boolean {
  return isList(value) ? value.length === 0 : isMap(value) && Object.keys(value).length === 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

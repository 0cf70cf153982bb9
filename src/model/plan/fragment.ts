import type { PlanDocument, TextEdit } from "./document.ts";
import type { PlacedPiece } from "./placed-piece.ts";
import type { SectionName } from "./schema-types.ts";

export type FieldValue = string | number | boolean | readonly FieldValue[] | { readonly [name: string]: FieldValue };

/** One resource as a plan says it. */
export interface PlanFragment {
  readonly section: SectionName;
  /** The logical name. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** The fragment with its section, as a plan that has no such section yet takes it. */
export function fragmentText(fragment: PlanFragment): string {
  return `${fragment.section}:\n${resourceText(fragment, "  ")}`;
}

/** A logical name made of a resource's own: letters, digits, `_` and `-`, with a letter first. */
export function logicalName(name: string, fallback: string): string {
  const word = name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z]+|-+$/g, "");
  return word === "" ? fallback : word;
}

/**
 * The edit that puts a fragment into a plan: at the end of its section, or as a new section at the end. Its name gets a
 * number where another resource has it. Undefined where the section is written in braces, which no line can be added to.
 */
export function insertionOf(document: PlanDocument, fragment: PlanFragment): TextEdit | undefined {
  const { section } = fragment;
  const free = { ...fragment, name: freeName(document, fragment) };
  const inSection = document.pieces.filter((piece) => piece.kind === "resource" && piece.section === section);
  const last = inSection.at(-1);
  if (last !== undefined) return insertAfter(document, contentEnd(document, last), resourceText(free, " ".repeat(last.column)));
  const header = document.index.placeOfField(section);
  if (header === undefined) return insertAfter(document, document.text.trimEnd().length, `${document.text.trim() === "" ? "" : "\n"}${fragmentText(free)}`);
  const lineEnd = document.text.slice(header.end).search(/\r?\n|$/) + header.end;
  const isOpen = /^\s*:\s*(#.*)?$/.test(document.text.slice(header.end, lineEnd));
  return isOpen ? insertAfter(document, lineEnd, resourceText(free, "  ")) : undefined;
}

function insertAfter({ text }: PlanDocument, offset: number, inserted: string): TextEdit {
  const before = offset === 0 ? "" : "\n";
  const body = offset === text.length ? inserted : inserted.trimEnd();
  return { range: { start: offset, end: offset }, text: `${before}${body}` };
}

/** Without the blank lines at its end and the comments there that speak of what follows. */
function contentEnd({ text }: PlanDocument, { start, end, column }: PlacedPiece): number {
  const lines = text.slice(start, end).split("\n");
  while (lines.length > 1 && isBeforeNext(lines.at(-1) ?? "", column)) lines.pop();
  return start + lines.join("\n").trimEnd().length;
}

function isBeforeNext(line: string, column: number): boolean {
  const content = line.trimStart();
  return content === "" || (content.startsWith("#") && line.length - content.length <= column);
}

function freeName({ index }: PlanDocument, { section, name }: PlanFragment): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (index.find(section, candidate) === undefined) return candidate;
  }
}

function resourceText({ name, fields }: PlanFragment, indent: string): string {
  return `${indent}${name}:\n${Object.entries(fields).map(([field, value]) => fieldText(field, value, `${indent}  `)).join("")}`;
}

function fieldText(name: string, value: FieldValue, indent: string): string {
  return `${indent}${name}: ${valueText(value)}\n`;
}

function valueText(value: FieldValue): string {
  if (typeof value === "string") return isPlain(value) ? value : JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  const members = Object.entries(value).map(([name, member]) => `${valueText(name)}: ${valueText(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function isList(value: readonly FieldValue[] | { readonly [name: string]: FieldValue }): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** What YAML reads as a text, wherever it stands: no number, no truth value, nothing with a meaning of its own. */
function isPlain(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) ? !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) : /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(text);
}

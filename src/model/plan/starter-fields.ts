import type { PlanDocument, TextEdit } from "./document.ts";
import { pieceAt } from "./locate.ts";
import { missingNames } from "./missing-fields.ts";
import { fieldOf } from "./schema.ts";
import type { Field, FieldType } from "./schema-types.ts";
import type { PlanNode } from "./syntax/tree.ts";

/** Adds what the resource whose name stands at an offset lacks, each field with a value to begin with; undefined if nothing can be added. */
export function starterFields(document: PlanDocument, offset: number): { readonly names: readonly string[]; readonly edit: TextEdit } | undefined {
  const piece = pieceAt(document, offset);
  const entry = piece?.content.entries.find(({ key }) => key.range.start + piece.start === offset);
  const view = piece?.resources.find(({ key }) => key === entry?.key)?.view;
  if (piece === undefined || view === undefined || entry === undefined || entry.value.origin !== undefined) return undefined;
  const fields = missingNames(view).flatMap((name) => fieldOf(view.schema.name, name) ?? []);
  const texts = fields.map((field) => `${field.name}: ${starterOf(document, field)}`.trimEnd());
  const edit = fields.length === 0 ? undefined : editFor(document, { at: offset, value: entry.value, base: piece.start }, texts);
  return edit && { names: fields.map(({ name }) => name), edit };
}

function editFor(document: PlanDocument, { at, value, base }: { at: number; value: PlanNode; base: number }, texts: readonly string[]): TextEdit | undefined {
  const start = value.range.start + base;
  if (document.text.charAt(start) === "{") return intoBraces(start, value, texts);
  const { character } = document.lines.positionOf(at);
  const inner = value.kind === "map" ? document.lines.positionOf(start).character : character + 2;
  if (inner <= character) return undefined;
  const end = at + document.text.slice(at).search(/\r?\n|$/);
  return { range: { start: end, end }, text: texts.map((text) => `\n${" ".repeat(inner)}${text}`).join("") };
}

function intoBraces(at: number, node: PlanNode, texts: readonly string[]): TextEdit {
  const isEmpty = node.kind === "map" && node.entries.length === 0;
  return { range: { start: at + 1, end: at + 1 }, text: ` ${texts.join(", ")}${isEmpty ? " " : ","}` };
}

function starterOf(document: PlanDocument, { name, type }: Field): string {
  return examples[name] ?? starterOfType(document, type);
}

/** Where the first of all choices would rarely be meant. */
const examples: Readonly<Record<string, string>> = { vlan: "101", asn: "65001", location: "EqDC2", bandwidth: "10Gbps", connectionsBandwidth: "10Gbps", ownerAccount: '"111122223333"', gatewayOwnerAccount: '"111122223333"' };

function starterOfType({ index }: PlanDocument, type: FieldType): string {
  if (type.kind === "reference") return index.names(type.to)[0] ?? "";
  const [first] = "choices" in type ? (type.choices ?? []) : [];
  if (first !== undefined) return first.value;
  return type.kind === "integer" ? String(type.least ?? 1) : (plainStarters[type.kind] ?? "");
}

const plainStarters: Readonly<Partial<Record<FieldType["kind"], string>>> = { boolean: "true", list: "[]" };

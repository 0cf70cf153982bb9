import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from "vscode-languageserver";
import { type Cursor, cursorAt } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { excludedFields } from "../../model/plan/exclusions.ts";
import type { ReadAccount } from "../../model/plan/live.ts";
import { mapSchemas } from "../../model/plan/schema.ts";
import type { Field, FieldType, MapName } from "../../model/plan/schema-types.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";
import { describeField } from "./hover.ts";
import { skeletonsOf, withoutPlaces } from "./skeletons.ts";
import { fieldsBeside, resourceOf } from "./resource-at.ts";
import { suggestAnchors } from "./suggest-anchors.ts";
import { suggestCodes } from "./suggest-codes.ts";
import { removableIds } from "./suggest-ids.ts";
import { suggestTagKeys } from "./suggest-tags.ts";
import { suggestValues } from "./suggest-values.ts";
import { withinQuotes } from "./written.ts";

export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: [":", " ", "-", "{", "[", ",", "$", "#"] } },
  register: (connection, plans, live, client) => {
    connection.onCompletion(async ({ textDocument, position }) => {
      await live.settled(textDocument.uri);
      const plan = plans.get(textDocument.uri);
      const items = plan === undefined ? [] : completionsAt(plan, offsetAt(plan, position), live.accountsRead);
      return client().textDocument?.completion?.completionItem?.snippetSupport === true ? items : items.map(withoutPlaces);
    });
  },
};

/** What can stand at the cursor: fields with the required first, resources to fill in, or values. `accounts` are those that are read. */
export function completionsAt(plan: PlanDocument, offset: number, accounts: readonly ReadAccount[] = []): CompletionItem[] {
  const cursor = cursorAt(plan, offset);
  if (cursor === undefined) return suggestCodes(plan, offset);
  const range = rangeAt(plan, cursor.word);
  const blank = cursor.needsBlank ? " " : "";
  const quote = plan.text.charAt(cursor.word.start - 1);
  return itemsFor(plan, cursor, accounts).map((item) => {
    const text = item.insertText ?? item.label;
    const newText = `${blank}${quote === "'" || quote === '"' ? withinQuotes(text, quote) : text}`;
    return { ...item, textEdit: { range, newText } };
  });
}

function itemsFor(plan: PlanDocument, cursor: Cursor, accounts: readonly ReadAccount[]): CompletionItem[] {
  const { type, slot, path } = cursor;
  if (slot === "value" && path[0] === "removed" && path.length === 2) return removableIds(plan);
  if (isAliasAt(plan, cursor)) return suggestAnchors(plan, cursor);
  if (type === undefined) return [];
  if (slot === "key") return suggestKeys(plan, cursor, type);
  return cursor.isOnOwnLine && type.kind === "list" ? suggestMembers(plan, { ...cursor, type: type.of }, accounts) : suggestValues(plan, cursor, accounts);
}

/** Where an alias has been begun, and behind a merge key, which takes nothing else. */
function isAliasAt(plan: PlanDocument, { slot, path, word }: Cursor): boolean {
  return path.includes("<<") || (slot === "value" && plan.text.charAt(word.start) === "*");
}

/** Below the name of a list: what its first member may begin with. */
function suggestMembers(plan: PlanDocument, cursor: Cursor, accounts: readonly ReadAccount[]): CompletionItem[] {
  const { type } = cursor;
  const items = type?.kind === "map" ? suggestKeys(plan, cursor, type) : suggestValues(plan, cursor, accounts);
  return items.map((item) => ({ ...item, insertText: `- ${item.insertText ?? item.label}` }));
}

function suggestKeys(plan: PlanDocument, cursor: Cursor, type: FieldType): CompletionItem[] {
  if (type.kind === "tags") return suggestTagKeys(plan, cursor);
  if (type.kind === "named") return cursor.hasColon ? [] : skeletonsOf(type.map, cursor.isInFlow);
  if (type.kind !== "map") return [];
  const { map } = type;
  const own = resourceOf(plan, cursor);
  const excluded = excludedFields(map, cursor.present, own === undefined ? new Map() : fieldsBeside(own, cursor));
  const free = mapSchemas[map].fields.filter(({ name }) => !cursor.present.has(name) && !excluded.has(name));
  return free.map((field, place) => fieldItem(field, { cursor, map, place }));
}

function fieldItem(field: Field, { cursor, map, place }: { cursor: Cursor; map: MapName; place: number }): CompletionItem {
  const isRequired = field.required !== undefined || mapSchemas[map].oneOf?.includes(field.name) === true;
  return {
    label: field.name,
    kind: CompletionItemKind.Field,
    detail: isRequired ? "required" : "",
    documentation: { kind: MarkupKind.Markdown, value: describeField(field) },
    sortText: `${isRequired ? 0 : 1}${String(place).padStart(2, "0")}`,
    insertText: cursor.hasColon ? field.name : `${field.name}:${opening(field.type, cursor.isInFlow)}`,
    insertTextFormat: InsertTextFormat.PlainText,
  };
}

/** Maps go on in the next line; the editor adds the indentation of this one. */
function opening(type: FieldType, isInFlow: boolean): string {
  const isMap = type.kind === "named" || type.kind === "tags" || type.kind === "ids" || type.kind === "map";
  return isMap && !isInFlow ? "\n  " : " ";
}

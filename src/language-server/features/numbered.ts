import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Choice } from "../../model/plan/schema-types.ts";

/** Choices that stay in their order. */
export function numbered(choices: readonly Choice[]): CompletionItem[] {
  return choices.map(({ value, about }, place) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    sortText: String(place).padStart(3, "0"),
    ...(about === "" ? {} : { detail: about }),
  }));
}

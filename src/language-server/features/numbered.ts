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

/** The same items, of which the editor selects one at first. */
export function preselecting(items: readonly CompletionItem[], label: string | undefined): CompletionItem[] {
  return items.map((item) => (item.label === label ? { ...item, preselect: true } : item));
}

/** The first choice of each value: the first word on it is the best one. */
export function firstOfEach(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ value }) => !seen.has(value) && seen.add(value));
}

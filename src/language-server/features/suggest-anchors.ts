import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";

/** Names that `&` gives to values above the cursor. */
export function suggestAnchors(plan: PlanDocument, { word }: Cursor): CompletionItem[] {
  const names = [...plan.text.slice(0, word.start).matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/g)].map(([, name = ""]) => `*${name}`);
  return [...new Set(names)].map((label) => ({ label, kind: CompletionItemKind.Reference, detail: "what stands behind this anchor" }));
}

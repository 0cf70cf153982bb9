import { type DocumentHighlight, DocumentHighlightKind, type Location } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { referencesTo, resourceNamedAt } from "../../model/plan/occurrences.ts";
import { placed } from "../../model/plan/plan-resource.ts";
import type { Range } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

export const references: Feature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  register: (connection, plans) => {
    connection.onReferences(({ textDocument: { uri }, position, context }) => {
      const plan = plans.get(uri);
      return plan === undefined ? [] : referencesAt(plan, offsetAt(plan, position), { uri, withDeclaration: context.includeDeclaration });
    });
    connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
      const plan = plans.get(uri);
      return plan === undefined ? [] : highlightsAt(plan, offsetAt(plan, position));
    });
  },
};

/** Where the resource at the cursor is named. */
export function referencesAt(plan: PlanDocument, offset: number, { uri, withDeclaration }: { uri: string; withDeclaration: boolean }): Location[] {
  const { declaration, others } = placesAt(plan, offset);
  return [...(withDeclaration ? declaration : []), ...others].map((range) => ({ uri, range: rangeAt(plan, range) }));
}

export function highlightsAt(plan: PlanDocument, offset: number): DocumentHighlight[] {
  const { declaration, others } = placesAt(plan, offset);
  return [
    ...declaration.map((range) => ({ range: rangeAt(plan, range), kind: DocumentHighlightKind.Write })),
    ...others.map((range) => ({ range: rangeAt(plan, range), kind: DocumentHighlightKind.Read })),
  ];
}

function placesAt(plan: PlanDocument, offset: number): { readonly declaration: readonly Range[]; readonly others: readonly Range[] } {
  const found = resourceNamedAt(plan, offset);
  if (found === undefined) return { declaration: [], others: [] };
  const { resource } = found;
  return { declaration: [placed(resource, resource.key.range)], others: referencesTo(plan, resource).map(({ range }) => range) };
}

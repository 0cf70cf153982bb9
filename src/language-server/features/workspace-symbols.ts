import { type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { placed } from "../../model/plan/plan-resource.ts";
import { textOf } from "../../model/plan/view.ts";
import type { Feature } from "../feature.ts";
import { type PlanStore, rangeAt } from "../plan-store.ts";
import { symbolKindOf } from "./symbols.ts";

export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register: (connection, plans) => {
    connection.onWorkspaceSymbol(({ query }) => resourcesLike(plans, query));
  },
};

/** More than anybody looks through. */
const most = 200;

/** Resources of the open plans whose logical name, name or section holds the letters of the query in their order. */
export function resourcesLike(plans: Pick<PlanStore, "uris" | "get">, query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  for (const uri of plans.uris) {
    const plan = plans.get(uri);
    for (const resource of plan?.index.resources ?? []) {
      if (plan === undefined || found.length >= most) return found;
      const { view, section, key } = resource;
      if (!holdsInOrder(`${view.name} ${textOf(view, "name") ?? ""} ${section}`, query)) continue;
      found.push({ name: view.name, kind: symbolKindOf(section) ?? SymbolKind.Object, containerName: section, location: { uri, range: rangeAt(plan, placed(resource, key.range)) } });
    }
  }
  return found;
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    at = text.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

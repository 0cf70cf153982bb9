import type { Location } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locate } from "../../model/plan/locate.ts";
import { placed } from "../../model/plan/plan-index.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register: (connection, plans) => {
    connection.onDefinition(({ textDocument: { uri }, position }) => {
      const plan = plans.get(uri);
      return plan === undefined ? undefined : definitionAt(plan, offsetAt(plan, position), uri);
    });
  },
};

/** Where the resource that a reference names is written. */
export function definitionAt(plan: PlanDocument, offset: number, uri: string): Location | undefined {
  const located = locate(plan, offset);
  if (located?.type?.kind !== "reference" || located.isOnKey) return undefined;
  const target = plan.index.resolve(located.type.to, located.node.source);
  return target === undefined ? undefined : { uri, range: rangeAt(plan, placed(target, target.key.range)) };
}

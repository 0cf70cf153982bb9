import type { Location } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { resourceNamedAt } from "../../model/plan/occurrences.ts";
import { placed } from "../../model/plan/plan-resource.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";
import { anchorMeantAt } from "./anchors.ts";

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register: (connection, plans) => {
    connection.onDefinition(({ textDocument: { uri }, position }) => {
      const plan = plans.get(uri);
      return plan === undefined ? undefined : definitionAt(plan, offsetAt(plan, position), uri);
    });
  },
};

/** Where the resource that a reference names is written, or the anchor of an alias; a logical name is its own, so that editors offer its references there. */
export function definitionAt(plan: PlanDocument, offset: number, uri: string): Location | undefined {
  const anchor = anchorMeantAt(plan.text, offset);
  if (anchor !== undefined) return { uri, range: rangeAt(plan, anchor) };
  const target = resourceNamedAt(plan, offset)?.resource;
  return target === undefined ? undefined : { uri, range: rangeAt(plan, placed(target, target.key.range)) };
}

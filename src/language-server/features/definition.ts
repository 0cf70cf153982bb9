import type { Location } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locate } from "../../model/plan/locate.ts";
import { placed } from "../../model/plan/plan-index.ts";
import type { Range } from "../../model/plan/syntax/tree.ts";
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

/** Where the resource that a reference names is written, or the anchor of an alias. */
export function definitionAt(plan: PlanDocument, offset: number, uri: string): Location | undefined {
  const anchor = anchorMeantAt(plan.text, offset);
  if (anchor !== undefined) return { uri, range: rangeAt(plan, anchor) };
  const located = locate(plan, offset);
  if (located?.type?.kind !== "reference" || located.isOnKey) return undefined;
  const target = plan.index.resolve(located.type.to, located.node.source);
  return target === undefined ? undefined : { uri, range: rangeAt(plan, placed(target, target.key.range)) };
}

/** The last anchor above an alias that has its name. */
function anchorMeantAt(text: string, offset: number): Range | undefined {
  const before = /(?:^|[\s[{,])\*([^\s,[\]{}*]*)$/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset));
  if (before === null) return undefined;
  const name = `&${before[1] ?? ""}${/^[^\s,[\]{}]*/.exec(text.slice(offset, offset + longestName))?.[0] ?? ""}`;
  for (let at = text.lastIndexOf(name, offset); at !== -1; at = at === 0 ? -1 : text.lastIndexOf(name, at - 1)) {
    if (/^[\s,[\]{}]?$/.test(text.charAt(at + name.length))) return { start: at, end: at + name.length };
  }
  return undefined;
}

const longestName = 200;

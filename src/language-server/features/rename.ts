import { type Range as EditorRange, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { nameFault, renameEdits, resourceNamedAt } from "../../model/plan/occurrences.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, plans) => {
    connection.onPrepareRename(({ textDocument, position }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? undefined : renameableAt(plan, offsetAt(plan, position));
    });
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
      const plan = plans.get(uri);
      if (plan === undefined) return undefined;
      const renamed = renamedAt(plan, offsetAt(plan, position), { uri, name: newName });
      return typeof renamed === "string" ? new ResponseError(invalidParameters, renamed) : renamed;
    });
  },
};

const invalidParameters = -32_602;

/** The name at the cursor, without its quotes. An id means a resource too, but is not its name. */
export function renameableAt(plan: PlanDocument, offset: number): { range: EditorRange; placeholder: string } | undefined {
  const found = resourceNamedAt(plan, offset);
  if (found === undefined) return undefined;
  const { resource: { view }, range } = found;
  const isQuoted = /["']/.test(plan.text.charAt(range.start));
  const inner = isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
  return plan.text.slice(inner.start, inner.end) === view.name ? { range: rangeAt(plan, inner), placeholder: view.name } : undefined;
}

/** The edits that give the resource at the cursor another name, or why it cannot have it. */
export function renamedAt(plan: PlanDocument, offset: number, { uri, name }: { uri: string; name: string }): WorkspaceEdit | string | undefined {
  const found = renameableAt(plan, offset) === undefined ? undefined : resourceNamedAt(plan, offset);
  if (found === undefined) return "There is no logical name here.";
  const fault = nameFault(plan, found.resource, name);
  if (fault !== undefined) return fault;
  return { changes: { [uri]: renameEdits(plan, found.resource, name).map(({ range, text }) => ({ range: rangeAt(plan, range), newText: text })) } };
}

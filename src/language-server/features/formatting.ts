import type { TextEdit } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { formatPlan } from "../../model/plan/format.ts";
import type { Feature } from "../feature.ts";
import { rangeAt } from "../plan-store.ts";

export const formatting: Feature = {
  capabilities: { documentFormattingProvider: true },
  register: (connection, plans) => {
    connection.onDocumentFormatting(({ textDocument }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : formattingOf(plan);
    });
  },
};

/** What the editor's own settings for tabs say does not count: YAML indents with spaces, and plans by two. */
export function formattingOf(plan: PlanDocument): TextEdit[] {
  return formatPlan(plan).map(({ range, text }) => ({ range: rangeAt(plan, range), newText: text }));
}

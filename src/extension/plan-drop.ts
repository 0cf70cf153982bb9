import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import { adoptionOf } from "../model/plan/adoption.ts";
import { PlanDocument } from "../model/plan/document.ts";
import { fragmentText, insertionOf, type PlanFragment } from "../model/plan/fragment.ts";
import { resourcesAt } from "./operation-targets.ts";
import { keysIn, resourcesMime } from "./resource-drag.ts";

/**
 * Takes resources that are dropped into a plan: each goes to the end of its section, by its id, wherever in the text it
 * was dropped. Where a section cannot take its own, all of them stand where they were dropped.
 */
export class PlanDrop implements vscode.DocumentDropEditProvider {
  readonly #inventory: () => Inventory;

  constructor(inventory: () => Inventory) {
    this.#inventory = inventory;
  }

  async provideDocumentDropEdits(document: vscode.TextDocument, _: vscode.Position, transfer: vscode.DataTransfer): Promise<vscode.DocumentDropEdit | undefined> {
    const fragments = resourcesAt(await keysIn(transfer), this.#inventory()).flatMap((resource) => adoptionOf(resource) ?? []);
    if (fragments.length === 0) return undefined;
    const adopted = withAll(document.getText(), fragments);
    const drop = new vscode.DocumentDropEdit(adopted === undefined ? fragments.map(fragmentText).join("") : "", vscode.l10n.t("Adopt in Plan"));
    if (adopted === undefined) return drop;
    drop.additionalEdit = new vscode.WorkspaceEdit();
    drop.additionalEdit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), adopted);
    return drop;
  }
}

/** The plan with all fragments in their sections; undefined where one has no place there. */
function withAll(text: string, fragments: readonly PlanFragment[]): string | undefined {
  const plan = new PlanDocument(text);
  for (const fragment of fragments) {
    const edit = insertionOf(plan, fragment);
    if (edit === undefined) return undefined;
    plan.edit(edit);
  }
  return plan.text;
}

export function registerPlanDrop(inventory: () => Inventory): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider({ language: "dx-plan" }, new PlanDrop(inventory), { dropMimeTypes: [resourcesMime] });
}

import { indexResources, type Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import type { Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { operationOf } from "../operations/index.ts";
import { isOffered, type Operation } from "../operations/operation.ts";
import { removalOf, type Removal, type RemovalStep } from "../operations/removal.ts";
import { placeText, type Confirmation } from "./confirmation.ts";
import type { OperationDeps, RunResult } from "./operation-deps.ts";
import { reportOf, type Outcome } from "./operation-report.ts";
import { performRemoval, type RemovalRun } from "./perform-removal.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

/** Deletes a resource with all that has to go before it: shown in order, confirmed once, and told for each. */
export async function runRemoval(deps: OperationDeps, resourceKey: string, patience?: RemovalRun["patience"]): Promise<RunResult> {
  const { store, ui } = deps;
  const { inventory } = store;
  const resource = indexResources(inventory).get(resourceKey);
  if (resource === undefined) return "declined";
  const title = ui.t("Delete {0} and what is on it", targetTitle(resource, inventory));
  const removal = removalOf(resource, inventory);
  if (removal.stuck.length > 0) {
    await ui.explain(ui.t("{0} is not possible", title), removal.stuck.map((one) => stuckBlock(one, inventory, ui.t)));
    return "declined";
  }
  const profiles = [...new Set(removal.steps.map((step) => step.resource.profile))];
  if (!(await deps.permit("destroys", profiles)) || !(await ui.confirm(removalConfirmation(resource, removal, { inventory, t: ui.t })))) return "declined";
  return performAll(deps, { title, steps: removal.steps, patience });
}

/** Whether what stands in the way of a deletion can be deleted from here. */
export function canRemoveInOrder(operation: Operation, resourceKey: string, inventory: Inventory): boolean {
  const resource = indexResources(inventory).get(resourceKey);
  if (resource === undefined || !isOffered(operation, resource)) return false;
  const { steps, stuck } = removalOf(resource, inventory);
  const last = steps.at(-1)?.operation;
  return steps.length > 1 && stuck.length === 0 && last !== undefined && operationOf(last).action === operation.action;
}

interface Batch {
  readonly title: string;
  readonly steps: readonly RemovalStep[];
  readonly patience: RemovalRun["patience"];
}

async function performAll(deps: OperationDeps, { title, steps, patience }: Batch): Promise<RunResult> {
  const { ui } = deps;
  let outcomes: readonly Outcome[] = [];
  let left = steps;
  for (;;) {
    const run = { deps, steps: left, ...(patience === undefined ? {} : { patience }) };
    const now = await ui.withProgress(title, (progress) => performRemoval(run, progress));
    outcomes = [...outcomes.filter(({ key }) => !now.some((outcome) => outcome.key === key)), ...now];
    const isDone = outcomes.every(({ result }) => result === "done");
    // Whatever failed may work once the person has mended it: the rest waits for it.
    const report = reportOf({ label: title, outcomes, blocked: [] }, ui.t);
    const wish = await ui.tell({ ...report, mayRetry: !isDone });
    if (wish === "close") return isDone ? "done" : "failed";
    left = left.filter(({ resource }) => outcomes.some(({ key, result }) => key === resource.key && result !== "done"));
  }
}

/** The whole batch in its order, so that nothing goes unseen. */
export function removalConfirmation(resource: Resource, { steps }: Removal, { inventory, t }: { readonly inventory: Inventory; readonly t: Translate }): Confirmation {
  const name = targetTitle(resource, inventory);
  const lines = steps.map(({ resource: one, operation }, index) => {
    const what = t("{0}. {1} {2}", index + 1, said(kindName(one.kind), t), nameAndId(one, inventory));
    return operation === undefined ? t("{0} (is leaving already)", what) : what;
  });
  return {
    message: steps.length === 2 ? t("Delete {0} and 1 resource before it?", name) : t("Delete {0} and {1} resources before it?", name, steps.length - 1),
    detail: [placeText(resource, inventory, t), lines.join("\n"), t("They are deleted in this order, each when those before it are gone. BGP peers go with their virtual interfaces.")].join("\n\n"),
    button: t("Delete All"),
    typed: name,
  };
}

function nameAndId(resource: Resource, inventory: Inventory): string {
  const name = targetTitle(resource, inventory);
  return name === resource.id ? name : `${name} (${resource.id})`;
}

function stuckBlock(resource: Resource, inventory: Inventory, t: Translate) {
  const label = targetTitle(resource, inventory);
  const owner = resource.kind === "attachment" ? resource.virtualInterfaceOwnerAccount : resource.ownerAccount;
  const message =
    resource.owned && resource.kind !== "attachment"
      ? t("{0} is {1} and cannot be deleted now.", label, resource.state)
      : t("{0} belongs to account {1}, which alone can take it away.", label, owner);
  return { key: resource.key, label, message, because: [resource.key] };
}

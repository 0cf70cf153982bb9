import { indexResources, type Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import { lossOf } from "../model/loss.ts";
import type { Resource } from "../model/resource.ts";
import { noText, said } from "../model/text.ts";
import { operationOf } from "../operations/index.ts";
import { isOffered, type Operation } from "../operations/operation.ts";
import { removalOf, type Removal, type RemovalStep } from "../operations/removal.ts";
import { aboutLines, cut, inParagraphs, nameAndId, subjectLines, type Confirmation } from "./confirmation.ts";
import { lossList, lossSentences, type Words } from "./loss-text.ts";
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
    const blocked = removal.stuck.map((one) => stuckBlock(one, inventory, ui.t));
    await ui.explain({ title: ui.t("{0} is not possible", title), about: aboutLines(resource, inventory, ui.t), blocked });
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
    const before = new Set(deps.store.inventory.resources.map(({ key }) => key));
    const now = await ui.withProgress(title, (progress) => performRemoval(run, progress));
    const keys = now.flatMap(({ key, result }) => (result === "done" ? [key] : []));
    if (keys.length > 0) deps.follow?.({ made: [], before, keys, kinds: [] });
    outcomes = [...outcomes.filter(({ key }) => !now.some((outcome) => outcome.key === key)), ...now];
    const isDone = outcomes.every(({ result }) => result === "done");
    // Whatever failed may work once the person has mended it: the rest waits for it.
    const report = reportOf({ label: title, outcomes, blocked: [] }, ui.t);
    const wish = await ui.tell({ ...report, mayRetry: !isDone });
    if (wish === "close") return isDone ? "done" : "failed";
    left = left.filter(({ resource }) => outcomes.some(({ key, result }) => key === resource.key && result !== "done"));
  }
}

/** The whole batch in its order, what stops with it and what stays: nothing goes unseen. */
export function removalConfirmation(resource: Resource, { steps }: Removal, words: Words): Confirmation {
  const { inventory, t } = words;
  const name = targetTitle(resource, inventory);
  const message = steps.length === 2 ? t("Delete {0} and 1 resource before it?", name) : t("Delete {0} and {1} resources before it?", name, steps.length - 1);
  const lines = steps.map((step, index) => stepText(step, index, words));
  const loss = lossOf(steps.map((step) => step.resource), inventory);
  const paragraphs = (length: "short" | "full"): readonly string[] => [
    subjectLines(resource, inventory, t).join("\n"),
    [t("Deleted in this order, each when those before it are gone:"), ...cut(lines, { length, t })].join("\n"),
    ...(length === "full" ? lossList(loss, "destroys", words) : [lossSentences(loss, "destroys", words).join("\n")]),
    consequenceOf(steps.at(-1), words),
    t("This cannot be undone."),
  ];
  return { message, detail: inParagraphs(paragraphs("short")), inFull: inParagraphs([message, ...paragraphs("full")]), button: t("Delete All"), typed: name };
}

function stepText({ resource, operation }: RemovalStep, index: number, { inventory, t }: Words): string {
  const what = t("{0}. {1} {2}", index + 1, said(kindName(resource.kind), t), nameAndId(resource, inventory));
  const whose = resource.owned ? what : t("{0} of account {1}", what, resource.ownerAccount);
  return operation === undefined ? t("{0} (is leaving already)", whose) : whose;
}

/** What becomes of the resource itself beyond its deletion, as of a LAG's connections. */
function consequenceOf(step: RemovalStep | undefined, { inventory, t }: Words): string {
  if (step?.operation === undefined) return "";
  return said(operationOf(step.operation).consequence?.(step.resource, inventory, {}) ?? noText, t);
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

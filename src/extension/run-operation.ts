import { indexResources } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import { operationOf, type OperationId } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers } from "../operations/parameter.ts";
import type { Target } from "../operations/target.ts";
import { chooseKeys } from "./choose-targets.ts";
import { asksNothing, confirmationFor, needsConfirmation, type ConfirmationSubject } from "./confirmation.ts";
import type { OperationDeps, RunResult } from "./operation-deps.ts";
import { presetAnswers } from "./operation-form.ts";
import { reportOf, type Outcome } from "./operation-report.ts";
import { sortTargets, type Blocked } from "./operation-targets.ts";
import { performEach, type Performance } from "./perform-operation.ts";
import { canRemoveInOrder, runRemoval } from "./run-removal.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

export type { RunResult } from "./operation-deps.ts";

/**
 * Runs an operation as a person means it: guards, asks, confirms, calls, reads again, and tells how it went. The keys
 * are those of resources, or of places to make something in. Without keys the person chooses one that it is offered for.
 * What is preset is not asked, but named in a question of its own where nothing else is asked.
 */
export async function runOperation(
  deps: OperationDeps,
  id: OperationId,
  keys: readonly string[] | undefined,
  preset?: EarlierAnswers,
): Promise<RunResult> {
  const { store, ui } = deps;
  const operation = operationOf(id);
  const title = titleOf(operation, ui.t);
  const chosen = await chooseKeys({ store, ui, operation, title }, keys);
  if (chosen === undefined) return "declined";
  const { ready, blocked } = sortTargets(operation, chosen, store.inventory, ui.t);
  if (ready.length === 0) return explainBlocked(deps, operation, blocked);
  if (!(await deps.permit(operation.danger, ready.map(({ profile }) => profile)))) return "declined";
  const subject = await prepare(deps, { operation, targets: ready, blocked, inventory: store.inventory, answers: presetAnswers(ready, preset), preset });
  return subject === undefined ? "declined" : performAll(deps, subject);
}

/** Says why nothing can be done; where other resources are in the way of a deletion, they can go first. */
async function explainBlocked(deps: OperationDeps, operation: Operation, blocked: readonly Blocked[]): Promise<RunResult> {
  const { store, ui } = deps;
  const title = ui.t("{0} is not possible", titleOf(operation, ui.t));
  const [only, ...others] = blocked;
  const canGoFirst = only !== undefined && others.length === 0 && canRemoveInOrder(operation, only.key, store.inventory);
  const wish = canGoFirst ? await ui.explain(title, blocked, ui.t("Delete These First…")) : await ui.explain(title, blocked);
  return wish === "remedy" && only !== undefined ? runRemoval(deps, only.key) : "declined";
}

/** Asks and confirms; undefined when the person leaves. */
async function prepare({ ui }: OperationDeps, unasked: ConfirmationSubject): Promise<ConfirmationSubject | undefined> {
  const { operation, targets, inventory, preset } = unasked;
  const request = { title: titleOf(operation, ui.t), operation, targets, inventory };
  const answers = asksNothing(unasked) ? unasked.answers : await ui.ask(preset === undefined ? request : { ...request, preset });
  if (answers === undefined) return undefined;
  const subject = { ...unasked, answers };
  if (needsConfirmation(subject) && !(await ui.confirm(confirmationFor(subject, ui.t)))) return undefined;
  return subject;
}

async function performAll(deps: OperationDeps, { operation, targets, blocked, answers }: ConfirmationSubject): Promise<RunResult> {
  const { ui } = deps;
  let outcomes: readonly Outcome[] = [];
  let left: readonly Target[] = targets;
  const before = new Set(deps.store.inventory.resources.map(({ key }) => key));
  for (;;) {
    const performance: Performance = { deps, operation, answers };
    const now = await ui.withProgress(progressTitle(deps, operation, left), (progress) => performEach(performance, left, progress));
    outcomes = [...outcomes.filter(({ key }) => !now.some((outcome) => outcome.key === key)), ...now];
    if (now.some(({ result }) => result === "done")) deps.follow?.({ before, keys: targets.map(({ key }) => key), kinds: operation.touches ?? [] });
    for (const { document } of now) if (document !== undefined) await ui.present(document);
    const report = reportOf({ label: titleOf(operation, ui.t), outcomes, blocked }, ui.t);
    const wish = await ui.tell(report);
    if (wish === "close") return outcomes.every(({ result }) => result === "done") ? "done" : "failed";
    const index = indexResources(deps.store.inventory);
    // As they are now, which the person has seen: trying again is wanted all the same.
    left = left.filter(({ key }) => outcomes.some((outcome) => outcome.key === key && outcome.mayRetry)).map((target) => index.get(target.key) ?? target);
  }
}

/** The label as a heading: without the ellipsis that promises a question. */
function titleOf(operation: Operation, t: Translate): string {
  return said(operation.label, t).replace(/…$/, "");
}

function progressTitle({ store, ui: { t } }: OperationDeps, operation: Operation, targets: readonly Target[]): string {
  const [only] = targets;
  const title = titleOf(operation, t);
  return targets.length === 1 && only !== undefined ? t("{0}: {1}", title, targetTitle(only, store.inventory)) : title;
}

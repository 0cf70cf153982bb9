import { indexResources } from "../model/inventory.ts";
import { operationOf, type OperationId } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers } from "../operations/parameter.ts";
import type { Target } from "../operations/target.ts";
import { chooseKeys } from "./choose-targets.ts";
import { aboutLines, asksNothing, lastQuestion, operationTitle, type ConfirmationSubject } from "./confirmation.ts";
import type { OperationDeps, OperationUi, RunResult } from "./operation-deps.ts";
import { presetAnswers, type FormAnswers } from "./operation-form.ts";
import { reportOf, type Outcome } from "./operation-report.ts";
import { sortTargets, type Blocked } from "./operation-targets.ts";
import type { FormRequest } from "./parameter-form.ts";
import { performEach, type Performance } from "./perform-operation.ts";
import { canRemoveInOrder, runRemoval } from "./run-removal.ts";
import { targetTitle } from "./target-title.ts";

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
  const operation = operationOf(id);
  for (;;) {
    const result = await runOnce(deps, operation, keys, preset);
    if (result !== "back") return result;
  }
}

/** `back` when the person wants to choose another target. */
async function runOnce(deps: OperationDeps, operation: Operation, keys: readonly string[] | undefined, preset?: EarlierAnswers): Promise<RunResult | "back"> {
  const { store, ui } = deps;
  const chosen = await chooseKeys({ store, ui, operation, title: operationTitle(operation, ui.t) }, keys);
  if (chosen === undefined) return "declined";
  const { ready, blocked } = sortTargets(operation, chosen.keys, store.inventory, ui.t);
  if (ready.length === 0) return explainBlocked(deps, operation, blocked);
  if (!(await deps.permit(operation.danger, ready.map(({ profile }) => profile)))) return "declined";
  const unasked = { operation, targets: ready, blocked, inventory: store.inventory, ...(preset === undefined ? {} : { preset }) };
  const request: FormRequest = { ...unasked, title: operationTitle(operation, ui.t), stepsBefore: chosen.steps };
  const answers = await askAll(ui, request);
  if (answers === "back") return "back";
  if (answers === undefined) return "declined";
  const result = await performAll(deps, { ...unasked, answers });
  if (result === "done") ui.forget(request);
  return result;
}

/** Says why nothing can be done; where other resources are in the way of a deletion, they can go first. */
async function explainBlocked(deps: OperationDeps, operation: Operation, blocked: readonly Blocked[]): Promise<RunResult> {
  const { store, ui } = deps;
  const title = ui.t("{0} is not possible", operationTitle(operation, ui.t));
  const [only, ...others] = blocked;
  const canGoFirst = only !== undefined && others.length === 0 && canRemoveInOrder(operation, only.key, store.inventory);
  const target = others.length === 0 && only !== undefined ? indexResources(store.inventory).get(only.key) : undefined;
  const about = target === undefined ? [] : aboutLines(target, store.inventory, ui.t);
  const wish = await ui.explain({ title, about, blocked, ...(canGoFirst ? { remedy: ui.t("Delete These First…") } : {}) });
  return wish === "remedy" && only !== undefined ? runRemoval(deps, only.key) : "declined";
}

/** Asks and confirms: in a form, or in one question where there is nothing else to ask. Undefined when the person leaves. */
async function askAll(ui: OperationUi, request: FormRequest): Promise<FormAnswers | "back" | undefined> {
  if (!asksNothing(request)) return ui.ask(request);
  const answers = presetAnswers(request.targets, request.preset);
  if (request.operation.danger === "reads") return answers;
  return (await ui.confirm(lastQuestion({ ...request, answers }, ui.t))) ? answers : undefined;
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
    if (now.some(({ result }) => result === "done")) deps.follow?.({ made: now.flatMap(({ made }) => made?.id ?? []), before, keys: targets.map(({ key }) => key), kinds: operation.touches ?? [] });
    for (const { document } of now) if (document !== undefined) await ui.present(document);
    const report = reportOf({ label: operationTitle(operation, ui.t), outcomes, blocked }, ui.t);
    const wish = await ui.tell(report);
    if (wish === "close") return outcomes.every(({ result }) => result === "done") ? "done" : "failed";
    const index = indexResources(deps.store.inventory);
    // As they are now, which the person has seen: trying again is wanted all the same.
    left = left.filter(({ key }) => outcomes.some((outcome) => outcome.key === key && outcome.mayRetry)).map((target) => index.get(target.key) ?? target);
  }
}

function progressTitle({ store, ui: { t } }: OperationDeps, operation: Operation, targets: readonly Target[]): string {
  const [only] = targets;
  const title = operationTitle(operation, t);
  return targets.length === 1 && only !== undefined ? t("{0}: {1}", title, targetTitle(only, store.inventory)) : title;
}

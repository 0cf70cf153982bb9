import { changedMembers } from "../model/record-change.ts";
import type { ResourceKind } from "../model/resource.ts";
import { madeBy } from "../operations/made.ts";
import type { Operation } from "../operations/operation.ts";
import { sendPages } from "../operations/send-pages.ts";
import { ApiError } from "../operations/send.ts";
import { isPlace, type Target } from "../operations/target.ts";
import type { FormAnswers } from "./operation-form.ts";
import type { Around, OperationDeps, Progress } from "./operation-deps.ts";
import { answersFor, callFor, callRegion } from "./operation-call.ts";
import { failedOutcome, type Outcome } from "./operation-report.ts";
import { sortTargets } from "./operation-targets.ts";
import { targetTitle } from "./target-title.ts";

/** An operation that has been asked about and is to be carried out. */
export interface Performance {
  readonly deps: Pick<OperationDeps, "store" | "send" | "ui">;
  readonly operation: Operation;
  readonly answers: FormAnswers;
}

/** One after the other, past failures: the calls of one selection may depend on each other. */
export async function performEach(performance: Performance, targets: readonly Target[], progress: Progress): Promise<readonly Outcome[]> {
  const { store, ui } = performance.deps;
  const outcomes: Outcome[] = [];
  for (const [index, target] of targets.entries()) {
    const label = targetTitle(target, store.inventory);
    if (progress.signal.aborted) {
      outcomes.push({ key: target.key, label, result: "skipped", message: ui.t("Not started."), mayRetry: false });
      continue;
    }
    if (targets.length > 1) progress.report(ui.t("{0} of {1}: {2}", index + 1, targets.length, label), 0);
    const outcome = await performOne(performance, target, progress.signal);
    progress.report("", 100 / targets.length);
    if (!changesAnything(performance.operation)) {
      outcomes.push(outcome);
      continue;
    }
    // Also after a failure: an aborted or lost request may have been carried out.
    const reading = store.refreshAround(aroundOf(performance, target));
    outcomes.push(outcome.result === "failed" && !outcome.mayRetry ? await explained(performance, outcome, reading) : outcome);
    // The next of a selection may depend on this one, as the last peers of a virtual interface do.
    if (outcome.result === "done" && index + 1 < targets.length) await reading;
  }
  return outcomes;
}

/** A call is refused where somebody was faster: what is listed after that says so better than the API. */
async function explained({ deps: { store, ui }, operation }: Performance, outcome: Outcome, reading: Promise<void>): Promise<Outcome> {
  await reading;
  const [block] = sortTargets(operation, [outcome.key], store.inventory, ui.t).blocked;
  return block === undefined ? outcome : { ...outcome, message: ui.t("{0} {1}", block.message, outcome.message) };
}

function changesAnything({ then = "refresh" }: Operation): boolean {
  return then === "refresh";
}

function aroundOf({ operation, answers, deps }: Performance, target: Target): Around {
  const { touches = [] } = operation;
  const own: readonly ResourceKind[] = isPlace(target) ? [] : [target.kind];
  const isOwnOnly = touches.length === 0 && !isPlace(target);
  const region = isOwnOnly ? target.region : callRegion({ answers, inventory: deps.store.inventory }, target);
  return { kinds: [...new Set([...own, ...touches])], region };
}

async function performOne({ deps, operation, answers }: Performance, asked: Target, signal: AbortSignal): Promise<Outcome> {
  const { store, send, ui } = deps;
  // What was asked may have changed while the person thought about it.
  const { ready, blocked } = sortTargets(operation, [asked.key], store.inventory, ui.t);
  const [target] = ready;
  if (target === undefined) {
    const message = blocked[0]?.message ?? "";
    return { key: asked.key, label: targetTitle(asked, store.inventory), result: "skipped", message, mayRetry: false };
  }
  const subject = { key: target.key, label: targetTitle(target, store.inventory) };
  const changed = isPlace(asked) || isPlace(target) ? [] : changedMembers(asked, target);
  if (changed.length > 0) {
    const message = ui.t("Somebody has changed it since the question was asked ({0}), so nothing was sent. Look at it, and try again if it is still right.", changed.join(", "));
    return { key: target.key, label: targetTitle(target, store.inventory), result: "skipped", message, mayRetry: true };
  }
  try {
    const call = { ...callFor({ operation, answers, inventory: store.inventory }, target), signal };
    const { output, requestId } = await sendPages(send, call, operation.pages);
    const document = operation.document?.(output, target, answersFor(answers, target));
    const made = madeBy(operation.action, output, (id) => store.inventory.resources.some((resource) => resource.id === id));
    return { ...subject, result: "done", message: "", requestId, mayRetry: false, document, made };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failedOutcome(subject, error, ui.t);
  }
}

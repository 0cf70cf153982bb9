import { isOver } from "../model/dependants.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { operationOf } from "../operations/index.ts";
import type { RemovalStep } from "../operations/removal.ts";
import { presetAnswers } from "./operation-form.ts";
import type { OperationDeps, Progress } from "./operation-deps.ts";
import type { Outcome } from "./operation-report.ts";
import { performEach } from "./perform-operation.ts";
import { targetTitle } from "./target-title.ts";
import { waitUntil } from "./wait-until.ts";

export interface RemovalRun {
  readonly deps: Pick<OperationDeps, "store" | "send" | "ui">;
  readonly steps: readonly RemovalStep[];
  /** How long to wait for what has to be gone, and between two looks. */
  readonly patience?: { readonly atMost: number; readonly pause: number };
}

/**
 * Carries a removal out in its order. Each step waits until what hangs on it is gone; one that cannot go leaves what it
 * hangs on, and only that, undone.
 */
export async function performRemoval(run: RemovalRun, progress: Progress): Promise<readonly Outcome[]> {
  const { steps, deps } = run;
  const outcomes: Outcome[] = [];
  for (const [index, step] of steps.entries()) {
    const label = targetTitle(step.resource, deps.store.inventory);
    const saysStep = (): void => progress.report(deps.ui.t("{0} of {1}: {2}", index + 1, steps.length, label), 0);
    outcomes.push(await performStep(run, step, { progress, outcomes, label, saysStep }));
    progress.report("", 100 / steps.length);
  }
  return outcomes;
}

interface SoFar {
  readonly progress: Progress;
  readonly outcomes: readonly Outcome[];
  readonly label: string;
  /** Tells the person that the step's own turn has come. */
  readonly saysStep: () => void;
}

async function performStep(run: RemovalRun, step: RemovalStep, { progress, outcomes, label, saysStep }: SoFar): Promise<Outcome> {
  const { deps } = run;
  const { key } = step.resource;
  const undone = (message: string): Outcome => ({ key, label, result: "skipped", message, mayRetry: true });
  if (progress.signal.aborted) return undone(deps.ui.t("Not started."));
  const inTheWay = outcomes.find((outcome) => step.after.includes(outcome.key) && outcome.result !== "done");
  if (inTheWay !== undefined) return undone(deps.ui.t("Not started: {0} is still there.", inTheWay.label));
  const last = await leftOver(run, step, { progress, label });
  if (last !== undefined) return undone(deps.ui.t("Not started: {0} has not gone in time.", last));
  if (step.operation === undefined || isGone(deps.store.inventory, key)) return { key, label, result: "done", message: "", mayRetry: false };
  saysStep();
  const performance = { deps, operation: operationOf(step.operation), answers: presetAnswers([step.resource]) };
  // As it is now: what went before may have changed it.
  const now = indexResources(deps.store.inventory).get(key) ?? step.resource;
  const [outcome] = await performEach(performance, [now], { signal: progress.signal, report: () => undefined });
  return outcome ?? undone("");
}

/** Waits until everything that hangs on the step's resource is gone; the name of what stayed. */
async function leftOver(run: RemovalRun, { after }: RemovalStep, { progress, label }: Pick<SoFar, "progress" | "label">): Promise<string | undefined> {
  const { deps: { store, ui }, steps, patience = { atMost: 600_000, pause: 1_000 } } = run;
  const { signal } = progress;
  const resources = steps.flatMap(({ resource }) => (after.includes(resource.key) ? [resource] : []));
  const awaited = resources.filter(({ key }) => !isGone(store.inventory, key)).map((resource) => targetTitle(resource, store.inventory));
  if (awaited.length > 0) progress.report(ui.t("{0} waits until this is gone: {1}", label, awaited.join(", ")), 0);
  const around = resources.map(({ kind, region }) => ({ kinds: [kind], region }));
  await waitUntil({ store, around, signal, isReached: (inventory) => after.every((key) => isGone(inventory, key)), ...patience });
  const left = resources.find(({ key }) => !isGone(store.inventory, key));
  return left && targetTitle(left, store.inventory);
}

function isGone(inventory: Inventory, key: string): boolean {
  const resource = indexResources(inventory).get(key);
  return resource === undefined || isOver(resource);
}

import type { Inventory } from "../model/inventory.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { callRegionOf } from "../operations/call-region.ts";
import { operationOf, type OperationId } from "../operations/index.ts";
import { isOffered, type Answers, type Operation, type Parameters } from "../operations/operation.ts";
import { ApiError, type Send } from "../operations/send.ts";
import type { Permit } from "./change-guard.ts";
import { confirmationFor, needsConfirmation, type Confirmation, type ConfirmationSubject } from "./confirmation.ts";
import { arrangeAnswers, questionsFor, type FormAnswers, type Question } from "./operation-form.ts";
import { failedOutcome, reportOf, type Outcome, type Report } from "./operation-report.ts";
import { sortTargets, type Blocked } from "./operation-targets.ts";
import type { Translate } from "./translate.ts";

/** What an operation needs of the inventory's store. */
export interface OperationStore {
  readonly inventory: Inventory;
  /** Resolves when everything chosen has been read once: a command may be the first to want it. */
  ready(): Promise<void>;
  /** Reads again what an operation on the resource may have changed, and watches it until it settles. */
  refreshAround(resource: Resource): Promise<void>;
}

/** How the person is asked and told. */
export interface OperationUi {
  readonly t: Translate;
  /** Undefined when the person leaves, or when there is none. */
  chooseResource(title: string, resources: Promise<readonly Resource[]>): Promise<Resource | undefined>;
  /** The answers in the order of the questions; undefined when the person leaves. */
  ask(title: string, questions: readonly Question[], inventory: Inventory): Promise<readonly unknown[] | undefined>;
  confirm(confirmation: Confirmation): Promise<boolean>;
  /** Why nothing can be done, before any call. */
  explain(title: string, blocked: readonly Blocked[]): Promise<void>;
  /** Shows that the work goes on; aborts the signal when the person cancels. */
  withProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
  /** Tells how it ended; whether to try again what may work the second time. */
  tell(report: Report): Promise<"retry" | "close">;
}

export interface Progress {
  readonly signal: AbortSignal;
  /** What is worked on now, and how much of the whole has become done, in percent. */
  report(message: string, increment: number): void;
}

export interface OperationDeps {
  readonly store: OperationStore;
  readonly send: Send;
  readonly ui: OperationUi;
  /** Whether the profiles may change anything now; asked before any question of the operation's own. */
  readonly permit: Permit;
}

/** `declined`: nothing was sent. `failed`: at least one of the resources was not changed. */
export type RunResult = "done" | "declined" | "failed";

/**
 * Runs an operation as a person means it: guards, asks, confirms, calls, reads again, and tells how it went. Without
 * keys the person chooses one of the resources that it is offered for.
 */
export async function runOperation(
  deps: OperationDeps,
  id: OperationId,
  keys: readonly string[] | undefined,
): Promise<RunResult> {
  const { store, ui } = deps;
  const operation = operationOf(id);
  const chosen = keys ?? (await chooseKeys(deps, operation));
  if (chosen === undefined) return "declined";
  const { ready, blocked } = sortTargets(operation, chosen, store.inventory, ui.t);
  if (ready.length === 0) {
    await ui.explain(ui.t("{0} is not possible", titleOf(operation, ui.t)), blocked);
    return "declined";
  }
  if (!(await deps.permit(operation.danger, ready.map(({ profile }) => profile)))) return "declined";
  const subject = { operation, resources: ready, blocked, inventory: store.inventory };
  const answers = await prepare(deps, subject);
  return answers === undefined ? "declined" : performAll(deps, subject, answers);
}

async function chooseKeys({ store, ui }: OperationDeps, operation: Operation): Promise<readonly string[] | undefined> {
  const offered = store.ready().then(() => store.inventory.resources.filter((resource) => isOffered(operation, resource)));
  const resource = await ui.chooseResource(titleOf(operation, ui.t), offered);
  return resource === undefined ? undefined : [resource.key];
}

/** Asks and confirms; undefined when the person leaves. */
async function prepare({ ui }: OperationDeps, subject: ConfirmationSubject): Promise<FormAnswers | undefined> {
  const { operation, resources, inventory } = subject;
  const questions = questionsFor(operation, resources);
  const answers = questions.length === 0 ? [] : await ui.ask(titleOf(operation, ui.t), questions, inventory);
  if (answers === undefined) return undefined;
  if (needsConfirmation(subject) && !(await ui.confirm(confirmationFor(subject, ui.t)))) return undefined;
  return arrangeAnswers(questions, answers);
}

async function performAll(
  deps: OperationDeps,
  { operation, resources, blocked }: ConfirmationSubject,
  answers: FormAnswers,
): Promise<RunResult> {
  const { ui } = deps;
  let outcomes: readonly Outcome[] = [];
  let left: readonly Resource[] = resources;
  for (;;) {
    const now = await ui.withProgress(progressTitle(operation, left, ui.t), (progress) =>
      performEach({ deps, operation, answers }, left, progress),
    );
    outcomes = [...outcomes.filter(({ key }) => !now.some((outcome) => outcome.key === key)), ...now];
    const report = reportOf({ label: titleOf(operation, ui.t), outcomes, blocked }, ui.t);
    const wish = await ui.tell(report);
    if (wish === "close") return outcomes.every(({ result }) => result === "done") ? "done" : "failed";
    left = left.filter(({ key }) => outcomes.some((outcome) => outcome.key === key && outcome.mayRetry));
  }
}

interface Run {
  readonly deps: OperationDeps;
  readonly operation: Operation;
  readonly answers: FormAnswers;
}

/** One after the other, past failures: the calls of one selection may depend on each other. */
async function performEach(run: Run, resources: readonly Resource[], progress: Progress): Promise<readonly Outcome[]> {
  const { t } = run.deps.ui;
  const outcomes: Outcome[] = [];
  for (const [index, resource] of resources.entries()) {
    const label = labelOf(resource);
    if (progress.signal.aborted) {
      outcomes.push({ key: resource.key, label, result: "skipped", message: t("Not started."), mayRetry: false });
      continue;
    }
    if (resources.length > 1) progress.report(t("{0} of {1}: {2}", index + 1, resources.length, label), 0);
    const outcome = await performOne(run, resource, progress.signal);
    outcomes.push(outcome);
    progress.report("", 100 / resources.length);
    // Also after a failure: an aborted or lost request may have been carried out.
    const reading = run.deps.store.refreshAround(resource);
    // The next of a selection may depend on this one, as the last peers of a virtual interface do.
    if (outcome.result === "done" && index + 1 < resources.length) await reading;
  }
  return outcomes;
}

async function performOne({ deps, operation, answers }: Run, asked: Resource, signal: AbortSignal): Promise<Outcome> {
  const { store, send, ui } = deps;
  // What was asked may have changed while the person thought about it.
  const { ready, blocked } = sortTargets(operation, [asked.key], store.inventory, ui.t);
  const [resource] = ready;
  if (resource === undefined) {
    const message = blocked[0]?.message ?? "";
    return { key: asked.key, label: labelOf(asked), result: "skipped", message, mayRetry: false };
  }
  const region = callRegionOf(resource, homeRegionOf(resource, store.inventory));
  try {
    const { requestId } = await send({
      profile: resource.profile,
      region,
      action: operation.action,
      input: operation.input(answersFor(answers, resource), resource, region),
      signal,
    });
    return { key: resource.key, label: labelOf(resource), result: "done", message: "", requestId, mayRetry: false };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failedOutcome(resource, error, ui.t);
  }
}

/** The form has asked exactly what the entry's parameters say. */
function answersFor(answers: FormAnswers, resource: Resource): Answers<Parameters> {
  return (answers.get(resource.key) ?? {}) as Answers<Parameters>;
}

/** Where to send what is global: the first Region that the profile reads. */
function homeRegionOf(resource: Resource, inventory: Inventory): string {
  return inventory.accounts.find(({ profile }) => profile === resource.profile)?.regions[0] ?? "us-east-1";
}

/** The label as a heading: without the ellipsis that promises a question. */
function titleOf(operation: Operation, t: Translate): string {
  return said(operation.label, t).replace(/…$/, "");
}

function progressTitle(operation: Operation, resources: readonly Resource[], t: Translate): string {
  const [only] = resources;
  const title = titleOf(operation, t);
  return resources.length === 1 && only !== undefined ? t("{0}: {1}", title, labelOf(only)) : title;
}

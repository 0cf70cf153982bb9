import type { Inventory } from "../model/inventory.ts";
import { lossOf, noLoss } from "../model/loss.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { noText, said } from "../model/text.ts";
import { dangerOf, isRead } from "../operations/call-danger.ts";
import { entryOf, kindsTouchedBy } from "../operations/call-entry.ts";
import type { CallReport } from "../operations/call-report.ts";
import type { CallRequest } from "../operations/call-request.ts";
import { namedSubject, subjectOf } from "../operations/call-subject.ts";
import { madeBy } from "../operations/made.ts";
import type { Answers, Parameters } from "../operations/parameter.ts";
import type { Action, InputOf } from "../operations/sdk.ts";
import { ApiError, type Send } from "../operations/send.ts";
import type { Permit } from "./change-guard.ts";
import { inParagraphs, nameAndId, type Confirmation } from "./confirmation.ts";
import { lossList, lossSentences, stopsSomething } from "./loss-text.ts";
import type { Around, OperationDeps, OperationUi, RunResult } from "./operation-deps.ts";
import { failedText, mayWorkAgain, type Report } from "./operation-report.ts";
import { sortTargets } from "./operation-targets.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

export interface CallDeps {
  readonly store: {
    readonly inventory: Inventory;
    refreshAround(around: Around): Promise<void>;
    refresh(): Promise<void>;
  };
  readonly send: Send;
  readonly permit: Permit;
  readonly follow?: OperationDeps["follow"];
  readonly ui: Pick<OperationUi, "t" | "confirm" | "withProgress" | "tell">;
  /** Values as JSON with every secret masked. */
  readonly mask: (value: unknown) => JsonObject;
  /** Shows what the service answered, secrets masked. */
  readonly show: (title: string, answer: JsonObject) => Promise<void>;
  /** Another endpoint than AWS's, where a profile's calls go there. */
  readonly endpointOf: (profile: string) => string | undefined;
}

/** Where a request comes from. */
export interface CallOrigin {
  /** Written out by a person. */
  readonly written?: boolean;
  /** The call that it repeats: where that went. */
  readonly earlier?: Pick<CallReport, "endpoint">;
}

/**
 * Makes the call under the same guard as any operation: permitted, confirmed by its danger, told, and read again. A
 * request that was `written` out is a deliberate step, as a form is; what is graver than a change is asked all the same.
 * The question says when it goes elsewhere than the one that it repeats.
 */
export async function runCall(deps: CallDeps, request: CallRequest, { written = false, earlier }: CallOrigin = {}): Promise<RunResult> {
  const danger = dangerOf(request.action);
  if (!(await deps.permit(danger, [request.profile]))) return "declined";
  if (isAsked(request, deps, written) && !(await deps.ui.confirm(confirmationOf(request, deps, earlier)))) return "declined";
  return perform(deps, request);
}

/** What an entry of the table would refuse is said, and left to the person: this way is for what no entry foresaw. */
function isAsked(request: CallRequest, deps: CallDeps, written: boolean): boolean {
  const danger = dangerOf(request.action);
  return danger === "changes" ? !written || warningOf(request, deps) !== "" : danger !== "reads";
}

/** Calls, again as long as the person wants it where that may help. */
async function perform(deps: CallDeps, request: CallRequest): Promise<RunResult> {
  const { ui, store } = deps;
  for (;;) {
    const before = new Set(store.inventory.resources.map(({ key }) => key));
    const outcome = await ui.withProgress(request.action, ({ signal }) => callOnce(deps, request, signal));
    // Also after a failure: an aborted or lost request may have been carried out.
    if (!isRead(request.action)) void refreshAfter(store, request);
    if (!(outcome instanceof ApiError)) {
      follow(deps, request, { output: outcome, before });
      await deps.show(request.action, outcome);
      await ui.tell({ result: "done", summary: ui.t("{0} done", request.action), details: undefined, mayRetry: false });
      return "done";
    }
    if ((await ui.tell(reportOf(outcome, ui.t))) === "close") return "failed";
  }
}

async function callOnce({ send, mask }: CallDeps, { action, profile, region, input }: CallRequest, signal: AbortSignal): Promise<JsonObject | ApiError> {
  try {
    // Whoever wrote the request has checked it against the service's model; the compiler cannot know it.
    const call = { action: action as Action, profile, region, input: input as InputOf<Action>, signal };
    return mask((await send(call)).output);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Tells later what becomes of what the call names or has made, as after the same call from a menu. */
function follow(deps: CallDeps, { action, input }: CallRequest, { output, before }: { readonly output: JsonObject; readonly before: ReadonlySet<string> }): void {
  if (isRead(action)) return;
  const { inventory } = deps.store;
  const made = madeBy(action, output, (id) => inventory.resources.some((resource) => resource.id === id));
  const subject = namedSubject(action, input, inventory);
  deps.follow?.({ made: made === undefined ? [] : [made.id], before, keys: subject === undefined ? [] : [subject.key], kinds: kindsTouchedBy(action) });
}

/** What the call names is read again alone; what it makes can be anywhere. */
function refreshAfter(store: CallDeps["store"], { action, input }: CallRequest): Promise<void> {
  const resource = namedSubject(action, input, store.inventory);
  return resource === undefined ? store.refresh() : store.refreshAround({ kinds: [resource.kind], region: resource.region });
}

function confirmationOf(request: CallRequest, deps: CallDeps, earlier: CallOrigin["earlier"]): Confirmation {
  const { action, profile, region, input } = request;
  const { store, mask, ui: { t } } = deps;
  const { inventory } = store;
  const danger = dangerOf(action);
  const account = inventory.accounts.find((one) => one.profile === profile)?.id;
  const known = namedSubject(action, input, inventory);
  const taken = takenBy(request, inventory);
  const where = [
    account === undefined ? t("Profile {0}", profile) : t("Account {0} (profile {1})", account, profile),
    t("Region {0}", region),
    known === undefined ? subjectOf(action, input) : nameAndId(known, inventory),
  ];
  const about = [elsewhereText(request, deps, earlier), where.filter((line) => line !== "").join("\n"), JSON.stringify(mask(input), undefined, 2)];
  const message = t("Call {0}?", action);
  const loss = taken === undefined ? noLoss : lossOf([taken], inventory);
  const further = [consequenceOf(request, inventory, t), warningOf(request, deps)];
  return {
    message,
    detail: inParagraphs([...about, lossSentences(loss, danger, { inventory, t }).join("\n"), ...further]),
    button: t("Call"),
    ...(stopsSomething(danger) ? { inFull: inParagraphs([message, ...about, ...lossList(loss, danger, { inventory, t }), ...further]) } : {}),
    ...(danger === "destroys" ? { typed: taken === undefined ? action : targetTitle(taken, inventory) } : {}),
  };
}

/** That it goes to another endpoint than the call that it repeats, which may have been a simulator's; empty where it does not. */
function elsewhereText({ profile }: CallRequest, { endpointOf, ui: { t } }: CallDeps, earlier: CallOrigin["earlier"]): string {
  const now = endpointOf(profile);
  if (earlier === undefined || earlier.endpoint === now) return "";
  return t("The call went to {0} then. Now it goes to {1}.", earlier.endpoint ?? t("AWS"), now ?? t("AWS"));
}

/** What is taken away or interrupted, where it is sure: the resource that the call is about, if the table's entry is for it. */
function takenBy(request: CallRequest, inventory: Inventory): Resource | undefined {
  const entry = entryOf(request, inventory);
  if (entry === undefined || entry.target.key !== namedSubject(request.action, request.input, inventory)?.key) return undefined;
  const { operation, target, answers } = entry;
  const canStop = answers === undefined || (operation.stops?.(target, inventory, answers as Answers<Parameters>) ?? true);
  return canStop ? target : undefined;
}

/** What else follows, as the same call says it when it is made from a menu; empty where that depends on what AWS chooses. */
function consequenceOf(request: CallRequest, inventory: Inventory, t: Translate): string {
  const entry = entryOf(request, inventory);
  if (entry?.answers === undefined) return "";
  return said(entry.operation.consequence?.(entry.target, inventory, entry.answers as Answers<Parameters>) ?? noText, t);
}

/** Why the same call would not be made from a menu; empty where it would. */
function warningOf(request: CallRequest, { store: { inventory }, ui: { t } }: CallDeps): string {
  const entry = entryOf(request, inventory);
  const [block] = entry === undefined ? [] : sortTargets(entry.operation, [entry.target.key], inventory, t).blocked;
  return block === undefined ? "" : t("AWS is likely to refuse it: {0}", block.message);
}

function reportOf(error: ApiError, t: Translate): Report {
  if (error.reason === "cancelled") {
    return { result: "cancelled", summary: t("{0} was cancelled. It may have been carried out before that.", error.action), details: undefined, mayRetry: false };
  }
  const request = error.requestId === undefined ? error.action : t("{0}, request {1}", error.action, error.requestId);
  return { result: "failed", summary: failedText(error, request, t), details: undefined, mayRetry: mayWorkAgain(error) };
}

import { indexResources, type Inventory } from "../model/inventory.ts";
import { lossOf, noLoss } from "../model/loss.ts";
import type { JsonObject } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { dangerOf, isRead } from "../operations/call-danger.ts";
import type { CallRequest } from "../operations/call-request.ts";
import { subjectOf } from "../operations/call-subject.ts";
import type { Action, InputOf } from "../operations/sdk.ts";
import { ApiError, type Send } from "../operations/send.ts";
import type { Permit } from "./change-guard.ts";
import { inParagraphs, type Confirmation } from "./confirmation.ts";
import { lossList, lossSentences } from "./loss-text.ts";
import type { Around, OperationUi, RunResult } from "./operation-deps.ts";
import type { Translate } from "./translate.ts";

export interface CallDeps {
  readonly store: {
    readonly inventory: Inventory;
    refreshAround(around: Around): Promise<void>;
    refresh(): Promise<void>;
  };
  readonly send: Send;
  readonly permit: Permit;
  readonly ui: Pick<OperationUi, "t" | "confirm" | "withProgress" | "tell">;
  /** Values as JSON with every secret masked. */
  readonly mask: (value: unknown) => JsonObject;
  /** Shows what the service answered, secrets masked. */
  readonly show: (title: string, answer: JsonObject) => Promise<void>;
}

/**
 * Makes the call under the same guard as any operation: permitted, confirmed by its danger, told, and read again. A
 * request that was `written` out is a deliberate step, as a form is; what is graver than a change is asked all the same.
 */
export async function runCall(deps: CallDeps, request: CallRequest, { written = false } = {}): Promise<RunResult> {
  const danger = dangerOf(request.action);
  if (!(await deps.permit(danger, [request.profile]))) return "declined";
  const isAsked = danger === "interrupts" || danger === "destroys" || (danger === "changes" && !written);
  if (isAsked && !(await deps.ui.confirm(confirmationOf(request, deps)))) return "declined";
  return perform(deps, request);
}

/** Calls, again as long as the person wants it where that may help. */
async function perform(deps: CallDeps, request: CallRequest): Promise<RunResult> {
  const { ui, store } = deps;
  for (;;) {
    const outcome = await ui.withProgress(request.action, ({ signal }) => callOnce(deps, request, signal));
    // Also after a failure: an aborted or lost request may have been carried out.
    if (!isRead(request.action)) void refreshAfter(store, request);
    if (!(outcome instanceof ApiError)) {
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

/** What the call names is read again alone; what it makes can be anywhere. */
function refreshAfter(store: CallDeps["store"], { action, input }: CallRequest): Promise<void> {
  const subject = subjectOf(action, input);
  const resource = store.inventory.resources.find(({ id }) => id === subject);
  return resource === undefined ? store.refresh() : store.refreshAround({ kinds: [resource.kind], region: resource.region });
}

function confirmationOf({ action, profile, region, input }: CallRequest, { store, mask, ui: { t } }: CallDeps): Confirmation {
  const { inventory } = store;
  const danger = dangerOf(action);
  const account = inventory.accounts.find((one) => one.profile === profile)?.id;
  const subject = subjectOf(action, input);
  const known = [...indexResources(inventory).values()].find(({ id }) => id === subject);
  const where = [
    account === undefined ? t("Profile {0}", profile) : t("Account {0} (profile {1})", account, profile),
    t("Region {0}", region),
    known === undefined || known.name === "" ? subject : `${known.name} (${known.id})`,
  ];
  const about = [where.filter((line) => line !== "").join("\n"), JSON.stringify(mask(input), undefined, 2)];
  const message = t("Call {0}?", action);
  const loss = known === undefined ? noLoss : lossOf([known], inventory);
  const whole = { inFull: inParagraphs([message, ...about, ...lossList(loss, { inventory, t })]), typed: known?.name || subject || action };
  return {
    message,
    detail: inParagraphs([...about, lossSentences(loss, danger, { inventory, t }).join("\n")]),
    button: t("Call"),
    ...(danger === "destroys" ? whole : {}),
  };
}

function reportOf(error: ApiError, t: Translate): Parameters<OperationUi["tell"]>[0] {
  if (error.reason === "cancelled") {
    return { result: "cancelled", summary: t("{0} was cancelled. It may have been carried out before that.", error.action), details: undefined, mayRetry: false };
  }
  const request = error.requestId === undefined ? error.action : t("{0}, request {1}", error.action, error.requestId);
  const mayRetry = mayWorkAgain.includes(error.reason);
  return { result: "failed", summary: t("{0} ({1})", said(error.text, t), request), details: undefined, mayRetry };
}

const mayWorkAgain: readonly ApiError["reason"][] = ["throttled", "unreachable", "expired", "credentials"];

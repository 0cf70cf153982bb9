import type { FailureReason } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import type { AnswerDocument } from "../operations/answer-document.ts";
import type { Made } from "../operations/made.ts";
import type { ApiError } from "../operations/send.ts";
import type { Blocked } from "./operation-targets.ts";
import type { Translate } from "./translate.ts";

/** How it went with one target. */
export interface Outcome {
  readonly key: string;
  readonly label: string;
  readonly result: "done" | "failed" | "cancelled" | "skipped";
  /** Why it is not done; empty when it is. */
  readonly message: string;
  readonly requestId?: string | undefined;
  /** Whether the same call may work the next time. */
  readonly mayRetry: boolean;
  /** What the answer brought to look at or to keep. */
  readonly document?: AnswerDocument | undefined;
  /** What there is now that was not there before. */
  readonly made?: Made | undefined;
}

/** How a run ended, in the words that are shown. */
export interface Report {
  readonly result: "done" | "failed" | "cancelled";
  readonly summary: string;
  /** A line for each resource, where there were several. */
  readonly details: string | undefined;
  readonly mayRetry: boolean;
}

export interface Results {
  /** The operation's label. */
  readonly label: string;
  readonly outcomes: readonly Outcome[];
  /** Those of the selection that no call was made for. */
  readonly blocked: readonly Blocked[];
}

const worthRetrying: readonly (FailureReason | "cancelled")[] = [
  "throttled",
  "unreachable",
  "expired",
  "credentials",
  "malformed",
];

/** The API's own message, with the operation and the request id that AWS's support asks for. */
export function failedOutcome(subject: Pick<Outcome, "key" | "label">, error: ApiError, t: Translate): Outcome {
  const base = { ...subject, requestId: error.requestId };
  if (error.reason === "cancelled") {
    const message = t("Cancelled. It may have been carried out before that.");
    return { ...base, result: "cancelled", message, mayRetry: false };
  }
  const request = error.requestId === undefined ? error.action : t("{0}, request {1}", error.action, error.requestId);
  return {
    ...base,
    result: "failed",
    message: failedText(error, request, t),
    mayRetry: mayWorkAgain(error),
  };
}

/** What went wrong in which request, and that it may have been carried out all the same where that is not known. */
export function failedText(error: ApiError, request: string, t: Translate): string {
  const text = t("{0} ({1})", said(error.text, t), request);
  return error.mayBeDone ? t("{0} It may have been carried out all the same: look whether it has before you do it again.", text) : text;
}

/** Ordering something twice makes two of it, and both are charged; whatever else comes twice is refused. */
export function mayWorkAgain({ action, reason, mayBeDone }: ApiError): boolean {
  return worthRetrying.includes(reason) && !(mayBeDone && /^(Create|Allocate)[A-Z]/.test(action));
}

export function reportOf(results: Results, t: Translate): Report {
  const { label, outcomes } = results;
  const [only] = outcomes;
  const mayRetry = outcomes.some((outcome) => outcome.mayRetry);
  if (outcomes.length === 1 && only !== undefined) {
    return { result: resultOf(outcomes), summary: summaryOfOne(label, only, t), details: undefined, mayRetry };
  }
  const done = outcomes.filter(({ result }) => result === "done").length;
  return {
    result: resultOf(outcomes),
    summary: t("{0}: {1} of {2} done.", label, done, outcomes.length),
    details: detailsText(results, t),
    mayRetry,
  };
}

function resultOf(outcomes: readonly Outcome[]): Report["result"] {
  if (outcomes.every(({ result }) => result === "done")) return "done";
  return outcomes.some(({ result }) => result === "cancelled") ? "cancelled" : "failed";
}

function summaryOfOne(label: string, { label: name, result, message, made }: Outcome, t: Translate): string {
  switch (result) {
    case "done":
      return t("{0} done: {1}", label, made === undefined ? name : madeText(made));
    case "failed":
      return t("{0} failed for {1}: {2}", label, name, message);
    case "cancelled":
      return t("{0}, {1}: {2}", label, name, message);
    case "skipped":
      return t("{0}: {1}", label, message);
  }
}

function madeText({ id, name }: Made): string {
  return name === "" || name === id ? id : `${name} (${id})`;
}

function detailsText({ label, outcomes, blocked }: Results, t: Translate): string {
  const words: Readonly<Record<Outcome["result"], string>> = {
    done: t("done"),
    failed: t("failed"),
    cancelled: t("cancelled"),
    skipped: t("not run"),
  };
  const lines = [
    ...outcomes.map(({ key, label: name, result, message, made }) => ({ key, name, word: words[result], message: made === undefined ? message : t("made: {0}", madeText(made)) })),
    ...blocked.map(({ key, label: name, message }) => ({ key, name, word: words.skipped, message })),
  ];
  return [
    label,
    "",
    ...lines.map(({ key, name, word, message }) => {
      const id = key.slice(key.indexOf("/") + 1);
      return `${word}: ${name === id ? id : `${name} (${id})`}${message === "" ? "" : `\n    ${message}`}`;
    }),
    "",
  ].join("\n");
}

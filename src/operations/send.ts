import type { HttpHandlerOptions } from "@smithy/types";
import type { FailureReason } from "../model/inventory.ts";
import { english, type Text } from "../model/text.ts";
import type { Action, InputOf, OutputOf } from "./sdk.ts";

/** What the SDK takes as `abortSignal`; the platform's `AbortSignal` is one. */
export type CancelSignal = NonNullable<HttpHandlerOptions["abortSignal"]>;

/** One call of one API operation. Aborting the signal aborts the HTTP request. */
export interface Call<A extends Action> {
  readonly profile: string;
  readonly region: string;
  readonly action: A;
  readonly input: InputOf<A>;
  readonly signal?: CancelSignal;
  /** Nobody has asked for just this: where it may not be called or the endpoint lacks it, nothing is amiss. */
  readonly isOptional?: boolean;
}

export interface Answer<A extends Action> {
  readonly output: OutputOf<A>;
  readonly requestId: string | undefined;
}

/** Makes the call. Throws an `ApiError`, whatever went wrong. */
export type Send = <A extends Action>(call: Call<A>) => Promise<Answer<A>>;

/**
 * A call that failed: at AWS, on the way there, or before it could leave. It has no cause: what was caught may hold the
 * request, and with it a secret that was sent.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The operation: `DeleteConnection`. */
  readonly action: string;
  /** The service's or the network's own code: `DirectConnectClientException`, `ECONNREFUSED`. */
  readonly code: string;
  readonly reason: FailureReason | "cancelled";
  readonly requestId: string | undefined;
  /** Whether it changes something and may have been carried out all the same, as where only the answer was lost. */
  readonly mayBeDone: boolean;
  /** Whether the endpoint does not have the operation, as those that are older or only stand for AWS. */
  readonly isUnknownOperation: boolean;
  /** What went wrong, for whoever reads it; `message` is the same in English. */
  readonly text: Text;

  constructor(failure: {
    action: string;
    code: string;
    reason: FailureReason | "cancelled";
    text: Text;
    requestId?: string | undefined;
    mayBeDone?: boolean;
    isUnknownOperation?: boolean;
  }) {
    super(english(failure.text));
    this.action = failure.action;
    this.code = failure.code;
    this.reason = failure.reason;
    this.requestId = failure.requestId;
    this.mayBeDone = failure.mayBeDone ?? false;
    this.isUnknownOperation = failure.isUnknownOperation ?? false;
    this.text = failure.text;
  }
}

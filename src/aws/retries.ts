import type { RetryErrorInfo, RetryStrategyV2 } from "@smithy/types";

/** Codes of calls that never reached the service. */
export const neverArrived: readonly string[] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** The retry strategies of the SDK, of which those of today can be told what a failure means. */
type Strategy<S> = S | RetryStrategyV2;

/** The SDK takes a reached quota for throttling by its name; waiting does not raise a quota. */
export function exceptQuotas<S extends object>(strategy: S): Strategy<S> {
  return judging(strategy, ({ error }) => error instanceof Error && error.name === "LimitExceededException");
}

/**
 * What changes something is sent again only where it cannot have been carried out: no operation that orders something
 * knows the same order when it comes twice, and ports are charged.
 */
export function exceptWhatMayBeDone<S extends object>(strategy: S): Strategy<S> {
  return judging(strategy, ({ error, errorType }) => errorType !== "THROTTLING" && !neverArrived.includes(codeOf(error)));
}

function judging<S extends object>(strategy: S, isFinal: (info: RetryErrorInfo) => boolean): Strategy<S> {
  if (!isOfToday(strategy)) return strategy;
  const standard: RetryStrategyV2 = strategy;
  return {
    acquireInitialRetryToken: (scope) => standard.acquireInitialRetryToken(scope),
    recordSuccess: (token) => standard.recordSuccess(token),
    refreshRetryTokenForRetry: (token, info) => standard.refreshRetryTokenForRetry(token, isFinal(info) ? { ...info, errorType: "CLIENT_ERROR" } : info),
  };
}

function isOfToday(strategy: object): strategy is RetryStrategyV2 {
  return "refreshRetryTokenForRetry" in strategy;
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";
}

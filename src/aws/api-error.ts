import type { FailureReason } from "../model/inventory.ts";
import { masked } from "../model/secret-members.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { isRead } from "../operations/call-danger.ts";
import type { Action } from "../operations/sdk.ts";
import { ApiError, type Call } from "../operations/send.ts";
import { neverArrived } from "./retries.ts";

/** Thrown where credentials could not be had, so that its causes are not taken for the service's own refusals. */
export class CredentialsFailure extends Error {
  override readonly name = "CredentialsFailure";
}

/** Thrown where an answer has arrived that is not what the API promises. */
export class MalformedAnswer extends Error {
  override readonly name = "MalformedAnswer";
}

export interface FailedCall {
  readonly action: string;
  readonly profile: string;
  /** Where it went, for messages: a host or an endpoint. */
  readonly endpoint: Text;
  /** Secrets that were sent; a service may quote in its message what it refuses. */
  readonly secrets?: readonly string[];
}

/** What went wrong with a call, in the terms that decide what the user can do about it. */
export function toApiError(call: FailedCall, error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const seen = withoutSecrets(inspect(error), call.secrets);
  const isUnknown = isUnknownOperation(seen);
  const reason = isUnknown ? "refused" : reasonOf(error, seen);
  return new ApiError({
    action: call.action,
    code: seen.code,
    reason,
    text: textFor(call, reason, seen),
    requestId: seen.requestId,
    mayBeDone: !isRead(call.action) && mayBeDone(error, reason, seen),
    isUnknownOperation: isUnknown,
  });
}

/** Whether a failure is nothing to tell or warn of: what a reading passes over in silence, the log does too. */
export function isExpectedFailure({ reason, isUnknownOperation: isUnknown }: ApiError, { isOptional = false }: Pick<Call<Action>, "isOptional">): boolean {
  if (reason === "cancelled" || reason === "notPartner") return true;
  return isOptional && (reason === "denied" || isUnknown);
}

/** The service refused nothing: its answer is lost, broken, or says that it failed itself. */
function mayBeDone(error: unknown, reason: Reason, seen: Seen): boolean {
  if (error instanceof CredentialsFailure || reason === "throttled" || isUnknownOperation(seen)) return false;
  return reason === "malformed" || (seen.status ?? 0) >= 500 || chainOf(error).some(({ name, code }) => name === "TimeoutError" || lostOnTheWay.includes(code));
}

interface Seen {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
  readonly status: number | undefined;
}

function withoutSecrets(seen: Seen, secrets: readonly string[] = []): Seen {
  return { ...seen, message: secrets.reduce((message, secret) => message.replaceAll(secret, masked), seen.message) };
}

/** Reads an error of unknown make; a property that throws or has an unexpected type is left out. */
function inspect(error: unknown): Seen {
  if (!isObject(error)) return { name: "", code: "", message: String(error), requestId: undefined, status: undefined };
  const metadata = isObject(error["$metadata"]) ? error["$metadata"] : {};
  const name = textOf(error["name"]);
  const nodeCode = textOf(error["code"]);
  return {
    name,
    code: nodeCode === "" ? (name === "" ? "Error" : name) : nodeCode,
    message: textOf(error["message"]),
    requestId: textOf(metadata["requestId"]) || undefined,
    status: typeof metadata["httpStatusCode"] === "number" ? metadata["httpStatusCode"] : undefined,
  };
}

type Reason = FailureReason | "cancelled";

function reasonOf(error: unknown, seen: Seen): Reason {
  if (seen.name === "AbortError") return "cancelled";
  if (isNetworkFailure(error)) return "unreachable";
  if (error instanceof CredentialsFailure) return isExpiry(error) ? "expired" : "credentials";
  if (error instanceof MalformedAnswer || error instanceof SyntaxError || isBrokenAnswer(error, seen)) return "malformed";
  if (seen.message.includes("is not an authorized Direct Connect partner")) return "notPartner";
  return reasonsByName.get(seen.name) ?? reasonOfStatus(seen.status);
}

/** The SDK's own code fails with these when a field of an answer has another type than promised. */
function isBrokenAnswer(error: unknown, seen: Seen): boolean {
  return (error instanceof TypeError || error instanceof RangeError) && (seen.status === undefined || seen.status < 300);
}

const reasonsByName: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ...["ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"].map((name) => [name, "expired"] as const),
  ...[
    "UnrecognizedClientException",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "IncompleteSignature",
    "IncompleteSignatureException",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "InvalidAccessKeyId",
    "AuthFailure",
    "OptInRequired",
  ].map((name) => [name, "credentials"] as const),
  ...["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized"].map((name) => [name, "denied"] as const),
  ...["Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestLimitExceeded", "TooManyRequestsException", "SlowDown"].map(
    (name) => [name, "throttled"] as const,
  ),
]);

function reasonOfStatus(status: number | undefined): Reason {
  if (status === 429) return "throttled";
  return status !== undefined && status >= 502 && status <= 504 ? "unreachable" : "refused";
}

/** Codes of calls that may have reached the service before the line broke. */
const lostOnTheWay: readonly string[] = ["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"];

const networkCodes: readonly string[] = [
  ...neverArrived,
  ...lostOnTheWay,
  "EPROTO",
  "ERR_INVALID_URL",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
];

/** Also when it lies behind another error, as where the SDK asks a second service for credentials. */
function isNetworkFailure(error: unknown): boolean {
  return chainOf(error).some(({ name, code }) => name === "TimeoutError" || networkCodes.includes(code));
}

function isExpiry(error: unknown): boolean {
  return chainOf(error).some(
    ({ name, message }) =>
      reasonsByName.get(name) === "expired" ||
      name === "UnauthorizedException" ||
      /\bexpired\b|\baws (?:sso )?login\b/i.test(message),
  );
}

function chainOf(error: unknown): readonly Seen[] {
  const chain: Seen[] = [];
  let next: unknown = error;
  while (isObject(next) && chain.length < 8) {
    chain.push(inspect(next));
    next = next["cause"];
  }
  return chain;
}

function textFor(call: FailedCall, reason: Reason, seen: Seen): Text {
  const said = seen.message === "" ? seen.code : firstLine(seen.message);
  if (isUnknownOperation(seen)) return phrase("{0} does not know {1}: it is newer than this endpoint.", call.endpoint, call.action);
  const word = wordings[reason];
  return word === undefined ? verbatim(said) : word(call, said);
}

/** What endpoints answer to an operation that they do not have: AWS by name, emulators of it with HTTP's 501. */
function isUnknownOperation({ name, status }: Seen): boolean {
  return status === 501 || ["UnknownOperationException", "UnknownOperation", "InvalidAction"].includes(name);
}

/** Where AWS's own sentence does not say what to do; the others are passed on as they are. */
const wordings: Readonly<Partial<Record<Reason, (call: FailedCall, said: string) => Text>>> = {
  cancelled: ({ action }) => phrase("{0} was cancelled.", action),
  unreachable: ({ endpoint }, said) =>
    phrase("{0} does not answer ({1}). Check the network, the proxy and the endpoint setting.", endpoint, said),
  credentials: ({ profile }, said) => phrase("Profile {0} gives no usable credentials: {1}", profile, said),
  expired: ({ profile }, said) => phrase("The credentials of profile {0} have expired: sign in again. {1}", profile, said),
  malformed: ({ action }, said) => phrase("{0} brought an answer that cannot be understood: {1}", action, said),
  throttled: (_, said) => phrase("AWS asks for fewer requests, also after several pauses: {0}", said),
};

/** The SDK appends hints for programmers below the first line. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { CredentialsFailure, isExpectedFailure, MalformedAnswer, toApiError } from "../../src/aws/api-error.ts";
import { verbatim } from "../../src/model/text.ts";
import type { ApiError } from "../../src/operations/send.ts";

const call = { action: "DescribeLags", profile: "prod", endpoint: verbatim("http://127.0.0.1:1") };

function awsError(name: string, message = "", status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { requestId: "r-1", httpStatusCode: status } });
}

function nodeError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

describe("the reason of a failed call", () => {
  const cases: readonly (readonly [string, unknown, ApiError["reason"]])[] = [
    ["an expired token", awsError("ExpiredTokenException"), "expired"],
    ["an expired token of an older service", awsError("ExpiredToken"), "expired"],
    ["credentials that AWS does not know", awsError("UnrecognizedClientException"), "credentials"],
    ["a wrong signature", awsError("InvalidSignatureException"), "credentials"],
    ["a permission that is missing", awsError("AccessDeniedException"), "denied"],
    ["throttling", awsError("ThrottlingException"), "throttled"],
    ["throttling by status", awsError("Unnamed", "", 429), "throttled"],
    ["a quota, which is no throttling", awsError("LimitExceededException", "The limit has been exceeded"), "refused"],
    ["a refusal", awsError("DirectConnectClientException", "Lag ID x has an invalid format."), "refused"],
    ["a server error", awsError("DirectConnectServerException", "", 500), "refused"],
    ["a gateway that is out", awsError("Unnamed", "", 503), "unreachable"],
    ["an account that is no partner", awsError("DirectConnectClientException", "Account [1] is not an authorized Direct Connect partner in eu-west-2."), "notPartner"],
    ["nobody listens", nodeError("ECONNREFUSED"), "unreachable"],
    ["no such host", nodeError("ENOTFOUND"), "unreachable"],
    ["a certificate that is not trusted", nodeError("SELF_SIGNED_CERT_IN_CHAIN"), "unreachable"],
    ["a time-out", Object.assign(new Error("late"), { name: "TimeoutError" }), "unreachable"],
    ["an abort", Object.assign(new Error("aborted"), { name: "AbortError" }), "cancelled"],
    ["no JSON", new SyntaxError("Unexpected token <"), "malformed"],
    ["a field of another type", new TypeError("x.map is not a function"), "malformed"],
    ["an answer that we refuse", new MalformedAnswer("connections is not a list"), "malformed"],
    ["a profile that is not there", new CredentialsFailure("Could not resolve credentials using profile: [prod]"), "credentials"],
    ["a sign-on that has ended", new CredentialsFailure("Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile."), "expired"],
    ["a role that may not be assumed", new CredentialsFailure("not allowed", { cause: awsError("AccessDenied") }), "credentials"],
    ["a sign-on service that is out of reach", new CredentialsFailure("failed", { cause: nodeError("ENOTFOUND") }), "unreachable"],
    ["a text that was thrown", "boom", "refused"],
    ["nothing at all", undefined, "refused"],
  ];
  test.each(cases)("%s", (_, error, reason) => expect(toApiError(call, error).reason).toBe(reason));
});

describe("what is expected", () => {
  const notPartner = awsError("DirectConnectClientException", "Account [1] is not an authorized Direct Connect partner in eu-west-2.");
  test.each<[string, unknown, { readonly always: boolean; readonly ifOptional: boolean }]>([
    ["that somebody cancels", Object.assign(new Error("aborted"), { name: "AbortError" }), { always: true, ifOptional: true }],
    ["that most are no partners", notPartner, { always: true, ifOptional: true }],
    ["a missing permission", awsError("AccessDeniedException"), { always: false, ifOptional: true }],
    ["an endpoint that is older", awsError("UnknownOperationException"), { always: false, ifOptional: true }],
    ["one that has not all of it", awsError("InternalFailure", "not yet implemented", 501), { always: false, ifOptional: true }],
    ["a server error", awsError("InternalFailure", "not now", 500), { always: false, ifOptional: false }],
    ["a refusal", awsError("DirectConnectClientException", "Bad token"), { always: false, ifOptional: false }],
    ["throttling", awsError("ThrottlingException"), { always: false, ifOptional: false }],
  ])("%s", (_, error, expected) => {
    const failure = toApiError(call, error);
    expect({ always: isExpectedFailure(failure, {}), ifOptional: isExpectedFailure(failure, { isOptional: true }) }).toEqual(expected);
  });
});

describe("the error", () => {
  test("carries AWS's own sentence, code and request", () => {
    const error = toApiError(call, awsError("DirectConnectClientException", "Lag ID x has an invalid format."));
    expect(error).toMatchObject({ action: "DescribeLags", code: "DirectConnectClientException", requestId: "r-1", message: "Lag ID x has an invalid format." });
  });

  test("holds nothing of what was caught: an SDK's error has the request, and with it what was sent", () => {
    const caught = Object.assign(awsError("DirectConnectClientException", "The key 0xsecret is refused."), {
      $response: { request: { body: '{"newBGPPeer":{"authKey":"0xsecret"}}' } },
      cause: new Error("0xsecret"),
    });
    const error = toApiError({ ...call, secrets: ["0xsecret"] }, caught);
    expect(error.message).toBe("The key ******** is refused.");
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("0xsecret");
  });

  test("names the place and the remedy where AWS said nothing", () => {
    expect(toApiError(call, nodeError("ECONNREFUSED")).message).toBe(
      "http://127.0.0.1:1 does not answer (connect ECONNREFUSED). Check the network, the proxy and the endpoint setting.",
    );
    expect(toApiError(call, awsError("ExpiredTokenException", "The security token included in the request is expired")).message).toContain("profile prod");
  });

  test("leaves out the hints for programmers that the SDK appends", () => {
    const said = new SyntaxError("Unexpected token <\n  Deserialization error: to see the raw response, inspect the hidden field");
    expect(toApiError(call, said).message).toBe("DescribeLags brought an answer that cannot be understood: Unexpected token <");
  });

  test("that is one already stays the same", () => {
    const error = toApiError(call, nodeError("EPIPE"));
    expect(toApiError({ ...call, action: "Other" }, error)).toBe(error);
  });

  test("with causes that go in a circle ends", () => {
    const error: Error & { cause?: unknown } = new CredentialsFailure("circle");
    error.cause = error;
    expect(toApiError(call, error).reason).toBe("credentials");
  });
});

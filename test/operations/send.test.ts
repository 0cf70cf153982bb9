import { expect, test } from "vitest";
import { verbatim } from "../../src/model/text.ts";
import { ApiError } from "../../src/operations/send.ts";

test("a failed call keeps what the user and AWS's support need", () => {
  const error = new ApiError({ action: "DeleteLag", code: "ECONNRESET", reason: "unreachable", text: verbatim("No answer.") });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "ApiError",
    action: "DeleteLag",
    code: "ECONNRESET",
    reason: "unreachable",
    message: "No answer.",
    text: verbatim("No answer."),
  });
  expect([error.requestId, error.cause]).toEqual([undefined, undefined]);
});

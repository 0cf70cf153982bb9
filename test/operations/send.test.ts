import { expect, test } from "vitest";
import { verbatim } from "../../src/model/text.ts";
import { ApiError } from "../../src/operations/send.ts";

test("a failed call keeps what the user and AWS's support need", () => {
  const cause = new Error("socket hang up");
  const error = new ApiError({ action: "DeleteLag", code: "ECONNRESET", reason: "unreachable", text: verbatim("No answer."), cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "ApiError",
    action: "DeleteLag",
    code: "ECONNRESET",
    reason: "unreachable",
    message: "No answer.",
    text: verbatim("No answer."),
    cause,
  });
  expect(error.requestId).toBeUndefined();
});

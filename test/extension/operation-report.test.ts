import { expect, test } from "vitest";
import { failedOutcome, reportOf, type Outcome } from "../../src/extension/operation-report.ts";
import { verbatim } from "../../src/model/text.ts";
import { ApiError } from "../../src/operations/send.ts";
import { formatText } from "../support/format-text.ts";
import { connection } from "../support/sample-inventory.ts";

const subject = connection({ id: "dxcon-a", name: "prod" });
const done: Outcome = { key: "connection/dxcon-b", label: "dxcon-b", result: "done", message: "", mayRetry: false };

function failure(reason: ApiError["reason"], requestId?: string): Outcome {
  const error = new ApiError({ action: "DeleteConnection", code: "X", reason, text: verbatim("No."), requestId });
  return failedOutcome({ key: subject.key, label: subject.name }, error, formatText);
}

function report(outcomes: readonly Outcome[]) {
  return reportOf({ label: "Delete Connection", outcomes, blocked: [] }, formatText);
}

test("a failure tells AWS's message, the operation and the request", () => {
  expect(report([failure("refused", "req-1")])).toEqual({
    result: "failed",
    summary: "Delete Connection failed for prod: No. (DeleteConnection, request req-1)",
    details: undefined,
    mayRetry: false,
  });
  expect(report([failure("unreachable")]).summary).toBe("Delete Connection failed for prod: No. (DeleteConnection)");
});

test.each<[ApiError["reason"], boolean]>([
  ["throttled", true],
  ["unreachable", true],
  ["expired", true],
  ["denied", false],
  ["refused", false],
  ["cancelled", false],
])("trying again after %s may help: %s", (reason, mayRetry) => expect(failure(reason).mayRetry).toBe(mayRetry));

test.each([
  ["CreateConnection", false],
  ["AllocateHostedConnection", false],
  ["DeleteConnection", true],
])("%s, of which the answer was lost, may have been carried out; trying again is offered: %s", (action, mayRetry) => {
  const error = new ApiError({ action, code: "ECONNRESET", reason: "unreachable", text: verbatim("No answer."), mayBeDone: true });
  expect(failedOutcome({ key: subject.key, label: subject.name }, error, formatText)).toMatchObject({
    mayRetry,
    message: `No answer. (${action}) It may have been carried out all the same: look whether it has before you do it again.`,
  });
});

test("success is one line, without a document", () => {
  expect(report([done])).toEqual({ result: "done", summary: "Delete Connection done: dxcon-b", details: undefined, mayRetry: false });
});

test("what was made is named, not where it was made", () => {
  const made = { ...done, label: "us-east-1", made: { id: "dxcon-new", name: "edge" } };
  expect(report([made]).summary).toBe("Delete Connection done: edge (dxcon-new)");
  expect(report([made, { ...made, made: { id: "a", name: "" } }]).details).toContain("made: a");
});

test("several are summed up, with a line for each", () => {
  const skipped: Outcome = { key: "connection/dxcon-c", label: "dxcon-c", result: "skipped", message: "Not started.", mayRetry: false };
  const blocked = [{ key: "connection/dxcon-d", label: "four", message: "Busy.", because: [] }];
  const { result, summary, details, mayRetry } = reportOf(
    { label: "Delete Connection", outcomes: [done, failure("throttled"), skipped], blocked },
    formatText,
  );
  expect([result, summary, mayRetry]).toEqual(["failed", "Delete Connection: 1 of 3 done.", true]);
  expect(details?.split("\n")).toEqual([
    "Delete Connection",
    "",
    "done: dxcon-b",
    "failed: prod (dxcon-a)",
    "    No. (DeleteConnection)",
    "not run: dxcon-c",
    "    Not started.",
    "not run: four (dxcon-d)",
    "    Busy.",
    "",
  ]);
});

test("a cancelled call is no failure, and says that it may have been carried out", () => {
  expect(report([failure("cancelled")])).toMatchObject({ result: "cancelled", summary: expect.stringContaining("may have been carried out") as string });
});

import type { CallReport } from "../../src/operations/call-report.ts";

/** A call that went well, but for what is given. */
export function callReport(given: Partial<CallReport> = {}): CallReport {
  return {
    action: "DeleteConnection",
    profile: "prod",
    region: "us-east-1",
    endpoint: undefined,
    input: { connectionId: "dxcon-1" },
    startedAt: 1_000,
    milliseconds: 42,
    outcome: "ok",
    isExpected: true,
    text: undefined,
    requestId: "req-1",
    ...given,
  };
}

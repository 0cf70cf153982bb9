import { expect, test } from "vitest";
import { CallLog } from "../../../src/simulator/http/call-log.ts";

test("the latest 500 calls are kept, and their sequence goes on", () => {
  const log = new CallLog();
  for (let made = 0; made < 510; made += 1) {
    log.begin({ operation: "DescribeLags", account: "111122223333", region: "us-east-1", requestId: String(made) });
  }
  expect(log.calls).toHaveLength(500);
  expect(log.calls[0]?.sequence).toBe(11);
  expect(log.calls.at(-1)?.sequence).toBe(510);
});

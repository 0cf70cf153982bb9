import { expect, test } from "vitest";
import { megabitsOf } from "../../../src/simulator/rules/bandwidths.ts";
import { rateLimits } from "../../../src/simulator/rules/rate-limits.ts";

test("there are seventy limits, from 50 Mbps to 1.6 Tbps, each larger than the one before", () => {
  expect(rateLimits).toHaveLength(70);
  expect([rateLimits[0], rateLimits.at(-1)]).toEqual(["50Mbps", "1.6Tbps"]);
  const amounts = rateLimits.map((limit) => megabitsOf(limit) ?? 0);
  expect(amounts.every((amount, index) => index === 0 || amount > (amounts[index - 1] ?? 0))).toBe(true);
});

test("some speeds of hosted connections are no limits", () => {
  expect(rateLimits).not.toContain("25Gbps");
  expect(rateLimits).toContain("12Gbps");
});

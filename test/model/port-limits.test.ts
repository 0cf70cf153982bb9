import { expect, test } from "vitest";
import { checkLinkCount, megabitsOf } from "../../src/model/port-limits.ts";
import { inEnglish } from "../support/in-english.ts";

test("a LAG has four connections, or two fast ones", () => {
  expect([1, 4].map((count) => checkLinkCount(count, "10Gbps"))).toEqual([undefined, undefined]);
  expect(inEnglish(checkLinkCount(3, "100Gbps"))).toBe("A LAG of 100Gbps connections has 1 to 2 of them, not 3.");
  expect(checkLinkCount(0, "1Gbps")).toBeDefined();
});

test("speeds can be compared", () => {
  expect(["50Mbps", "1.2Gbps", "1.6Tbps", "fast"].map(megabitsOf)).toEqual([50, 1200, 1_600_000, 0]);
});

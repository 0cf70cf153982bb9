import { expect, test } from "vitest";
import { checkJumbo, checkLinkCount, checkMtu, megabitsOf } from "../../src/model/port-limits.ts";
import { inEnglish } from "../support/in-english.ts";

test("a LAG has four connections, or two fast ones", () => {
  expect([1, 4].map((count) => checkLinkCount(count, "10Gbps"))).toEqual([undefined, undefined]);
  expect(inEnglish(checkLinkCount(3, "100Gbps"))).toBe("A LAG of 100Gbps connections has 1 to 2 of them, not 3.");
  expect(checkLinkCount(0, "1Gbps")).toBeDefined();
});

test.each<[number, "private" | "transit", string | undefined]>([
  [1500, "transit", undefined],
  [8500, "transit", undefined],
  [9001, "transit", "MTU 9001 is not possible on a transit virtual interface; use 1500 or 8500."],
  [9001, "private", undefined],
  [9000, "private", "MTU 9000 is not possible on a private virtual interface; use 1500 or 8500, or 9001 where the connection reports it."],
])("MTU %d on a %s one: %s", (mtu, type, problem) => expect(inEnglish(checkMtu(mtu, type))).toBe(problem));

test("jumbo frames need a port that is capable of them", () => {
  expect(inEnglish(checkJumbo(8500, { jumboFrameCapable: false }, "prod-a"))).toBe("MTU 8500 is not possible on prod-a, which is not capable of jumbo frames. Use 1500.");
  expect([checkJumbo(1500, { jumboFrameCapable: false }, "a"), checkJumbo(8500, { jumboFrameCapable: true }, "a")]).toEqual([undefined, undefined]);
});

test("speeds can be compared", () => {
  expect(["50Mbps", "1.2Gbps", "1.6Tbps", "fast"].map(megabitsOf)).toEqual([50, 1200, 1_600_000, 0]);
});

import { expect, test } from "vitest";
import { megabitsOf, spellBandwidth } from "../../../src/simulator/rules/bandwidths.ts";

test.each([
  ["50Mbps", 50],
  ["1Gbps", 1000],
  ["1.2Gbps", 1200],
  ["400Gbps", 400_000],
  ["1.6Tbps", 1_600_000],
])("%s is read and spelled again", (text, megabits) => {
  expect(megabitsOf(text)).toBe(megabits);
  expect(spellBandwidth(megabits)).toBe(text);
});

test.each(["", "10 Gbps", "10gbps", "Gbps", "-1Gbps"])("%j is no bandwidth", (text) => {
  expect(megabitsOf(text)).toBeUndefined();
});

import { expect, test } from "vitest";
import { readTime, writeTime } from "../../../src/simulator/estate/times.ts";

const now = Date.UTC(2026, 0, 10, 12);

test.each([
  ["2026-01-31T12:00:00Z", Date.UTC(2026, 0, 31, 12)],
  ["PT2M", now + 120_000],
  ["-P3D", now - 3 * 86_400_000],
  ["P1DT2H3M4.5S", now + (((24 + 2) * 60 + 3) * 60 + 4.5) * 1000],
  ["-PT90S", now - 90_000],
  [1_767_225_600, 1_767_225_600_000],
])("%s is a time", (text, moment) => {
  expect(readTime(text, now)).toBe(moment);
});

test.each([1e300, 8.64e12, "PT999999999999999H", "-P9999999D", "+275760-09-13T00:00:00Z", "P", "PT", "2 minutes", "2026-01-31", "2026-99-31T12:00:00Z", "", true, undefined, {}])("%j is none", (value) => {
  expect(readTime(value, now)).toBeUndefined();
});

test("what is written is read again", () => {
  expect(readTime(writeTime(now), 0)).toBe(now);
});

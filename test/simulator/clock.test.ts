import { expect, test } from "vitest";
import { Clock } from "../../src/simulator/clock.ts";

function wall(start: number): { now: () => number; pass(milliseconds: number): void } {
  let moment = start;
  return { now: () => moment, pass: (milliseconds) => (moment += milliseconds) };
}

test("the manual clock stands still until it is skipped", () => {
  const time = wall(5);
  const clock = new Clock("manual", time.now);
  time.pass(60_000);
  expect(new Date(clock.now()).toISOString()).toBe("2026-01-01T00:00:00.000Z");
  clock.skip(90_000);
  expect(new Date(clock.now()).toISOString()).toBe("2026-01-01T00:01:30.000Z");
});

test("a minute of the fast clock takes a second", () => {
  const time = wall(1_000);
  const clock = new Clock("fast", time.now);
  time.pass(1_000);
  expect(clock.now()).toBe(1_000 + 60_000);
});

test("the real clock goes with the wall clock and can be skipped", () => {
  const time = wall(1_000);
  const clock = new Clock("real", time.now);
  time.pass(500);
  clock.skip(10_000);
  expect(clock.now()).toBe(11_500);
});

test("no clock runs backwards when the wall clock does", () => {
  const time = wall(1_000);
  const clock = new Clock("real", time.now);
  time.pass(500);
  clock.now();
  time.pass(-400);
  expect(clock.now()).toBe(1_500);
});

test("a clock goes on from where an earlier run had come, and never back to it", () => {
  const clock = new Clock("real", wall(1_000).now);
  clock.continueFrom(9_000);
  expect(clock.now()).toBe(9_000);
  clock.continueFrom(2_000);
  expect(clock.now()).toBe(9_000);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { refreshMinutesFrom, refreshRegularly } from "../../src/extension/refresh-regularly.ts";

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function regular(first: { readonly minutes?: number; readonly isActive?: boolean } = {}) {
  const changed = new Emitter<undefined>();
  const around = new Emitter<undefined>();
  const begun = Date.now();
  const state = { minutes: 5, isActive: true, ...first };
  const reads: number[] = [];
  const store = {
    askedAt: begun as number | undefined,
    onDidChange: changed.event,
    refreshIdle: () => {
      reads.push((Date.now() - begun) / minute);
      store.askedAt = Date.now();
      // Some profile always hangs.
      return new Promise<void>(() => undefined);
    },
  };
  const reading = refreshRegularly({ store, minutes: () => state.minutes, isActive: () => state.isActive, onDidChange: around.event });
  const set = (change: Partial<typeof state>): void => {
    Object.assign(state, change);
    around.fire(undefined);
  };
  const pass = (minutes: number): Promise<unknown> => vi.advanceTimersByTimeAsync(minutes * minute);
  return { changed, reads, store, set, pass, reading };
}

test("reads everything whenever the last whole reading is that old, and no more once it is disposed of", async () => {
  const { reads, pass, reading } = regular();
  await pass(11);
  expect(reads).toEqual([5, 10]);
  reading.dispose();
  await pass(30);
  expect(reads).toHaveLength(2);
});

test("counts from the last time that everything was asked for, for whatever reason", async () => {
  const { reads, store, pass } = regular();
  await pass(4);
  store.askedAt = Date.now();
  await pass(4.5);
  expect(reads).toEqual([]);
  await pass(1);
  expect(reads).toEqual([9]);
});

test("reads nothing before reading has begun, and begins to count when it has", async () => {
  const { changed, reads, store, pass } = regular();
  store.askedAt = undefined;
  await pass(20);
  expect(reads).toEqual([]);
  store.askedAt = Date.now();
  changed.fire(undefined);
  await pass(5);
  expect(reads).toEqual([25]);
});

test("reads nothing while nobody looks, and at once when somebody does and it is time", async () => {
  const { reads, set, pass } = regular({ isActive: false });
  await pass(60);
  expect(reads).toEqual([]);
  set({ isActive: true });
  await pass(0);
  expect(reads).toEqual([60]);
  set({ isActive: false });
  await pass(3);
  set({ isActive: true });
  await pass(1);
  expect(reads).toEqual([60]);
});

test("takes a change of the setting at once; 0 is never", async () => {
  const { reads, set, pass } = regular({ minutes: 0 });
  await pass(60);
  expect(reads).toEqual([]);
  set({ minutes: 90 });
  await pass(20);
  set({ minutes: 30 });
  await pass(0);
  expect(reads).toEqual([80]);
  set({ minutes: 0 });
  await pass(90);
  expect(reads).toHaveLength(1);
});

test.each([
  [5, 5],
  [0, 0],
  [0.2, 0],
  [-3, 0],
  [9_999, 1_440],
  ["2", 5],
  [Number.NaN, 5],
  [undefined, 5],
])("a setting of %s is %s minutes", (value, minutes) => expect(refreshMinutesFrom(value)).toBe(minutes));

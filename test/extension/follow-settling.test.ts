import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { followSettling } from "../../src/extension/follow-settling.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { formatText } from "../support/format-text.ts";
import { virtualInterface } from "../support/sample-inventory.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function followed(first: readonly Resource[], keys: readonly string[]) {
  const changed = new Emitter<undefined>();
  const store: { inventory: Inventory; onDidChange: typeof changed.event } = { inventory: { ...emptyInventory, resources: first }, onDidChange: changed.event };
  const told: string[] = [];
  const following = followSettling({ store, t: formatText, tell: (message) => told.push(message), keys, before: new Set(first.map(({ key }) => key)), kinds: ["virtualInterface"] });
  const now = (...resources: readonly Resource[]): void => {
    store.inventory = { ...emptyInventory, resources };
    changed.fire(undefined);
  };
  return { told, now, following };
}

const one = virtualInterface({ id: "dxvif-1", name: "prod-a", state: "pending" });

test("what was made is told when it has settled, once", () => {
  const { told, now } = followed([], []);
  now(one);
  expect(told).toEqual([]);
  now({ ...one, state: "available" });
  now({ ...one, state: "down" });
  expect(told).toEqual(["prod-a is available"]);
});

test("what was deleted is told when it is gone", () => {
  const { told, now } = followed([{ ...one, state: "deleting" }], [one.key]);
  now();
  expect(told).toEqual(["prod-a is gone"]);
});

test("what does not settle in time is told", () => {
  const { told } = followed([one], [one.key]);
  vi.advanceTimersByTime(900_000);
  expect(told).toEqual(["prod-a is still pending"]);
});

test("what others make later, or what was settling before, is not told", () => {
  const { told, now } = followed([one], []);
  vi.advanceTimersByTime(30_000);
  const later = virtualInterface({ id: "dxvif-2", state: "pending" });
  now({ ...one, state: "available" }, later);
  now({ ...one, state: "available" }, { ...later, state: "available" });
  expect(told).toEqual([]);
});

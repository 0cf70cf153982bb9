import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { watchFailoverTests } from "../../src/extension/watch-failover-tests.ts";
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

const tested = virtualInterface({ id: "dxvif-1", name: "prod-a", state: "testing" });
const beside = virtualInterface({ id: "dxvif-2", name: "prod-b" });

function watched(...first: readonly Resource[]) {
  const changed = new Emitter<undefined>();
  const told: string[] = [];
  const reads: string[] = [];
  const state = { isActive: true };
  const store = {
    inventory: { ...emptyInventory, resources: first } as Inventory,
    onDidChange: changed.event,
    refreshSections: (sections: readonly { readonly region: string; readonly name: string }[]) => {
      reads.push(...sections.map(({ region, name }) => `${region} ${name}`));
      return Promise.resolve();
    },
  };
  const watch = watchFailoverTests({ store, isActive: () => state.isActive, t: formatText, tell: (message) => told.push(message) });
  const now = (...resources: readonly Resource[]): void => {
    store.inventory = { ...emptyInventory, resources };
    changed.fire(undefined);
  };
  return { told, reads, state, now, watch };
}

test("reads each minute what is tested and the ports beside it, once for all of a Region", () => {
  const { reads, watch } = watched(tested, { ...tested, key: "other", id: "dxvif-3" }, beside);
  vi.advanceTimersByTime(59_000);
  expect(reads).toEqual([]);
  vi.advanceTimersByTime(61_000);
  const once = ["us-east-1 virtualInterfaces", "us-east-1 connections", "us-east-1 lags"];
  expect(reads).toEqual([...once, ...once]);
  watch.dispose();
  vi.advanceTimersByTime(180_000);
  expect(reads).toHaveLength(6);
});

test("reads nothing while nobody looks, nor where nothing is tested", () => {
  const { reads, state, now } = watched(tested);
  state.isActive = false;
  vi.advanceTimersByTime(180_000);
  state.isActive = true;
  now(beside);
  vi.advanceTimersByTime(180_000);
  expect(reads).toEqual([]);
});

test("tells once when a test has ended, and not of what is listed no more", () => {
  const { told, now } = watched(tested, { ...tested, key: "other", name: "prod-c" });
  now({ ...tested, testMinutesLeft: 3 });
  expect(told).toEqual([]);
  now({ ...tested, state: "available" });
  now({ ...tested, state: "available" });
  expect(told).toEqual(["The failover test of prod-a has ended"]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { showWhenListed } from "../../src/extension/show-when-listed.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { connection } from "../support/sample-inventory.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const made = connection({ id: "dxcon-new" });
const other = connection({ id: "dxcon-other" });

function awaited(first: Inventory["resources"]) {
  const changed = new Emitter<undefined>();
  const store: { inventory: Inventory; onDidChange: typeof changed.event } = { inventory: { ...emptyInventory, resources: first }, onDidChange: changed.event };
  const shown: string[] = [];
  showWhenListed({ store, id: made.id, show: (key) => shown.push(key) });
  const now = (...resources: Inventory["resources"]): void => {
    store.inventory = { ...emptyInventory, resources };
    changed.fire(undefined);
  };
  return { shown, now };
}

test("what was made is shown once, when it is listed", () => {
  const { shown, now } = awaited([other]);
  now(other);
  expect(shown).toEqual([]);
  now(other, made);
  now(other, made);
  expect(shown).toEqual([made.key]);
  expect(awaited([made]).shown).toEqual([made.key]);
});

test("what is listed much later is not shown", () => {
  const { shown, now } = awaited([]);
  vi.advanceTimersByTime(20_000);
  now(made);
  expect(shown).toEqual([]);
});

import { expect, test } from "vitest";
import { waitUntil } from "../../src/extension/wait-until.ts";
import { emptyInventory } from "../../src/model/inventory.ts";

function reading(enough: number) {
  const state = { reads: 0 };
  const store = { inventory: emptyInventory, refreshAround: () => Promise.resolve(void (state.reads += 1)) };
  return { state, store, isReached: () => state.reads >= enough };
}
const around = [{ kinds: ["lag" as const], region: "us-east-1" }];

test("reads until it is there", async () => {
  const { state, ...waiting } = reading(3);
  await expect(waitUntil({ ...waiting, around, signal: new AbortController().signal, pause: 1 })).resolves.toBe(true);
  expect(state.reads).toBe(3);
});

test("what is there already is not read again", async () => {
  const { state, ...waiting } = reading(0);
  await expect(waitUntil({ ...waiting, around, signal: new AbortController().signal })).resolves.toBe(true);
  expect(state.reads).toBe(0);
});

test("ends when the time is over, and at once when it is cancelled", async () => {
  const { store, isReached } = reading(1_000_000);
  await expect(waitUntil({ store, isReached, around, signal: new AbortController().signal, pause: 1, atMost: 20 })).resolves.toBe(false);
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 10);
  await expect(waitUntil({ store, isReached, around, signal: abort.signal, pause: 60_000 })).resolves.toBe(false);
});

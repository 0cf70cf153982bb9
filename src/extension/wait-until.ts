import type { Inventory } from "../model/inventory.ts";
import type { Around, OperationStore } from "./operation-deps.ts";

export interface Waiting {
  readonly store: Pick<OperationStore, "inventory" | "refreshAround">;
  /** What is read again meanwhile. */
  readonly around: readonly Around[];
  readonly isReached: (inventory: Inventory) => boolean;
  readonly signal: AbortSignal;
  /** How long at most, in milliseconds. */
  readonly atMost?: number;
  /** How long between two readings at first; it grows. */
  readonly pause?: number;
}

/** Reads again, ever more seldom, until what was awaited is there; false when the time is over or the person cancels. */
export async function waitUntil({ store, around, isReached, signal, atMost = 600_000, pause = 1_000 }: Waiting): Promise<boolean> {
  const end = Date.now() + atMost;
  for (let delay = pause; !isReached(store.inventory); delay = Math.min(delay * 1.5, 15_000)) {
    if (signal.aborted || Date.now() >= end) return false;
    await sleep(delay, signal);
    for (const one of around) await store.refreshAround(one);
  }
  return true;
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}

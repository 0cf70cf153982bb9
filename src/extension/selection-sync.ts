import type { Event } from "./emitter.ts";

export interface SelectionSide {
  readonly onDidSelect: Event<readonly string[]>;
  /** Shows the selection without taking the keyboard; it may come back through `onDidSelect`, whole or in part. */
  follow(keys: readonly string[]): void;
}

/**
 * Keeps two selections of resource keys in step. A side that shows only a part of what it was told (a tree can reveal
 * one item) does not take the rest away from the other.
 */
export function syncSelections(a: SelectionSide, b: SelectionSide): { dispose(): void } {
  const told = new Map<SelectionSide, readonly string[]>();
  const forward = (from: SelectionSide, to: SelectionSide, keys: readonly string[]): void => {
    const expected = told.get(from);
    told.delete(from);
    if (expected !== undefined && isPart(keys, expected)) return;
    told.set(to, keys);
    to.follow(keys);
  };
  const subscriptions = [
    a.onDidSelect((keys) => forward(a, b, keys)),
    b.onDidSelect((keys) => forward(b, a, keys)),
  ];
  return { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
}

function isPart(keys: readonly string[], whole: readonly string[]): boolean {
  return keys.length === 0 ? whole.length === 0 : keys.every((key) => whole.includes(key));
}

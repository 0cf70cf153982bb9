import { expect, test } from "vitest";
import { createExpansion } from "../../src/extension/expansion.ts";

function memory() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: <T>(key: string, otherwise?: T): T => (kept.has(key) ? (kept.get(key) as T) : (otherwise as T)),
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

test("a branch is as it was left, also by another object later", () => {
  const mind = memory();
  const expansion = createExpansion(mind);
  expect(expansion.isExpanded("a", true)).toBe(true);
  expansion.remember("a", false);
  expansion.remember("b", true);
  expect(expansion.isExpanded("a", true)).toBe(false);
  expect(createExpansion(mind).isExpanded("b", false)).toBe(true);
});

test("the oldest are forgotten before it grows without end", async () => {
  const mind = memory();
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`node-${index}`, true]));
  await mind.update("directConnect.expansion", many);
  const expansion = createExpansion(mind);
  for (const id of ["new-1", "new-2"]) expansion.remember(id, true);
  expect(["node-0", "node-1", "node-2", "new-2"].map((id) => expansion.isExpanded(id, false))).toEqual([false, false, true, true]);
  expect(Object.keys(mind.kept.get("directConnect.expansion") as object)).toHaveLength(2_000);
});

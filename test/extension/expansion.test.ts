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

test("the oldest are forgotten before it grows without end", () => {
  const mind = memory();
  const expansion = createExpansion(mind);
  for (let index = 0; index < 2_100; index += 1) expansion.remember(`node-${index}`, true);
  expect(expansion.isExpanded("node-0", false)).toBe(false);
  expect(expansion.isExpanded("node-2099", false)).toBe(true);
  expect(Object.keys(mind.kept.get("directConnect.expansion") as object)).toHaveLength(2_000);
});

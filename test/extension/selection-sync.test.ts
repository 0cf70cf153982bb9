import { expect, test } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { syncSelections } from "../../src/extension/selection-sync.ts";

/** A side that shows at most so many keys, and tells what it shows as if the user had done it. */
function side(most: number) {
  const selected = new Emitter<readonly string[]>();
  const followed: (readonly string[])[] = [];
  return {
    followed,
    onDidSelect: selected.event,
    select: (...keys: readonly string[]) => selected.fire(keys),
    follow(keys: readonly string[]) {
      followed.push(keys);
      selected.fire(keys.slice(0, most));
    },
  };
}

test("each side follows the other, and neither answers itself", () => {
  const tree = side(1);
  const graph = side(9);
  syncSelections(tree, graph);
  tree.select("a");
  graph.select("b");
  expect(graph.followed).toEqual([["a"]]);
  expect(tree.followed).toEqual([["b"]]);
});

test("a side that can show only a part takes nothing away", () => {
  const tree = side(1);
  const graph = side(9);
  syncSelections(tree, graph);
  graph.select("a", "b");
  expect(tree.followed).toEqual([["a", "b"]]);
  expect(graph.followed).toEqual([]);
  tree.select("c");
  expect(graph.followed).toEqual([["c"]]);
});

test("it ends when told", () => {
  const tree = side(1);
  const graph = side(9);
  syncSelections(tree, graph).dispose();
  tree.select("a");
  expect(graph.followed).toEqual([]);
});

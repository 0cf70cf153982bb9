import type { GraphChange } from "../model/graph.ts";
import { fillWords } from "../model/text.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import type { GraphStructure } from "./graph-structure.ts";

/** What a screen reader says of a change: the one node whose state became another, else how many changed; maybe nothing. */
export function changeText({ set, removed }: GraphChange, before: GraphStructure, texts: GraphViewTexts): string {
  const changed = set.nodes.filter(({ id, state, health }) => {
    const old = before.nodes.get(id);
    return old === undefined || old.state !== state || old.health !== health;
  });
  const resources = changed.filter(({ state }) => state !== "");
  const gone = removed.filter((id) => before.nodes.has(id)).length;
  const [only] = resources;
  if (only !== undefined && resources.length === 1 && gone === 0) return fillWords(texts.changedOne, only.label, only.state);
  const count = resources.length + gone;
  return count === 0 ? "" : fillWords(texts.changedMany, count);
}

/** What a screen reader says of a selection. */
export function selectionText(ids: readonly string[], { nodes, edges }: GraphStructure, texts: GraphViewTexts): string {
  const [first] = ids;
  if (first === undefined) return texts.selectedNone;
  if (ids.length > 1) return fillWords(texts.selectedMany, ids.length);
  const edge = edges.get(first);
  return fillWords(texts.selectedOne, nodes.get(first)?.label ?? (edge === undefined ? first : texts.kinds[edge.kind]));
}

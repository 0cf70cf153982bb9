import type { GraphViewTexts } from "../protocol/graph-view.ts";
import type { GraphStructure } from "./graph-structure.ts";
import { groupWords, ownerWords, stateText } from "./mirror-rows.ts";

/** What stands beside the mouse: all that the card or the line has no room for. */
export function hoverText({ nodes, edges }: GraphStructure, id: string, texts: GraphViewTexts): string {
  const node = nodes.get(id);
  if (node !== undefined) {
    const state = [stateText(node, texts), node.notice].filter((word) => word !== "").join(" · ");
    return lines([node.label, texts.kinds[node.kind], node.summary, state, ...groupWords(node, texts), ownerWords(node, texts)]);
  }
  const edge = edges.get(id);
  if (edge === undefined) return "";
  const [from, to] = [edge.source, edge.target].map((end) => nodes.get(end)?.label ?? end);
  return lines([`${from ?? ""} – ${to ?? ""}`, texts.kinds[edge.kind], edge.label, stateText(edge, texts)]);
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}

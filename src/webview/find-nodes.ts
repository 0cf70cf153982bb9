import type { GraphNode } from "../model/graph.ts";

/** The ids of the nodes that have every word of the text in their name, id, facts, state, account or Region, in order. */
export function findNodes(nodes: readonly GraphNode[], text: string, kindText: (node: GraphNode) => string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  return nodes.filter((node) => hasAll(words, node, kindText(node))).map(({ id }) => id);
}

function hasAll(words: readonly string[], node: GraphNode, kind: string): boolean {
  const where = [node.label, node.id, node.summary, node.state, node.account, node.region ?? "", kind].join("\n").toLowerCase();
  return words.every((word) => where.includes(word));
}

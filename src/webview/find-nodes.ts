import type { GraphNode } from "../model/graph.ts";

/** The ids of the nodes that have every word of the text in their name, id, facts, sessions, state, account, Region or other words, in order. */
export function findNodes(nodes: readonly GraphNode[], text: string, wordsOf: (node: GraphNode) => string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  return nodes.filter((node) => hasAll(words, node, wordsOf(node))).map(({ id }) => id);
}

function hasAll(words: readonly string[], node: GraphNode, others: string): boolean {
  const where = [node.label, node.id, node.summary, node.sessions, node.state, node.account, node.region ?? "", others].join("\n").toLowerCase();
  return words.every((word) => where.includes(word));
}

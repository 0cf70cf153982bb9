import type { GraphEdge } from "../model/graph.ts";
import { ancestorsOf, withDescendants, type GraphStructure } from "./graph-structure.ts";

/**
 * Everything that a node's traffic can pass: all that leads to it from the customer's side and all that it leads to on
 * the VPC's side, with the boxes around them. Ids of nodes and edges.
 */
export function neighbourhoodOf(structure: GraphStructure, id: string): ReadonlySet<string> {
  const edge = structure.edges.get(id);
  const start = structure.nodes.get(id);
  const ends = edge === undefined ? [] : [edge.source, edge.target];
  const found = new Set<string>(edge === undefined ? [] : [id]);
  const seeds = start === undefined ? [] : withDescendants(structure, start).map((node) => node.id);
  follow(structure, edge === undefined ? seeds : ends.slice(1), { found, edgesAt: structure.outgoing, endOf: ({ target }) => target });
  follow(structure, edge === undefined ? seeds : ends.slice(0, 1), { found, edgesAt: structure.incoming, endOf: ({ source }) => source });
  for (const each of [...found]) addBoxes(structure, each, found);
  return found;
}

interface Walk {
  readonly found: Set<string>;
  readonly edgesAt: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly endOf: (edge: GraphEdge) => string;
}

/** One direction; a LAG's member or a hosted connection goes on through what bundles or carries it. */
function follow(structure: GraphStructure, seeds: readonly string[], { found, edgesAt, endOf }: Walk): void {
  const seen = new Set<string>();
  const open = [...seeds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    found.add(id);
    for (const edge of edgesAt.get(id) ?? []) {
      found.add(edge.id);
      open.push(endOf(edge));
    }
    const node = structure.nodes.get(id);
    if (node?.column === "port") open.push(...ancestorsOf(structure, node).filter(({ kind }) => kind !== "location").map((box) => box.id));
  }
}

/** What is drawn around it, and what a bundle in it is made of. */
function addBoxes(structure: GraphStructure, id: string, found: Set<string>): void {
  const node = structure.nodes.get(id);
  if (node === undefined) return;
  for (const box of ancestorsOf(structure, node)) found.add(box.id);
  if (node.kind === "lag") for (const member of withDescendants(structure, node)) found.add(member.id);
}

import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { groupBy } from "../model/group-by.ts";

/** A graph with its ways to get around in it. */
export interface GraphStructure {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** The nodes drawn inside of a node. */
  readonly children: ReadonlyMap<string, readonly GraphNode[]>;
  /** The edges that lead to a node from the customer's side. */
  readonly incoming: ReadonlyMap<string, readonly GraphEdge[]>;
  /** The edges that lead from a node towards the VPC. */
  readonly outgoing: ReadonlyMap<string, readonly GraphEdge[]>;
}

export function structureOf(graph: Graph): GraphStructure {
  return {
    graph,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    edges: new Map(graph.edges.map((edge) => [edge.id, edge])),
    children: groupBy(graph.nodes, ({ parent }) => parent),
    incoming: groupBy(graph.edges, ({ target }) => target),
    outgoing: groupBy(graph.edges, ({ source }) => source),
  };
}

/** The node or the edge of this id. */
export function itemOf({ nodes, edges }: GraphStructure, id: string): GraphNode | GraphEdge | undefined {
  return nodes.get(id) ?? edges.get(id);
}

export function childrenOf({ children }: GraphStructure, id: string): readonly GraphNode[] {
  return children.get(id) ?? [];
}

/** Whether it is drawn around others instead of as a card. */
export function isBox({ children }: GraphStructure, id: string): boolean {
  return children.has(id);
}

/** The node and all that is drawn inside of it, at any depth. */
export function withDescendants(structure: GraphStructure, node: GraphNode): readonly GraphNode[] {
  return [node, ...childrenOf(structure, node.id).flatMap((child) => withDescendants(structure, child))];
}

/** What it is drawn inside of, the nearest first. */
export function ancestorsOf(structure: GraphStructure, node: GraphNode): readonly GraphNode[] {
  const parent = node.parent === undefined ? undefined : structure.nodes.get(node.parent);
  return parent === undefined ? [] : [parent, ...ancestorsOf(structure, parent)];
}

/** The nearest node along a link: an edge's own end, else that of a node's first edge. */
export function linkedNode({ edges, incoming, outgoing }: GraphStructure, id: string, direction: "left" | "right"): string | undefined {
  const edge = edges.get(id);
  if (direction === "left") return edge?.source ?? incoming.get(id)?.[0]?.source;
  return edge?.target ?? outgoing.get(id)?.[0]?.target;
}

export function targetsOf({ outgoing }: GraphStructure, id: string): readonly string[] {
  return (outgoing.get(id) ?? []).map(({ target }) => target);
}

export function sourcesOf({ incoming }: GraphStructure, id: string): readonly string[] {
  return (incoming.get(id) ?? []).map(({ source }) => source);
}

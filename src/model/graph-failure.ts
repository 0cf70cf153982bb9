import type { Graph, GraphEdge, GraphNode } from "./graph.ts";

/** What would follow from a failure; ids of nodes and edges. */
export interface GraphFailure {
  /** What fails: the node with all that it carries or bundles, and a bundle of which no link would be left. */
  readonly failed: ReadonlySet<string>;
  /** What carries traffic now and would carry none. */
  readonly lost: ReadonlySet<string>;
  /** What would lose a way and keep another. */
  readonly weakened: ReadonlySet<string>;
}

/**
 * What a failure of a node or an edge would take along. Traffic runs on whole ways only, from the customer's side to
 * the last gateway that is known; what is down already carries none, so nothing is lost with it.
 */
export function failureOf(graph: Graph<unknown>, failing: string): GraphFailure {
  const failed = failedWith(graph, failing);
  const before = carrying(graph, new Set());
  const after = carrying(graph, failed);
  const touched = new Set([...reached(graph, failed, "target"), ...reached(graph, failed, "source")]);
  const lost = [...before].filter((id) => !after.has(id) && !failed.has(id));
  const weakened = graph.nodes.map((node) => node.id).filter((id) => touched.has(id) && after.has(id));
  const isInUse = [...failed].some((id) => before.has(id));
  return { failed, lost: new Set(lost), weakened: new Set(isInUse ? weakened : []) };
}

/** Down through what is drawn inside, up through bundles of which nothing is left. */
function failedWith({ nodes }: Graph<unknown>, id: string): ReadonlySet<string> {
  const failed = new Set([id]);
  const isLeft = (node: GraphNode<unknown>): boolean => !failed.has(node.id) && works(node);
  for (let count = 0; count < failed.size; ) {
    count = failed.size;
    for (const { id: inner, parent } of nodes) if (parent !== undefined && failed.has(parent)) failed.add(inner);
    for (const { id: bundle } of nodes.filter(({ kind }) => kind === "lag")) {
      const links = nodes.filter(({ parent }) => parent === bundle);
      if (links.some((link) => failed.has(link.id)) && !links.some(isLeft)) failed.add(bundle);
    }
  }
  return failed;
}

/** The nodes and edges on a whole way that avoids what is gone. */
function carrying(graph: Graph<unknown>, gone: ReadonlySet<string>): ReadonlySet<string> {
  const starts = new Set(graph.edges.map(({ target }) => target));
  const ends = new Set(graph.edges.map(({ source }) => source));
  const first = graph.nodes.filter(({ id }) => ends.has(id) && !starts.has(id)).map(({ id }) => id);
  const last = graph.nodes.filter(({ id, column }) => starts.has(id) && !ends.has(id) && isEnd(column)).map(({ id }) => id);
  const fromStart = reached(graph, first, "target", gone);
  const fromEnd = reached(graph, last, "source", gone);
  return new Set([...fromStart].filter((id) => fromEnd.has(id)));
}

function isEnd(column: GraphNode["column"]): boolean {
  return column === "cloudGateway" || column === "directConnectGateway";
}

type Towards = "source" | "target";

/** What works and is led to from the seeds, in one direction; with the edges that lead there. */
function reached(graph: Graph<unknown>, seeds: Iterable<string>, towards: Towards, gone: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const open = new Set(graph.nodes.filter((node) => !gone.has(node.id) && works(node)).map(({ id }) => id));
  const isOpen = ({ id, source, target, ...edge }: GraphEdge<unknown>): boolean => !gone.has(id) && carries(edge) && open.has(source) && open.has(target);
  const leading = edgesAt(graph.edges.filter(isOpen), towards === "target" ? "source" : "target");
  const found = new Set<string>();
  const next = startsOf(graph, seeds, towards).filter((id) => open.has(id));
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const edge of leading.get(id) ?? []) {
      found.add(edge.id);
      next.push(edge[towards]);
    }
  }
  return found;
}

/** Nodes as they are; edges by the end that they lead to. */
function startsOf({ edges }: Graph<unknown>, seeds: Iterable<string>, towards: Towards): string[] {
  const byId = new Map(edges.map((edge) => [edge.id, edge[towards]]));
  return [...seeds].map((id) => byId.get(id) ?? id);
}

function edgesAt(edges: readonly GraphEdge<unknown>[], end: Towards): ReadonlyMap<string, readonly GraphEdge<unknown>[]> {
  const groups = new Map<string, GraphEdge<unknown>[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group === undefined) groups.set(edge[end], [edge]);
    else group.push(edge);
  }
  return groups;
}

/** A customer's health counts its sessions; its router is not what is down. */
function works({ kind, health, partly }: GraphNode<unknown>): boolean {
  return kind === "customer" || partly || health === "good" || health === "unknown";
}

function carries({ kind, health, state }: Pick<GraphEdge, "kind" | "health" | "state">): boolean {
  return kind !== "proposal" && (health === "good" || health === "unknown" || state === "updating");
}

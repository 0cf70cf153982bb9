import type { Graph, GraphEdge, GraphGroup, GraphNode } from "./graph.ts";
import { groupBy } from "./group-by.ts";

/** What would follow from a failure; ids of nodes and edges. */
export interface GraphFailure {
  /** What fails: the node with all that it carries or bundles, and a LAG that would be left with too few links. */
  readonly failed: ReadonlySet<string>;
  /** What carries traffic now and would carry none. */
  readonly lost: ReadonlySet<string>;
  /** What would lose a way and keep another. */
  readonly weakened: ReadonlySet<string>;
  /** LAGs that work and would lose links, though not all that is around them. */
  readonly lags: readonly HurtLag[];
  /** Resiliency groups that would lose connections that work. */
  readonly groups: readonly HurtGroup[];
}

/** How many of all its links would be left that work, and how many have to. */
export interface HurtLag {
  readonly id: string;
  readonly all: number;
  readonly left: number;
  readonly least: number;
}

/** How many of its connections that are drawn would be left that work. */
export interface HurtGroup extends GraphGroup {
  readonly all: number;
  readonly left: number;
}

/**
 * What a failure of a node or an edge would take along. Traffic runs on whole ways only, from the customer's side to
 * the last gateway that is known; what is down already carries none, so nothing is lost with it.
 */
export function failureOf(graph: Graph<unknown>, failing: string): GraphFailure {
  const { failed, lags } = failedWith(graph, failing);
  const before = carrying(graph, new Set());
  const after = carrying(graph, failed);
  const touched = new Set([...reached(graph, failed, "target"), ...reached(graph, failed, "source")]);
  const lost = [...before].filter((id) => !after.has(id) && !failed.has(id));
  const weakened = graph.nodes.map((node) => node.id).filter((id) => touched.has(id) && after.has(id));
  const isInUse = [...failed].some((id) => before.has(id));
  const thinned = lags.filter(({ id }) => !failed.has(id)).map(({ id }) => id);
  return { failed, lost: new Set(lost), weakened: new Set([...(isInUse ? weakened : []), ...thinned]), lags, groups: hurtGroups(graph, failed) };
}

/** Down through what is drawn inside, up through LAGs with too few links left, and down from those. */
function failedWith({ nodes }: Graph<unknown>, id: string): { readonly failed: ReadonlySet<string>; readonly lags: readonly HurtLag[] } {
  const inside = groupBy(nodes, ({ parent }) => parent);
  const failed = new Set([id]);
  const failInside = (): void => {
    // A set is walked on through what is added to it meanwhile.
    for (const one of failed) for (const inner of inside.get(one) ?? []) failed.add(inner.id);
  };
  failInside();
  const lags = nodes.filter((node) => node.kind === "lag" && works(node) && !failed.has(node.id)).flatMap((lag) => hurtLag(lag, inside.get(lag.id) ?? [], failed));
  for (const lag of lags) if (lag.left < lag.least) failed.add(lag.id);
  failInside();
  return { failed, lags };
}

/** None for a LAG that keeps the links that work. */
function hurtLag({ id, leastLinks: least }: GraphNode<unknown>, inside: readonly GraphNode<unknown>[], failed: ReadonlySet<string>): readonly HurtLag[] {
  const links = inside.filter(({ isLink, health }) => isLink && health !== "ended");
  const { working, left } = countLeft(links, failed);
  return left === working ? [] : [{ id, all: links.length, left, least }];
}

/** What each group loses of what works; in the order in which the graph names them. */
function hurtGroups({ nodes }: Graph<unknown>, failed: ReadonlySet<string>): readonly HurtGroup[] {
  const members = nodes.flatMap((node) => node.groups.map((group) => ({ group, node })));
  return [...groupBy(members, ({ group }) => group.id).values()].flatMap((each) => {
    const { working, left } = countLeft(each.map(({ node }) => node), failed);
    return each.slice(0, left === working ? 0 : 1).map(({ group }) => ({ ...group, all: each.length, left }));
  });
}

function countLeft(nodes: readonly GraphNode<unknown>[], failed: ReadonlySet<string>): { readonly working: number; readonly left: number } {
  const working = nodes.filter(works);
  return { working: working.length, left: working.filter(({ id }) => !failed.has(id)).length };
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
  const leading = groupBy(graph.edges.filter(isOpen), (edge) => edge[towards === "target" ? "source" : "target"]);
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

/** Whether it carries traffic, as far as is known. A customer's health counts its sessions; its router is not what is down. */
export function works({ kind, health, partly }: GraphNode<unknown>): boolean {
  return kind === "customer" || partly || health === "good" || health === "unknown";
}

function carries({ kind, health, state }: Pick<GraphEdge, "kind" | "health" | "state">): boolean {
  return kind !== "proposal" && (health === "good" || health === "unknown" || state === "updating");
}

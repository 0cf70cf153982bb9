import type { Graph, GraphChange } from "./graph.ts";

/** What has to be set and removed to make `before` equal `after`; the order of nodes and edges carries no meaning. */
export function diffGraph(before: Graph, after: Graph): GraphChange {
  return {
    set: { nodes: changed(before.nodes, after.nodes), edges: changed(before.edges, after.edges) },
    removed: [...missing(before.nodes, after.nodes), ...missing(before.edges, after.edges)],
  };
}

/** The graph after the change: what stays keeps its place in the list, what is new comes last. */
export function applyGraphChange(graph: Graph, { set, removed }: GraphChange): Graph {
  const gone = new Set(removed);
  return { nodes: merge(graph.nodes, set.nodes, gone), edges: merge(graph.edges, set.edges, gone) };
}

/** Whether there is nothing to apply. */
export function isEmptyChange({ set, removed }: GraphChange): boolean {
  return set.nodes.length === 0 && set.edges.length === 0 && removed.length === 0;
}

interface Identified {
  readonly id: string;
}

function changed<T extends Identified>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = byId(before);
  return after.filter((item) => {
    const old = known.get(item.id);
    return old === undefined || !isSame(old, item);
  });
}

function missing(before: readonly Identified[], after: readonly Identified[]): readonly string[] {
  const kept = byId(after);
  return before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}

function merge<T extends Identified>(items: readonly T[], set: readonly T[], gone: ReadonlySet<string>): readonly T[] {
  const next = byId(items.filter(({ id }) => !gone.has(id)));
  for (const item of set) next.set(item.id, item);
  return [...next.values()];
}

function byId<T extends Identified>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Nodes and edges hold plain values, and lists that are short and seldom. */
function isSame(one: object, other: object): boolean {
  const entries = Object.entries(one) as readonly (readonly [string, unknown])[];
  const others = new Map<string, unknown>(Object.entries(other));
  return entries.length === others.size && entries.every(([name, value]) => isSameValue(value, others.get(name)));
}

function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}

import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { cardSize, rectAround, unionOf, type Point, type Rect } from "./geometry.ts";
import type { Layout } from "./graph-layout.ts";

/** A graph with its layout: where everything is. */
export interface Picture {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly outlines: ReadonlyMap<string, Rect>;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

export function pictureOf(graph: Graph, layout: Layout): Picture {
  const outlines = new Map<string, Rect>();
  for (const { id, kind } of graph.nodes) {
    const place = layout.places.get(id);
    const outline = layout.boxes.get(id) ?? (place === undefined ? undefined : rectAround(place, cardSize(kind)));
    if (outline !== undefined) outlines.set(id, outline);
  }
  return { graph, layout, outlines, nodes: new Map(graph.nodes.map((node) => [node.id, node])), edges: new Map(graph.edges.map((edge) => [edge.id, edge])) };
}

/** Where an edge leaves its source and reaches its target. */
export function endsOf({ outlines }: Picture, { source, target }: GraphEdge): readonly [Point, Point] | undefined {
  const from = outlines.get(source);
  const to = outlines.get(target);
  if (from === undefined || to === undefined) return undefined;
  return [
    { x: from.right, y: (from.top + from.bottom) / 2 },
    { x: to.left, y: (to.top + to.bottom) / 2 },
  ];
}

/** A node's outline; an edge's middle. */
export function rectOf(picture: Picture, id: string): Rect | undefined {
  const outline = picture.outlines.get(id);
  if (outline !== undefined) return outline;
  const edge = picture.edges.get(id);
  const ends = edge === undefined ? undefined : endsOf(picture, edge);
  if (ends === undefined) return undefined;
  const [from, to] = ends;
  return rectAround({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, { width: 2, height: 2 });
}

/** What encloses these nodes, or all. */
export function extentOf({ graph, outlines }: Picture, ids?: ReadonlySet<string>): Rect | undefined {
  return unionOf(graph.nodes.filter(({ id }) => ids === undefined || ids.has(id)).flatMap(({ id }) => outlines.get(id) ?? []));
}

/** The innermost node at a point of the drawing. */
export function nodeAt({ graph, outlines }: Picture, { x, y }: Point): GraphNode | undefined {
  const isUnder = ({ left, top, right, bottom }: Rect): boolean => x >= left && x <= right && y >= top && y <= bottom;
  const under = graph.nodes.flatMap((node) => {
    const rect = outlines.get(node.id);
    return rect !== undefined && isUnder(rect) ? [{ node, width: rect.right - rect.left }] : [];
  });
  return under.sort((one, other) => one.width - other.width)[0]?.node;
}

import { cardSize, frameOf, gaps, type Point } from "./geometry.ts";
import { pitch } from "./place-ports.ts";
import type { GraphNode } from "../model/graph.ts";

const { width: cardWidth, height: cardHeight } = cardSize("virtualPrivateGateway");
const { padding, header } = frameOf("unattached");

/** Two columns below each other's like: gateways and, where there are many, more of the same beside them. */
const mostRows = 24;

/** Gateways that nothing leads to, row by row in the columns of the others; `x` and `top` are of the frame around them. */
export function placeUnattached(points: Map<string, Point>, nodes: readonly GraphNode[], { x, top }: { readonly x: number; readonly top: number }): void {
  const columns = 2 * Math.ceil(nodes.length / (2 * mostRows));
  nodes.forEach(({ id }, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    points.set(id, { x: x + cardWidth / 2 + column * (cardWidth + gaps.column), y: top + header + padding + cardHeight / 2 + row * pitch });
  });
}

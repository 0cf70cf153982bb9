import type { GraphNode } from "../model/graph.ts";
import { cardSize, frameOf, gaps, portWidth, type Point } from "./geometry.ts";
import { orderedChildren, type Block, type Row } from "./graph-order.ts";
import { childrenOf, isBox, type GraphStructure } from "./graph-structure.ts";

const { width: cardWidth, height: cardHeight } = cardSize("connection");
const locationTop = frameOf("location").padding + frameOf("location").header;

/** From one card's top to the next one's below it. */
export const pitch = cardHeight + gaps.row;

/** Where the virtual interfaces of a port are, from the port's middle. */
export const interfaceOffset = portWidth / 2 + gaps.column + cardWidth / 2;

/** Ports and virtual interfaces of a block, from the top left corner on. */
export function placeBlock(structure: GraphStructure, points: Map<string, Point>, { block, x, top }: { block: Block; x: number; top: number }): void {
  let y = top + (block.location === undefined ? 0 : locationTop);
  for (const row of block.rows) {
    const height = rowHeight(structure, row);
    if (row.port !== undefined) placePort(structure, points, { port: row.port, x: x + portWidth / 2, top: y + (height - portHeight(structure, row.port)) / 2 });
    const interfaceX = x + portWidth / 2 + interfaceOffset;
    const first = y + (height - stackHeight(row.interfaces.length)) / 2 + cardHeight / 2;
    row.interfaces.forEach(({ id }, index) => points.set(id, { x: interfaceX, y: first + index * pitch }));
    y += height + gaps.row;
  }
}

function placePort(structure: GraphStructure, points: Map<string, Point>, { port, x, top }: { port: GraphNode; x: number; top: number }): void {
  if (!isBox(structure, port.id)) {
    points.set(port.id, { x, y: top + cardHeight / 2 });
    return;
  }
  const { padding, header } = frameOf(port.kind);
  let y = top + padding + header;
  for (const child of orderedChildren(structure, port.id)) {
    placePort(structure, points, { port: child, x, top: y });
    y += portHeight(structure, child) + gaps.row;
  }
}

/** From a block's top to the next one's. */
export function blockHeight(structure: GraphStructure, { location, rows }: Block): number {
  const frame = location === undefined ? 0 : locationTop + frameOf("location").padding;
  return frame + sumOf(rows.map((row) => rowHeight(structure, row) + gaps.row)) - gaps.row + gaps.block;
}

function rowHeight(structure: GraphStructure, { port, interfaces }: Row): number {
  return Math.max(port === undefined ? 0 : portHeight(structure, port), stackHeight(interfaces.length));
}

function portHeight(structure: GraphStructure, port: GraphNode): number {
  if (!isBox(structure, port.id)) return cardHeight;
  const { padding, header } = frameOf(port.kind);
  const inside = childrenOf(structure, port.id).map((child) => portHeight(structure, child) + gaps.row);
  return header + 2 * padding + sumOf(inside) - gaps.row;
}

/** So many cards below each other. */
export function stackHeight(count: number): number {
  return count === 0 ? 0 : count * pitch - gaps.row;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

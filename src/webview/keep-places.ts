import type { GraphNode } from "../model/graph.ts";
import { cardSize, frameOf, gaps, isNear, portWidth, rectAround, unionOf, withFrame, type Places, type Point, type Rect } from "./geometry.ts";
import { isUnattached, orderGraph, type Block } from "./graph-order.ts";
import { ancestorsOf, childrenOf, isBox, sourcesOf, targetsOf, withDescendants, type GraphStructure } from "./graph-structure.ts";
import { placeUnattached } from "./place-unattached.ts";
import { interfaceOffset, pitch, placeBlock } from "./place-ports.ts";

/**
 * Cards where they were, and free places near what they are joined to for those that are new. Only a location that has
 * no room for another port moves as a whole. Undefined when so much is new that a fresh layout shows it better.
 */
export function keepPlaces(structure: GraphStructure, kept: Places): Map<string, Point> | undefined {
  const cards = structure.graph.nodes.filter(({ id }) => !isBox(structure, id));
  const points = new Map<string, Point>();
  for (const { id, parent } of cards) {
    const place = kept.get(id);
    if (place !== undefined && !place.isBox && place.inside === parent) points.set(id, { x: place.x, y: place.y });
  }
  const newcomers = cards.filter(({ id }) => !points.has(id));
  if (points.size === 0 || newcomers.length > Math.max(fewNewcomers, points.size / 2)) return undefined;
  const table: Table = { structure, kept, points, moved: new Set() };
  for (const place of [placeNewPort, placeNewInterface, placeNewGateway, placeNewCustomer]) {
    for (const node of newcomers) place(table, node);
  }
  gatherUnattached(table, newcomers);
  return points;
}

const fewNewcomers = 8;

interface Table {
  readonly structure: GraphStructure;
  readonly kept: Places;
  readonly points: Map<string, Point>;
  /** Blocks that were laid out anew for want of room. */
  readonly moved: Set<string>;
}

function placeNewPort(table: Table, node: GraphNode): void {
  const { structure, points, moved } = table;
  if (node.column !== "port" || points.has(node.id)) return;
  const top = ancestorsOf(structure, node).at(-1) ?? node;
  const point = candidatesInBox(table, node).find((candidate) => hasRoom(table, { node, top, point: candidate }));
  if (point !== undefined) {
    points.set(node.id, point);
    return;
  }
  if (moved.has(top.id)) return;
  moved.add(top.id);
  moveBlock(table, top);
}

/** Where it was in another box, or its box was as a card; then below and above what is in its box or around that. */
function candidatesInBox(table: Table, node: GraphNode): readonly Point[] {
  const place = table.kept.get(node.id);
  const before = place === undefined ? [] : [{ x: place.x, y: place.y }];
  return [...before, ...candidatesBeside(table, node)];
}

function candidatesBeside({ structure, kept, points }: Table, node: GraphNode): readonly Point[] {
  for (const box of ancestorsOf(structure, node)) {
    const cards = withDescendants(structure, box).flatMap(({ id }) => points.get(id) ?? []);
    const lowest = Math.max(...cards.map(({ y }) => y));
    if (cards.length > 0) {
      const steps = cards.flatMap(({ x, y }) => stepsFrom.map((step) => ({ x, y: y + step })));
      return steps.sort((one, other) => Math.abs(one.y - lowest) - Math.abs(other.y - lowest));
    }
    const place = kept.get(box.id);
    if (place !== undefined) return [0, bundle.header / 2].map((step) => ({ x: place.x, y: place.y + step }));
  }
  return [];
}

const bundle = frameOf("lag");
const intoBundle = bundle.header + bundle.padding;
const stepsFrom = [pitch, -pitch, pitch + intoBundle, pitch + intoBundle + bundle.padding, -pitch - intoBundle, pitch + bundle.padding];

interface Attempt {
  readonly node: GraphNode;
  readonly top: GraphNode;
  readonly point: Point;
}

/** Whether the card hits no other, and the boxes that it makes larger hit nothing that is not theirs. */
function hasRoom(table: Table, { node, top, point }: Attempt): boolean {
  const { structure, points } = table;
  const attempt = new Map([...points, [node.id, point]]);
  const own = new Set(withDescendants(structure, top).map(({ id }) => id));
  const outline = outlineOf(structure, attempt, top);
  if (outline === undefined) return false;
  const others = structure.graph.nodes.filter(({ id, parent }) => !own.has(id) && (parent === undefined || !structure.nodes.has(parent)));
  if (others.some((other) => hits(outlineOf(structure, attempt, other), outline, gaps.row / 2))) return false;
  return !hasOverlap(structure, attempt, top);
}

/** Whether two nodes inside of the same box come too near to each other. */
function hasOverlap(structure: GraphStructure, points: ReadonlyMap<string, Point>, box: GraphNode): boolean {
  const inside = childrenOf(structure, box.id);
  const outlines = inside.flatMap((child) => outlineOf(structure, points, child) ?? []);
  const clash = outlines.some((one, index) => outlines.slice(index + 1).some((other) => isNear(one, other, 2)));
  return clash || inside.some((child) => hasOverlap(structure, points, child));
}

function hits(one: Rect | undefined, other: Rect, margin: number): boolean {
  return one !== undefined && isNear(one, other, margin);
}

/** A card's or a box's outline as far as what is in it has a place. */
function outlineOf(structure: GraphStructure, points: ReadonlyMap<string, Point>, node: GraphNode): Rect | undefined {
  if (!isBox(structure, node.id)) {
    const point = points.get(node.id);
    return point === undefined ? undefined : rectAround(point, cardSize(node.kind));
  }
  const around = unionOf(childrenOf(structure, node.id).flatMap((child) => outlineOf(structure, points, child) ?? []));
  return around === undefined ? undefined : withFrame(around, frameOf(node.kind));
}

/** Lays a location's ports out anew below everything in its lane; its virtual interfaces stay unless they are new. */
function moveBlock({ structure, points }: Table, top: GraphNode): void {
  const own = new Set(withDescendants(structure, top).map(({ id }) => id));
  const block = orderGraph(structure).blocks.find(({ rows }) => rows.some(({ port }) => port !== undefined && own.has(port.id)));
  if (block === undefined) return;
  const rest = structure.graph.nodes.filter(({ id, column }) => column === "port" && !own.has(id) && points.has(id));
  const centre = points.get([...own].find((id) => points.has(id)) ?? "")?.x ?? Math.min(...rest.flatMap(({ id }) => points.get(id)?.x ?? []));
  const x = (Number.isFinite(centre) ? centre : 0) - portWidth / 2;
  const lane = [...points.values()].filter((point) => point.x > x && point.x < x + portWidth + interfaceOffset + portWidth / 2);
  const bottom = Math.max(0, ...lane.map(({ y }) => y + pitch / 2)) + gaps.block + frameOf("location").padding;
  const fresh = new Map<string, Point>();
  placeBlock(structure, fresh, { block: portsWith(block, points), x, top: bottom });
  for (const [id, point] of fresh) {
    if (own.has(id) || !points.has(id)) points.set(id, point);
  }
}

/** The block with no more virtual interfaces than those that need a place. */
function portsWith({ location, rows }: Block, points: ReadonlyMap<string, Point>): Block {
  return { location, rows: rows.map(({ port, interfaces }) => ({ port, interfaces: interfaces.filter(({ id }) => !points.has(id)) })) };
}

function placeNewInterface(table: Table, node: GraphNode): void {
  if (node.kind !== "virtualInterface" || table.points.has(node.id)) return;
  const port = sourcesOf(table.structure, node.id).map((id) => middleOf(table, id)).find((point) => point !== undefined);
  const x = port === undefined ? columnX(table, node, 0) : columnX(table, node, port.x + interfaceOffset);
  table.points.set(node.id, nearestFree(table, node, { x, y: port?.y ?? 0 }));
}

function placeNewGateway(table: Table, node: GraphNode): void {
  if (!isGateway(node) || isUnattached(node)) return;
  const near = [...sourcesOf(table.structure, node.id), ...targetsOf(table.structure, node.id)].flatMap((id) => middleOf(table, id) ?? []);
  const rightmost = Math.max(0, ...near.map(({ x }) => x));
  const x = columnX(table, node, rightmost + cardSize(node.kind).width + gaps.column);
  table.points.set(node.id, nearestFree(table, node, { x, y: averageY(near) }));
}

/** Beside those that stand there; where the frame has no room to grow, it moves below all gateways with what is in it. */
function gatherUnattached(table: Table, newcomers: readonly GraphNode[]): void {
  const { structure, points } = table;
  const frame = structure.nodes.get("unattached");
  const coming = newcomers.filter(isUnattached);
  if (frame === undefined || coming.length === 0) return;
  const isPlaced = coming.every((node) => {
    const point = spotsBeside(table, frame).find((spot) => hasRoom(table, { node, top: frame, point: spot }));
    if (point !== undefined) points.set(node.id, point);
    return point !== undefined;
  });
  if (isPlaced) return;
  const own = childrenOf(structure, frame.id);
  const others = structure.graph.nodes.filter((node) => isGateway(node) && !isUnattached(node)).flatMap(({ id }) => points.get(id) ?? []);
  const left = Math.min(...others.map(({ x }) => x)) - cardSize("virtualPrivateGateway").width / 2;
  placeUnattached(points, own, { x: Number.isFinite(left) ? left : 0, top: Math.max(0, ...others.map(({ y }) => y)) + pitch });
}

/** The other column of the last row, and the first of the next. */
function spotsBeside({ structure, points }: Table, frame: GraphNode): readonly Point[] {
  const placed = childrenOf(structure, frame.id).flatMap(({ id }) => points.get(id) ?? []);
  if (placed.length === 0) return [];
  const left = Math.min(...placed.map(({ x }) => x));
  const lowest = Math.max(...placed.map(({ y }) => y));
  const beside = { x: left + cardSize("virtualPrivateGateway").width + gaps.column, y: lowest };
  return [...(placed.some(({ x, y }) => x === beside.x && y === lowest) ? [] : [beside]), { x: left, y: lowest + pitch }];
}

function isGateway({ column }: GraphNode): boolean {
  return column === "directConnectGateway" || column === "cloudGateway";
}

function placeNewCustomer(table: Table, node: GraphNode): void {
  if (node.column !== "customer") return;
  const near = targetsOf(table.structure, node.id).flatMap((id) => middleOf(table, id) ?? []);
  const leftmost = Math.min(...near.map(({ x }) => x), 0);
  const x = columnX(table, node, leftmost - portWidth / 2 - gaps.column - cardSize(node.kind).width / 2);
  table.points.set(node.id, nearestFree(table, node, { x, y: averageY(near) }));
}

function middleOf({ structure, points }: Table, id: string): Point | undefined {
  const node = structure.nodes.get(id);
  const outline = node === undefined ? undefined : outlineOf(structure, points, node);
  return outline === undefined ? undefined : { x: (outline.left + outline.right) / 2, y: (outline.top + outline.bottom) / 2 };
}

function averageY(points: readonly Point[]): number {
  return points.length === 0 ? 0 : points.reduce((sum, { y }) => sum + y, 0) / points.length;
}

/** Where the cards of this column are that stand nearest to the wanted place; there, if there are none. */
function columnX({ structure, points }: Table, node: GraphNode, wanted: number): number {
  const xs = structure.graph.nodes.filter(({ column, id }) => column === node.column && points.has(id)).flatMap(({ id }) => points.get(id)?.x ?? []);
  return xs.reduce((best, x) => (Math.abs(x - wanted) < Math.abs(best - wanted) ? x : best), xs[0] ?? wanted);
}

/** The free place in the column that is nearest to the wanted height, in line with the cards that are there. */
function nearestFree({ structure, points }: Table, node: GraphNode, { x, y }: Point): Point {
  const size = cardSize(node.kind);
  const cards = [...points.entries()]
    .filter(([id, point]) => !isBox(structure, id) && Math.abs(point.x - x) < size.width)
    .map(([id, point]) => rectAround(point, cardSize(structure.nodes.get(id)?.kind ?? node.kind)));
  const frame = structure.nodes.get("unattached");
  const around = frame === undefined ? undefined : outlineOf(structure, points, frame);
  const column = around !== undefined && isNear(around, rectAround({ x, y: around.top }, size), 0) ? [...cards, around] : cards;
  const heights = [y, ...column.flatMap(({ top, bottom }) => [top - pitch + size.height / 2, bottom + pitch - size.height / 2])];
  const nearest = heights.sort((one, other) => Math.abs(one - y) - Math.abs(other - y));
  const free = nearest.find((middle) => !column.some((rect) => isNear(rect, rectAround({ x, y: middle }, size), gaps.row - 2)));
  return { x, y: free ?? Math.max(y, ...column.map(({ bottom }) => bottom)) + pitch };
}

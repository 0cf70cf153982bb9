import type { Graph, GraphNode } from "../model/graph.ts";
import { cardSize, centreOf, frameOf, gaps, portWidth, rectAround, unionOf, withFrame, type Place, type Places, type Point, type Rect } from "./geometry.ts";
import { keepPlaces } from "./keep-places.ts";
import { membersOf, orderGraph, type Block, type GatewayGroup, type GraphOrder } from "./graph-order.ts";
import { childrenOf, sourcesOf, structureOf, targetsOf, type GraphStructure } from "./graph-structure.ts";
import { placeUnattached } from "./place-unattached.ts";
import { blockHeight, pitch, placeBlock, stackHeight } from "./place-ports.ts";

export interface Layout {
  /** The centre of every node. */
  readonly places: Places;
  /** The outline of every node that is drawn around others. */
  readonly boxes: ReadonlyMap<string, Rect>;
}

/**
 * Columns from the customer's side to the VPC's: customers, ports in their locations, virtual interfaces, Direct
 * Connect gateways, gateways. A large graph is folded: several lanes of locations, then several of gateways, so that the
 * picture has about the form of a screen. With places kept from before, nodes that are still there stay where they were.
 */
export function layoutGraph(graph: Graph, kept?: Places): Layout {
  const structure = structureOf(graph);
  const cards = keepPlaces(structure, kept ?? new Map()) ?? freshPlaces(structure);
  return finishLayout(structure, cards);
}

function freshPlaces(structure: GraphStructure): Map<string, Point> {
  const order = orderGraph(structure);
  const { portLanes, gatewayLanes } = foldOf(structure, order);
  const points = new Map<string, Point>();
  const customerLanes = split(order.customers, Math.ceil(order.customers.length / customersPerLane(structure, portLanes)));
  let x = placeBlocks(structure, points, portLanes, customerLanes.length * (customerWidth + gaps.column));
  placeCustomers(structure, points, customerLanes);
  const gatewaysLeft = x;
  for (const lane of gatewayLanes) {
    placeGateways(structure, points, { lane, x });
    x += 2 * cardWidth + gaps.column + gaps.lane;
  }
  const lowest = Math.max(-pitch, ...gatewayLanes.flat().flatMap(membersOf).map(({ id }) => points.get(id)?.y ?? 0));
  placeUnattached(points, order.unattached, { x: gatewaysLeft, top: lowest + pitch });
  return points;
}

/** The whole from its cards: boxes around what is in them. */
function finishLayout(structure: GraphStructure, cards: ReadonlyMap<string, Point>): Layout {
  const boxes = new Map<string, Rect>();
  const places = new Map<string, Place>();
  const outline = (node: GraphNode): Rect => {
    const around = unionOf(childrenOf(structure, node.id).map(outline));
    const box = around === undefined ? undefined : withFrame(around, frameOf(node.kind));
    if (box !== undefined) boxes.set(node.id, box);
    const point = box === undefined ? rounded(cards.get(node.id)) : centreOf(box);
    places.set(node.id, { ...point, inside: node.parent, isBox: box !== undefined });
    return box ?? rectAround(point, cardSize(node.kind));
  };
  for (const node of structure.graph.nodes) {
    if (node.parent === undefined || !structure.nodes.has(node.parent)) outline(node);
  }
  return { places, boxes };
}

/** Whole units: what is saved and compared should not depend on fractions. */
function rounded({ x, y }: Point = { x: 0, y: 0 }): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

const { width: cardWidth, height: cardHeight } = cardSize("connection");
const { width: customerWidth } = cardSize("customer");
const portLaneWidth = portWidth + gaps.column + cardWidth + gaps.lane;
const gatewayLaneWidth = 2 * cardWidth + gaps.column + gaps.lane;

/** Width by height of what a picture should fill: an editor beside the side bar. */
const screen = 1.5;
const mostLanes = 24;

interface Fold {
  readonly portLanes: readonly (readonly Block[])[];
  readonly gatewayLanes: readonly (readonly GatewayGroup[])[];
}

/** How many lanes make the picture's form come nearest to the screen's. */
function foldOf(structure: GraphStructure, { blocks, groups }: GraphOrder): Fold {
  const blockHeights = blocks.map((block) => blockHeight(structure, block));
  const groupHeights = groups.map(groupHeight);
  let best: (Fold & { readonly misfit: number }) | undefined;
  for (let count = 1; count <= Math.min(mostLanes, Math.max(1, blocks.length)); count += 1) {
    const portLanes = fill(blocks, blockHeights, count);
    const height = Math.max(cardHeight, ...portLanes.map((lane) => sumOf(lane.map((block) => blockHeight(structure, block)))));
    const gatewayLanes = fill(groups, groupHeights, Math.ceil(sumOf(groupHeights) / Math.max(height, pitch * 6)));
    const width = customerWidth + gaps.column + portLanes.length * portLaneWidth + gatewayLanes.length * gatewayLaneWidth;
    const misfit = Math.abs(Math.log(width / height / screen));
    if (best === undefined || misfit < best.misfit) best = { portLanes, gatewayLanes, misfit };
  }
  return best ?? { portLanes: [], gatewayLanes: [] };
}

/** Deals items out in their order so that the lanes get about the same height. */
function fill<T>(items: readonly T[], heights: readonly number[], lanes: number): readonly (readonly T[])[] {
  const target = sumOf(heights) / Math.max(1, lanes);
  const filled: T[][] = [];
  let above = 0;
  items.forEach((item, index) => {
    const own = heights[index] ?? 0;
    const lane = Math.min(filled.length, Math.floor((above + own / 2) / target));
    (filled[lane] ??= []).push(item);
    above += own;
  });
  return filled;
}

function split<T>(items: readonly T[], lanes: number): readonly (readonly T[])[] {
  return fill(items, items.map(() => 1), lanes);
}

function customersPerLane(structure: GraphStructure, portLanes: Fold["portLanes"]): number {
  const height = Math.max(0, ...portLanes.map((lane) => sumOf(lane.map((block) => blockHeight(structure, block)))));
  return Math.max(8, Math.floor(height / pitch));
}

/** Answers where the next column begins. */
function placeBlocks(structure: GraphStructure, points: Map<string, Point>, lanes: Fold["portLanes"], left: number): number {
  let x = left;
  for (const lane of lanes) {
    let top = 0;
    for (const block of lane) {
      placeBlock(structure, points, { block, x, top });
      top += blockHeight(structure, block);
    }
    x += portLaneWidth;
  }
  return x;
}

function placeCustomers(structure: GraphStructure, points: Map<string, Point>, lanes: readonly (readonly GraphNode[])[]): void {
  lanes.forEach((lane, index) => {
    const wanted = lane.map(({ id }) => averageY(structure, points, targetsOf(structure, id)));
    const tops = spread(wanted, lane.map(() => cardHeight), gaps.row);
    const x = index * (customerWidth + gaps.column) + customerWidth / 2;
    lane.forEach(({ id }, row) => points.set(id, { x, y: (tops[row] ?? 0) + cardHeight / 2 }));
  });
}

function placeGateways(structure: GraphStructure, points: Map<string, Point>, { lane, x }: { lane: readonly GatewayGroup[]; x: number }): void {
  const wanted = lane.map(({ gateway, clouds }) => {
    const members = gateway === undefined ? clouds : [gateway];
    return averageY(structure, points, members.flatMap(({ id }) => sourcesOf(structure, id)));
  });
  const heights = lane.map((group) => groupHeight(group) - gaps.row);
  const tops = spread(wanted, heights, gaps.row);
  lane.forEach(({ gateway, clouds }, index) => {
    const middle = (tops[index] ?? 0) + (heights[index] ?? 0) / 2;
    if (gateway !== undefined) points.set(gateway.id, { x: x + cardWidth / 2, y: middle });
    const first = middle - stackHeight(clouds.length) / 2 + cardHeight / 2;
    clouds.forEach(({ id }, row) => points.set(id, { x: x + cardWidth * 1.5 + gaps.column, y: first + row * pitch }));
  });
}

/** The middle of what has a place already, boxes by what is in them; undefined when nothing has. */
function averageY(structure: GraphStructure, points: ReadonlyMap<string, Point>, ids: readonly string[]): number | undefined {
  const known = ids.flatMap((id): number[] => {
    const point = points.get(id);
    if (point !== undefined) return [point.y];
    const inside = averageY(structure, points, childrenOf(structure, id).map((child) => child.id));
    return inside === undefined ? [] : [inside];
  });
  return known.length === 0 ? undefined : sumOf(known) / known.length;
}

/**
 * The tops of items in their order, each as near to its wanted middle as the others let it be: neighbours that would
 * overlap are moved as one until none do.
 */
export function spread(wanted: readonly (number | undefined)[], heights: readonly number[], gap: number): readonly number[] {
  const runs: { top: number; height: number; count: number; items: number[] }[] = [];
  wanted.forEach((middle, index) => {
    const height = heights[index] ?? 0;
    const last = runs.at(-1);
    const top = middle === undefined ? (last === undefined ? 0 : last.top + last.height + gap) : middle - height / 2;
    let run = { top, height, count: 1, items: [index] };
    for (let above = runs.at(-1); above !== undefined && above.top + above.height + gap > run.top; above = runs.at(-1)) {
      runs.pop();
      const count = above.count + run.count;
      const joined = (above.top * above.count + (run.top - above.height - gap) * run.count) / count;
      run = { top: joined, height: above.height + gap + run.height, count, items: [...above.items, ...run.items] };
    }
    runs.push(run);
  });
  const tops: number[] = [];
  for (const { top, items } of runs) {
    let y = top;
    for (const index of items) {
      tops[index] = y;
      y += (heights[index] ?? 0) + gap;
    }
  }
  return tops;
}

function groupHeight({ clouds }: GatewayGroup): number {
  return stackHeight(Math.max(1, clouds.length)) + gaps.row;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

import type { GraphNodeKind } from "../model/graph.ts";

/** Drawing units; one is a CSS pixel at zoom 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a node is and as what: one that moved to another box, or was a box and is none, may need another place. */
export interface Place extends Point {
  /** The box it is drawn in. */
  readonly inside: string | undefined;
  readonly isBox: boolean;
}
export type Places = ReadonlyMap<string, Place>;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How much of the page's right side and of its bottom something lies over, in CSS pixels. */
export interface Covered {
  readonly right: number;
  readonly bottom: number;
}

const card: Size = { width: 304, height: 42 };
const customerCard: Size = { width: 244, height: 42 };

/** The size of a node that holds no others. */
export function cardSize(kind: GraphNodeKind): Size {
  return kind === "customer" ? customerCard : card;
}

/** What a box has around the nodes in it: `header` is room for its name. */
export interface BoxFrame {
  readonly padding: number;
  readonly header: number;
  readonly leastWidth: number;
}

const bundleFrame: BoxFrame = { padding: 9, header: 34, leastWidth: 0 };
const groupFrame: BoxFrame = { padding: 14, header: 28, leastWidth: 0 };

/** Room for a port in a LAG in a location. */
export const portWidth = card.width + 2 * (bundleFrame.padding + groupFrame.padding);

// Locations below each other begin and end in one line, whether there is a LAG in them or not.
const locationFrame: BoxFrame = { ...groupFrame, leastWidth: portWidth };

export function frameOf(kind: GraphNodeKind): BoxFrame {
  if (kind === "location") return locationFrame;
  return kind === "unattached" ? groupFrame : bundleFrame;
}

/** Distances between neighbours. */
export const gaps = { row: 9, block: 24, column: 92, lane: 124 } as const;

export function rectAround({ x, y }: Point, { width, height }: Size): Rect {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function centreOf({ left, top, right, bottom }: Rect): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** The smallest rectangle around all of them; undefined around none. */
export function unionOf(rects: Iterable<Rect>): Rect | undefined {
  let union: Rect | undefined;
  for (const rect of rects) {
    union =
      union === undefined
        ? rect
        : {
            left: Math.min(union.left, rect.left),
            top: Math.min(union.top, rect.top),
            right: Math.max(union.right, rect.right),
            bottom: Math.max(union.bottom, rect.bottom),
          };
  }
  return union;
}

/** Whether they come nearer to each other than `margin`. */
export function isNear(one: Rect, other: Rect, margin: number): boolean {
  return (
    one.left < other.right + margin &&
    other.left < one.right + margin &&
    one.top < other.bottom + margin &&
    other.top < one.bottom + margin
  );
}

export function withFrame({ left, top, right, bottom }: Rect, { padding, header, leastWidth }: BoxFrame): Rect {
  const aside = Math.max(padding, (leastWidth - (right - left)) / 2);
  return { left: left - aside, top: top - padding - header, right: right + aside, bottom: bottom + padding };
}

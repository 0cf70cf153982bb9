import type { Point } from "./geometry.ts";

/** A curve as Cytoscape describes it: control points by their share of the straight line and their distance from it. */
export interface Curve {
  readonly weights: readonly number[];
  readonly distances: readonly number[];
}

/** How far the curve runs level before it turns. */
const longestLead = 150;

/** The curve that leaves to the right and arrives from the left, both level. */
export function curveBetween(from: Point, to: Point): Curve {
  const across = to.x - from.x;
  const down = to.y - from.y;
  const length = Math.hypot(across, down);
  if (length < 1) return { weights: [0.25, 0.75], distances: [0, 0] };
  const lead = Math.min(Math.max(across / 2, 24), longestLead);
  const weight = (lead * across) / (length * length);
  const distance = (lead * down) / length;
  return { weights: [weight, 1 - weight], distances: [-distance, distance] };
}

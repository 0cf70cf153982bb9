import { describe, expect, it } from "vitest";
import { curveBetween } from "../../src/webview/edge-curve.ts";

/** Where Cytoscape puts a control point. */
function controlPoints(from: { x: number; y: number }, to: { x: number; y: number }): { x: number; y: number }[] {
  const { weights, distances } = curveBetween(from, to);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return weights.map((weight, index) => ({
    x: from.x + weight * length * along.x - (distances[index] ?? 0) * along.y,
    y: from.y + weight * length * along.y + (distances[index] ?? 0) * along.x,
  }));
}

describe("an edge's curve", () => {
  it.each([
    [{ x: 0, y: 0 }, { x: 100, y: 80 }],
    [{ x: 10, y: 50 }, { x: 210, y: -300 }],
    [{ x: 0, y: 0 }, { x: 3000, y: 40 }],
  ])("leaves and arrives level: %o to %o", (from, to) => {
    const [first, second] = controlPoints(from, to);
    expect(first?.y).toBeCloseTo(from.y, 6);
    expect(second?.y).toBeCloseTo(to.y, 6);
    expect(first?.x).toBeGreaterThan(from.x);
    expect(second?.x).toBeLessThan(to.x);
  });

  it("is straight between points at one place", () => {
    expect(curveBetween({ x: 1, y: 1 }, { x: 1, y: 1 }).distances).toEqual([0, 0]);
  });
});

import { expect, test } from "vitest";
import { legibleZoom, nameSize } from "../../src/webview/legible-zoom.ts";

test.each([
  ["all fits legibly", 0.9, 0.9],
  ["all fits, and names could just not be read", 0.25, 0.332],
  ["hardly any of it would be seen", 0.05, 0.05],
])("a first look where %s", (_, fitting, expected) => {
  expect(legibleZoom(fitting)).toBeCloseTo(expected, 3);
});

test("names stay in their card, and are larger there where they could not be read else", () => {
  expect([0.49, 0.4, 0.34, 0.25].map((zoom) => Math.round(nameSize(zoom) * 10) / 10)).toEqual([23.5, 24, 27.4, 28]);
  expect(nameSize(legibleZoom(0.25)) * legibleZoom(0.25)).toBeCloseTo(9.3, 5);
});

import { describe, expect, it } from "vitest";
import { contrastOf, distinct, leastContrast, type Rgb } from "../../src/webview/contrast.ts";
import { pageThemes } from "../support/themes.ts";

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

it("is WCAG's: from 1 to 21, whichever comes first", () => {
  expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrastOf([255, 255, 255], [255, 255, 255])).toBe(1);
  expect(contrastOf(rgb("#767676"), rgb("#ffffff"))).toBeCloseTo(4.54, 2);
});

describe("a colour that carries a meaning", () => {
  const light: Rgb = [255, 255, 255];
  const card: Rgb = [240, 240, 240];

  it("stays as it is where it is clear, and else takes only as much of the text as it needs", () => {
    const text = rgb("#3b3b3b");
    expect(distinct(rgb("#388a34"), { text, grounds: [light, card] })).toEqual(rgb("#388a34"));
    const yellow = distinct(rgb("#bf8803"), { text, grounds: [light, card] });
    expect(contrastOf(rgb("#bf8803"), card)).toBeLessThan(leastContrast);
    expect(contrastOf(yellow, card)).toBeGreaterThanOrEqual(leastContrast);
    expect(contrastOf(yellow, card)).toBeLessThan(leastContrast + 0.4);
  });

  it.each(Object.entries(pageThemes))("is told from the ground in %s", (_, { variables }) => {
    const [ground, text] = [rgb(variables["editor-background"]), rgb(variables["editor-foreground"])];
    for (const name of ["charts-yellow", "charts-orange", "charts-blue", "charts-purple", "charts-green"] as const) {
      expect(contrastOf(distinct(rgb(variables[name]), { text, grounds: [ground] }), ground), name).toBeGreaterThanOrEqual(leastContrast);
    }
  });
});

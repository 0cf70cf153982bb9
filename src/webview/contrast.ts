/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The least contrast of what carries a meaning and is no text. Source: WCAG 2.2, 1.4.11. */
export const leastContrast = 3;

/** From 1, no contrast, to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
}

/** So much of one colour over the other. */
export function mixed(front: Rgb, back: Rgb, share: number): Rgb {
  return [0, 1, 2].map((part) => Math.round((front[part] ?? 0) * share + (back[part] ?? 0) * (1 - share))) as unknown as Rgb;
}

/** The colour, with as little of the text's as makes it tell itself from all the grounds that it is drawn on. */
export function distinct(colour: Rgb, { text, grounds }: { readonly text: Rgb; readonly grounds: readonly Rgb[] }): Rgb {
  const isDistinct = (candidate: Rgb): boolean => grounds.every((ground) => contrastOf(candidate, ground) >= leastContrast);
  const steps = Array.from({ length: 20 }, (_, step) => mixed(colour, text, 1 - step / 20));
  return steps.find(isDistinct) ?? text;
}

function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

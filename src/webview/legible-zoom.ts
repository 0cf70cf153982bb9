/** The usual size of a name that one looks at from afar, in the drawing's units, and the largest for which a card has room. */
const usualName = 24;
const largestName = 28;

/** How large names are to be on the page, in CSS pixels: not smaller, as far as there is room, and from near no larger. */
const leastPixels = 9.3;
const mostPixels = 11.5;

/** How many times as long and wide as the page a picture may become for the sake of its names; the rest is panned to. */
const mostPages = 2.5;

/** The size of names from afar, in the drawing's units. */
export function nameSize(zoom: number): number {
  return Math.min(largestName, Math.max(leastPixels / zoom, Math.min(usualName, mostPixels / zoom)));
}

/** The zoom for a first look where `fitting` would show all: not so small that a name cannot be read, if little is lost by that. */
export function legibleZoom(fitting: number): number {
  const least = leastPixels / largestName;
  return fitting >= least || fitting * mostPages < least ? fitting : least;
}

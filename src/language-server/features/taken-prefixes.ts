import { type Address, broadcastOf, networkOf, parseAddress } from "../../model/plan/addresses.ts";

/** Prefixes that are taken, as many others are asked about: whether they overlap with any. */
export class TakenPrefixes {
  private readonly texts: ReadonlySet<string>;
  private readonly ranges: Readonly<Record<Address["family"], readonly Range[]>>;

  constructor(texts: Iterable<string>) {
    this.texts = new Set(texts);
    const blocks = [...this.texts].flatMap((text) => parseAddress(text) ?? []);
    this.ranges = { ipv4: mergedRanges(blocks.filter(({ family }) => family === "ipv4")), ipv6: mergedRanges(blocks.filter(({ family }) => family === "ipv6")) };
  }

  overlaps(text: string): boolean {
    // Most are taken by the very text, which spares reading it.
    if (this.texts.has(text)) return true;
    const block = parseAddress(text);
    if (block === undefined) return false;
    const [ranges, first] = [this.ranges[block.family], networkOf(block)];
    const next = ranges[firstReaching(ranges, first)];
    return next !== undefined && next.first <= broadcastOf(block);
  }
}

interface Range {
  readonly first: number | bigint;
  readonly last: number | bigint;
}

/** In order, none overlapping, so that they can be searched by halves. */
function mergedRanges(blocks: readonly Address[]): readonly Range[] {
  const merged: Range[] = [];
  const ranges = blocks.map((block) => ({ first: networkOf(block), last: broadcastOf(block) }));
  // Prefixes hold each other or are apart: one that begins within the last is inside it, the widest of one beginning comes first.
  for (const range of ranges.sort((one, other) => order(one.first, other.first) || order(other.last, one.last))) {
    const last = merged.at(-1);
    if (last === undefined || range.first > last.last) merged.push(range);
  }
  return merged;
}

function order(one: number | bigint, other: number | bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The place of the first range that ends at an address or behind it. */
function firstReaching(ranges: readonly Range[], address: number | bigint): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.last ?? address) < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

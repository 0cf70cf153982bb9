import type { Source } from "./source.ts";
import { type Entry, type MapNode, type PlanNode, type Range, rangeOf } from "./tree.ts";
import { emptyScalar } from "./scalar.ts";

/** What may stand before a value: `&anchor` and `!tag`. */
export interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

const none: Properties = { anchor: undefined, tag: undefined };
const knownTags = ["!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq"];

export function readProperties(source: Source): Properties {
  let properties = none;
  for (;;) {
    source.skipBlanks();
    const { character } = source;
    if (character !== "&" && character !== "!") return properties;
    const start = source.position;
    const token = passToken(source);
    if (character === "&") properties = { ...properties, anchor: token.slice(1) };
    else {
      if (!knownTags.includes(token)) {
        source.report("This tag means nothing in a plan. Remove it; quotes make a value text.", start, source.position);
      }
      properties = { ...properties, tag: token };
    }
  }
}

/** Gives a node what its properties say, and remembers it under its anchor. */
export function withProperties(source: Source, node: PlanNode, properties: Properties): PlanNode {
  const tagged: PlanNode =
    node.kind === "scalar" && (properties.tag === "!!str" || properties.tag === "!")
      ? { ...node, value: node.source, style: "quoted" }
      : node;
  if (properties.anchor !== undefined) {
    source.anchors.set(properties.anchor, { node: tagged, size: sizeOf(tagged), base: source.base });
  }
  return tagged;
}

/** Reads `*name` as a copy of what the anchor stands before, placed at the alias. */
export function readAlias(source: Source): PlanNode {
  const start = source.position;
  const name = passToken(source).slice(1);
  const range = rangeOf(start, source.position);
  const anchored = source.anchors.get(name);
  if (anchored === undefined) {
    // Without its name: a key that begins with an asterisk and lacks its quotes looks like an alias too.
    source.report("No anchor of this name stands above this alias. Define it earlier in the file, or write the value out.", start, range.end);
    return emptyScalar(start);
  }
  if (!source.mayExpand(anchored.size)) {
    source.report("The aliases of this file expand to too much. Write the values out.", start, range.end);
    return emptyScalar(start);
  }
  return copyAt(anchored.node, range, anchored.base);
}

/** Resolves `<<`: fields of the merged maps that the map does not have itself. */
export function mergeEntries(source: Source, entries: readonly Entry[]): readonly Entry[] {
  const merges = entries.filter(isMerge);
  // A copy takes no more room than it needs, and it lives as long as the text stays what it is.
  if (merges.length === 0) return entries.slice();
  const own = entries.filter((entry) => !isMerge(entry));
  const names = new Set(own.map((entry) => entry.key.source));
  const inherited: Entry[] = [];
  for (const map of merges.flatMap((merge) => mapsToMerge(source, merge))) {
    for (const entry of map.entries) {
      if (names.has(entry.key.source)) continue;
      names.add(entry.key.source);
      inherited.push({ ...entry, merged: true });
    }
  }
  return [...own, ...inherited];
}

function isMerge(entry: Entry): boolean {
  return entry.key.source === "<<" && entry.key.style === "plain";
}

function mapsToMerge(source: Source, merge: Entry): readonly MapNode[] {
  const values = merge.value.kind === "list" ? merge.value.items : [merge.value];
  const maps = values.filter((value) => value.kind === "map");
  if (maps.length < values.length && merge.value.range.end > merge.value.range.start) {
    source.report("A merge key takes a map, or a list of maps: `<<: *name`.", merge.value.range.start, merge.value.range.end);
  }
  return maps;
}

function passToken(source: Source): string {
  const start = source.position;
  source.position += 1;
  while (!source.isBlankAt(source.position) && !",[]{}".includes(source.character)) source.position += 1;
  return source.text.slice(start, source.position);
}

function sizeOf(node: PlanNode): number {
  if (node.kind === "scalar") return 1;
  if (node.kind === "list") return node.items.reduce((size, item) => size + sizeOf(item), 1);
  return node.entries.reduce((size, entry) => size + 1 + sizeOf(entry.value), 1);
}

function copyAt<N extends PlanNode>(node: N, range: Range, base: number): N {
  const origin = node.origin ?? base + node.range.start;
  if (node.kind === "scalar") return { ...node, range, origin };
  if (node.kind === "list") return { ...node, range, origin, items: node.items.map((item) => copyAt(item, range, base)) };
  const entries = node.entries.map((entry) => ({ ...entry, key: copyAt(entry.key, range, base), value: copyAt(entry.value, range, base) }));
  return { ...node, range, origin, entries };
}

import { ownTagKeys, type Tags } from "./resource.ts";
import { readPiece } from "./plan/syntax/block.ts";
import type { Entry } from "./plan/syntax/tree.ts";
import { checkTagKey, checkTagValue, maxTags } from "./tag.ts";
import { phrase, verbatim, type Text } from "./text.ts";

/** What is wrong in a text of tags; offsets in UTF-16 units. */
export interface TagsProblem {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
}

export interface TagsRead {
  readonly tags: Tags;
  readonly problems: readonly TagsProblem[];
}

/** The tags that a user may change, as YAML: a line `key: value` for each, sorted by key. */
export function tagsText(tags: Tags): string {
  return [...ownTagKeys(tags)].sort().map((key) => `${scalar(key)}: ${scalar(tags[key] ?? "")}\n`).join("");
}

/** Reads what a person made of it. Values are taken as they are written: `012` and `yes` stay text. */
export function readTags(text: string): TagsRead {
  const { entries, problems } = readPiece(text, 0, { anchors: new Map(), base: 0, expansion: { nodes: 0 } });
  const seen = new Set<string>();
  const wrong = entries.flatMap((entry) => {
    const problem = problemOf(entry, seen);
    seen.add(entry.key.source);
    return problem === undefined ? [] : [{ text: problem, start: entry.key.range.start, end: entry.value.range.end }];
  });
  const syntax = problems.map(({ message, range }) => ({ text: verbatim(message), start: range.start, end: range.end }));
  const many = seen.size > maxTags ? [{ text: phrase("A resource has at most {0} tags; these are {1}.", maxTags, seen.size), start: 0, end: text.length }] : [];
  return { tags: Object.fromEntries(entries.map((entry) => [entry.key.source, valueOf(entry)])), problems: [...syntax, ...wrong, ...many] };
}

/** What has to be set and what to be removed, to come from one set of tags to another; AWS's own are left alone. */
export function tagsDifference(before: Tags, after: Tags): { readonly set: Tags; readonly removed: readonly string[] } {
  const isKept = (key: string): boolean => Object.hasOwn(before, key) && before[key] === after[key];
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key]) => !isKept(key))),
    removed: ownTagKeys(before).filter((key) => !Object.hasOwn(after, key)),
  };
}

function problemOf(entry: Entry, seen: ReadonlySet<string>): Text | undefined {
  const { key, value } = entry;
  if (seen.has(key.source)) return phrase("The key {0} stands here twice.", key.source);
  if (value.kind !== "scalar") return phrase("The value of a tag is one line of text.");
  return checkTagKey(key.source) ?? checkTagValue(value.source);
}

function valueOf({ value }: Entry): string {
  return value.kind === "scalar" ? value.source : "";
}

/** Text that YAML reads as itself needs no quotes. */
function scalar(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_./+@=-]*( [A-Za-z0-9_./+@=-]+)*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

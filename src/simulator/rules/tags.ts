import type { Tag } from "../world/records.ts";
import { ApiFailure, refusal } from "./api-failure.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

/** Tags as inputs hold them. */
export type TagInput = readonly { readonly key: string; readonly value?: string }[];

/** The tags of an input, checked; those without a value have an empty one. */
export function readNewTags(given: TagInput = []): readonly Tag[] {
  const tags = given.map(({ key, value = "" }) => ({ key, value }));
  checkNewTags(tags);
  return tags;
}

/** Refuses keys that stand twice or are reserved. Lengths and characters have been checked with the input. */
function checkNewTags(tags: readonly Tag[]): void {
  const keys = new Set<string>();
  for (const { key } of tags) {
    if (keys.has(key)) throw new ApiFailure("DuplicateTagKeysException", 400, simulatorTexts.tagKeyTwice(key));
    if (key.toLowerCase().startsWith("aws:")) throw refusal(simulatorTexts.reservedTag(key));
    keys.add(key);
  }
  checkQuota(tags);
}

/** The tags with the new ones; the same key takes the new value. */
export function mergeTags(existing: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  const merged = new Map([...existing, ...added].map((tag) => [tag.key, tag]));
  const tags = [...merged.values()];
  checkQuota(tags);
  return tags;
}

function checkQuota(tags: readonly Tag[]): void {
  if (tags.length > quotas.tagsPerResource) {
    throw new ApiFailure("TooManyTagsException", 400, simulatorTexts.tooManyTags(quotas.tagsPerResource));
  }
}

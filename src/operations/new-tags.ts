import type { Tags } from "../model/resource.ts";
import { phrase } from "../model/text.ts";

/** Tags for what is about to be made. */
export const newTags = { type: "tags", label: phrase("Tags"), hint: phrase("Keys and values that it begins with"), optional: true } as const;

/** The tags as a request carries them; nothing where there are none. */
export function tagList(tags: Tags | undefined): { readonly tags?: { key: string; value: string }[] } {
  const list = Object.entries(tags ?? {}).map(([key, value]) => ({ key, value }));
  return list.length === 0 ? {} : { tags: list };
}

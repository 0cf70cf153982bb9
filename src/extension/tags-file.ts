import type { Tags } from "../model/resource.ts";
import { tagsDifference, tagsText } from "../model/tags-text.ts";
import type { LooseFile } from "./loose-files.ts";

/** The file of a resource's tags. */
export interface TagsFile extends LooseFile {
  /** The tags that the text stands for, as `tagsText` has them. */
  readonly tags: string;
  /** What the resource may be listed with until it is listed with them. */
  readonly earlier: readonly string[];
}

/** What was saved: its calls are made, but what is known of the resource may be from before any of them. */
export function savedTagsFile({ text, before, after, since }: { readonly text: string; readonly before: Tags; readonly after: Tags; readonly since: number }): TagsFile {
  const between = { ...before, ...tagsDifference(before, after).set };
  return { text, since, tags: tagsText(after), earlier: [tagsText(before), tagsText(between)] };
}

/** The file once the resource is listed with these tags: the one before while it fits, comments included. */
export function tagsFileAt(file: TagsFile | undefined, listed: Tags, now: number): TagsFile {
  const tags = tagsText(listed);
  if (file?.tags === tags) return file.earlier.length === 0 ? file : { ...file, earlier: [] };
  return file?.earlier.includes(tags) === true ? file : { text: tags, since: now, tags, earlier: [] };
}

import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { nodeOf, type View } from "../../model/plan/view.ts";
import { soundsSecret } from "../../model/tag.ts";
import { numbered } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";
import { asTexts, written } from "./written.ts";

/** Keys of tags in use that are not here yet: those of the plan by how often they are used, then those of the live account. */
export function suggestTagKeys(plan: PlanDocument, cursor: Cursor): CompletionItem[] {
  const uses = countOf(tagsBeside(plan, cursor).map(([key]) => key));
  const live = (plan.index.live?.state.tags ?? []).map(({ key }) => key).filter((key) => !uses.has(key));
  const keys = [
    ...byUse(uses).map(([value, count]) => ({ value, about: count === 1 ? "used once in this plan" : `used ${count} times in this plan` })),
    ...live.map((value) => ({ value, about: "used in the live account" })),
  ];
  const offered = keys.filter(({ value }) => !cursor.present.has(value)).slice(0, mostOffered);
  return numbered(offered).map((item) => ({
    ...item,
    kind: CompletionItemKind.Property,
    insertText: `${written(item.label)}${cursor.hasColon ? "" : ": "}`,
  }));
}

/** Values that the same key has elsewhere; none for a key that sounds like a secret's. */
export function suggestTagValues(plan: PlanDocument, cursor: Cursor): CompletionItem[] {
  const key = cursor.path.at(-1) ?? "";
  if (soundsSecret(key)) return [];
  const uses = countOf(tagsBeside(plan, cursor).flatMap(([name, value]) => (name === key ? value : [])));
  const live = plan.index.live?.state.tags.find((tag) => tag.key === key)?.values ?? [];
  const values = [
    ...byUse(uses).map(([value]) => ({ value, about: "in this plan" })),
    ...live.filter((value) => !uses.has(value)).map((value) => ({ value, about: "in the live account" })),
  ];
  return asTexts(numbered(values.filter(({ value }) => value !== "").slice(0, mostOffered)));
}

/** The editor looks through them at every keystroke. */
const mostOffered = 100;

type Tag = readonly [key: string, value: string];

/** Of all but what the cursor is in: the resources, and the plan itself. */
function tagsBeside(plan: PlanDocument, cursor: Cursor): readonly Tag[] {
  const own = resourceOf(plan, cursor);
  const tags = plan.index.resources.flatMap((resource) => (resource === own ? none : tagsIn(resource.view)));
  return own === undefined ? tags : [...tags, ...tagsIn(plan.index.plan)];
}

function tagsIn(view: View): readonly Tag[] {
  const node = nodeOf(view, "tags");
  if (node?.kind !== "map") return none;
  return node.entries.map(({ key, value }) => [key.source, value.kind === "scalar" && typeof value.value === "string" ? value.value : ""]);
}

const none: readonly never[] = [];

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return uses;
}

/** The most used first; those used alike stay in the order of the plan. */
function byUse(uses: ReadonlyMap<string, number>): readonly (readonly [text: string, count: number])[] {
  return [...uses].sort(([, one], [, other]) => other - one);
}

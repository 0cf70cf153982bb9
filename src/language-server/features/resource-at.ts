import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { isSectionName } from "../../model/plan/schema.ts";
import type { Entry } from "../../model/plan/syntax/tree.ts";

/** The resource that the cursor is in. */
export function resourceOf(plan: PlanDocument, cursor: Cursor): Resource | undefined {
  const [section = "", name = ""] = cursor.path;
  return isSectionName(section) ? plan.index.find(section, name) : undefined;
}

/** The fields beside the cursor: those of a further peer, or of the resource. */
export function fieldsBeside({ view }: Resource, { path }: Cursor): ReadonlyMap<string, Entry> {
  const [, , inner = "", name = ""] = path;
  if (inner !== "bgpPeers") return view.fields;
  const peers = view.fields.get(inner)?.value;
  const peer = peers?.kind === "map" ? peers.entries.find(({ key }) => key.source === name)?.value : undefined;
  return new Map(peer?.kind === "map" ? peer.entries.map((entry) => [entry.key.source, entry]) : []);
}

/** What a list holds beside its member at the cursor. */
export function membersBeside(own: Resource | undefined, { path, word }: Cursor): ReadonlySet<string> {
  const list = path.at(-1) === "[]" ? own?.view.fields.get(path.at(-2) ?? "")?.value : undefined;
  const base = own?.place.start ?? 0;
  const items = list?.kind === "list" ? list.items : [];
  return new Set(items.flatMap((item) => (item.kind === "scalar" && !isAt(item.range.start + base, word.start) ? [item.source] : [])));
}

/** In quotes the word begins behind the first one. */
function isAt(start: number, wordStart: number): boolean {
  return start === wordStart || start === wordStart - 1;
}

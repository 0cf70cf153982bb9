import { placed, type PlanIndex } from "../plan-index.ts";
import type { Entry } from "../syntax/tree.ts";
import { nodeOf } from "../view.ts";
import { idKindOf } from "./ids.ts";

export interface Removed {
  readonly id: string;
  readonly range: ReturnType<typeof placed>;
}

/** The well-formed ids under `removed`, each where it stands. */
export function removedOf(index: PlanIndex): readonly Removed[] {
  const node = nodeOf(index.plan, "removed");
  const place = index.placeOfTop("removed");
  if (node?.kind !== "map" || place === undefined) return [];
  return node.entries.flatMap(({ value }: Entry) => {
    const id = value.kind === "scalar" && typeof value.value === "string" && idKindOf(value.value) !== undefined ? value.value : undefined;
    return id === undefined ? [] : [{ id, range: placed({ place }, value.range) }];
  });
}

/** What is left of live ones when the plan is applied: what it removes goes first, and leaves its room to what it adds. */
export function staying<T extends { readonly id: string }>(live: readonly T[], index: PlanIndex): readonly T[] {
  const gone = new Set(removedOf(index).map(({ id }) => id));
  return gone.size === 0 ? live : live.filter(({ id }) => !gone.has(id));
}

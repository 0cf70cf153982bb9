import { indexResources, type Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import { readPlaceKey } from "../model/place.ts";
import type { Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { isOffered, type Operation } from "../operations/operation.ts";
import { isPlace, type Target } from "../operations/target.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

/** A resource or a place that an operation cannot be run on, and why. */
export interface Blocked {
  readonly key: string;
  readonly label: string;
  /** A sentence that names the resource or what is in its way. */
  readonly message: string;
  /** The keys of what stands in the way, or of the resource itself; empty when nothing of it is left. */
  readonly because: readonly string[];
}

export interface Targets {
  readonly ready: readonly Target[];
  readonly blocked: readonly Blocked[];
}

/** Sorts keys by what can be done now. A menu may have been open while the inventory changed. */
export function sortTargets(
  operation: Operation,
  keys: readonly string[],
  inventory: Inventory,
  t: Translate,
): Targets {
  const index = indexResources(inventory);
  const ready: Target[] = [];
  const blocked: Blocked[] = [];
  for (const key of keys) {
    const target = index.get(key) ?? placeAt(key, inventory);
    const block = target === undefined ? goneBlock(key, t) : blockOf(operation, target, inventory, t);
    if (block !== undefined) blocked.push(block);
    else if (target !== undefined) ready.push(target);
  }
  return { ready, blocked };
}

/** The resources of some keys, without those that are gone. */
export function resourcesAt(keys: readonly string[], inventory: Inventory): readonly Resource[] {
  const index = indexResources(inventory);
  return keys.flatMap((key) => index.get(key) ?? []);
}

/** A place is there as long as its profile is read. */
function placeAt(key: string, { accounts }: Inventory): Target | undefined {
  const place = readPlaceKey(key);
  return accounts.some(({ profile }) => profile === place?.profile) ? place : undefined;
}

function goneBlock(key: string, t: Translate): Blocked {
  const id = key.slice(key.indexOf("/") + 1);
  return { key, label: id, message: t("{0} is gone: it is listed no more.", id), because: [] };
}

function blockOf(operation: Operation, target: Target, inventory: Inventory, t: Translate): Blocked | undefined {
  const label = targetTitle(target, inventory);
  if (!isOffered(operation, target)) {
    return { key: target.key, label, message: mismatchOf(operation, { target, label }, t), because: [target.key] };
  }
  const refusal = operation.refusal?.(target, inventory);
  return refusal === undefined ? undefined : { key: target.key, label, message: said(refusal.message, t), because: refusal.because };
}

/** Why an operation is not offered: a selection may hold other kinds, a menu may be older than the state. */
function mismatchOf({ on }: Operation, { target, label }: { readonly target: Target; readonly label: string }, t: Translate): string {
  if (isPlace(target)) return t("Nothing of this kind can be made in {0}.", label);
  const offers = on.filter(({ kind }) => kind === target.kind);
  if (offers.length > 0 && !offers.some(({ states }) => (states as readonly string[]).includes(target.state))) {
    return t("{0} is now {1}, which does not allow it.", label, target.state);
  }
  if (offers.length > 0 && !target.owned && offers.every(({ traits }) => traits?.includes("owned"))) {
    return t("{0} belongs to account {1}; only its owner may do this.", label, target.ownerAccount);
  }
  return t("{0} ({1}) is nothing that this can be done to.", label, said(kindName(target.kind), t));
}

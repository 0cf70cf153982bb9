import { indexResources, type Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { isOffered, type Operation } from "../operations/operation.ts";
import type { Translate } from "./translate.ts";

/** A resource that an operation cannot be run on, and why. */
export interface Blocked {
  readonly key: string;
  readonly label: string;
  /** A sentence that names the resource or what is in its way. */
  readonly message: string;
  /** The keys of what stands in the way, or of the resource itself; empty when nothing of it is left. */
  readonly because: readonly string[];
}

export interface Targets {
  readonly ready: readonly Resource[];
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
  const ready: Resource[] = [];
  const blocked: Blocked[] = [];
  for (const key of keys) {
    const resource = index.get(key);
    const block = resource === undefined ? goneBlock(key, t) : blockOf(operation, resource, inventory, t);
    if (block !== undefined) blocked.push(block);
    else if (resource !== undefined) ready.push(resource);
  }
  return { ready, blocked };
}

function goneBlock(key: string, t: Translate): Blocked {
  const id = key.slice(key.indexOf("/") + 1);
  return { key, label: id, message: t("{0} is gone: it is listed no more.", id), because: [] };
}

function blockOf(operation: Operation, resource: Resource, inventory: Inventory, t: Translate): Blocked | undefined {
  const label = labelOf(resource);
  if (!isOffered(operation, resource)) {
    return { key: resource.key, label, message: mismatchOf(operation, resource, t), because: [resource.key] };
  }
  const refusal = operation.refusal?.(resource, inventory);
  return refusal === undefined ? undefined : { key: resource.key, label, message: said(refusal.message, t), because: refusal.because };
}

/** Why an operation is not offered: a selection may hold other kinds, a menu may be older than the state. */
function mismatchOf({ on }: Operation, resource: Resource, t: Translate): string {
  const label = labelOf(resource);
  const offers = on.filter(({ kind }) => kind === resource.kind);
  if (offers.length > 0 && !offers.some(({ states }) => states.includes(resource.state))) {
    return t("{0} is now {1}, which does not allow it.", label, resource.state);
  }
  if (offers.length > 0 && !resource.owned && offers.every(({ traits }) => traits?.includes("owned"))) {
    return t("{0} belongs to account {1}; only its owner may do this.", label, resource.ownerAccount);
  }
  return t("{0} ({1}) is nothing that this can be done to.", label, said(kindName(resource.kind), t));
}

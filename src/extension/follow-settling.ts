import { isOver } from "../model/dependants.ts";
import { isSettling } from "../model/health.ts";
import type { Inventory } from "../model/inventory.ts";
import { indexResources } from "../model/inventory.ts";
import type { Resource, ResourceKind } from "../model/resource.ts";
import type { Event } from "./emitter.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

export interface Following {
  readonly store: { readonly inventory: Inventory; readonly onDidChange: Event<unknown> };
  readonly t: Translate;
  /** Tells quietly. */
  readonly tell: (message: string) => void;
  /** The resources that something was done to. */
  readonly keys: readonly string[];
  /** What was listed before; what has come since, of these kinds, was made. */
  readonly before: ReadonlySet<string>;
  readonly kinds: readonly ResourceKind[];
  /** How long what was made may take to be listed, and anything to settle, in milliseconds. */
  readonly listedWithin?: number;
  readonly settledWithin?: number;
}

/** Tells when what an operation has set going has settled, or that it has not in time. Reading again is the polling's. */
export function followSettling(following: Following): { dispose(): void } {
  const { store, listedWithin = 20_000, settledWithin = 900_000 } = following;
  const begun = Date.now();
  const awaited = new Map<string, Resource>();
  const look = (): void => {
    const index = indexResources(store.inventory);
    const isNews = Date.now() - begun < listedWithin;
    if (isNews) for (const resource of index.values()) if (isAwaited(following, resource)) awaited.set(resource.key, resource);
    for (const [key, last] of awaited) {
      const now = index.get(key);
      if (now !== undefined && isSettling(now)) continue;
      awaited.delete(key);
      following.tell(settledText(following, last, now));
    }
    if (!isNews && awaited.size === 0) end();
  };
  const listening = store.onDidChange(look);
  const timer = setTimeout(() => {
    for (const resource of awaited.values()) following.tell(lateText(following, resource));
    end();
  }, settledWithin);
  const end = (): void => {
    clearTimeout(timer);
    listening.dispose();
  };
  look();
  return { dispose: end };
}

function isAwaited({ keys, before, kinds }: Following, resource: Resource): boolean {
  return isSettling(resource) && (keys.includes(resource.key) || (!before.has(resource.key) && kinds.includes(resource.kind)));
}

function settledText({ store, t }: Following, last: Resource, now: Resource | undefined): string {
  const name = targetTitle(now ?? last, store.inventory);
  return now === undefined || isOver(now) ? t("{0} is gone", name) : t("{0} is {1}", name, now.state);
}

function lateText({ store, t }: Following, resource: Resource): string {
  const now = indexResources(store.inventory).get(resource.key) ?? resource;
  return t("{0} is still {1}", targetTitle(now, store.inventory), now.state);
}

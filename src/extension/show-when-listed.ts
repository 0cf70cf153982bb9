import type { Inventory } from "../model/inventory.ts";
import type { Event } from "./emitter.ts";

export interface Awaiting {
  readonly store: { readonly inventory: Inventory; readonly onDidChange: Event<unknown> };
  readonly id: string;
  /** Shows the resource of this key where a person sees it. */
  readonly show: (resourceKey: string) => unknown;
  /** How long it may take to be listed, in milliseconds; then the person has long gone on. */
  readonly within?: number;
}

/** Shows what was made as soon as it is listed, once. */
export function showWhenListed({ store, id, show, within = 20_000 }: Awaiting): { dispose(): void } {
  const look = (): void => {
    const found = store.inventory.resources.find((resource) => resource.id === id);
    if (found === undefined) return;
    end();
    show(found.key);
  };
  const listening = store.onDidChange(look);
  const timer = setTimeout(() => end(), within);
  const end = (): void => {
    clearTimeout(timer);
    listening.dispose();
  };
  look();
  return { dispose: end };
}

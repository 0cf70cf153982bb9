import type { Account, Inventory } from "../model/inventory.ts";
import { placeOf, readPlaceKey, type Place } from "../model/place.ts";
import type { Resource } from "../model/resource.ts";
import { isOffered, type Operation } from "../operations/operation.ts";

/** How a person chooses what an operation is for. */
export interface TargetUi {
  /** Undefined when the person leaves, or when there is none. */
  chooseResource(title: string, resources: Promise<readonly Resource[]>): Promise<Resource | undefined>;
  /** One of several places; undefined when the person leaves. */
  choosePlace(title: string, places: readonly Place[], inventory: Inventory): Promise<Place | undefined>;
}

export interface TargetChoice {
  readonly store: { readonly inventory: Inventory; ready(): Promise<void> };
  readonly ui: TargetUi;
  readonly operation: Operation;
  readonly title: string;
}

/**
 * The keys of what to run an operation on: those given, with a Region for a place that needs one and has none yet; or
 * what the person chooses. Undefined when the person leaves.
 */
export async function chooseKeys(choice: TargetChoice, keys: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  if (keys !== undefined) return completed(choice, keys);
  return isMadeInPlaces(choice.operation) ? chooseAnyPlace(choice) : chooseOffered(choice);
}

function isMadeInPlaces({ on }: Operation): boolean {
  return on.some(({ kind }) => kind === "place");
}

async function chooseOffered({ store, ui, operation, title }: TargetChoice): Promise<readonly string[] | undefined> {
  const offered = store.ready().then(() => store.inventory.resources.filter((resource) => isOffered(operation, resource)));
  const resource = await ui.chooseResource(title, offered);
  return resource === undefined ? undefined : [resource.key];
}

async function chooseAnyPlace(choice: TargetChoice): Promise<readonly string[] | undefined> {
  const { store, operation } = choice;
  await store.ready();
  const places = store.inventory.accounts.flatMap((account) => placesOf(account, operation));
  return chosenOf(choice, places);
}

/** Where a person can make something: an account, and its Regions unless what is made is global. */
function placesOf({ profile, regions }: Account, { isGlobal = false }: Operation): readonly Place[] {
  if (isGlobal) return [placeOf({ state: "account", profile })];
  return regions.map((region) => placeOf({ state: "region", profile, region }));
}

async function chosenOf({ store, ui, title }: TargetChoice, places: readonly Place[]): Promise<readonly string[] | undefined> {
  const [first, ...others] = places;
  const chosen = others.length === 0 ? first : await ui.choosePlace(title, places, store.inventory);
  return chosen === undefined ? undefined : [chosen.key];
}

/** A heading of one Region's things says the Region; one of an account says it only where that has one. */
async function completed(choice: TargetChoice, keys: readonly string[]): Promise<readonly string[] | undefined> {
  const { operation, store } = choice;
  const [key] = keys;
  const place = key === undefined || keys.length > 1 ? undefined : readPlaceKey(key);
  if (place === undefined || place.region !== undefined || operation.isGlobal === true || !isOffered(operation, place)) return keys;
  const account = store.inventory.accounts.find(({ profile }) => profile === place.profile);
  const places = (account?.regions ?? []).map((region) => placeOf({ ...place, region }));
  return places.length === 0 ? keys : chosenOf(choice, places);
}

import type { Account, Inventory } from "../model/inventory.ts";
import { placeOf, readPlaceKey, type Place } from "../model/place.ts";
import type { Resource } from "../model/resource.ts";
import { beginsAt, isOffered, type Operation } from "../operations/operation.ts";
import type { Target } from "../operations/target.ts";
import { countSteps } from "./form-steps.ts";

/** How a person chooses what an operation is for. */
export interface TargetUi {
  /** Undefined when the person leaves, or when there is none. `countSteps` says how many steps there are with this one. */
  chooseResource(title: string, resources: Promise<readonly Resource[]>, countSteps?: (first: Resource) => number): Promise<Resource | undefined>;
  /** One of several places; undefined when the person leaves. */
  choosePlace(title: string, places: readonly Place[], choice: PlaceChoice): Promise<Place | undefined>;
}

export interface PlaceChoice {
  readonly inventory: Inventory;
  /** How many steps there are with this one. */
  readonly steps: number;
}

/** What to run an operation on, and how many steps the person took to say so. */
export interface Chosen {
  readonly keys: readonly string[];
  readonly steps: number;
}

export interface TargetChoice {
  readonly store: { readonly inventory: Inventory; ready(): Promise<void> };
  readonly ui: TargetUi;
  readonly operation: Operation;
  readonly title: string;
}

/**
 * The keys of what to run an operation on: those given, with a Region for a place that needs one and has none yet; or
 * what the person chooses, of all or of what the given places hold. Undefined when the person leaves.
 */
export async function chooseKeys(choice: TargetChoice, keys: readonly string[] | undefined): Promise<Chosen | undefined> {
  const { operation } = choice;
  if (keys === undefined) return isMadeInPlaces(operation) ? chooseAnyPlace(choice) : chooseOffered(choice, () => true);
  const places = keys.flatMap((key) => readPlaceKey(key) ?? []);
  const isBegun = places.length > 0 && places.length === keys.length && places.every((place) => beginsAt(operation, place));
  return isBegun ? chooseOffered(choice, (resource) => places.some((place) => isIn(place, resource, operation))) : completed(choice, keys);
}

function isMadeInPlaces({ on }: Operation): boolean {
  return on.some(({ kind }) => kind === "place");
}

/** Whether a place holds it: what is global is in every Region, and a heading of one kind holds no other. */
function isIn({ state, profile, region, location }: Place, resource: Resource, { on }: Operation): boolean {
  const isOfKind = resource.kind === state || !on.some(({ kind }) => kind === state);
  const isInRegion = region === undefined || resource.region === undefined || resource.region === region;
  const isAtLocation = location === undefined || ("location" in resource && resource.location === location);
  return resource.profile === profile && isOfKind && isInRegion && isAtLocation;
}

async function chooseOffered({ store, ui, operation, title }: TargetChoice, isMeant: (resource: Resource) => boolean): Promise<Chosen | undefined> {
  const offered = store.ready().then(() => store.inventory.resources.filter((resource) => isOffered(operation, resource) && isMeant(resource)));
  const resource = await ui.chooseResource(title, offered, (first) => stepsWith(operation, first, store.inventory));
  return resource === undefined ? undefined : { keys: [resource.key], steps: 1 };
}

/** The choice of the target and the form after it; a question in a dialog is no step. */
function stepsWith(operation: Operation, target: Target, inventory: Inventory): number {
  return Object.keys(operation.parameters).length === 0 ? 1 : 1 + countSteps({ operation, targets: [target], inventory });
}

async function chooseAnyPlace(choice: TargetChoice): Promise<Chosen | undefined> {
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

async function chosenOf({ store, ui, operation, title }: TargetChoice, places: readonly Place[]): Promise<Chosen | undefined> {
  const { inventory } = store;
  const [first, ...others] = places;
  if (first === undefined) return undefined;
  if (others.length === 0) return { keys: [first.key], steps: 0 };
  const chosen = await ui.choosePlace(title, places, { inventory, steps: stepsWith(operation, first, inventory) });
  return chosen === undefined ? undefined : { keys: [chosen.key], steps: 1 };
}

/** A heading of one Region's things says the Region; one of an account says it only where that has one. */
async function completed(choice: TargetChoice, keys: readonly string[]): Promise<Chosen | undefined> {
  const { operation, store } = choice;
  const [key] = keys;
  const place = key === undefined || keys.length > 1 ? undefined : readPlaceKey(key);
  if (place === undefined || place.region !== undefined || operation.isGlobal === true || !isOffered(operation, place)) return { keys, steps: 0 };
  const account = store.inventory.accounts.find(({ profile }) => profile === place.profile);
  const places = (account?.regions ?? []).map((region) => placeOf({ ...place, region }));
  return places.length === 0 ? { keys, steps: 0 } : chosenOf(choice, places);
}

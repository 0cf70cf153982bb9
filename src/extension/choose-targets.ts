import type { Account, Inventory } from "../model/inventory.ts";
import { kindHeading, kindName } from "../model/kind-name.ts";
import { placeOf, readPlaceKey, type Place } from "../model/place.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { enumerated, noText, phrase, verbatim, type Text } from "../model/text.ts";
import { beginsAt, isOffered, type Operation } from "../operations/operation.ts";
import { targetLabel, type Target } from "../operations/target.ts";
import { countSteps } from "./form-steps.ts";

/** How a person chooses what an operation is for. */
export interface TargetUi {
  /** Undefined when the person leaves, or when there is none. */
  chooseResource(title: string, resources: Promise<readonly Resource[]>, choice?: ResourceChoice): Promise<Resource | undefined>;
  /** One of several places; undefined when the person leaves. */
  choosePlace(title: string, places: readonly Place[], choice: PlaceChoice): Promise<Place | undefined>;
}

export interface ResourceChoice {
  /** How many steps there are with this one. */
  countSteps(first: Resource): number;
  /** What to say where there is nothing to choose from. */
  none(): NoneText;
}

export interface NoneText {
  readonly label: Text;
  /** What there is to do about it. */
  readonly detail: Text;
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
  if (keys === undefined) return isMadeInPlaces(operation) ? chooseAnyPlace(choice) : chooseOffered(choice);
  const places = keys.flatMap((key) => readPlaceKey(key) ?? []);
  const isBegun = places.length > 0 && places.length === keys.length && places.every((place) => beginsAt(operation, place));
  return isBegun ? chooseOffered(choice, places) : completed(choice, keys);
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

/** One of what it is offered on: of all, or of what the places hold. */
async function chooseOffered(choice: TargetChoice, places?: readonly Place[]): Promise<Chosen | undefined> {
  const { store, ui, operation, title } = choice;
  const isMeant = (resource: Resource): boolean => places?.some((place) => isIn(place, resource, operation)) ?? true;
  const offered = store.ready().then(() => offeredIn(store.inventory, operation).filter(isMeant));
  const resource = await ui.chooseResource(title, offered, {
    countSteps: (first) => stepsWith(operation, first, store.inventory),
    none: () => noneText(choice, places),
  });
  return resource === undefined ? undefined : { keys: [resource.key], steps: 1 };
}

function offeredIn({ resources }: Inventory, operation: Operation): readonly Resource[] {
  return resources.filter((resource) => isOffered(operation, resource));
}

export const noneAtAll: NoneText = { label: phrase("No resource is in a state that allows it"), detail: noText };

/** Why there is nothing to choose: a place may hold nothing that it takes while another does. */
function noneText({ store, operation, title }: TargetChoice, places: readonly Place[] | undefined): NoneText {
  if (places === undefined) return noneAtAll;
  const [elsewhere] = offeredIn(store.inventory, operation);
  const kinds = [...new Set(operation.on.flatMap(({ kind }) => (kind === "place" ? [] : [kind])))];
  return {
    label: phrase("Nothing in {0} allows “{1}”", enumerated(places.map((place) => placeName(place, operation))), title),
    detail:
      elsewhere === undefined
        ? phrase("What it takes, in a state that allows it: {0}", enumerated(kinds.map(kindName)))
        : phrase("It is to be begun elsewhere, as on {0} in {1}", labelOf(elsewhere), whereText(elsewhere)),
  };
}

/** A heading of one kind is named by it: beside it the place may hold what another kind's heading shows. */
function placeName(place: Place, { on }: Operation): Text {
  const [kind] = on.flatMap((offer) => (offer.kind !== "place" && offer.kind === place.state ? [offer.kind] : []));
  return kind === undefined ? verbatim(targetLabel(place)) : phrase("“{0}” of {1}", kindHeading(kind), targetLabel(place));
}

function whereText(resource: Resource): Text {
  const location = "location" in resource ? resource.location : "";
  return enumerated([resource.profile, resource.region ?? "", location].map(verbatim));
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

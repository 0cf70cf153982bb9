import type { ResourceKind } from "./resource.ts";

/** What a heading of the tree stands for, where something can be made that is not there yet. */
export type PlaceState = "account" | "region" | "location" | "hostedConnection" | "withoutGateway" | ResourceKind;

/** Where something can be made: an account, a Region, a location, or what the tree gathers under a heading. */
export interface Place {
  readonly kind: "place";
  /** Says all that the place is, so that a command carries it as it carries a resource's key. */
  readonly key: string;
  /** Which kind of place; menus match it as they match a resource's state. */
  readonly state: PlaceState;
  readonly profile: string;
  /** Undefined where it is not chosen yet, and for what is global. */
  readonly region: string | undefined;
  /** The location's code. */
  readonly location: string | undefined;
}

export type PlaceParts = Pick<Place, "state" | "profile"> & Partial<Pick<Place, "region" | "location">>;

export function placeOf({ state, profile, region, location }: PlaceParts): Place {
  const key = [prefix, state, profile, region ?? "", location ?? ""].map(encodeURIComponent).join("/");
  return { kind: "place", key, state, profile, region, location };
}

/** The place that a key says; undefined for a resource's key. */
export function readPlaceKey(key: string): Place | undefined {
  if (!key.startsWith(`${prefix}/`)) return undefined;
  const [, state, profile, region, location] = key.split("/").map(decodeURIComponent);
  if (state === undefined || profile === undefined) return undefined;
  return placeOf({ state: state as PlaceState, profile, region: textOr(region), location: textOr(location) });
}

const prefix = "place";

function textOr(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

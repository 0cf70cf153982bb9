import type { Place } from "../model/place.ts";
import { labelOf, type Resource, type ResourceKind, type ResourceOf } from "../model/resource.ts";

/** What an operation is run on: a resource, or a place in which it makes one. */
export type Target = Resource | Place;
export type TargetKind = ResourceKind | "place";
export type TargetOf<K extends TargetKind> = (K extends ResourceKind ? ResourceOf<K> : never) | (K extends "place" ? Place : never);

export function isPlace(target: Target): target is Place {
  return target.kind === "place";
}

/** A resource's name or id; of a place its narrowest part: the location, the Region, the profile. */
export function targetLabel(target: Target): string {
  return isPlace(target) ? (target.location ?? target.region ?? target.profile) : labelOf(target);
}

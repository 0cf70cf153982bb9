import type { Resource } from "./resource.ts";
import type { Text } from "./text.ts";

/** Everything that was read from the chosen profiles and Regions: each resource once, whoever sees it. */
export interface Inventory {
  readonly accounts: readonly Account[];
  readonly resources: readonly Resource[];
  readonly locations: readonly Location[];
  readonly failures: readonly ReadFailure[];
}

export interface Account {
  readonly profile: string;
  /** Twelve digits; undefined while nothing read has told it. */
  readonly id: string | undefined;
  readonly regions: readonly string[];
}

export interface Location {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly portSpeeds: readonly string[];
  readonly macSecPortSpeeds: readonly string[];
  readonly providers: readonly string[];
  /** How its ports can be paid; absent where the endpoint does not tell. */
  readonly billingModes?: readonly BillingOffer[];
}

/** A way to pay, and the port speeds for which there is it. */
export interface BillingOffer {
  readonly mode: string;
  readonly portSpeeds: readonly string[];
}

/** Why a reading failed, in the words that decide what the user can do about it. */
export type FailureReason =
  | "credentials"
  | "expired"
  | "denied"
  | "throttled"
  | "unreachable"
  | "malformed"
  | "refused"
  | "notPartner";

/** One call that brought nothing; the others' answers stand beside it. */
export interface ReadFailure {
  readonly profile: string;
  /** Undefined for global resources. */
  readonly region: string | undefined;
  readonly action: string;
  readonly reason: FailureReason;
  /** In English, for programs and logs. */
  readonly message: string;
  /** The same, for whoever reads it. */
  readonly text: Text;
  readonly requestId: string | undefined;
  /** When what is still shown in its stead was read, in milliseconds since 1970; absent when nothing is. */
  readonly shownFrom?: number;
}

export const emptyInventory: Inventory = { accounts: [], resources: [], locations: [], failures: [] };

/** The resources by key. */
export function indexResources(inventory: Inventory): ReadonlyMap<string, Resource> {
  return new Map(inventory.resources.map((resource) => [resource.key, resource]));
}

/** The resources of one kind, typed as such. */
export function resourcesOf<K extends Resource["kind"]>(
  inventory: Inventory,
  kind: K,
): readonly Extract<Resource, { readonly kind: K }>[] {
  return inventory.resources.filter(
    (resource): resource is Extract<Resource, { readonly kind: K }> => resource.kind === kind,
  );
}

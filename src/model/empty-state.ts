import type { FailureReason, Inventory } from "./inventory.ts";
import { sectionsOf, type Choice } from "./section.ts";

/** Why there is nothing to show, each with another next step. */
export const emptyStates = [
  "untrusted",
  "noProfile",
  "noRegion",
  "loading",
  "expired",
  "credentials",
  "denied",
  "unreachable",
  "failed",
  "emptyAccount",
] as const;
export type EmptyState = (typeof emptyStates)[number];

export interface Reading {
  readonly choices: readonly Choice[];
  readonly inventory: Inventory;
  readonly isLoading: boolean;
  /** Whether a choice is held back because the workspace is not trusted. */
  readonly isHeldBack: boolean;
}

/**
 * The reason why nothing can be shown; undefined when there is something, be it that some calls failed while others
 * found nothing.
 */
export function emptyStateOf(reading: Reading): EmptyState | undefined {
  const { choices, inventory } = reading;
  if (inventory.resources.length > 0) return undefined;
  if (reading.isLoading) return "loading";
  if (choices.length === 0) return reading.isHeldBack ? "untrusted" : "noProfile";
  if (choices.every(({ regions }) => regions.length === 0)) return "noRegion";
  if (inventory.failures.length === 0) return "emptyAccount";
  const telling = sectionsOf(choices).filter(({ name }) => name !== "resiliencyGroups");
  // Refused in silence where the endpoint or the policy knows no groups, so that it tells nothing of the rest.
  const told = inventory.failures.filter(({ action }) => action !== "ListResiliencyGroups");
  return told.length < telling.length ? undefined : stateOfFailures(inventory);
}

function stateOfFailures({ failures }: Inventory): EmptyState {
  const [reason, ...others] = new Set(failures.map((failure) => failure.reason));
  return others.length > 0 || reason === undefined ? "failed" : (stateOf[reason] ?? "failed");
}

const stateOf: Readonly<Partial<Record<FailureReason, EmptyState>>> = {
  expired: "expired",
  credentials: "credentials",
  denied: "denied",
  unreachable: "unreachable",
};

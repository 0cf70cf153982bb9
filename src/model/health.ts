import type { Resource } from "./resource.ts";

/**
 * What a state means to the person who looks at it.
 * - `good`: works. - `bad`: is down or was refused. - `waiting`: somebody has to act.
 * - `changing`: on its way, no action needed. - `ended`: gone, still listed. - `unknown`: AWS does not say.
 */
export type Health = "good" | "bad" | "waiting" | "changing" | "ended" | "unknown";

const healthOfState: Readonly<Record<string, Health>> = {
  available: "good",
  associated: "good",
  attached: "good",
  accepted: "good",
  down: "bad",
  rejected: "bad",
  ordering: "waiting",
  confirming: "waiting",
  requested: "waiting",
  verifying: "changing",
  pending: "changing",
  testing: "changing",
  associating: "changing",
  updating: "changing",
  disassociating: "changing",
  attaching: "changing",
  detaching: "changing",
  deleting: "changing",
  deleted: "ended",
  disassociated: "ended",
  detached: "ended",
};

/** Whether documents explain the state. */
export function isKnownState(state: string): boolean {
  return Object.hasOwn(healthOfState, state);
}

/** A peer whose state is `available` is still bad while its BGP session is down. */
export function healthOf(resource: Resource): Health {
  if (resource.kind === "bgpPeer" && resource.state === "available" && resource.bgpStatus !== "up") {
    return resource.bgpStatus === "down" ? "bad" : "unknown";
  }
  return Object.hasOwn(healthOfState, resource.state) ? (healthOfState[resource.state] ?? "unknown") : "unknown";
}

/** Whether the state will move on within minutes and without anybody's help, so that it is worth asking again soon. */
export function isSettling(resource: Resource): boolean {
  return healthOf(resource) === "changing" && resource.state !== "verifying" && resource.state !== "testing" && !waitsForCable(resource);
}

/** A port of one's own is `pending` until somebody plugs in the cross connect, which takes days. */
function waitsForCable(resource: Resource): boolean {
  if (resource.state !== "pending") return false;
  return resource.kind === "connection" ? !resource.hosted : resource.kind === "lag" || resource.kind === "interconnect";
}

export type Attention = "confirm" | "accept" | "down";

/** What the user is waited for at this resource; undefined when nothing. */
export function attentionOf(resource: Resource): Attention | undefined {
  if (healthOf(resource) === "bad" && resource.state !== "rejected") return "down";
  if (!resource.owned) return undefined;
  return attentionByState[`${resource.kind}:${resource.state}`];
}

const attentionByState: Readonly<Record<string, Attention | undefined>> = {
  "connection:ordering": "confirm",
  "virtualInterface:confirming": "confirm",
  "proposal:requested": "accept",
};

const severity: readonly Health[] = ["ended", "unknown", "good", "changing", "waiting", "bad"];

/** The one of the two that calls for more attention. */
export function worstHealth(one: Health, other: Health): Health {
  return severity.indexOf(one) >= severity.indexOf(other) ? one : other;
}

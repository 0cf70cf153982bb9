import type { Json, Resource } from "./resource.ts";

/**
 * The members of a resource's record that differ between two readings and that somebody has to have changed: states,
 * times and what AWS finds out by itself come and go without anybody.
 */
export function changedMembers(before: Resource, now: Resource): readonly string[] {
  const names = new Set([...Object.keys(before.record), ...Object.keys(now.record)]);
  return [...names].filter((name) => !isAwsOwn(name) && textOf(before.record[name]) !== textOf(now.record[name])).sort();
}

/** Peers and members are resources of their own. */
function isAwsOwn(name: string): boolean {
  return /(State|Status|Time|Device|DeviceV2|DeviceId|Redundancy|Error|Capable)$|^(bgpPeers|connections|macSecKeys|numberOfConnections|updatedAt|tags|customerRouterConfig)$/.test(name);
}

/** Members in one order, however the service sent them. */
function textOf(value: Json | undefined): string {
  return JSON.stringify([value], (_, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

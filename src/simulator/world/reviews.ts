import { durations } from "./durations.ts";
import { membersOf, type Port } from "./links.ts";
import type { LagRecord } from "./records.ts";
import type { World } from "./world.ts";

/** Ends the review that a requested port or a public virtual interface waits for. */
export function advanceReview(world: World, id: string): string | undefined {
  const record =
    world.find("connection", id) ??
    world.find("interconnect", id) ??
    world.find("lag", id) ??
    world.find("virtualInterface", id);
  if (record === undefined) return `no connection, interconnect, LAG or virtual interface has the id "${id}"`;
  if (record.kind === "lag") return approveLag(world, record);
  const awaited = record.kind === "virtualInterface" ? "verifying" : "requested";
  if (record.state !== awaited) return `${id} is ${record.state}; only what is ${awaited} waits for a review`;
  if (record.kind === "virtualInterface") {
    for (const peer of record.bgpPeers) world.change(peer, "pending");
    world.change(record, "pending", { state: "available", after: durations.session });
  } else {
    provision(world, record);
  }
  return undefined;
}

/** Lets a port that has been approved come up in its time. */
export function provision(world: World, port: Port): void {
  if (port.hasLogicalRedundancy === "unknown") port.hasLogicalRedundancy = "yes";
  world.change(port, "pending", { state: "available", after: durations.provisioning });
}

function approveLag(world: World, lag: LagRecord): string | undefined {
  const waiting = membersOf(world, lag).filter((member) => member.state === "requested");
  if (waiting.length === 0 && lag.state !== "requested") {
    return `${lag.id} is ${lag.state} and none of its members is requested; only what is requested waits for a review`;
  }
  for (const member of waiting) provision(world, member);
  if (lag.state === "requested") provision(world, lag);
  return undefined;
}


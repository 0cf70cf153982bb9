import { healthOf } from "./health.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import type { Connection, Interconnect, Lag, Resource } from "./resource.ts";

/** How many links a LAG has, those that have ended not counted, how many of them are up and how many down. */
export interface LinkCount {
  readonly all: number;
  readonly up: number;
  readonly down: number;
}

/** What a LAG may bundle. A hosted connection on it is carried by it and no part of it. */
export function linksIn(inventory: Inventory): readonly (Connection | Interconnect)[] {
  return [...resourcesOf(inventory, "connection"), ...resourcesOf(inventory, "interconnect")].filter(isLink);
}

/** Whether it is one of the links that a LAG bundles. */
export function isLink(resource: Resource): resource is Connection | Interconnect {
  if (resource.kind === "connection") return resource.lagId !== undefined && !resource.hosted;
  return resource.kind === "interconnect" && resource.lagId !== undefined;
}

/** The links by the id of their LAG. */
export function countLinks(links: Iterable<Connection | Interconnect>): ReadonlyMap<string, LinkCount> {
  const counts = new Map<string, LinkCount>();
  for (const link of links) {
    const health = healthOf(link);
    if (link.lagId === undefined || health === "ended") continue;
    const { all, up, down } = counts.get(link.lagId) ?? { all: 0, up: 0, down: 0 };
    counts.set(link.lagId, { all: all + 1, up: up + (health === "good" ? 1 : 0), down: down + (health === "bad" ? 1 : 0) });
  }
  return counts;
}

/**
 * How many of a LAG's links have to be up for it to carry anything. Source: with fewer than its minimum it goes down
 * (DX126); with a minimum of 0 it counts as up without any, and carries nothing all the same (DX505).
 */
export function leastLinks({ minimumLinks }: Pick<Lag, "minimumLinks">): number {
  return Math.max(1, minimumLinks);
}

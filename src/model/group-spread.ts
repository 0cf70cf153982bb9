import { healthOf } from "./health.ts";
import type { PortFacts, ResiliencyGroup, Resource } from "./resource.ts";

/** How many of a resiliency group's connections that are listed share a location or a device of AWS, the most first. */
export interface GroupSpread {
  readonly locations: readonly Share[];
  readonly devices: readonly Share[];
  /** How many are up, and how many of those are left when the location fails that takes the most along. */
  readonly up: number;
  readonly left: number;
}

export interface Share {
  readonly name: string;
  readonly count: number;
}

type Member = Resource & Pick<PortFacts, "location" | "awsDevice">;

export function spreadOf({ connectionIds = [] }: Pick<ResiliencyGroup, "connectionIds">, index: ReadonlyMap<string, Resource>): GroupSpread {
  const members = connectionIds.flatMap((id) => index.get(`connection/${id}`) ?? index.get(`lag/${id}`) ?? []).filter(isMember);
  const up = members.filter((member) => healthOf(member) === "good");
  const most = shares(up.map(({ location }) => location))[0]?.count ?? 0;
  return {
    locations: shares(members.map(({ location }) => location)),
    devices: shares(members.map(({ awsDevice }) => awsDevice)),
    up: up.length,
    left: up.length - most,
  };
}

function isMember(resource: Resource): resource is Member & Resource {
  return resource.kind === "connection" || resource.kind === "lag";
}

function shares(names: readonly string[]): readonly Share[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

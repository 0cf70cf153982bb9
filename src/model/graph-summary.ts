import { bandwidthText } from "./describe.ts";
import type { GraphResourceKind } from "./graph.ts";
import { healthOf, type Health } from "./health.ts";
import type { BgpPeer, Resource, ResourceBase, ResourceOf } from "./resource.ts";

/** How many BGP sessions there are, ended peers not counted, and how many of them are up and down. */
export interface BgpSummary {
  readonly all: number;
  readonly up: number;
  readonly down: number;
}

/** The BGP sessions by what `keyOf` says of their peer. */
export function countSessions<K>(peers: readonly BgpPeer[], keyOf: (peer: BgpPeer) => K): ReadonlyMap<K, BgpSummary> {
  const counts = new Map<K, BgpSummary>();
  for (const peer of peers) {
    const health = healthOf(peer);
    if (health === "ended") continue;
    const { all, up, down } = counts.get(keyOf(peer)) ?? { all: 0, up: 0, down: 0 };
    counts.set(keyOf(peer), {
      all: all + 1,
      up: up + (peer.bgpStatus === "up" ? 1 : 0),
      down: down + (health === "bad" ? 1 : 0),
    });
  }
  return counts;
}

/** `3 of 4 BGP sessions up`. */
export function sessionsText({ all, up }: BgpSummary): string {
  return `${up} of ${all} BGP ${all === 1 ? "session" : "sessions"} up`;
}

export function sessionsHealth({ all, up, down }: BgpSummary): Health {
  if (down > 0) return "bad";
  return up === all ? "good" : "unknown";
}

/** The line under a node's name: a few facts, sessions that are down first, an owner who is not the reader last. */
export function summaryOfNode(resource: ResourceOf<GraphResourceKind>, bgp: BgpSummary | undefined): string {
  const describe = facts[resource.kind] as (resource: Resource, bgp: BgpSummary | undefined) => readonly string[];
  return [...describe(resource, bgp), foreignText(resource)].filter((word) => word !== "").join(" · ");
}

const facts: { readonly [K in GraphResourceKind]: (resource: ResourceOf<K>, bgp: BgpSummary | undefined) => readonly string[] } = {
  connection: ({ bandwidth, hosted, macSec }) => [bandwidthText(bandwidth), hosted ? "hosted" : "", macSecText(macSec.portStatus)],
  interconnect: ({ bandwidth }) => [bandwidthText(bandwidth), "interconnect"],
  lag: ({ bandwidth, connectionIds }) => [`${connectionIds.length} × ${bandwidthText(bandwidth)}`],
  virtualInterface: ({ type, vlan }, bgp) => {
    const plain = [type, `VLAN ${vlan}`];
    if (bgp === undefined) return plain;
    const sessions = `BGP ${bgp.up}/${bgp.all} up`;
    return bgp.down > 0 ? [sessions, ...plain] : [...plain, sessions];
  },
  directConnectGateway: ({ amazonSideAsn }) => [`AS ${amazonSideAsn}`],
  virtualPrivateGateway: ({ region }) => [region ?? ""],
  transitGateway: ({ region }) => [region ?? ""],
};

function macSecText(portStatus: string): string {
  return portStatus === "" ? "" : `MACsec ${portStatus.replace(/^Encryption /, "").toLowerCase()}`;
}

function foreignText({ owned, ownerAccount }: ResourceBase): string {
  if (owned) return "";
  return ownerAccount === "" ? "another account" : `account ${ownerAccount}`;
}

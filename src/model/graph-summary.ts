import { asText, bandwidthText, ownerText, typeText } from "./describe.ts";
import type { GraphResourceKind } from "./graph.ts";
import { healthOf, type Health } from "./health.ts";
import type { LinkCount } from "./lag-links.ts";
import type { BgpPeer, Resource, ResourceOf } from "./resource.ts";
import { dotted, noText, phrase, verbatim, type Text } from "./text.ts";

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
export function sessionsText({ all, up }: BgpSummary): Text {
  return all === 1 ? phrase("{0} of 1 BGP session up", up) : phrase("{0} of {1} BGP sessions up", up, all);
}

/** The same where there is little room: `BGP 3/4 up`. */
export function sessionsInShort({ all, up }: BgpSummary): Text {
  return phrase("BGP {0}/{1} up", up, all);
}

export function sessionsHealth({ all, up, down }: BgpSummary): Health {
  if (down > 0) return "bad";
  return up === all ? "good" : "unknown";
}

/**
 * The line under a node's name: a few facts, sessions and links that are down first, an owner who is not the reader last.
 * `parts` are a virtual interface's sessions or a LAG's links.
 */
export function summaryOfNode(resource: ResourceOf<GraphResourceKind>, parts: BgpSummary | LinkCount | undefined): Text {
  const describe = facts[resource.kind] as (resource: Resource, parts: BgpSummary | LinkCount | undefined) => readonly Text[];
  return dotted([...describe(resource, parts), resource.owned ? noText : ownerText(resource)]);
}

/** What a virtual interface's sessions are known by on a router: ASNs and addresses. Empty for all else. */
export function sessionWords(resource: Resource, peers: readonly BgpPeer[] = []): string {
  if (resource.kind !== "virtualInterface") return "";
  const words = [resource, ...peers].flatMap(({ asn, amazonAddress, customerAddress }) => [String(asn), amazonAddress, customerAddress]);
  return [...new Set(words)].join(" ");
}

/** How long a failover test of a virtual interface still goes on; no text when there is none. */
export function noticeOfNode(resource: Resource): Text {
  const minutes = resource.kind === "virtualInterface" ? resource.testMinutesLeft : undefined;
  return minutes === undefined ? noText : phrase("{0} min left", minutes);
}

const facts: { readonly [K in GraphResourceKind]: (resource: ResourceOf<K>, parts: BgpSummary | LinkCount | undefined) => readonly Text[] } = {
  connection: ({ bandwidth, hosted, macSec }) => [bandwidthText(bandwidth), hosted ? phrase("hosted") : noText, macSecText(macSec.portStatus)],
  interconnect: ({ bandwidth }) => [bandwidthText(bandwidth), phrase("interconnect")],
  lag: ({ bandwidth, connectionIds, minimumLinks }, links) => [
    links === undefined || links.up === links.all ? noText : phrase("{0}/{1} links up", links.up, links.all),
    phrase("{0} × {1}", connectionIds.length, bandwidthText(bandwidth)),
    minimumLinks > 0 ? phrase("min {0}", minimumLinks) : noText,
  ],
  virtualInterface: ({ type, vlan }, bgp) => {
    const plain = [typeText(type), phrase("VLAN {0}", vlan)];
    if (bgp === undefined) return plain;
    const sessions = sessionsInShort(bgp);
    return bgp.down > 0 ? [sessions, ...plain] : [...plain, sessions];
  },
  directConnectGateway: ({ amazonSideAsn }) => [asText(amazonSideAsn)],
  virtualPrivateGateway: ({ region }) => [verbatim(region ?? "")],
  transitGateway: ({ region }) => [verbatim(region ?? "")],
  coreNetwork: () => [phrase("Cloud WAN")],
};

function macSecText(portStatus: string): Text {
  return portStatus === "" ? noText : phrase("MACsec {0}", portStatus.replace(/^Encryption /, "").toLowerCase());
}

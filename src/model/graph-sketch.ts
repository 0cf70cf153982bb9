import { waitingIn } from "./attention.ts";
import { ownerText } from "./describe.ts";
import { graphIdOf, type Graph, type GraphColumn, type GraphEdge, type GraphEdgeKind, type GraphGroup, type GraphNode, type GraphResourceKind } from "./graph.ts";
import { countSessions, noticeOfNode, sessionsHealth, sessionsText, sessionWords, summaryOfNode, type BgpSummary } from "./graph-summary.ts";
import { groupBy } from "./group-by.ts";
import { healthOf, worstHealth, type Health } from "./health.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { countLinks, isLink, leastLinks, linksIn, type LinkCount } from "./lag-links.ts";
import { placeOf } from "./place.ts";
import { regionName } from "./region.ts";
import { contextValueOf, labelOf, resourceKey, type BgpPeer, type Connection, type Interconnect, type Lag, type Resource } from "./resource.ts";
import { noText, phrase, verbatim, type Text } from "./text.ts";

export type Port = Connection | Interconnect | Lag;

export function isPort(resource: Resource): resource is Port {
  return resource.kind === "connection" || resource.kind === "interconnect" || resource.kind === "lag";
}

/** A LAG's id tells itself apart; a connection's and an interconnect's look the same. */
export function portKey(id: string, otherwise: "connection" | "interconnect"): string {
  return resourceKey(id.startsWith("dxlag-") ? "lag" : otherwise, id);
}

/** What can be said of a resource that no listing holds. */
interface Hint {
  readonly account?: string;
  readonly region?: string | undefined;
  readonly location?: string;
}

interface PlainEdge {
  readonly kind: GraphEdgeKind;
  readonly source: string;
  readonly target: string;
  readonly label?: Text;
  readonly health: Health;
}

/** The graph while it is being put together. */
export class GraphSketch {
  readonly #nodes = new Map<string, GraphNode<Text>>();
  readonly #edges = new Map<string, GraphEdge<Text>>();
  readonly #crossConnected = new Set<string>();
  readonly #ports: readonly Port[];
  readonly #locationNames: ReadonlyMap<string, string>;
  readonly #bgp: ReadonlyMap<string, BgpSummary>;
  readonly #bgpOfAsn: ReadonlyMap<number, BgpSummary>;
  readonly #links: ReadonlyMap<string, LinkCount>;
  readonly #groups: ReadonlyMap<string, readonly GraphGroup[]>;
  readonly #peers: ReadonlyMap<string, readonly BgpPeer[]>;
  readonly #waiting: ReadonlyMap<string, readonly unknown[]>;
  readonly #listed: ReadonlySet<string>;

  constructor(inventory: Inventory) {
    this.#ports = inventory.resources.filter(isPort);
    this.#locationNames = new Map(inventory.locations.map(({ code, name }) => [code, name]));
    this.#listed = new Set(inventory.resources.map(({ key }) => key));
    const peers = resourcesOf(inventory, "bgpPeer");
    this.#peers = groupBy(peers, ({ virtualInterfaceId }) => virtualInterfaceId);
    this.#bgp = countSessions(peers, ({ virtualInterfaceId }) => virtualInterfaceId);
    this.#bgpOfAsn = countSessions(peers, ({ asn }) => asn);
    this.#links = countLinks(linksIn(inventory));
    this.#groups = groupsByMember(inventory);
    this.#waiting = groupBy(waitingIn(inventory), ({ resource }) => nodeKeyOf(resource));
  }

  isListed(key: string): boolean {
    return this.#listed.has(key);
  }

  hasCrossConnect(port: string): boolean {
    return this.#crossConnected.has(port);
  }

  /** That of a way through it: one that works in part is open. */
  healthAt(id: string): Health {
    const node = this.#nodes.get(id);
    return node?.partly === true ? "good" : (node?.health ?? "unknown");
  }

  addResource(resource: Resource): void {
    if (!isDrawnAsNode(resource)) return;
    const parts = this.#partsOf(resource);
    const own = healthOf(resource);
    const isHurt = own === "good" && parts !== undefined && parts.down > 0;
    this.#nodes.set(resource.key, {
      id: resource.key,
      kind: resource.kind,
      column: columnOf[resource.kind],
      parent: isPort(resource) ? this.#parentOf(resource) : undefined,
      label: verbatim(labelOf(resource)),
      summary: summaryOfNode(resource, parts),
      notice: noticeOfNode(resource),
      sessions: sessionWords(resource, this.#peers.get(resource.id)),
      state: resource.state,
      health: isHurt ? "bad" : own,
      partly: isHurt && parts.up > 0,
      waiting: this.#waitingAt(resource),
      isLink: isLink(resource),
      leastLinks: resource.kind === "lag" ? leastLinks(resource) : 0,
      groups: this.#groups.get(resource.id) ?? [],
      owned: resource.owned,
      listed: true,
      account: resource.ownerAccount,
      region: resource.region,
      menu: contextValueOf(resource),
      target: resource.key,
    });
  }

  /** The node of a resource, which is made from what is known of it where no listing holds it. */
  named(kind: GraphResourceKind, id: string, hint: Hint): string {
    const key = resourceKey(kind, id);
    if (this.isListed(key)) return key;
    return this.#invent({
      id: key,
      kind,
      column: columnOf[kind],
      parent: hint.location === undefined ? undefined : this.#location(hint.location),
      label: verbatim(id),
      summary: ownerText({ ownerAccount: hint.account ?? "" }),
      owned: false,
      listed: false,
      account: hint.account ?? "",
      region: hint.region,
    });
  }

  customer(asn: number): string {
    if (asn === 0) {
      return this.#invent({ id: "customer/unknown", kind: "customer", column: "customer", label: phrase("Customer side"), summary: phrase("no ASN yet") });
    }
    const bgp = this.#bgpOfAsn.get(asn);
    return this.#invent({
      id: `customer/${asn}`,
      kind: "customer",
      column: "customer",
      label: phrase("AS {0}", asn),
      summary: bgp === undefined ? phrase("no BGP session") : sessionsText(bgp),
      health: bgp === undefined ? "unknown" : sessionsHealth(bgp),
      partly: bgp !== undefined && bgp.down > 0 && bgp.down < bgp.all,
    });
  }

  publicServices(region: string): string {
    return this.#invent({
      id: `publicServices/${region}`,
      kind: "publicServices",
      column: "cloudGateway",
      // Short and the Region first: that tells two of them apart where only a name is drawn.
      label: phrase("{0} public", region),
      summary: verbatim(regionName(region)),
      region,
    });
  }

  /** The edge that is a resource itself. */
  connect(resource: Resource, kind: GraphEdgeKind, ends: { source: string; target: string; label: Text; health: Health }): void {
    this.#edges.set(resource.key, { id: resource.key, kind, ...ends, state: resource.state, menu: contextValueOf(resource) });
  }

  join({ label = noText, ...edge }: PlainEdge): void {
    const id = `${edge.source}>${edge.target}`;
    this.#edges.set(id, { id, ...edge, label, state: "", menu: "" });
    if (edge.kind === "crossConnect") this.#crossConnected.add(edge.target);
  }

  finish(): Graph<Text> {
    this.#gatherUnattached();
    for (const node of this.#nodes.values()) this.#countInLocation(node);
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }

  /** A gateway that nothing leads to says so by standing with its like. */
  #gatherUnattached(): void {
    const joined = new Set([...this.#edges.values()].flatMap(({ source, target }) => [source, target]));
    for (const node of [...this.#nodes.values()]) {
      const isGateway = node.column === "directConnectGateway" || node.column === "cloudGateway";
      if (isGateway && !joined.has(node.id)) this.#nodes.set(node.id, { ...node, parent: this.#unattached() });
    }
  }

  #unattached(): string {
    return this.#invent({ id: "unattached", kind: "unattached", column: undefined, label: phrase("Not attached"), summary: noText });
  }

  #countInLocation({ parent, health }: GraphNode<Text>): void {
    const around = parent === undefined ? undefined : this.#nodes.get(parent);
    if (around?.kind !== "location") return;
    this.#nodes.set(around.id, { ...around, health: worstHealth(around.health, health) });
  }

  /** What a resource's health counts beside its own state. */
  #partsOf({ kind, id }: Resource): BgpSummary | LinkCount | undefined {
    if (kind === "virtualInterface") return this.#bgp.get(id);
    return kind === "lag" ? this.#links.get(id) : undefined;
  }

  #waitingAt({ key }: Resource): number {
    return this.#waiting.get(key)?.length ?? 0;
  }

  #parentOf(port: Port): string | undefined {
    const bundle = port.kind === "lag" || port.lagId === undefined ? undefined : resourceKey("lag", port.lagId);
    const carrier = port.kind === "connection" && port.parentId !== undefined ? portKey(port.parentId, "interconnect") : undefined;
    const inside = [bundle, carrier].find((key) => key !== undefined && this.isListed(key));
    return inside ?? this.#location(port.location);
  }

  #location(code: string): string | undefined {
    if (code === "") return undefined;
    const id = `location/${code}`;
    if (this.#nodes.has(id)) return id;
    const words = { label: verbatim(code), summary: verbatim(this.#locationNames.get(code) ?? "") };
    return this.#invent({ id, kind: "location", column: undefined, ...words, health: "ended", menu: "heading:location", target: this.#placeAt(code) });
  }

  /** Where something can be made at a location; empty where several profiles see it, so that a person is asked for one. */
  #placeAt(location: string): string {
    const ports = this.#ports.filter((port) => port.location === location);
    const places = new Set(ports.map(({ profile, region }) => placeOf({ state: "location", profile, region, location }).key));
    const [place] = places;
    return place === undefined || places.size > 1 ? "" : place;
  }

  #invent(node: Pick<GraphNode<Text>, "id" | "kind" | "column" | "label" | "summary"> & Partial<GraphNode<Text>>): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, { ...invented, ...node });
    return node.id;
  }
}

/** What is no resource, as far as nothing else is said of it. */
const invented = {
  parent: undefined,
  notice: noText,
  sessions: "",
  state: "",
  health: "unknown",
  partly: false,
  waiting: 0,
  isLink: false,
  leastLinks: 0,
  groups: [],
  owned: true,
  listed: true,
  account: "",
  region: undefined,
  menu: "",
  target: "",
} as const;

/** The node at which a person sees how it is with the resource: for what is drawn as a line, that of its Direct Connect gateway. */
function nodeKeyOf(resource: Resource): string {
  return "directConnectGatewayId" in resource && resource.kind !== "virtualInterface" ? resourceKey("directConnectGateway", resource.directConnectGatewayId) : graphIdOf(resource);
}

/** The groups by the id of what is in them. */
function groupsByMember(inventory: Inventory): ReadonlyMap<string, readonly GraphGroup[]> {
  const groups = resourcesOf(inventory, "resiliencyGroup").filter((group) => healthOf(group) !== "ended");
  const members = groups.flatMap((group) => (group.connectionIds ?? []).map((id) => ({ id, group: { id: group.key, name: labelOf(group) } })));
  return new Map([...groupBy(members, ({ id }) => id)].map(([id, each]) => [id, each.map(({ group }) => group)]));
}

const columnOf: Readonly<Record<GraphResourceKind, GraphColumn>> = {
  connection: "port",
  interconnect: "port",
  lag: "port",
  virtualInterface: "virtualInterface",
  directConnectGateway: "directConnectGateway",
  virtualPrivateGateway: "cloudGateway",
  transitGateway: "cloudGateway",
  coreNetwork: "cloudGateway",
};

function isDrawnAsNode(resource: Resource): resource is Extract<Resource, { kind: GraphResourceKind }> {
  return Object.hasOwn(columnOf, resource.kind);
}

import type { Graph, GraphColumn, GraphEdge, GraphEdgeKind, GraphNode, GraphResourceKind } from "./graph.ts";
import { ownerText } from "./describe.ts";
import { countSessions, sessionsHealth, sessionsText, summaryOfNode, type BgpSummary } from "./graph-summary.ts";
import { healthOf, worstHealth, type Health } from "./health.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { regionName } from "./region.ts";
import {
  contextValueOf,
  labelOf,
  resourceKey,
  type Connection,
  type GatewayReference,
  type Interconnect,
  type Lag,
  type Resource,
  type VirtualInterface,
} from "./resource.ts";
import { noText, phrase, verbatim, type Text } from "./text.ts";

/**
 * The topology that an inventory shows. Every resource of a kind that is drawn as a node is exactly one; what is only
 * named by others (another account's port or gateway) is a node that is not `listed`. No edge lacks an end.
 */
export function buildGraph(inventory: Inventory): Graph<Text> {
  const sketch = new Sketch(inventory);
  for (const resource of inventory.resources) sketch.addResource(resource);
  for (const virtualInterface of resourcesOf(inventory, "virtualInterface")) connectVirtualInterface(sketch, virtualInterface);
  for (const resource of inventory.resources) connectGateways(sketch, resource);
  connectUnusedPorts(sketch, inventory.resources.filter(isPort));
  return sketch.finish();
}

type Port = Connection | Interconnect | Lag;

function isPort(resource: Resource): resource is Port {
  return resource.kind === "connection" || resource.kind === "interconnect" || resource.kind === "lag";
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
class Sketch {
  readonly #nodes = new Map<string, GraphNode<Text>>();
  readonly #edges = new Map<string, GraphEdge<Text>>();
  readonly #crossConnected = new Set<string>();
  readonly #locationNames: ReadonlyMap<string, string>;
  readonly #bgp: ReadonlyMap<string, BgpSummary>;
  readonly #bgpOfAsn: ReadonlyMap<number, BgpSummary>;
  readonly #listed: ReadonlySet<string>;

  constructor(inventory: Inventory) {
    this.#locationNames = new Map(inventory.locations.map(({ code, name }) => [code, name]));
    this.#listed = new Set(inventory.resources.map(({ key }) => key));
    const peers = resourcesOf(inventory, "bgpPeer");
    this.#bgp = countSessions(peers, ({ virtualInterfaceId }) => virtualInterfaceId);
    this.#bgpOfAsn = countSessions(peers, ({ asn }) => asn);
  }

  isListed(key: string): boolean {
    return this.#listed.has(key);
  }

  hasCrossConnect(port: string): boolean {
    return this.#crossConnected.has(port);
  }

  healthAt(id: string): Health {
    return this.#nodes.get(id)?.health ?? "unknown";
  }

  addResource(resource: Resource): void {
    if (!isDrawnAsNode(resource)) return;
    const bgp = resource.kind === "virtualInterface" ? this.#bgp.get(resource.id) : undefined;
    const own = healthOf(resource);
    this.#nodes.set(resource.key, {
      id: resource.key,
      kind: resource.kind,
      column: columnOf[resource.kind],
      parent: isPort(resource) ? this.#parentOf(resource) : undefined,
      label: verbatim(labelOf(resource)),
      summary: summaryOfNode(resource, bgp),
      state: resource.state,
      health: own === "good" && bgp !== undefined && bgp.down > 0 ? "bad" : own,
      owned: resource.owned,
      listed: true,
      account: resource.ownerAccount,
      region: resource.region,
      menu: contextValueOf(resource),
    });
  }

  /** The node of a resource, which is made from what is known of it where no listing holds it. */
  named(kind: GraphResourceKind, id: string, hint: Hint): string {
    const key = resourceKey(kind, id);
    if (this.isListed(key) || this.#nodes.has(key)) return key;
    this.#nodes.set(key, {
      id: key,
      kind,
      column: columnOf[kind],
      parent: hint.location === undefined ? undefined : this.#location(hint.location),
      label: verbatim(id),
      summary: ownerText({ ownerAccount: hint.account ?? "" }),
      state: "",
      health: "unknown",
      owned: false,
      listed: false,
      account: hint.account ?? "",
      region: hint.region,
      menu: "",
    });
    return key;
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
    });
  }

  publicServices(region: string): string {
    return this.#invent({
      id: `publicServices/${region}`,
      kind: "publicServices",
      column: "cloudGateway",
      // The Region first: it is what tells two of them apart where only a name is drawn.
      label: phrase("{0} public services", region),
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
    for (const node of this.#nodes.values()) this.#countInLocation(node);
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }

  #countInLocation({ parent, health }: GraphNode<Text>): void {
    const around = parent === undefined ? undefined : this.#nodes.get(parent);
    if (around?.kind !== "location") return;
    this.#nodes.set(around.id, { ...around, health: worstHealth(around.health, health) });
  }

  #parentOf(port: Port): string | undefined {
    const bundle = port.kind === "lag" || port.lagId === undefined ? undefined : resourceKey("lag", port.lagId);
    const carrier = port.kind === "connection" && port.parentId !== undefined ? portKey(port.parentId, "interconnect") : undefined;
    const inside = [bundle, carrier].find((key) => key !== undefined && this.isListed(key));
    return inside ?? this.#location(port.location);
  }

  #location(code: string): string | undefined {
    if (code === "") return undefined;
    const words = { label: verbatim(code), summary: verbatim(this.#locationNames.get(code) ?? "") };
    return this.#invent({ id: `location/${code}`, kind: "location", column: undefined, ...words, health: "ended" });
  }

  #invent(node: Pick<GraphNode<Text>, "id" | "kind" | "column" | "label" | "summary"> & Partial<GraphNode<Text>>): string {
    if (!this.#nodes.has(node.id)) {
      const plain = { parent: undefined, state: "", health: "unknown", owned: true, listed: true, account: "", region: undefined, menu: "" } as const;
      this.#nodes.set(node.id, { ...plain, ...node });
    }
    return node.id;
  }
}

function isDrawnAsNode(resource: Resource): resource is Extract<Resource, { kind: GraphResourceKind }> {
  return Object.hasOwn(columnOf, resource.kind);
}

/** A LAG's id tells itself apart; a connection's and an interconnect's look the same. */
function portKey(id: string, otherwise: "connection" | "interconnect"): string {
  return resourceKey(id.startsWith("dxlag-") ? "lag" : otherwise, id);
}

function connectVirtualInterface(sketch: Sketch, virtualInterface: VirtualInterface): void {
  const { key, connectionId, location, region, ownerAccount } = virtualInterface;
  const health = sketch.healthAt(key);
  if (connectionId !== "") {
    const port = carrierOf(sketch, virtualInterface);
    sketch.join({ kind: "crossConnect", source: sketch.customer(virtualInterface.asn), target: port, health: sketch.healthAt(port) });
    sketch.join({ kind: "virtualInterface", source: port, target: key, label: phrase("VLAN {0}", virtualInterface.vlan), health });
  }
  if (virtualInterface.type === "public") {
    sketch.join({ kind: "virtualInterface", source: key, target: sketch.publicServices(region ?? location), health });
  }
  if (virtualInterface.virtualGatewayId !== undefined) {
    const target = sketch.named("virtualPrivateGateway", virtualInterface.virtualGatewayId, { account: ownerAccount, region });
    sketch.join({ kind: "attachment", source: key, target, health });
  }
  if (virtualInterface.directConnectGatewayId !== undefined) {
    const attachment = resourceKey("attachment", `${virtualInterface.directConnectGatewayId}/${virtualInterface.id}`);
    const target = sketch.named("directConnectGateway", virtualInterface.directConnectGatewayId, {});
    if (!sketch.isListed(attachment)) sketch.join({ kind: "attachment", source: key, target, health });
  }
}

/** The port that carries it: listed as a connection, an interconnect or a LAG, or another account's. */
function carrierOf(sketch: Sketch, { connectionId, location, region }: VirtualInterface): string {
  const interconnect = resourceKey("interconnect", connectionId);
  if (sketch.isListed(interconnect)) return interconnect;
  return sketch.named(connectionId.startsWith("dxlag-") ? "lag" : "connection", connectionId, { location, region });
}

function connectGateways(sketch: Sketch, resource: Resource): void {
  if (resource.kind === "attachment") {
    const source = sketch.named("virtualInterface", resource.virtualInterfaceId, {
      account: resource.virtualInterfaceOwnerAccount,
      region: resource.virtualInterfaceRegion,
    });
    const target = sketch.named("directConnectGateway", resource.directConnectGatewayId, {});
    sketch.connect(resource, "attachment", { source, target, label: noText, health: pathHealth(healthOf(resource), sketch.healthAt(source)) });
  }
  if (resource.kind === "association") {
    const source = sketch.named("directConnectGateway", resource.directConnectGatewayId, {});
    const target = gatewayNode(sketch, resource.gateway);
    const count = resource.allowedPrefixes.length;
    sketch.connect(resource, "association", { source, target, label: count === 1 ? phrase("1 prefix") : phrase("{0} prefixes", count), health: healthOf(resource) });
  }
  if (resource.kind === "proposal" && resource.state !== "accepted" && resource.state !== "deleted") {
    const source = sketch.named("directConnectGateway", resource.directConnectGatewayId, { account: resource.directConnectGatewayOwnerAccount });
    const target = gatewayNode(sketch, resource.gateway);
    sketch.connect(resource, "proposal", { source, target, label: phrase("proposed"), health: healthOf(resource) });
  }
}

/** A path is as good as what leads to it, as far as that is known. */
function pathHealth(own: Health, origin: Health): Health {
  return own === "good" && origin !== "unknown" ? origin : own;
}

function gatewayNode(sketch: Sketch, { type, id, ownerAccount, region }: GatewayReference): string {
  return sketch.named(type, id, { account: ownerAccount, region: region === "" ? undefined : region });
}

/** A port that carries nothing still has a customer's side; a bundle's members and carriers of others are within theirs. */
function connectUnusedPorts(sketch: Sketch, ports: readonly Port[]): void {
  const carriers = new Set(ports.flatMap((port) => carriersOf(port)));
  for (const port of ports) {
    const isMember = port.kind !== "lag" && port.lagId !== undefined && sketch.isListed(resourceKey("lag", port.lagId));
    if (isMember || sketch.hasCrossConnect(port.key) || carriers.has(port.key)) continue;
    sketch.join({ kind: "crossConnect", source: sketch.customer(0), target: port.key, health: healthOf(port) });
  }
}

function carriersOf(port: Port): readonly string[] {
  if (port.kind !== "connection" || port.parentId === undefined) return [];
  return [portKey(port.parentId, "interconnect")];
}

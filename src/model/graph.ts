import { healthOf, type Health } from "./health.ts";
import { labelOf, resourceKey, type Resource, type ResourceKind } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/** Columns of the drawing, from the customer's side to the VPC's. */
export const graphColumns = ["customer", "port", "virtualInterface", "directConnectGateway", "cloudGateway"] as const;
export type GraphColumn = (typeof graphColumns)[number];

/** The kinds that are drawn as nodes; the others are edges, a line on their virtual interface, or not drawn. */
export type GraphResourceKind = Exclude<ResourceKind, "bgpPeer" | "association" | "attachment" | "proposal" | "resiliencyGroup">;
export type GraphNodeKind = GraphResourceKind | "customer" | "location" | "publicServices" | "unattached";

/** `W` is what words are: texts while the graph is built, strings once it is to be drawn. */
export interface GraphNode<W = string> {
  /** The resource's key; for what is no resource, `customer/<asn>`, `location/<code>`, `publicServices/<region>`, `unattached`. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Undefined for what is drawn around others: a location around its ports, a frame around gateways that nothing leads to. */
  readonly column: GraphColumn | undefined;
  /** The node it is drawn inside of: a port's location, a LAG member's LAG, a hosted connection's interconnect, or `unattached`. */
  readonly parent: string | undefined;
  readonly label: W;
  /** The few facts an engineer wants, as one short text, the state not among them. */
  readonly summary: W;
  /** What may not be overlooked for a while, also from afar: how long a failover test goes on. */
  readonly notice: W;
  /** The ASNs and addresses of its sessions, by which a person looks for it; blanks between. */
  readonly sessions: string;
  /** AWS's word; empty for what is no resource. */
  readonly state: string;
  /** A virtual interface's counts its BGP sessions, a LAG's its links, a location's its ports. */
  readonly health: Health;
  /** Whether only some of what the health counts is so, and the rest works. */
  readonly partly: boolean;
  /** How many of what is counted as down or waiting for the user are it, or are told of at it. */
  readonly waiting: number;
  /** Whether it is one of the links that the LAG around it bundles; a hosted connection in it is none. */
  readonly isLink: boolean;
  /** Of a LAG: with fewer of its links up it carries nothing. 0 for all others. */
  readonly leastLinks: number;
  /** The resiliency groups that it is in. */
  readonly groups: readonly GraphGroup[];
  readonly owned: boolean;
  /** False for what no listing holds, which is known only because something else names it. */
  readonly listed: boolean;
  /** Twelve digits, or empty. */
  readonly account: string;
  readonly region: string | undefined;
  /** The tree item's context value: it decides which operations the menu offers. Empty for what is not listed. */
  readonly menu: string;
  /** What the menu's commands are given: the key of a resource or a place. Empty where a person has to be asked for the place. */
  readonly target: string;
}

/** A resiliency group, which is no node: what is in it says so. */
export interface GraphGroup {
  readonly id: string;
  readonly name: string;
}

export type GraphEdgeKind = "crossConnect" | "virtualInterface" | "attachment" | "association" | "proposal";

export interface GraphEdge<W = string> {
  /** The resource's key where the edge is one (attachment, association, proposal), else `<source>><target>`. */
  readonly id: string;
  readonly kind: GraphEdgeKind;
  /** Nearer to the customer than the target. */
  readonly source: string;
  readonly target: string;
  readonly label: W;
  /** AWS's word; empty where the edge is no resource. */
  readonly state: string;
  /** That of the path: an attachment is bad while its virtual interface is. */
  readonly health: Health;
  /** As for nodes; empty for an edge that is no resource. */
  readonly menu: string;
}

export interface Graph<W = string> {
  readonly nodes: readonly GraphNode<W>[];
  readonly edges: readonly GraphEdge<W>[];
}

/** The graph with its words in the language that `put` speaks. */
export function graphInWords({ nodes, edges }: Graph<Text>, put: (text: Text) => string): Graph {
  return {
    nodes: nodes.map((node) => ({ ...node, label: put(node.label), summary: put(node.summary), notice: put(node.notice) })),
    edges: edges.map((edge) => ({ ...edge, label: put(edge.label) })),
  };
}

/** What turns one graph into another: the webview applies it without drawing the rest anew. */
export interface GraphChange {
  /** The nodes and edges that are new or not as before. */
  readonly set: Graph;
  /** The ids of nodes and edges that are gone. */
  readonly removed: readonly string[];
}

export const emptyGraph: Graph = { nodes: [], edges: [] };

/** The id of the node or edge that stands for a resource: its own key, for a BGP peer its virtual interface's. */
export function graphIdOf(resource: Resource): string {
  return resource.kind === "bgpPeer" ? resourceKey("virtualInterface", resource.virtualInterfaceId) : resource.key;
}

/** Why a graph does not show a resource; undefined where it does, as of a resiliency group by what is in it. */
export function whyNotShown(resource: Resource, { nodes, edges }: Graph<unknown>): Text | undefined {
  const id = graphIdOf(resource);
  const isShown = nodes.some((node) => node.id === id || node.groups.some((group) => group.id === id)) || edges.some((edge) => edge.id === id);
  if (isShown) return undefined;
  const label = labelOf(resource);
  if (resource.kind === "bgpPeer") return phrase("BGP peer {0} is not in the graph, because its virtual interface is not listed.", label);
  if (resource.kind !== "resiliencyGroup" || healthOf(resource) === "ended") return phrase("{0} is {1}, and the graph does not show what is over.", label, resource.state);
  return phrase("Resiliency group {0} is not in the graph, which shows one by the connections in it, and none of its connections is listed.", label);
}

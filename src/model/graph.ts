import type { Health } from "./health.ts";
import type { ResourceKind } from "./resource.ts";

/** Columns of the drawing, from the customer's side to the VPC's. */
export const graphColumns = ["customer", "port", "virtualInterface", "directConnectGateway", "cloudGateway"] as const;
export type GraphColumn = (typeof graphColumns)[number];

export type GraphNodeKind =
  | Exclude<ResourceKind, "bgpPeer" | "association" | "attachment" | "proposal">
  | "customer"
  | "location"
  | "publicServices";

export interface GraphNode {
  /** The resource's key; for what is no resource, `customer/<asn>`, `location/<code>`, `publicServices/<region>`. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Undefined for a location, which is drawn around the ports in it. */
  readonly column: GraphColumn | undefined;
  /** The node it is drawn inside of: a port's location, a LAG member's LAG. */
  readonly parent: string | undefined;
  readonly label: string;
  /** The few facts an engineer wants, as one short text. */
  readonly summary: string;
  readonly state: string;
  readonly health: Health;
  readonly owned: boolean;
  readonly account: string;
  readonly region: string | undefined;
  /** The tree item's context value: it decides which operations the menu offers. Empty for what is no resource. */
  readonly menu: string;
}

export type GraphEdgeKind = "crossConnect" | "virtualInterface" | "attachment" | "association" | "proposal";

export interface GraphEdge {
  /** The resource's key where the edge is one (attachment, association, proposal), else `<source>><target>`. */
  readonly id: string;
  readonly kind: GraphEdgeKind;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly state: string;
  readonly health: Health;
  /** As for nodes; empty for an edge that is no resource. */
  readonly menu: string;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What turns one graph into another: the webview applies it without drawing the rest anew. */
export interface GraphChange {
  readonly set: Graph;
  readonly removed: readonly string[];
}

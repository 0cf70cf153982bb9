/** A JSON value, as the API sends it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What every resource has, whatever its kind. */
export interface ResourceBase {
  /** `<kind>/<id>`: unique in an inventory and the same at every reading. */
  readonly key: string;
  /** AWS's id; for an attachment, which has none, `<gateway id>/<virtual interface id>`. */
  readonly id: string;
  /** The name that its owner gave it; empty when it has none. */
  readonly name: string;
  /** AWS's word for the state, or `unknown`. The service may use words that no model lists. */
  readonly state: string;
  /** Twelve digits; empty when the API does not tell. */
  readonly ownerAccount: string;
  /** Undefined for what is global: gateways, associations, attachments, proposals. */
  readonly region: string | undefined;
  /** The profile that reads it and under which operations on it run; the owner's where that one is read too. */
  readonly profile: string;
  /** Whether that profile's account owns it. */
  readonly owned: boolean;
  readonly tags: Tags;
  /** The API's record with every secret masked. */
  readonly record: JsonObject;
}

export type Tags = Readonly<Record<string, string>>;
export type AddressFamily = "ipv4" | "ipv6";
export type VirtualInterfaceType = "private" | "public" | "transit";

/** What a link and what bundles links have in common. */
export interface PortFacts {
  readonly location: string;
  /** As the API spells it: `10Gbps`, `500Mbps`. */
  readonly bandwidth: string;
  /** AWS's endpoint device (`awsDeviceV2`); empty until one is assigned. */
  readonly awsDevice: string;
  readonly providerName: string;
  readonly jumboFrameCapable: boolean;
  readonly macSec: MacSec;
}

export interface MacSec {
  readonly capable: boolean;
  /** `no_encrypt`, `should_encrypt`, `must_encrypt`, or empty. */
  readonly mode: string;
  /** `Encryption Up`, `Encryption Down`, or empty. */
  readonly portStatus: string;
  readonly keys: number;
}

export interface Connection extends ResourceBase, PortFacts {
  readonly kind: "connection";
  /** Ordered by a partner for its owner: it has a VLAN of its own and carries one virtual interface. */
  readonly hosted: boolean;
  readonly vlan: number | undefined;
  readonly lagId: string | undefined;
  /** The interconnect or LAG that carries a hosted connection, where the reader is the partner. */
  readonly parentId: string | undefined;
  readonly partnerName: string;
}

export interface Interconnect extends ResourceBase, PortFacts {
  readonly kind: "interconnect";
  readonly lagId: string | undefined;
}

export interface Lag extends ResourceBase, PortFacts {
  readonly kind: "lag";
  readonly connectionIds: readonly string[];
  readonly minimumLinks: number;
  readonly allowsHostedConnections: boolean;
}

export interface VirtualInterface extends ResourceBase {
  readonly kind: "virtualInterface";
  readonly type: VirtualInterfaceType;
  /** The connection or LAG that carries it. */
  readonly connectionId: string;
  readonly location: string;
  readonly vlan: number;
  /** The customer's ASN. */
  readonly asn: number;
  readonly amazonSideAsn: number | undefined;
  readonly addressFamily: AddressFamily;
  readonly amazonAddress: string;
  readonly customerAddress: string;
  readonly mtu: number;
  readonly siteLinkEnabled: boolean;
  readonly virtualGatewayId: string | undefined;
  readonly directConnectGatewayId: string | undefined;
  readonly routeFilterPrefixes: readonly string[];
  /** How long its failover test goes on, when it was read; absent without a test, or where AWS did not tell. */
  readonly testMinutesLeft?: number;
}

export interface BgpPeer extends ResourceBase {
  readonly kind: "bgpPeer";
  readonly virtualInterfaceId: string;
  readonly asn: number;
  readonly addressFamily: AddressFamily;
  readonly amazonAddress: string;
  readonly customerAddress: string;
  /** `up`, `down` or `unknown`: independent of the peer's state. */
  readonly bgpStatus: string;
}

export interface DirectConnectGateway extends ResourceBase {
  readonly kind: "directConnectGateway";
  readonly amazonSideAsn: number;
  readonly stateChangeError: string;
}

/** A virtual private gateway, a transit gateway or a core network on a Direct Connect gateway. */
export interface Association extends ResourceBase {
  readonly kind: "association";
  readonly directConnectGatewayId: string;
  readonly gateway: GatewayReference;
  readonly allowedPrefixes: readonly string[];
  readonly stateChangeError: string;
}

/** A virtual interface on a Direct Connect gateway. */
export interface Attachment extends ResourceBase {
  readonly kind: "attachment";
  readonly directConnectGatewayId: string;
  readonly virtualInterfaceId: string;
  readonly virtualInterfaceRegion: string;
  readonly virtualInterfaceOwnerAccount: string;
  readonly type: Extract<VirtualInterfaceType, "private" | "transit">;
  readonly stateChangeError: string;
}

/** Another account's wish to associate its gateway; it ends after seven days. */
export interface Proposal extends ResourceBase {
  readonly kind: "proposal";
  readonly directConnectGatewayId: string;
  readonly directConnectGatewayOwnerAccount: string;
  readonly gateway: GatewayReference;
  readonly existingPrefixes: readonly string[];
  readonly requestedPrefixes: readonly string[];
}

/** Connections that are meant to stand in for each other. It is listed in its Region, though its ARN names none. */
export interface ResiliencyGroup extends ResourceBase {
  readonly kind: "resiliencyGroup";
  /** AWS's word: `Managed`. */
  readonly type: string;
  /** Those that are in it or on their way into it; undefined where they could not be listed. */
  readonly connectionIds: readonly string[] | undefined;
}

export interface GatewayReference {
  readonly id: string;
  readonly type: "virtualPrivateGateway" | "transitGateway" | "coreNetwork";
  readonly ownerAccount: string;
  readonly region: string;
}

interface CloudGatewayOf<K extends GatewayReference["type"]> extends ResourceBase {
  readonly kind: K;
}

/** A gateway on the VPC's side, or Cloud WAN's core network, known from its own listing or from an association. */
export type CloudGateway = CloudGatewayOf<"virtualPrivateGateway"> | CloudGatewayOf<"transitGateway"> | CloudGatewayOf<"coreNetwork">;

export type Resource =
  | Connection
  | Interconnect
  | Lag
  | VirtualInterface
  | BgpPeer
  | DirectConnectGateway
  | Association
  | Attachment
  | Proposal
  | ResiliencyGroup
  | CloudGateway;

export type ResourceKind = Resource["kind"];
export type ResourceOf<K extends ResourceKind> = Extract<Resource, { readonly kind: K }>;

export function resourceKey(kind: ResourceKind, id: string): string {
  return `${kind}/${id}`;
}

/** Its name, or its id where it has none. */
export function labelOf(resource: Resource): string {
  return resource.name === "" ? resource.id : resource.name;
}

/** Words that tell resources of one kind apart where that decides what can be done with them. */
export type Trait = "owned" | "hosted" | "carried" | "inLag" | "macSec" | "keyed" | "hostable" | "tagged" | VirtualInterfaceType;

/** In alphabetical order, so that they can be matched as one text. */
export function traitsOf(resource: Resource): readonly Trait[] {
  const traits: Trait[] = resource.owned ? ["owned"] : [];
  if (isPort(resource)) traits.push(...portTraits(resource));
  if (resource.kind === "virtualInterface" || resource.kind === "attachment") traits.push(resource.type);
  if (ownTagKeys(resource.tags).length > 0) traits.push("tagged");
  return traits.sort();
}

function isPort(resource: Resource): resource is Connection | Interconnect | Lag {
  return resource.kind === "connection" || resource.kind === "interconnect" || resource.kind === "lag";
}

/** `carried`: listed to the partner whose port carries it. `keyed`: has MACsec keys. `hostable`: a LAG for hosted connections. */
function portTraits(port: Connection | Interconnect | Lag): readonly Trait[] {
  const told: Readonly<Partial<Record<Trait, boolean>>> = {
    hosted: port.kind === "connection" && port.hosted,
    carried: port.kind === "connection" && port.parentId !== undefined,
    inLag: port.kind !== "lag" && port.lagId !== undefined,
    macSec: port.macSec.capable,
    keyed: port.macSec.keys > 0,
    hostable: port.kind === "lag" && port.allowsHostedConnections,
  };
  return (Object.keys(told) as Trait[]).filter((trait) => told[trait] === true);
}

/** The keys that a user may change: AWS keeps those that begin with `aws:` to itself. */
export function ownTagKeys(tags: Tags): readonly string[] {
  return Object.keys(tags).filter((key) => !key.toLowerCase().startsWith("aws:"));
}

/** `connection:ordering;hosted;owned;`: what the menus of the tree and of the graph match. */
export function contextValueOf(resource: Resource): string {
  const traits = traitsOf(resource).map((trait) => `${trait};`);
  return `${resource.kind}:${resource.state};${traits.join("")}`;
}

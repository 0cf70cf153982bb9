import type { AddressFamily, PortFacts, Resource, ResourceKind, ResourceOf } from "./resource.ts";
import { healthOf } from "./health.ts";
import { labelOf } from "./resource.ts";

/** One line of a tooltip or of the details. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** AWS's word for a kind, in the middle of a sentence. */
export function kindName(kind: ResourceKind): string {
  return kindNames[kind][0];
}

/** The same for several: `virtual interfaces`. */
export function kindNamePlural(kind: ResourceKind): string {
  return kindNames[kind][1];
}

const kindNames: Readonly<Record<ResourceKind, readonly [string, string]>> = {
  connection: ["connection", "connections"],
  interconnect: ["interconnect", "interconnects"],
  lag: ["LAG", "LAGs"],
  virtualInterface: ["virtual interface", "virtual interfaces"],
  bgpPeer: ["BGP peer", "BGP peers"],
  directConnectGateway: ["Direct Connect gateway", "Direct Connect gateways"],
  association: ["gateway association", "gateway associations"],
  attachment: ["gateway attachment", "gateway attachments"],
  proposal: ["association proposal", "association proposals"],
  virtualPrivateGateway: ["virtual private gateway", "virtual private gateways"],
  transitGateway: ["transit gateway", "transit gateways"],
};

/** What to call a resource where it is listed: its name, or what it joins where AWS gives it none. */
export function titleOf(resource: Resource, index: ReadonlyMap<string, Resource>): string {
  switch (resource.kind) {
    case "association":
    case "proposal": {
      const gateway = index.get(`${resource.gateway.type}/${resource.gateway.id}`);
      return gateway === undefined ? resource.gateway.id : labelOf(gateway);
    }
    case "attachment": {
      const virtualInterface = index.get(`virtualInterface/${resource.virtualInterfaceId}`);
      return virtualInterface === undefined ? resource.virtualInterfaceId : labelOf(virtualInterface);
    }
    case "bgpPeer":
      return resource.customerAddress === "" ? resource.id : resource.customerAddress;
    default:
      return labelOf(resource);
  }
}

/**
 * The few facts an engineer wants beside the name: `10 Gbps · available`. A state that is not as it should be comes
 * first, where a narrow view does not cut it off: `down · 10 Gbps`.
 */
export function summaryOf(resource: Resource): string {
  const describe = summaries[resource.kind] as (resource: Resource) => readonly string[];
  const facts = [...describe(resource), resource.owned ? "" : ownerText(resource)];
  const state = isStateTold(resource) ? resource.state : "";
  const words = stateComesLast(resource) ? [...facts, state] : [state, ...facts];
  return words.filter((word) => word !== "").join(" · ");
}

/** A BGP session that is down says more than its peer's state. */
function stateComesLast(resource: Resource): boolean {
  return healthOf(resource) === "good" || (resource.kind === "bgpPeer" && resource.state === "available");
}

/** Of a gateway that only an association names, AWS tells no state. */
function isStateTold({ kind, state }: Resource): boolean {
  return state !== "unknown" || (kind !== "transitGateway" && kind !== "virtualPrivateGateway");
}

const summaries: { readonly [K in ResourceKind]: (resource: ResourceOf<K>) => readonly string[] } = {
  connection: ({ bandwidth, hosted, vlan }) => [bandwidthText(bandwidth), hosted ? "hosted" : "", vlanText(vlan)],
  interconnect: ({ bandwidth }) => [bandwidthText(bandwidth)],
  lag: ({ bandwidth, connectionIds, minimumLinks }) => [
    `${connectionIds.length} × ${bandwidthText(bandwidth)}`,
    minimumLinks > 0 ? `min ${minimumLinks}` : "",
  ],
  virtualInterface: ({ type, vlan, asn }) => [vlanText(vlan), asText(asn), type],
  bgpPeer: ({ addressFamily, asn, bgpStatus }) => [`BGP ${bgpStatus}`, familyText(addressFamily), asText(asn)],
  directConnectGateway: ({ amazonSideAsn }) => [asText(amazonSideAsn)],
  association: ({ gateway, allowedPrefixes }) => [kindName(gateway.type), prefixCount(allowedPrefixes)],
  attachment: ({ type }) => [`${type} virtual interface`],
  proposal: ({ gateway, requestedPrefixes }) => [
    `proposal for a ${kindName(gateway.type)}`,
    prefixCount(requestedPrefixes),
  ],
  virtualPrivateGateway: () => [],
  transitGateway: () => [],
};

/** Every fact worth reading, in the order of interest; empty values are left out. It holds no secret. */
export function factsOf(resource: Resource): readonly Fact[] {
  const describe = details[resource.kind] as (resource: Resource) => readonly (readonly [string, string])[];
  const meaning = stateMeaning(resource);
  const facts: readonly (readonly [string, string])[] = [
    ["ID", resource.id],
    ["State", meaning === "" ? resource.state : `${resource.state} (${meaning})`],
    ...describe(resource),
    ["Region", resource.region ?? "global"],
    ["Owner", resource.owned ? resource.ownerAccount : ownerText(resource)],
    ["Read with", resource.profile],
    ...Object.entries(resource.tags).map(([key, value]) => [`Tag ${key}`, value === "" ? "(no value)" : value] as const),
  ];
  return facts.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value }));
}

type FactPairs = readonly (readonly [string, string])[];

const details: { readonly [K in ResourceKind]: (resource: ResourceOf<K>) => FactPairs } = {
  connection: (connection) => [
    ...portFacts(connection),
    ["Kind", connection.hosted ? "hosted connection" : "dedicated connection"],
    ["VLAN", connection.vlan === undefined ? "" : String(connection.vlan)],
    ["LAG", connection.lagId ?? ""],
    ["Carried by", connection.parentId ?? ""],
    ["Partner", connection.partnerName],
  ],
  interconnect: (interconnect) => [...portFacts(interconnect), ["LAG", interconnect.lagId ?? ""]],
  lag: (lag) => [
    ...portFacts(lag),
    ["Connections", `${lag.connectionIds.length}: ${lag.connectionIds.join(", ")}`],
    ["Minimum links", String(lag.minimumLinks)],
    ["Hosted connections", lag.allowsHostedConnections ? "allowed" : "not allowed"],
  ],
  virtualInterface: (virtualInterface) => [
    ["Type", virtualInterface.type],
    ["VLAN", String(virtualInterface.vlan)],
    ["Carried by", virtualInterface.connectionId],
    ["Location", virtualInterface.location],
    ["Your ASN", asnText(virtualInterface.asn)],
    ["Amazon's ASN", asnText(virtualInterface.amazonSideAsn)],
    ["Your address", virtualInterface.customerAddress],
    ["Amazon's address", virtualInterface.amazonAddress],
    ["MTU", virtualInterface.mtu === 0 ? "" : String(virtualInterface.mtu)],
    ["SiteLink", virtualInterface.siteLinkEnabled ? "enabled" : ""],
    ["Direct Connect gateway", virtualInterface.directConnectGatewayId ?? ""],
    ["Virtual private gateway", virtualInterface.virtualGatewayId ?? ""],
    ["Advertised prefixes", virtualInterface.routeFilterPrefixes.join(", ")],
  ],
  bgpPeer: (peer) => [
    ["BGP session", peer.bgpStatus],
    ["Address family", familyText(peer.addressFamily)],
    ["Your ASN", asnText(peer.asn)],
    ["Your address", peer.customerAddress],
    ["Amazon's address", peer.amazonAddress],
    ["Virtual interface", peer.virtualInterfaceId],
  ],
  directConnectGateway: (gateway) => [
    ["Amazon's ASN", asnText(gateway.amazonSideAsn)],
    ["Last error", gateway.stateChangeError],
  ],
  association: (association) => [
    ["Gateway", `${association.gateway.id} (${kindName(association.gateway.type)})`],
    ["Gateway's owner", association.gateway.ownerAccount],
    ["Gateway's Region", association.gateway.region],
    ["Direct Connect gateway", association.directConnectGatewayId],
    ["Allowed prefixes", association.allowedPrefixes.join(", ")],
    ["Last error", association.stateChangeError],
  ],
  attachment: (attachment) => [
    ["Virtual interface", attachment.virtualInterfaceId],
    ["Type", attachment.type],
    ["Virtual interface's Region", attachment.virtualInterfaceRegion],
    ["Virtual interface's owner", attachment.virtualInterfaceOwnerAccount],
    ["Direct Connect gateway", attachment.directConnectGatewayId],
    ["Last error", attachment.stateChangeError],
  ],
  proposal: (proposal) => [
    ["Gateway", `${proposal.gateway.id} (${kindName(proposal.gateway.type)})`],
    ["Gateway's owner", proposal.gateway.ownerAccount],
    ["Gateway's Region", proposal.gateway.region],
    ["Direct Connect gateway", proposal.directConnectGatewayId],
    ["Its owner", proposal.directConnectGatewayOwnerAccount],
    ["Requested prefixes", proposal.requestedPrefixes.join(", ")],
    ["Prefixes until now", proposal.existingPrefixes.join(", ")],
  ],
  virtualPrivateGateway: () => [],
  transitGateway: () => [],
};

function portFacts(port: PortFacts): FactPairs {
  return [
    ["Bandwidth", bandwidthText(port.bandwidth)],
    ["Location", port.location],
    ["AWS device", port.awsDevice],
    ["Provider", port.providerName],
    ["Jumbo frames", port.jumboFrameCapable ? "capable" : "not capable"],
    ["MACsec", macSecText(port)],
  ];
}

function macSecText({ macSec }: PortFacts): string {
  if (!macSec.capable) return "";
  const keys = macSec.keys === 1 ? "1 key" : `${macSec.keys} keys`;
  return ["capable", macSec.mode, macSec.portStatus, keys].filter((word) => word !== "").join(", ");
}

/** What the state means to whoever sees it, as a short clause; empty when the word says it all. */
export function stateMeaning(resource: Resource): string {
  const key = `${resource.kind}:${resource.state}`;
  if (resource.owned && Object.hasOwn(ownersMeanings, key)) return ownersMeanings[key] ?? "";
  return Object.hasOwn(meanings, key) ? (meanings[key] ?? "") : "";
}

const ownersMeanings: Readonly<Record<string, string>> = {
  "connection:ordering": "a partner ordered it for you: confirm it to have it provisioned",
  "virtualInterface:confirming": "made for you on another account's port: confirm it to use it",
  "proposal:requested": "another account asks to associate its gateway: accept or reject it",
};

const meanings: Readonly<Record<string, string>> = {
  "connection:ordering": "its owner has to confirm it",
  "connection:requested": "AWS reviews the order and assigns a port",
  "connection:pending": "the port is assigned, the cross connect is not up yet",
  "connection:down": "no light on the link, or it was shut on one side",
  "connection:rejected": "its owner declined it",
  "interconnect:requested": "AWS reviews the order and assigns a port",
  "interconnect:pending": "the port is assigned, the cross connect is not up yet",
  "interconnect:down": "no light on the link",
  "lag:requested": "AWS reviews the order and assigns ports",
  "lag:pending": "ports are assigned, no link is up yet",
  "lag:down": "fewer links are up than its minimum",
  "virtualInterface:confirming": "its owner has to confirm it",
  "virtualInterface:verifying": "AWS checks that the advertised prefixes are yours",
  "virtualInterface:pending": "on its way to be usable",
  "virtualInterface:down": "no BGP session is up",
  "virtualInterface:testing": "a failover test holds BGP sessions down",
  "virtualInterface:rejected": "its owner declined it",
  "bgpPeer:verifying": "AWS checks that the advertised prefixes are yours",
  "proposal:requested": "the Direct Connect gateway's owner has to accept it",
};

/** `10Gbps` as one reads it: `10 Gbps`. */
export function bandwidthText(bandwidth: string): string {
  return bandwidth.replace(/^(\d+)([GM]bps)$/, "$1 $2");
}

function familyText(family: AddressFamily): string {
  return family === "ipv6" ? "IPv6" : "IPv4";
}

function vlanText(vlan: number | undefined): string {
  return vlan === undefined || vlan === 0 ? "" : `VLAN ${vlan}`;
}

function asText(asn: number): string {
  return asn === 0 ? "" : `AS ${asn}`;
}

function asnText(asn: number | undefined): string {
  return asn === undefined || asn === 0 ? "" : String(asn);
}

function prefixCount(prefixes: readonly string[]): string {
  if (prefixes.length === 0) return "";
  return prefixes.length === 1 ? "1 prefix" : `${prefixes.length} prefixes`;
}

function ownerText({ ownerAccount }: Resource): string {
  return ownerAccount === "" ? "another account" : `account ${ownerAccount}`;
}

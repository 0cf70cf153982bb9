import { bandwidthText, familyText, ownerText, stateMeaning, typeText } from "./describe.ts";
import { spreadOf, type Share } from "./group-spread.ts";
import { kindName } from "./kind-name.ts";
import { countLinks, isLink } from "./lag-links.ts";
import { labelOf, type GatewayReference, type Lag, type PortFacts, type ResiliencyGroup, type Resource, type ResourceKind, type ResourceOf } from "./resource.ts";
import { enumerated, isNoText, noText, phrase, verbatim, type Text } from "./text.ts";

/** One line of a tooltip or of the details. */
export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

/**
 * Every fact worth reading, in the order of interest; empty values are left out. It holds no secret. What it names is
 * called by the name that `index` knows, beside the id.
 */
export function factsOf(resource: Resource, index: ReadonlyMap<string, Resource>): readonly Fact[] {
  const describe = details[resource.kind] as (resource: Resource, named: Named, index: ReadonlyMap<string, Resource>) => FactPairs;
  const meaning = stateMeaning(resource);
  const facts: FactPairs = [
    [phrase("ID"), verbatim(resource.id)],
    [phrase("State"), isNoText(meaning) ? verbatim(resource.state) : phrase("{0} ({1})", resource.state, meaning)],
    ...describe(resource, namer(index), index),
    [phrase("Region"), resource.region === undefined ? phrase("global") : verbatim(resource.region)],
    [phrase("Owner"), resource.owned ? verbatim(resource.ownerAccount) : ownerText(resource)],
    [phrase("Profile"), verbatim(resource.profile)],
    ...Object.entries(resource.tags).map(([key, value]) => [phrase("Tag {0}", key), value === "" ? phrase("(no value)") : verbatim(value)] as const),
  ];
  return facts.filter(([, value]) => !isNoText(value)).map(([label, value]) => ({ label, value }));
}

type FactPairs = readonly (readonly [Text, Text])[];

/** `prod-transit (8384da05-…)`, or the id alone where no resource of these kinds is known or has a name. */
type Named = (id: string | undefined, ...kinds: readonly ResourceKind[]) => Text;

function namer(index: ReadonlyMap<string, Resource>): Named {
  return (id, ...kinds) => {
    if (id === undefined || id === "") return noText;
    const known = kinds.map((kind) => index.get(`${kind}/${id}`)).find((resource) => resource !== undefined);
    return known === undefined || known.name === "" ? verbatim(id) : phrase("{0} ({1})", labelOf(known), id);
  };
}

const portKinds = ["connection", "lag", "interconnect"] as const;

const details: { readonly [K in ResourceKind]: (resource: ResourceOf<K>, named: Named, index: ReadonlyMap<string, Resource>) => FactPairs } = {
  connection: (connection, named) => [
    ...portFacts(connection),
    [phrase("Kind"), connection.hosted ? phrase("hosted connection") : phrase("dedicated connection")],
    [phrase("VLAN"), verbatim(connection.vlan ?? "")],
    [phrase("LAG"), named(connection.lagId, "lag")],
    [phrase("Carried by"), named(connection.parentId, ...portKinds)],
    [phrase("Partner"), verbatim(connection.partnerName)],
  ],
  interconnect: (interconnect, named) => [...portFacts(interconnect), [phrase("LAG"), named(interconnect.lagId, "lag")]],
  lag: (lag, named, index) => [
    ...portFacts(lag),
    [phrase("Connections"), lag.connectionIds.length === 0 ? phrase("none") : enumerated(lag.connectionIds.map((id) => named(id, "connection")))],
    [phrase("Links up"), linksUpText(lag, index)],
    [phrase("Minimum links"), verbatim(lag.minimumLinks)],
    [phrase("Hosted connections"), lag.allowsHostedConnections ? phrase("allowed") : phrase("not allowed")],
  ],
  virtualInterface: (virtualInterface, named) => [
    [phrase("Type"), typeText(virtualInterface.type)],
    [phrase("VLAN"), verbatim(virtualInterface.vlan)],
    [phrase("Carried by"), named(virtualInterface.connectionId, ...portKinds)],
    [phrase("Location"), verbatim(virtualInterface.location)],
    [phrase("Your ASN"), asnText(virtualInterface.asn)],
    [phrase("Amazon's ASN"), asnText(virtualInterface.amazonSideAsn)],
    [phrase("Your address"), verbatim(virtualInterface.customerAddress)],
    [phrase("Amazon's address"), verbatim(virtualInterface.amazonAddress)],
    [phrase("MTU"), virtualInterface.mtu === 0 ? noText : verbatim(virtualInterface.mtu)],
    [phrase("SiteLink"), virtualInterface.siteLinkEnabled ? phrase("enabled") : noText],
    [phrase("Direct Connect gateway"), named(virtualInterface.directConnectGatewayId, "directConnectGateway")],
    [phrase("Virtual private gateway"), named(virtualInterface.virtualGatewayId, "virtualPrivateGateway")],
    [phrase("Advertised prefixes"), listed(virtualInterface.routeFilterPrefixes)],
  ],
  bgpPeer: (peer, named) => [
    [phrase("BGP session"), verbatim(peer.bgpStatus)],
    [phrase("Address family"), familyText(peer.addressFamily)],
    [phrase("Your ASN"), asnText(peer.asn)],
    [phrase("Your address"), verbatim(peer.customerAddress)],
    [phrase("Amazon's address"), verbatim(peer.amazonAddress)],
    [phrase("Virtual interface"), named(peer.virtualInterfaceId, "virtualInterface")],
  ],
  directConnectGateway: (gateway) => [
    [phrase("Amazon's ASN"), asnText(gateway.amazonSideAsn)],
    [phrase("Last error"), verbatim(gateway.stateChangeError)],
  ],
  association: (association, named) => [
    ...gatewayFacts(association.gateway, named),
    [phrase("Direct Connect gateway"), named(association.directConnectGatewayId, "directConnectGateway")],
    [phrase("Allowed prefixes"), listed(association.allowedPrefixes)],
    [phrase("Last error"), verbatim(association.stateChangeError)],
  ],
  attachment: (attachment, named) => [
    [phrase("Virtual interface"), named(attachment.virtualInterfaceId, "virtualInterface")],
    [phrase("Type"), typeText(attachment.type)],
    [phrase("Virtual interface's Region"), verbatim(attachment.virtualInterfaceRegion)],
    [phrase("Virtual interface's owner"), verbatim(attachment.virtualInterfaceOwnerAccount)],
    [phrase("Direct Connect gateway"), named(attachment.directConnectGatewayId, "directConnectGateway")],
    [phrase("Last error"), verbatim(attachment.stateChangeError)],
  ],
  proposal: (proposal, named) => [
    ...gatewayFacts(proposal.gateway, named),
    [phrase("Direct Connect gateway"), named(proposal.directConnectGatewayId, "directConnectGateway")],
    [phrase("Direct Connect gateway's owner"), verbatim(proposal.directConnectGatewayOwnerAccount)],
    [phrase("Requested prefixes"), listed(proposal.requestedPrefixes)],
    [phrase("Prefixes until now"), listed(proposal.existingPrefixes)],
  ],
  resiliencyGroup: (group, named, index) => [
    [phrase("Type"), verbatim(group.type)],
    [phrase("Connections"), enumerated((group.connectionIds ?? []).map((id) => named(id, "connection")))],
    ...spreadFacts(group, index),
  ],
  virtualPrivateGateway: () => [],
  transitGateway: () => [],
  coreNetwork: () => [],
};

function gatewayFacts({ id, type, ownerAccount, region }: GatewayReference, named: Named): FactPairs {
  return [
    [phrase("Gateway"), named(id, type)],
    [phrase("Gateway's kind"), kindName(type)],
    [phrase("Gateway's owner"), verbatim(ownerAccount)],
    [phrase("Gateway's Region"), verbatim(region)],
  ];
}

function portFacts(port: PortFacts): FactPairs {
  return [
    [phrase("Bandwidth"), bandwidthText(port.bandwidth)],
    [phrase("Location"), verbatim(port.location)],
    [phrase("AWS device"), verbatim(port.awsDevice)],
    [phrase("Provider"), verbatim(port.providerName)],
    [phrase("Jumbo frames"), port.jumboFrameCapable ? phrase("capable") : phrase("not capable")],
    [phrase("MACsec"), macSecText(port)],
  ];
}

/** No text where not every link is listed. */
function linksUpText({ id, connectionIds }: Lag, index: ReadonlyMap<string, Resource>): Text {
  const links = connectionIds.flatMap((each) => index.get(`connection/${each}`) ?? index.get(`interconnect/${each}`) ?? []).filter(isLink);
  const count = countLinks(links).get(id);
  return count === undefined || links.length < connectionIds.length ? noText : phrase("{0} of {1}", count.up, count.all);
}

/** What shows whether the connections of a group stand in for each other. */
function spreadFacts(group: ResiliencyGroup, index: ReadonlyMap<string, Resource>): FactPairs {
  const { locations, devices, up, left } = spreadOf(group, index);
  const sharesText = (shares: readonly Share[]): Text => enumerated(shares.map(({ name, count }) => phrase("{0} ({1})", name, count)));
  return [
    [phrase("Locations"), sharesText(locations)],
    [phrase("AWS devices"), sharesText(devices)],
    [phrase("If a location fails"), up === 0 ? noText : phrase("at least {0} of {1} connections that are up would be left", left, up)],
  ];
}

function macSecText({ macSec }: PortFacts): Text {
  if (!macSec.capable) return noText;
  const keys = macSec.keys === 1 ? phrase("1 key") : phrase("{0} keys", macSec.keys);
  return enumerated([phrase("capable"), verbatim(macSec.mode), verbatim(macSec.portStatus), keys]);
}

function asnText(asn: number | undefined): Text {
  return asn === undefined || asn === 0 ? noText : verbatim(asn);
}

/** As one value: two hundred prefixes are no two hundred texts within each other. */
function listed(prefixes: readonly string[]): Text {
  return verbatim(prefixes.join(", "));
}

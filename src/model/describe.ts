import { healthOf } from "./health.ts";
import { labelOf, type AddressFamily, type Resource, type ResourceKind, type ResourceOf, type VirtualInterfaceType } from "./resource.ts";
import { dotted, noText, phrase, verbatim, type Text } from "./text.ts";

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

/** The few facts an engineer wants beside the name, with the state: `10 Gbps · available`, `down · 10 Gbps`. */
export function summaryOf(resource: Resource): Text {
  const isRight = stateIsRight(resource);
  const state = isStateTold(resource) ? stateText(resource) : noText;
  return dotted([isRight ? noText : state, ...factsBeside(resource), isRight ? state : noText]);
}

/**
 * The same for a narrow row, where only what comes first is seen: a state that is not as it should be, then the
 * `notice`, then the facts. A state that is as it should be is left to the icon, the tooltip and the screen reader.
 */
export function rowOf(resource: Resource, notice: Text = noText): Text {
  const isSilent = stateIsRight(resource) || !isStateTold(resource);
  return dotted([isSilent ? noText : stateText(resource), notice, ...factsBeside(resource)]);
}

function factsBeside(resource: Resource): readonly Text[] {
  const describe = summaries[resource.kind] as (resource: Resource) => readonly Text[];
  return [...describe(resource), resource.owned ? noText : ownerText(resource)];
}

/** The state, and of a failover test how long it goes on. */
function stateText(resource: Resource): Text {
  const minutes = resource.kind === "virtualInterface" ? resource.testMinutesLeft : undefined;
  return minutes === undefined ? verbatim(resource.state) : phrase("{0}, {1} min left", resource.state, minutes);
}

/** A BGP session that is down says more than its peer's state. */
function stateIsRight(resource: Resource): boolean {
  return healthOf(resource) === "good" || (resource.kind === "bgpPeer" && resource.state === "available");
}

/** Of a gateway that only an association names, AWS tells no state. */
function isStateTold({ kind, state }: Resource): boolean {
  return state !== "unknown" || !cloudKinds.includes(kind);
}

const cloudKinds: readonly ResourceKind[] = ["virtualPrivateGateway", "transitGateway", "coreNetwork"];

/** The shortest that tells one from the others comes first; what the icon, the name or the id says is left out. */
const summaries: { readonly [K in ResourceKind]: (resource: ResourceOf<K>) => readonly Text[] } = {
  connection: ({ bandwidth, hosted, vlan }) => [bandwidthText(bandwidth), hosted ? phrase("hosted") : noText, vlanText(vlan)],
  interconnect: ({ bandwidth }) => [bandwidthText(bandwidth)],
  lag: ({ bandwidth, connectionIds, minimumLinks }) => [
    phrase("{0} × {1}", connectionIds.length, bandwidthText(bandwidth)),
    minimumLinks > 0 ? phrase("min {0}", minimumLinks) : noText,
  ],
  virtualInterface: ({ type, vlan, asn }) => [vlanText(vlan), typeText(type), asText(asn)],
  bgpPeer: ({ asn, bgpStatus }) => [phrase("BGP {0}", bgpStatus), asText(asn)],
  directConnectGateway: ({ amazonSideAsn }) => [asText(amazonSideAsn)],
  association: ({ allowedPrefixes }) => [prefixCount(allowedPrefixes)],
  attachment: ({ type, virtualInterfaceRegion }) => [typeText(type), verbatim(virtualInterfaceRegion)],
  proposal: ({ requestedPrefixes }) => [phrase("proposal"), prefixCount(requestedPrefixes)],
  resiliencyGroup: ({ connectionIds }) => (connectionIds === undefined ? [] : [connectionIds.length === 1 ? phrase("1 connection") : phrase("{0} connections", connectionIds.length)]),
  virtualPrivateGateway: () => [],
  transitGateway: () => [],
  coreNetwork: () => [],
};

/** What the state means to whoever sees it, as a short clause; no text when the word says it all. */
export function stateMeaning(resource: Resource): Text {
  const kinds = resource.kind === "connection" && resource.hosted ? ["hosted", resource.kind] : [resource.kind];
  const known = kinds.flatMap((kind) => {
    const key = `${kind}:${resource.state}`;
    return [...(resource.owned ? ownValue(ownersMeanings, key) : []), ...ownValue(meanings, key)];
  });
  return known[0] ?? noText;
}

function ownValue(texts: Readonly<Record<string, Text>>, key: string): readonly Text[] {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return text === undefined ? [] : [text];
}

const ownersMeanings: Readonly<Record<string, Text>> = {
  "connection:ordering": phrase("a partner ordered it for you: confirm it to have it provisioned"),
  "virtualInterface:confirming": phrase("made for you on another account's port: confirm it to use it"),
  "proposal:requested": phrase("another account asks to associate its gateway: accept or reject it"),
};

const meanings: Readonly<Record<string, Text>> = {
  "connection:ordering": phrase("its owner has to confirm it"),
  // It has no port and no cross connect of its own.
  "hosted:pending": phrase("being provisioned on the partner's port"),
  "hosted:down": phrase("the partner's port or the link to it is down"),
  "connection:rejected": phrase("its owner declined it"),
  "connection:requested": phrase("AWS reviews the order and assigns a port"),
  "connection:pending": phrase("the port is assigned, the cross connect is not up yet"),
  "connection:down": phrase("no light on the link, or it was shut on one side"),
  "interconnect:requested": phrase("AWS reviews the order and assigns a port"),
  "interconnect:pending": phrase("the port is assigned, the cross connect is not up yet"),
  "interconnect:down": phrase("no light on the link"),
  "lag:requested": phrase("AWS reviews the order and assigns ports"),
  "lag:pending": phrase("ports are assigned, no link is up yet"),
  "lag:down": phrase("fewer links are up than its minimum"),
  "virtualInterface:confirming": phrase("its owner has to confirm it"),
  "virtualInterface:verifying": phrase("AWS checks that the advertised prefixes are yours"),
  "virtualInterface:pending": phrase("on its way to be usable"),
  "virtualInterface:down": phrase("no BGP session is up"),
  "virtualInterface:testing": phrase("a failover test holds BGP sessions down"),
  "virtualInterface:rejected": phrase("its owner declined it"),
  "bgpPeer:verifying": phrase("AWS checks that the advertised prefixes are yours"),
  "proposal:requested": phrase("the Direct Connect gateway's owner has to accept it"),
};

/** `10Gbps` as one reads it: `10 Gbps`; whatever is no speed as it is. */
export function bandwidthText(bandwidth: string): Text {
  return verbatim(bandwidth.replace(/^(\d+(?:\.\d+)?)([GMT]bps)$/, "$1 $2"));
}

export function familyText(family: AddressFamily): Text {
  return verbatim(family === "ipv6" ? "IPv6" : "IPv4");
}

/** A virtual interface's type, in the middle of a sentence. */
export function typeText(type: VirtualInterfaceType): Text {
  return typeTexts[type];
}

const typeTexts: Readonly<Record<VirtualInterfaceType, Text>> = {
  private: phrase("private"),
  public: phrase("public"),
  transit: phrase("transit"),
};

/** Whose it is, for what is not the reader's own. */
export function ownerText({ ownerAccount }: Pick<Resource, "ownerAccount">): Text {
  return ownerAccount === "" ? phrase("another account") : phrase("account {0}", ownerAccount);
}

/** `AS 64512`; no text while there is none. */
export function asText(asn: number): Text {
  return asn === 0 ? noText : phrase("AS {0}", asn);
}

/** `1 prefix`; no text for none. */
function prefixCount(prefixes: readonly string[]): Text {
  if (prefixes.length === 0) return noText;
  return prefixes.length === 1 ? phrase("1 prefix") : phrase("{0} prefixes", prefixes.length);
}

function vlanText(vlan: number | undefined): Text {
  return vlan === undefined || vlan === 0 ? noText : phrase("VLAN {0}", vlan);
}

import { resourcesOf, type Inventory } from "./inventory.ts";
import { kindHeading as headingOfKind } from "./kind-name.ts";
import { regionName } from "./region.ts";
import type { PlaceState } from "./place.ts";
import type { Attachment, CloudGateway, Resource, ResourceKind, VirtualInterface } from "./resource.ts";
import { noText, phrase, verbatim, type Text } from "./text.ts";

/** Something to list resources under that is no resource itself. */
export type Heading = HeadingTexts & (
  | { readonly heading: "region" | "location"; readonly key: string }
  | { readonly heading: "group"; readonly key: PlaceState }
);

interface HeadingTexts {
  /** Tells headings of one parent apart: a Region's or a location's code, or what a group gathers. */
  readonly key: string;
  /** Sorts before the label: failures use `a`, resources `m`. */
  readonly order: string;
  readonly label: Text;
  readonly detail: Text;
}

/** Where a resource stands: under another one if that is listed, else under headings, outermost first. */
export interface Place {
  readonly under?: string | undefined;
  readonly headings: readonly Heading[];
  /** Another node stands for it. */
  readonly hidden?: boolean;
}

/** What placing asks again and again, looked up once. */
export interface PlacementContext {
  /** What the branch's profile reads, by key. */
  readonly own: ReadonlyMap<string, Resource>;
  /** By `<region>/<code>`. */
  readonly locationNames: ReadonlyMap<string, string>;
  /** The Direct Connect gateway's id by the virtual interface's. */
  readonly attachedTo: ReadonlyMap<string, string>;
  /** The ids of gateways that an association of a listed Direct Connect gateway shows. */
  readonly associated: ReadonlySet<string>;
  /** The ids of virtual private gateways at which listed virtual interfaces end. */
  readonly carrying: ReadonlySet<string>;
}

export function placementContext(inventory: Inventory, resources: readonly Resource[]): PlacementContext {
  const own = new Map(resources.map((resource) => [resource.key, resource]));
  return {
    own,
    locationNames: new Map(inventory.locations.map(({ region, code, name }) => [`${region}/${code}`, name])),
    attachedTo: new Map(
      resourcesOf(inventory, "attachment").map((attachment) => [
        attachment.virtualInterfaceId,
        attachment.directConnectGatewayId,
      ]),
    ),
    associated: new Set(
      resourcesOf(inventory, "association")
        .filter(({ directConnectGatewayId }) => own.has(`directConnectGateway/${directConnectGatewayId}`))
        .map(({ gateway }) => gateway.id),
    ),
    carrying: new Set(
      resourcesOf(inventory, "virtualInterface")
        .filter(({ key }) => own.has(key))
        .flatMap(({ virtualGatewayId }) => virtualGatewayId ?? []),
    ),
  };
}

type Placement = (resource: Resource, context: PlacementContext) => Place;

export const placements: Readonly<Record<"location" | "gateway" | "type", Placement>> = {
  location: placeByLocation,
  gateway: placeByGateway,
  type: placeByType,
};

/** Region → location → port → virtual interface → BGP peer; beside them what is global. */
function placeByLocation(resource: Resource, context: PlacementContext): Place {
  switch (resource.kind) {
    case "bgpPeer":
      return { under: `virtualInterface/${resource.virtualInterfaceId}`, headings: regionHeadings(resource) };
    case "directConnectGateway":
    case "association":
    case "attachment":
    case "proposal":
      return placeAtGateway(resource, "directConnectGateway");
    case "virtualPrivateGateway":
    case "transitGateway":
    case "coreNetwork":
    case "resiliencyGroup":
      return { headings: [...regionHeadings(resource), kindHeading(resource.kind, "p")] };
    default:
      return { under: portOf(resource, context), headings: locationHeadings(resource, context) };
  }
}

/** Gateway → virtual interfaces, associations and proposals; what hangs on no gateway beside it. */
function placeByGateway(resource: Resource, context: PlacementContext): Place {
  switch (resource.kind) {
    case "virtualInterface":
      return { under: gatewayOf(resource, context), headings: [withoutGateway] };
    case "attachment":
      return standsForItself(resource, context) ? placeAtGateway(resource) : { headings: [], hidden: true };
    case "directConnectGateway":
    case "association":
    case "proposal":
      return placeAtGateway(resource);
    case "virtualPrivateGateway":
    case "transitGateway":
    case "coreNetwork":
      return placeCloudGateway(resource, context);
    default: {
      const place = placeByLocation(resource, context);
      return { ...place, headings: place.headings.map((heading) => ({ ...heading, order: "q" })) };
    }
  }
}

/** One list for each kind; BGP peers stay with their virtual interface. */
function placeByType(resource: Resource): Place {
  const headings = [typeHeading(resource)];
  return resource.kind === "bgpPeer"
    ? { under: `virtualInterface/${resource.virtualInterfaceId}`, headings }
    : { headings };
}

/** The nearest listed thing that carries the resource, or undefined. */
function portOf(resource: Resource, { own }: PlacementContext): string | undefined {
  const ids = carrierIds(resource);
  const keys = ids.flatMap((id) => [`lag/${id}`, `interconnect/${id}`, `connection/${id}`]);
  return keys.find((key) => key !== resource.key && own.has(key));
}

function carrierIds(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case "connection":
      return [resource.lagId, resource.parentId].filter((id) => id !== undefined);
    case "interconnect":
      return resource.lagId === undefined ? [] : [resource.lagId];
    case "virtualInterface":
      return [resource.connectionId];
    default:
      return [];
  }
}

function placeAtGateway(
  resource: Extract<Resource, { kind: "directConnectGateway" | "association" | "attachment" | "proposal" }>,
  group?: ResourceKind,
): Place {
  if (resource.kind === "directConnectGateway") return { headings: group === undefined ? [] : [kindHeading(group, "d")] };
  return {
    under: `directConnectGateway/${resource.directConnectGatewayId}`,
    headings: [resource.kind === "proposal" ? kindHeading("proposal", "e") : kindHeading("directConnectGateway", "d")],
  };
}

function gatewayOf(resource: VirtualInterface, { own, attachedTo }: PlacementContext): string | undefined {
  return [
    `directConnectGateway/${resource.directConnectGatewayId ?? ""}`,
    `directConnectGateway/${attachedTo.get(resource.id) ?? ""}`,
    `virtualPrivateGateway/${resource.virtualGatewayId ?? ""}`,
  ].find((key) => own.has(key));
}

/** A settled attachment says nothing that its virtual interface below the gateway does not show. */
function standsForItself(attachment: Attachment, context: PlacementContext): boolean {
  const virtualInterface = context.own.get(`virtualInterface/${attachment.virtualInterfaceId}`);
  if (attachment.state !== "attached" || virtualInterface?.kind !== "virtualInterface") return true;
  return gatewayOf(virtualInterface, context) !== `directConnectGateway/${attachment.directConnectGatewayId}`;
}

/** An associated gateway is shown by its association, unless virtual interfaces end at it directly. */
function placeCloudGateway(resource: CloudGateway, { associated, carrying }: PlacementContext): Place {
  return {
    headings: [kindHeading(resource.kind, "n")],
    hidden: associated.has(resource.id) && !carrying.has(resource.id),
  };
}

const withoutGateway: Heading = {
  heading: "group",
  key: "withoutGateway",
  order: "o",
  label: phrase("Virtual interfaces without a gateway"),
  detail: noText,
};

function locationHeadings(resource: Located, context: PlacementContext): readonly Heading[] {
  const { location, region } = resource;
  if (location === "") return regionHeadings(resource);
  const name = context.locationNames.get(`${region ?? ""}/${location}`) ?? "";
  return [...regionHeadings(resource), { heading: "location", key: location, order: "c", label: verbatim(location), detail: verbatim(name) }];
}

type Located = Extract<Resource, { kind: "connection" | "interconnect" | "lag" | "virtualInterface" }>;

function regionHeadings({ region }: Resource): readonly Heading[] {
  return region === undefined ? [] : [regionHeading(region)];
}

export function regionHeading(region: string): Heading {
  return { heading: "region", key: region, order: "c", label: verbatim(region), detail: verbatim(regionName(region)) };
}

function kindHeading(kind: ResourceKind, order: string): Heading {
  return { heading: "group", key: kind, order, label: headingOfKind(kind), detail: noText };
}

function typeHeading(resource: Resource): Heading {
  if (resource.kind === "connection" && resource.hosted) {
    return { heading: "group", key: "hostedConnection", order: "c1", label: phrase("Hosted connections"), detail: noText };
  }
  const order = typeOrder.indexOf(resource.kind);
  return kindHeading(resource.kind, `c${order}`);
}

const typeOrder: readonly ResourceKind[] = [
  "connection",
  "connection",
  "lag",
  "interconnect",
  "virtualInterface",
  "bgpPeer",
  "directConnectGateway",
  "attachment",
  "association",
  "proposal",
  "virtualPrivateGateway",
  "transitGateway",
  "coreNetwork",
  "resiliencyGroup",
];

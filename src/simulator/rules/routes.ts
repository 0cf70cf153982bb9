import { findPort } from "../world/links.ts";
import type { AddressFamily, AssociationRecord, BgpPeerRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { associationsOf, attachedTo } from "./gateway-attachment.ts";

/** A route that a session has brought to one of its ends. */
export interface Route {
  /** Its place in the listing. */
  readonly order: number;
  readonly cidr: string;
  /** Accepted from the customer, or advertised by Amazon. */
  readonly routeDirection: "accepted" | "advertised";
  readonly addressFamily: AddressFamily;
  readonly asPath: readonly number[];
  readonly communities: readonly string[];
  readonly awsLogicalDeviceId: string | undefined;
  readonly routeInstalledAt: number;
}

/** One side's announcement, before a session carries it. */
type Announcement = Pick<Route, "cidr" | "asPath" | "communities">;

/**
 * The routes of the sessions that are up. What a customer announces on private and transit ones is made up, the same
 * for all that lead to one gateway; everything else follows from the estate.
 */
export function routesOf(world: World, virtualInterface: VirtualInterfaceRecord): Route[] {
  const { awsLogicalDeviceId } = findPort(world, virtualInterface.connectionId) ?? {};
  const routes = new Map<string, Omit<Route, "order">>();
  for (const peer of virtualInterface.bgpPeers) {
    const { addressFamily, bgpStatus, upSince: routeInstalledAt = world.now } = peer;
    if (bgpStatus !== "up") continue;
    const announcements = { accepted: acceptedFrom(virtualInterface, peer), advertised: advertisedTo(world, virtualInterface, addressFamily) };
    for (const routeDirection of ["accepted", "advertised"] as const) {
      for (const announcement of announcements[routeDirection]) {
        const key = `${routeDirection} ${announcement.cidr}`;
        if (routes.has(key)) continue;
        routes.set(key, { ...announcement, routeDirection, addressFamily, awsLogicalDeviceId, routeInstalledAt });
      }
    }
  }
  return [...routes.values()].map((route, index) => ({ ...route, order: index + 1 }));
}

/** Where a customer's routes may go on Amazon's network: everywhere. And how they rank among others: in the middle. */
const globalScope = "7224:9300";
const mediumPreference = "7224:7200";

function acceptedFrom(virtualInterface: VirtualInterfaceRecord, { asn, addressFamily }: BgpPeerRecord): Announcement[] {
  if (virtualInterface.virtualInterfaceType === "public") {
    const own = virtualInterface.routeFilterPrefixes.filter((cidr) => familyOf(cidr) === addressFamily);
    return own.map((cidr) => ({ cidr, asPath: [asn], communities: [globalScope] }));
  }
  const { id, virtualGatewayId, directConnectGatewayId } = virtualInterface;
  const allocated = addressFamily === "ipv4" ? virtualInterface.prefixPoolAllocatedCountIpv4 : virtualInterface.prefixPoolAllocatedCountIpv6;
  const site = `${virtualInterface.ownerAccount} ${directConnectGatewayId || virtualGatewayId || id}`;
  const announced = customerRanges(site)[addressFamily].slice(0, allocated);
  return announced.map((cidr) => ({ cidr, asPath: [asn], communities: [mediumPreference] }));
}

function advertisedTo(world: World, virtualInterface: VirtualInterfaceRecord, family: AddressFamily): Announcement[] {
  const { virtualInterfaceType, virtualGatewayId, directConnectGatewayId, region, amazonSideAsn } = virtualInterface;
  if (virtualInterfaceType === "public") return publicRanges(region, family, amazonSideAsn);
  const announce = (cidr: string) => ({ cidr, asPath: [amazonSideAsn], communities: [] });
  if (virtualGatewayId !== "") return [announce(vpcRanges(virtualGatewayId)[family])];
  if (directConnectGatewayId === "") return [];
  const associated = associationsOf(world, directConnectGatewayId).filter(({ state }) => state === "associated" || state === "updating");
  const own = associated.flatMap(rangesBehind).filter((cidr) => familyOf(cidr) === family);
  return [...own.map(announce), ...fromOtherSites(world, virtualInterface, family)];
}

/** A transit gateway or core network is announced with exactly the allowed prefixes; a VPC with its own where nothing filters it. */
function rangesBehind({ associatedGateway, allowedPrefixes }: AssociationRecord): readonly string[] {
  if (allowedPrefixes.length > 0 || associatedGateway?.type !== "virtualPrivateGateway") return allowedPrefixes;
  return Object.values(vpcRanges(associatedGateway.id));
}

/** With SiteLink on both, Amazon passes on what it hears from the customer's other sites. */
function fromOtherSites(world: World, virtualInterface: VirtualInterfaceRecord, family: AddressFamily): Announcement[] {
  if (!virtualInterface.siteLinkEnabled) return [];
  const others = attachedTo(world, virtualInterface.directConnectGatewayId).filter(
    (other) => other !== virtualInterface && other.siteLinkEnabled && other.bgpPeers.some((peer) => isUp(peer, family)),
  );
  return others.flatMap((other) =>
    other.bgpPeers
      .filter((peer) => isUp(peer, family))
      .flatMap((peer) => acceptedFrom(other, peer))
      .map(({ cidr, asPath }) => ({ cidr, asPath: [virtualInterface.amazonSideAsn, ...asPath], communities: [] })),
  );
}

function isUp(peer: BgpPeerRecord, family: AddressFamily): boolean {
  return peer.bgpStatus === "up" && peer.addressFamily === family;
}

/** Amazon's marks on public routes: from this Region, from this continent; and on all of them, that they go no further. */
const sameRegion = "7224:8100";
const sameContinent = "7224:8200";
const noExport = "65535:65281";
const amazonBackboneAsn = 16_509;

/** Made up, in ranges that are Amazon's. */
function publicRanges(region: string, family: AddressFamily, amazonSideAsn: number): Announcement[] {
  const [own = 0, near = 0, far = 0] = digest(region);
  const ranges =
    family === "ipv4"
      ? [`52.${own}.0.0/16`, `54.${near}.0.0/16`, `18.${far}.0.0/16`]
      : [`2600:1f${byte(own)}::/32`, `2600:9${byte(near)}0::/32`, `2a05:d0${byte(far)}::/32`];
  const marks = [[sameRegion, noExport], [sameContinent, noExport], [noExport]];
  const asPath = [amazonSideAsn, amazonBackboneAsn];
  return ranges.map((cidr, index) => ({ cidr, asPath, communities: marks[index] ?? [] }));
}

/** The lower half of 10.0.0.0/8 is for VPCs, the upper one for customers, so that they never meet. */
function vpcRanges(gatewayId: string): Readonly<Record<AddressFamily, string>> {
  const [first = 0, second = 0, third = 0] = digest(gatewayId);
  return { ipv4: `10.${first % 128}.0.0/16`, ipv6: `2600:1f18:${byte(first)}${byte(second)}:${byte(third)}00::/56` };
}

function customerRanges(site: string): Readonly<Record<AddressFamily, readonly string[]>> {
  const [first = 0, second = 0, third = 0] = digest(site);
  return {
    ipv4: [`10.${128 + (first % 128)}.0.0/16`, `192.168.${second}.0/24`],
    ipv6: [`fd${byte(first)}:${byte(second)}${byte(third)}:1::/48`],
  };
}

function familyOf(cidr: string): AddressFamily {
  return cidr.includes(":") ? "ipv6" : "ipv4";
}

function byte(value: number): string {
  return value.toString(16).padStart(2, "0");
}

/** Four bytes that follow from a text: FNV-1a. */
function digest(text: string): readonly number[] {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return [hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255];
}

import type { Inventory } from "../../src/model/inventory.ts";
import {
  resourceKey,
  type Association,
  type Attachment,
  type BgpPeer,
  type CloudGateway,
  type Connection,
  type DirectConnectGateway,
  type GatewayReference,
  type Interconnect,
  type JsonObject,
  type Lag,
  type MacSec,
  type Proposal,
  type ResiliencyGroup,
  type Resource,
  type ResourceBase,
  type ResourceKind,
  type Tags,
  type VirtualInterface,
} from "../../src/model/resource.ts";

/** The account that reads the sample; the two others are its network team and a partner. */
export const sampleAccount = "111122223333";
export const networkTeamAccount = "222233334444";
export const partnerAccount = "444455556666";

/**
 * An estate of about sixty resources in two Regions and four locations, as one profile reads it: every kind, every
 * state that matters to a person, and things of other accounts.
 */
export function sampleInventory(): Inventory {
  return {
    accounts: [{ profile: "prod", id: sampleAccount, regions: [virginia, ireland] }],
    resources: [...ports(), ...virtualInterfaces(), ...gateways()],
    locations: [
      location("EqDC2", "Equinix DC1-DC6 & DC10-DC12, Ashburn, VA, USA", virginia),
      location("CSVA1", "CoreSite VA1, Reston, VA, USA", virginia),
      location("EqLD5", "Equinix LD5, Slough, GBR", ireland),
      location("EIR25", "Eircom Clonshaugh, Dublin, IRL", ireland),
    ],
    failures: [],
  };
}

const virginia = "us-east-1";
const ireland = "eu-west-1";

type Given<R extends Resource> = Partial<Omit<R, "key" | "kind" | "id">> & Pick<R, "id">;

function base(kind: ResourceKind, given: Partial<ResourceBase> & { readonly id: string }): ResourceBase {
  const ownerAccount = given.ownerAccount ?? sampleAccount;
  const tags: Tags = given.tags ?? {};
  return {
    name: "",
    state: "available",
    region: virginia,
    profile: "prod",
    record: recordOf(kind, given.id, ownerAccount),
    ...given,
    key: resourceKey(kind, given.id),
    ownerAccount,
    owned: ownerAccount === sampleAccount,
    tags,
  };
}

function recordOf(kind: ResourceKind, id: string, ownerAccount: string): JsonObject {
  return { [`${kind}Id`]: id, ownerAccount };
}

const noMacSec: MacSec = { capable: false, mode: "", portStatus: "", keys: 0 };

export function connection(given: Given<Connection>): Connection {
  return {
    location: "EqDC2",
    bandwidth: "10Gbps",
    awsDevice: "EqDC2-19y7z3m17xpuz",
    providerName: "",
    jumboFrameCapable: true,
    macSec: noMacSec,
    hosted: false,
    vlan: undefined,
    lagId: undefined,
    parentId: undefined,
    partnerName: "",
    ...given,
    ...base("connection", given),
    kind: "connection",
  };
}

export function interconnect(given: Given<Interconnect>): Interconnect {
  return {
    location: "EqDC2",
    bandwidth: "10Gbps",
    awsDevice: "EqDC2-2b9x3k6qspk1p",
    providerName: "",
    jumboFrameCapable: true,
    macSec: noMacSec,
    lagId: undefined,
    ...given,
    ...base("interconnect", given),
    kind: "interconnect",
  };
}

export function lag(given: Given<Lag>): Lag {
  return {
    location: "EqDC2",
    bandwidth: "10Gbps",
    awsDevice: "EqDC2-2b9x3k6qspk1p",
    providerName: "",
    jumboFrameCapable: true,
    macSec: noMacSec,
    connectionIds: [],
    minimumLinks: 1,
    allowsHostedConnections: true,
    ...given,
    ...base("lag", given),
    kind: "lag",
  };
}

export function resiliencyGroup(given: Given<ResiliencyGroup>): ResiliencyGroup {
  return { type: "Managed", connectionIds: [], ...given, ...base("resiliencyGroup", given), kind: "resiliencyGroup" };
}

export function virtualInterface(given: Given<VirtualInterface>): VirtualInterface {
  return {
    type: "private",
    connectionId: "",
    location: "EqDC2",
    vlan: 101,
    asn: 65001,
    amazonSideAsn: 64512,
    addressFamily: "ipv4",
    amazonAddress: "169.254.96.1/30",
    customerAddress: "169.254.96.2/30",
    mtu: 1500,
    siteLinkEnabled: false,
    virtualGatewayId: undefined,
    directConnectGatewayId: undefined,
    routeFilterPrefixes: [],
    ...given,
    ...base("virtualInterface", given),
    kind: "virtualInterface",
  };
}

export function bgpPeer(given: Given<BgpPeer>): BgpPeer {
  return {
    virtualInterfaceId: "",
    asn: 65001,
    addressFamily: "ipv4",
    amazonAddress: "169.254.96.1/30",
    customerAddress: "169.254.96.2/30",
    bgpStatus: "up",
    ...given,
    ...base("bgpPeer", given),
    kind: "bgpPeer",
  };
}

export function directConnectGateway(given: Given<DirectConnectGateway>): DirectConnectGateway {
  return { amazonSideAsn: 64512, stateChangeError: "", ...given, ...global("directConnectGateway", given), kind: "directConnectGateway" };
}

export function association(given: Given<Association> & Pick<Association, "directConnectGatewayId" | "gateway">): Association {
  return { allowedPrefixes: [], stateChangeError: "", ...given, ...global("association", { state: "associated", ...given }), kind: "association" };
}

export function attachment(given: Omit<Given<Attachment>, "id"> & Pick<Attachment, "directConnectGatewayId" | "virtualInterfaceId">): Attachment {
  const id = `${given.directConnectGatewayId}/${given.virtualInterfaceId}`;
  return {
    virtualInterfaceRegion: virginia,
    virtualInterfaceOwnerAccount: sampleAccount,
    type: "private",
    stateChangeError: "",
    ...given,
    ...global("attachment", { state: "attached", ...given, id }),
    kind: "attachment",
  };
}

export function proposal(given: Given<Proposal> & Pick<Proposal, "directConnectGatewayId" | "gateway">): Proposal {
  return {
    directConnectGatewayOwnerAccount: sampleAccount,
    existingPrefixes: [],
    requestedPrefixes: ["10.60.0.0/16"],
    ...given,
    ...global("proposal", { state: "requested", ...given }),
    kind: "proposal",
  };
}

export function cloudGateway<K extends CloudGateway["kind"]>(kind: K, given: Given<CloudGateway>): Extract<CloudGateway, { readonly kind: K }> {
  return { ...base(kind, given), kind } as Extract<CloudGateway, { readonly kind: K }>;
}

function global(kind: ResourceKind, given: Partial<ResourceBase> & { readonly id: string }): ResourceBase {
  return { ...base(kind, given), region: undefined };
}

function location(code: string, name: string, region: string): Inventory["locations"][number] {
  return {
    code,
    name,
    region,
    portSpeeds: ["1Gbps", "10Gbps", "100Gbps"],
    macSecPortSpeeds: ["10Gbps", "100Gbps"],
    providers: ["AT&T", "Equinix, Inc.", "Lumen"],
  };
}

const bundle = { lagId: "dxlag-fgw2k1ab", location: "EqDC2", awsDevice: "EqDC2-2b9x3k6qspk1p" };
const london = { region: ireland, location: "EqLD5", awsDevice: "EqLD5-1u0r3cdx0zxk8", providerName: "Equinix, Inc." };
const dublin = { region: ireland, location: "EIR25", awsDevice: "EIR25-3j5l1fgh77c2m", providerName: "Eir" };
const reston = { location: "CSVA1", awsDevice: "CSVA1-2w1ohb4v9hpdm", providerName: "CoreSite" };

function ports(): readonly Resource[] {
  return [
    connection({ id: "dxcon-ffabc001", name: "prod-iad-a", providerName: "Equinix, Inc.", tags: { env: "prod", team: "network" } }),
    connection({
      id: "dxcon-ffabc002",
      name: "prod-iad-b",
      ...reston,
      bandwidth: "100Gbps",
      macSec: { capable: true, mode: "must_encrypt", portStatus: "Encryption Up", keys: 1 },
      tags: { env: "prod" },
    }),
    connection({ id: "dxcon-ffabc003", name: "lab-iad", bandwidth: "1Gbps", state: "down" }),
    connection({ id: "dxcon-ffabc004", name: "prod-iad-c", ...reston, state: "requested", awsDevice: "" }),
    lag({ id: "dxlag-fgw2k1ab", name: "prod-iad-lag", connectionIds: ["dxcon-ffabc010", "dxcon-ffabc011"] }),
    connection({ id: "dxcon-ffabc010", name: "prod-iad-lag-1", ...bundle }),
    connection({ id: "dxcon-ffabc011", name: "prod-iad-lag-2", ...bundle }),
    connection({
      id: "dxcon-ffabc020",
      name: "branch-500m",
      bandwidth: "500Mbps",
      hosted: true,
      vlan: 220,
      partnerName: "Interxcloud",
      state: "ordering",
      providerName: "Interxcloud",
    }),
    connection({ id: "dxcon-fgh20001", name: "prod-dub-a", ...london }),
    connection({ id: "dxcon-fgh20002", name: "prod-dub-b", ...london }),
    connection({ id: "dxcon-fgh20003", name: "prod-dub-c", ...dublin }),
    connection({ id: "dxcon-fgh20004", name: "old-dub", ...dublin, bandwidth: "1Gbps", state: "deleting" }),
    connection({ id: "dxcon-fgh20005", name: "shop-200m", ...dublin, bandwidth: "200Mbps", hosted: true, vlan: 310, partnerName: "Interxcloud" }),
    interconnect({ id: "dxcon-fgpart01", name: "transport-iad", ownerAccount: partnerAccount, bandwidth: "100Gbps" }),
    connection({
      id: "dxcon-fgpart02",
      name: "tenant-1g",
      ownerAccount: partnerAccount,
      bandwidth: "1Gbps",
      hosted: true,
      vlan: 400,
      parentId: "dxcon-fgpart01",
    }),
  ];
}

const privateGateway = "5f294f92-bafb-4011-916d-9b0bec7ad1c1";
const transitGateway = "8384da05-13ce-4a91-aada-5a1bae2f6d41";
const labGateway = "0c2f7a6e-94cd-4df5-8f1a-6b3b2f0c9d11";

function virtualInterfaces(): readonly Resource[] {
  const parts: readonly (readonly [VirtualInterface, ...BgpPeer[]])[] = [
    withPeers({ id: "dxvif-fgprv001", name: "prod-private-a", connectionId: "dxcon-ffabc001", directConnectGatewayId: privateGateway, mtu: 8500 }, "up", "up"),
    withPeers({ id: "dxvif-fgprv002", name: "prod-private-b", connectionId: "dxcon-ffabc002", location: "CSVA1", vlan: 102, directConnectGatewayId: privateGateway, mtu: 8500 }, "up", "down"),
    withPeers({ id: "dxvif-fgtrn001", name: "prod-transit-a", type: "transit", connectionId: "dxlag-fgw2k1ab", vlan: 201, directConnectGatewayId: transitGateway, mtu: 8500 }, "up"),
    withPeers({ id: "dxvif-fgtrn002", name: "prod-transit-b", type: "transit", connectionId: "dxcon-ffabc002", location: "CSVA1", vlan: 202, directConnectGatewayId: transitGateway, mtu: 8500 }, "up"),
    withPeers({ id: "dxvif-fgpub001", name: "prod-public", type: "public", connectionId: "dxlag-fgw2k1ab", vlan: 301, asn: 65010, routeFilterPrefixes: ["198.51.100.0/24"] }, "up"),
    withPeers({ id: "dxvif-fgpub002", name: "edge-public", type: "public", connectionId: "dxcon-ffabc001", vlan: 302, asn: 65010, state: "verifying", routeFilterPrefixes: ["203.0.113.0/24"] }),
    withPeers({ id: "dxvif-fglab001", name: "lab-private", connectionId: "dxcon-ffabc003", vlan: 110, state: "down", virtualGatewayId: "vgw-0a1b2c3d" }, "down"),
    withPeers({ id: "dxvif-fgcnf001", name: "shared-private", connectionId: "dxcon-fgnet001", vlan: 450, state: "confirming", asn: 65020 }),
    withPeers({ id: "dxvif-fgdub001", name: "dub-private-a", region: ireland, location: "EqLD5", connectionId: "dxcon-fgh20001", vlan: 120, directConnectGatewayId: privateGateway, asn: 65002 }, "up"),
    withPeers({ id: "dxvif-fgdub002", name: "dub-private-b", region: ireland, location: "EqLD5", connectionId: "dxcon-fgh20002", vlan: 121, directConnectGatewayId: privateGateway, asn: 65002, state: "testing" }, "down"),
    withPeers({ id: "dxvif-fgdub003", name: "dub-transit", type: "transit", region: ireland, location: "EIR25", connectionId: "dxcon-fgh20003", vlan: 221, directConnectGatewayId: transitGateway, asn: 65002, siteLinkEnabled: true }, "up"),
    withPeers({ id: "dxvif-fgdub004", name: "dub-new", region: ireland, location: "EIR25", connectionId: "dxcon-fgh20003", vlan: 122, directConnectGatewayId: labGateway, asn: 65002, state: "pending" }),
    withPeers({ id: "dxvif-fgdub005", name: "shop-private", region: ireland, location: "EIR25", connectionId: "dxcon-fgh20005", vlan: 310, virtualGatewayId: "vgw-0e5f6a7b", asn: 65030 }, "up"),
    withPeers({ id: "dxvif-fgdub006", name: "old-private", region: ireland, location: "EIR25", connectionId: "dxcon-fgh20004", vlan: 123, asn: 65002, state: "deleted" }),
  ];
  return parts.flat();
}

/** A virtual interface with one peer for each status given: IPv4 first, then IPv6. */
function withPeers(given: Given<VirtualInterface>, ...statuses: readonly string[]): readonly [VirtualInterface, ...BgpPeer[]] {
  const made = virtualInterface(given);
  const peers = statuses.map((bgpStatus, index) => {
    const addresses =
      index === 0
        ? { amazonAddress: made.amazonAddress, customerAddress: made.customerAddress }
        : { amazonAddress: "2001:db8:100::1/125", customerAddress: "2001:db8:100::2/125", addressFamily: "ipv6" as const };
    return bgpPeer({
      id: `dxpeer-${made.id.slice(-6)}${index}`.padEnd(15, "0"),
      virtualInterfaceId: made.id,
      asn: made.asn,
      region: made.region,
      bgpStatus,
      ...addresses,
    });
  });
  return [made, ...peers];
}

function gateways(): readonly Resource[] {
  const vgw = (id: string, region: string, ownerAccount = sampleAccount): GatewayReference => ({ id, type: "virtualPrivateGateway", ownerAccount, region });
  const tgw = (id: string, region: string, ownerAccount = sampleAccount): GatewayReference => ({ id, type: "transitGateway", ownerAccount, region });
  const attached = (directConnectGatewayId: string, virtualInterfaceId: string, more: Partial<Attachment> = {}): Attachment =>
    attachment({ directConnectGatewayId, virtualInterfaceId, ...more });
  const transit = { type: "transit" as const };
  const irish = { virtualInterfaceRegion: ireland };
  return [
    directConnectGateway({ id: privateGateway, name: "prod-private", tags: { env: "prod" } }),
    directConnectGateway({ id: transitGateway, name: "prod-transit", amazonSideAsn: 64600 }),
    directConnectGateway({ id: labGateway, name: "lab", amazonSideAsn: 64700 }),
    attached(privateGateway, "dxvif-fgprv001"),
    attached(privateGateway, "dxvif-fgprv002"),
    attached(privateGateway, "dxvif-fgdub001", irish),
    attached(privateGateway, "dxvif-fgdub002", irish),
    attached(transitGateway, "dxvif-fgtrn001", transit),
    attached(transitGateway, "dxvif-fgtrn002", transit),
    attached(transitGateway, "dxvif-fgdub003", { ...transit, ...irish }),
    attached(labGateway, "dxvif-fgdub004", { ...irish, state: "attaching" }),
    association({ id: "be85116d-46eb-4b43-a27a-da0c2ad648de", directConnectGatewayId: privateGateway, gateway: vgw("vgw-04c5d6e7", virginia), allowedPrefixes: ["10.10.0.0/16"] }),
    association({ id: "6c19f2a0-2d5b-4d37-8ee9-1c8f6d1a9b02", directConnectGatewayId: privateGateway, gateway: vgw("vgw-08f9a0b1", ireland), allowedPrefixes: ["10.20.0.0/16"] }),
    association({ id: "a3d8c4f1-7b26-4c55-9e0d-5f2b7c3e1a03", directConnectGatewayId: transitGateway, gateway: tgw("tgw-0123456789abcdef0", virginia), allowedPrefixes: ["10.30.0.0/15"] }),
    association({ id: "d1f0b7e2-3c48-4a91-b6f7-8e9a0c1d2b04", directConnectGatewayId: transitGateway, gateway: tgw("tgw-0fedcba9876543210", ireland, networkTeamAccount), allowedPrefixes: ["10.50.0.0/16"], state: "associating" }),
    proposal({ id: "c2e4ac3a-0f4d-4f3d-9a53-2f4f3c1b7e05", directConnectGatewayId: privateGateway, gateway: vgw("vgw-02d3e4f5", virginia, networkTeamAccount), ownerAccount: networkTeamAccount }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-04c5d6e7", name: "prod-vpc" }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-08f9a0b1", name: "prod-vpc-eu", region: ireland }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-0a1b2c3d", name: "lab-vpc" }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-0e5f6a7b", region: ireland }),
    cloudGateway("transitGateway", { id: "tgw-0123456789abcdef0" }),
    cloudGateway("transitGateway", { id: "tgw-0fedcba9876543210", region: ireland, ownerAccount: networkTeamAccount }),
  ];
}

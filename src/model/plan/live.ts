import { type Inventory, resourcesOf } from "../inventory.ts";
import { soundsSecret } from "../tag.ts";
import { getOrAdd } from "./get-or-add.ts";
import {
  type AddressFamily,
  type Association,
  type Connection,
  type DirectConnectGateway,
  type Interconnect,
  type Lag,
  ownTagKeys,
  type PortFacts,
  type Proposal,
  type Resource,
  type ResourceBase,
  type VirtualInterface,
} from "../resource.ts";

/**
 * What checks and completion may know of the live account that a plan is for: plain values that cross to the language
 * server. No record and no secret is among them; of tags, those that a person may set, without the values of keys that
 * sound like a secret's.
 */
export interface LiveState {
  readonly account: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Regions whose every call was answered: what is not listed there is not there. */
  readonly regions: readonly string[];
  /** Whether the same holds for gateways, associations and proposals. */
  readonly isGlobalRead: boolean;
  readonly ports: readonly LivePort[];
  readonly interfaces: readonly LiveInterface[];
  readonly gateways: readonly LiveGateway[];
  readonly associations: readonly LiveAssociation[];
  readonly proposals: readonly LiveProposal[];
  readonly locations: readonly LiveLocation[];
  readonly tags: readonly LiveTag[];
}

type Basics = Pick<ResourceBase, "id" | "name" | "state" | "ownerAccount" | "region">;

export interface LivePort extends Basics, Pick<PortFacts, "location" | "bandwidth" | "awsDevice" | "providerName" | "jumboFrameCapable"> {
  readonly kind: "connection" | "lag" | "interconnect";
  readonly macSecCapable: boolean;
  readonly hosted: boolean;
  readonly lagId: string | undefined;
  /** What carries a hosted connection. */
  readonly parentId: string | undefined;
  readonly vlan: number | undefined;
  /** Of a LAG. */
  readonly minimumLinks: number | undefined;
  /** `yes`, `no` or `unknown`: whether two sessions of one family are possible. */
  readonly logicalRedundancy: string;
  /** When the letter of authorization was issued, in milliseconds since 1970. */
  readonly letterAt: number | undefined;
}

type InterfaceFacts = "type" | "connectionId" | "vlan" | "asn" | "amazonAddress" | "customerAddress" | "mtu" | "siteLinkEnabled" | "virtualGatewayId" | "directConnectGatewayId" | "routeFilterPrefixes";

export interface LiveInterface extends Basics, Pick<VirtualInterface, InterfaceFacts> {
  readonly addressFamily: AddressFamily;
}

export type LiveGateway = Basics & Pick<DirectConnectGateway, "amazonSideAsn">;
export type LiveAssociation = Basics & Pick<Association, "directConnectGatewayId" | "gateway" | "allowedPrefixes">;
export type LiveProposal = Basics & Pick<Proposal, "directConnectGatewayId" | "gateway" | "requestedPrefixes">;

export interface LiveLocation {
  readonly code: string;
  readonly region: string;
  readonly portSpeeds: readonly string[];
  readonly macSecPortSpeeds: readonly string[];
  readonly providers: readonly string[];
}

/** A key in use, and the values that it has. */
export interface LiveTag {
  readonly key: string;
  readonly values: readonly string[];
}

/** An account that is read, and the profiles that read it. */
export interface ReadAccount {
  readonly id: string;
  readonly profiles: readonly string[];
}

/** The accounts that a plan could be for, as far as they are known. */
export function readAccounts({ accounts }: Inventory): readonly ReadAccount[] {
  const byId = new Map<string, string[]>();
  for (const { id, profile } of accounts) if (id !== undefined) getOrAdd(byId, id, () => []).push(profile);
  return [...byId].map(([id, profiles]) => ({ id, profiles }));
}

/** What is known for a plan: of the account that it names, or of the only one there is. */
export function liveStateForPlan(inventory: Inventory, account: string | undefined, readAt: number): LiveState | undefined {
  const ids = [...new Set(inventory.accounts.map(({ id }) => id))];
  const meant = account ?? (ids.length === 1 ? ids[0] : undefined);
  return meant === undefined ? undefined : liveStateOf(inventory, meant, readAt);
}

/** What of an inventory is one account's; undefined where none of its profiles is of that account. */
export function liveStateOf(inventory: Inventory, account: string, readAt: number): LiveState | undefined {
  const own = inventory.accounts.filter(({ id }) => id === account);
  if (own.length === 0) return undefined;
  const profiles = new Set(own.map(({ profile }) => profile));
  const isOwn = (resource: Resource): boolean => profiles.has(resource.profile) || resource.ownerAccount === account;
  const ports = [...resourcesOf(inventory, "connection"), ...resourcesOf(inventory, "lag"), ...resourcesOf(inventory, "interconnect")];
  const portIds = new Set(ports.filter(isOwn).map(({ id }) => id));
  const failures = inventory.failures.filter(({ profile }) => profiles.has(profile));
  const failed = new Set(failures.map(({ region }) => region));
  return {
    account,
    readAt,
    regions: [...new Set(own.flatMap(({ regions }) => regions))].filter((region) => !failed.has(region)),
    isGlobalRead: !failed.has(undefined),
    ports: ports.filter((port) => isOwn(port) || (port.kind === "connection" && portIds.has(port.parentId ?? ""))).map(portOf),
    interfaces: resourcesOf(inventory, "virtualInterface").filter((one) => isOwn(one) || portIds.has(one.connectionId)).map(interfaceOf),
    gateways: resourcesOf(inventory, "directConnectGateway").filter(isOwn).map((one) => ({ ...basicsOf(one), amazonSideAsn: one.amazonSideAsn })),
    associations: resourcesOf(inventory, "association").filter(isOwn).map((one) => {
      const { directConnectGatewayId, gateway, allowedPrefixes } = one;
      return { ...basicsOf(one), directConnectGatewayId, gateway, allowedPrefixes };
    }),
    proposals: resourcesOf(inventory, "proposal").filter(isOwn).map((one) => {
      const { directConnectGatewayId, gateway, requestedPrefixes } = one;
      return { ...basicsOf(one), directConnectGatewayId, gateway, requestedPrefixes };
    }),
    locations: inventory.locations.map(({ code, region, portSpeeds, macSecPortSpeeds, providers }) => ({ code, region, portSpeeds, macSecPortSpeeds, providers })),
    tags: tagsOf(inventory.resources.filter(isOwn)),
  };
}

/** Beyond these, more are no help. */
const [mostTagKeys, mostTagValues] = [200, 50];

function tagsOf(resources: readonly Resource[]): readonly LiveTag[] {
  const values = new Map<string, Set<string>>();
  for (const { tags } of resources) {
    for (const key of ownTagKeys(tags)) {
      const known = getOrAdd(values, key, () => new Set());
      if (known.size < mostTagValues && !soundsSecret(key)) known.add(tags[key] ?? "");
    }
  }
  return [...values].slice(0, mostTagKeys).map(([key, known]) => ({ key, values: [...known] }));
}

function basicsOf({ id, name, state, ownerAccount, region }: Resource): Basics {
  return { id, name, state, ownerAccount, region };
}

function portOf(port: Connection | Lag | Interconnect): LivePort {
  const { kind, location, bandwidth, awsDevice, providerName, jumboFrameCapable, macSec, record } = port;
  const issued = typeof record.loaIssueTime === "string" ? Date.parse(record.loaIssueTime) : Number.NaN;
  return {
    ...basicsOf(port),
    kind, location, bandwidth, awsDevice, providerName, jumboFrameCapable,
    macSecCapable: macSec.capable,
    ...hostingOf(port),
    lagId: port.kind === "lag" ? undefined : port.lagId,
    minimumLinks: port.kind === "lag" ? port.minimumLinks : undefined,
    logicalRedundancy: typeof record.hasLogicalRedundancy === "string" ? record.hasLogicalRedundancy : "unknown",
    letterAt: Number.isNaN(issued) ? undefined : issued,
  };
}

function hostingOf(port: Connection | Lag | Interconnect): Pick<LivePort, "hosted" | "parentId" | "vlan"> {
  if (port.kind !== "connection") return { hosted: false, parentId: undefined, vlan: undefined };
  return { hosted: port.hosted, parentId: port.parentId, vlan: port.vlan };
}

function interfaceOf(one: VirtualInterface): LiveInterface {
  const { type, connectionId, vlan, asn, addressFamily, amazonAddress, customerAddress, mtu, siteLinkEnabled } = one;
  const { virtualGatewayId, directConnectGatewayId, routeFilterPrefixes } = one;
  return {
    ...basicsOf(one),
    type, connectionId, vlan, asn, addressFamily, amazonAddress, customerAddress, mtu, siteLinkEnabled,
    virtualGatewayId, directConnectGatewayId, routeFilterPrefixes,
  };
}

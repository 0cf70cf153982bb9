import type { AddressFamily, Tag } from "@aws-sdk/client-direct-connect";

/**
 * What AWS's newest service model has and the SDK has not. Typed by hand, in the SDK's manner: names and members are the
 * API's own. An endpoint that does not know an operation refuses it, and drops members that it does not know.
 * Source: the service model of October 2026.
 */
export interface NewerInputs {
  AssociateConnectionsToResiliencyGroup: GroupMembers;
  CreateResiliencyGroup: { resiliencyGroupName: string; intendedResiliencyModel: ResiliencyModel; clientToken?: string; tags?: Tag[] };
  DeleteResiliencyGroup: GroupId;
  DisassociateConnectionsFromResiliencyGroup: GroupMembers;
  GetResiliencyGroup: GroupId;
  ListResiliencyGroupAssociations: GroupId & Paged;
  ListResiliencyGroups: Paged;
  ListVirtualInterfaceRoutes: { virtualInterfaceId?: string; filters?: RouteFilters } & Paged;
  UpdateConnectionsBillingMode: { connectionIds: string[]; billingMode: BillingMode };
  UpdateResiliencyGroup: GroupId & { resiliencyGroupName: string; clientToken?: string };
}

export interface NewerOutputs {
  AssociateConnectionsToResiliencyGroup: { resiliencyGroupAssociations?: ResiliencyGroupAssociation[] };
  CreateResiliencyGroup: { resiliencyGroup?: ResiliencyGroup };
  DeleteResiliencyGroup: { resiliencyGroup?: ResiliencyGroup };
  DisassociateConnectionsFromResiliencyGroup: { resiliencyGroupAssociations?: ResiliencyGroupAssociation[] };
  GetResiliencyGroup: { resiliencyGroup?: ResiliencyGroup };
  ListResiliencyGroupAssociations: { items?: ResiliencyGroupAssociation[]; nextToken?: string };
  ListResiliencyGroups: { items?: ResiliencyGroup[]; nextToken?: string };
  ListVirtualInterfaceRoutes: { virtualInterfaceId?: string; routes?: Route[]; nextToken?: string };
  UpdateConnectionsBillingMode: { billingMode?: string; connections?: { connectionId?: string; billingMode?: string }[] };
  UpdateResiliencyGroup: { resiliencyGroup?: ResiliencyGroup };
}

/** Members that operations of the SDK have gained since. */
export interface NewerMembers {
  CreateConnection: { billingMode?: BillingMode };
  CreateLag: { billingMode?: BillingMode };
  CreatePrivateVirtualInterface: { newPrivateVirtualInterface?: RateLimited & PrefixPool };
  CreatePublicVirtualInterface: { newPublicVirtualInterface?: RateLimited };
  CreateTransitVirtualInterface: { newTransitVirtualInterface?: RateLimited & PrefixPool };
  AllocatePrivateVirtualInterface: { newPrivateVirtualInterfaceAllocation?: RateLimited };
  AllocatePublicVirtualInterface: { newPublicVirtualInterfaceAllocation?: RateLimited };
  AllocateTransitVirtualInterface: { newTransitVirtualInterfaceAllocation?: RateLimited };
  UpdateVirtualInterfaceAttributes: RateLimited & PrefixPool;
}

export type NewerAction = keyof NewerInputs;

export type BillingMode = "PayAsYouGo" | "FlatRateTier1" | "FlatRateTier2" | "FlatRateTier3" | "FlatRateTier4" | "FlatRateTier5";
export type ResiliencyModel = "maximum-resiliency" | "high-resiliency" | "basic-resiliency";

export interface RateLimited {
  rateLimit?: string;
}

export interface PrefixPool {
  prefixPoolAllocatedCountIpv4?: number;
  prefixPoolAllocatedCountIpv6?: number;
}

export interface ResiliencyGroup {
  resiliencyGroupId?: string;
  resiliencyGroupArn?: string;
  resiliencyGroupName?: string;
  resiliencyGroupType?: string;
  ownerAccount?: string;
  state?: string;
  tags?: Tag[];
}

export interface ResiliencyGroupAssociation {
  resiliencyGroupId?: string;
  connectionArn?: string;
  state?: string;
}

export interface Route {
  cidr?: string;
  routeDirection?: string;
  addressFamily?: string;
  asPath?: { pathType?: string; path?: number[] }[];
  communities?: string[];
  awsLogicalDeviceId?: string;
  routeInstalledAt?: Date;
}

export interface RouteFilters {
  routeDirection?: "accepted" | "advertised";
  addressFamily?: AddressFamily;
  cidrs?: string[];
  asPath?: number[];
  communities?: string[];
}

interface GroupId {
  resiliencyGroupId: string;
}

interface GroupMembers extends GroupId {
  connectionIdentifiers: string[];
  clientToken?: string;
}

interface Paged {
  maxResults?: number;
  nextToken?: string;
}

import type { NewerAction } from "../operations/newer.ts";

/**
 * A member's type: a word for what is plain, the name of a structure, or a list of one of these. Members of structures
 * that the SDK has too are added to its own.
 */
export type MemberType = "text" | "number" | "flag" | "time" | (string & {}) | readonly [MemberType];
export type Members = Readonly<Record<string, MemberType>>;

/** Structures that AWS's newest service model has and the SDK has not. Source: the service model of October 2026. */
export const newerStructures: Readonly<Record<string, Members>> = {
  AsPathSegment: { pathType: "text", path: ["number"] },
  AvailableBillingMode: { billingMode: "text", availablePortSpeeds: ["text"], includedRegions: ["text"] },
  GroupIdRequest: { resiliencyGroupId: "text" },
  GroupMembersRequest: { connectionIdentifiers: ["text"], resiliencyGroupId: "text", clientToken: "text" },
  CreateResiliencyGroupRequest: { resiliencyGroupName: "text", intendedResiliencyModel: "text", clientToken: "text", tags: ["Tag"] },
  ListResiliencyGroupAssociationsRequest: { resiliencyGroupId: "text", maxResults: "number", nextToken: "text" },
  ListResiliencyGroupAssociationsResult: { items: ["ResiliencyGroupAssociation"], nextToken: "text" },
  ListResiliencyGroupsRequest: { maxResults: "number", nextToken: "text" },
  ListResiliencyGroupsResult: { items: ["ResiliencyGroup"], nextToken: "text" },
  ListVirtualInterfaceRoutesRequest: { virtualInterfaceId: "text", filters: "RouteFilters", maxResults: "number", nextToken: "text" },
  ListVirtualInterfaceRoutesResponse: { virtualInterfaceId: "text", routes: ["Route"], nextToken: "text" },
  RateLimiterStatus: { maxAllowed: "number", inUse: "number", remaining: "number", totalBandwidth: "text" },
  ResiliencyGroup: {
    resiliencyGroupId: "text",
    resiliencyGroupArn: "text",
    resiliencyGroupName: "text",
    resiliencyGroupType: "text",
    ownerAccount: "text",
    state: "text",
    tags: ["Tag"],
  },
  ResiliencyGroupAssociation: { resiliencyGroupId: "text", connectionArn: "text", state: "text" },
  ResiliencyGroupAssociationsResult: { resiliencyGroupAssociations: ["ResiliencyGroupAssociation"] },
  ResiliencyGroupResult: { resiliencyGroup: "ResiliencyGroup" },
  Route: {
    cidr: "text",
    routeDirection: "text",
    addressFamily: "text",
    asPath: ["AsPathSegment"],
    communities: ["text"],
    awsLogicalDeviceId: "text",
    routeInstalledAt: "time",
  },
  RouteFilters: { routeDirection: "text", addressFamily: "text", cidrs: ["text"], asPath: ["number"], communities: ["text"] },
  UpdateConnectionsBillingModeRequest: { connectionIds: ["text"], billingMode: "text" },
  UpdateConnectionsBillingModeResponse: { billingMode: "text", connections: ["Connection"] },
  UpdateResiliencyGroupRequest: { resiliencyGroupId: "text", resiliencyGroupName: "text", clientToken: "text" },
};

const rateLimit: Members = { rateLimit: "text" };
const prefixPool: Members = { prefixPoolAllocatedCountIpv4: "number", prefixPoolAllocatedCountIpv6: "number" };
const port: Members = {
  rateLimiterStatus: "RateLimiterStatus",
  prefixPoolSizeIpv4: "number",
  prefixPoolSizeIpv6: "number",
  prefixPoolUnallocatedCountIpv4: "number",
  prefixPoolUnallocatedCountIpv6: "number",
  billingMode: "text",
};

/** Members that structures of the SDK have gained since. */
export const newerMembers: Readonly<Record<string, Members>> = {
  Connection: port,
  Lag: port,
  CreateConnectionRequest: { billingMode: "text" },
  CreateLagRequest: { billingMode: "text" },
  DirectConnectGateway: { totalPrefixPoolAllocations: "number" },
  Location: { availableBillingModes: ["AvailableBillingMode"] },
  NewPrivateVirtualInterface: { ...rateLimit, ...prefixPool },
  NewPrivateVirtualInterfaceAllocation: rateLimit,
  NewPublicVirtualInterface: rateLimit,
  NewPublicVirtualInterfaceAllocation: rateLimit,
  NewTransitVirtualInterface: { ...rateLimit, ...prefixPool },
  NewTransitVirtualInterfaceAllocation: rateLimit,
  UpdateVirtualInterfaceAttributesRequest: { ...rateLimit, ...prefixPool },
  VirtualInterface: { ...rateLimit, ...prefixPool },
};

/** What each newer operation takes and answers. */
export const newerOperations: Readonly<Record<NewerAction, readonly [input: string, output: string]>> = {
  AssociateConnectionsToResiliencyGroup: ["GroupMembersRequest", "ResiliencyGroupAssociationsResult"],
  CreateResiliencyGroup: ["CreateResiliencyGroupRequest", "ResiliencyGroupResult"],
  DeleteResiliencyGroup: ["GroupIdRequest", "ResiliencyGroupResult"],
  DisassociateConnectionsFromResiliencyGroup: ["GroupMembersRequest", "ResiliencyGroupAssociationsResult"],
  GetResiliencyGroup: ["GroupIdRequest", "ResiliencyGroupResult"],
  ListResiliencyGroupAssociations: ["ListResiliencyGroupAssociationsRequest", "ListResiliencyGroupAssociationsResult"],
  ListResiliencyGroups: ["ListResiliencyGroupsRequest", "ListResiliencyGroupsResult"],
  ListVirtualInterfaceRoutes: ["ListVirtualInterfaceRoutesRequest", "ListVirtualInterfaceRoutesResponse"],
  UpdateConnectionsBillingMode: ["UpdateConnectionsBillingModeRequest", "UpdateConnectionsBillingModeResponse"],
  UpdateResiliencyGroup: ["UpdateResiliencyGroupRequest", "ResiliencyGroupResult"],
};

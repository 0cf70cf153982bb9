import type { Kind } from "../world/records.ts";
import { customerAgreement, resiliencyGroup, resiliencyGroupAssociation, tokenCall } from "./account-layouts.ts";
import { type Layout, optional, required } from "./layout.ts";

const becomes = optional("becomes");
const named = { ownerAccount: required("account"), tags: optional("tags", []) };
const port = {
  region: required("text"),
  location: required("text"),
  loaIssueTime: optional("time"),
  jumboFrameCapable: optional("boolean", true),
  awsDeviceV2: optional("text"),
  awsLogicalDeviceId: optional("text"),
  hasLogicalRedundancy: optional(["unknown", "yes", "no"], "unknown"),
  providerName: optional("text"),
  macSecCapable: optional("boolean", false),
  portEncryptionStatus: optional("text"),
  encryptionMode: optional(["no_encrypt", "should_encrypt", "must_encrypt"]),
  macSecKeys: required("keys"),
  becomes,
};
const billingMode = optional("text");
/** What follows from the virtual interfaces on a port. */
const derivedFromCarried = [
  "rateLimiterStatus",
  "prefixPoolSizeIpv4",
  "prefixPoolSizeIpv6",
  "prefixPoolUnallocatedCountIpv4",
  "prefixPoolUnallocatedCountIpv6",
];
const portStates = ["requested", "pending", "available", "down", "deleting", "deleted", "unknown"];
const address = { addressFamily: ["ipv4", "ipv6"] } as const;

const connection: Layout = {
  members: {
    id: required("text", "connectionId"),
    name: required("text", "connectionName"),
    state: required([...portStates, "ordering", "rejected"], "connectionState"),
    ...named,
    bandwidth: required("text"),
    ...port,
    lagId: optional("text"),
    vlan: optional("integer"),
    partnerName: optional("text"),
    partnerInterconnectMacSecCapable: optional("boolean"),
    parentConnectionId: optional("text"),
    billingMode,
    linkDown: optional("boolean", false),
  },
  derived: ["awsDevice", ...derivedFromCarried],
};

const interconnect: Layout = {
  members: {
    id: required("text", "interconnectId"),
    name: required("text", "interconnectName"),
    state: required(portStates, "interconnectState"),
    ...named,
    bandwidth: required("text"),
    ...port,
    lagId: optional("text"),
    linkDown: optional("boolean", false),
  },
  derived: ["awsDevice"],
};

const lag: Layout = {
  members: {
    id: required("text", "lagId"),
    name: required("text", "lagName"),
    state: required(portStates, "lagState"),
    ...named,
    bandwidth: required("text", "connectionsBandwidth"),
    ...port,
    minimumLinks: optional("integer", 0),
    allowsHostedConnections: optional("boolean", false),
    billingMode,
  },
  derived: ["awsDevice", "connections", "numberOfConnections", ...derivedFromCarried],
};

const virtualInterface: Layout = {
  members: {
    id: required("text", "virtualInterfaceId"),
    name: required("text", "virtualInterfaceName"),
    state: required(
      ["confirming", "verifying", "pending", "available", "down", "testing", "deleting", "deleted", "rejected", "unknown"],
      "virtualInterfaceState",
    ),
    ...named,
    region: required("text"),
    location: required("text"),
    connectionId: required("text"),
    virtualInterfaceType: required(["private", "public", "transit"]),
    vlan: required("integer"),
    asn: optional("integer"),
    amazonSideAsn: optional("integer", 7224),
    authKey: optional("text"),
    amazonAddress: optional("text"),
    customerAddress: optional("text"),
    addressFamily: optional(address.addressFamily),
    mtu: optional("integer", 1500),
    jumboFrameCapable: optional("boolean", true),
    siteLinkEnabled: optional("boolean", false),
    virtualGatewayId: optional("text", ""),
    directConnectGatewayId: optional("text", ""),
    routeFilterPrefixes: optional("prefixes", []),
    prefixPoolAllocatedCountIpv4: optional("integer"),
    prefixPoolAllocatedCountIpv6: optional("integer"),
    rateLimit: optional("text"),
    bgpPeers: required("peers"),
    attachmentState: optional(["attaching", "attached", "detaching", "detached"]),
    becomes,
  },
  derived: ["asnLong", "customerRouterConfig", "awsDeviceV2", "awsLogicalDeviceId"],
};

/** The peers inside a virtual interface. */
export const peerLayout: Layout = {
  members: {
    id: required("text", "bgpPeerId"),
    state: required(["verifying", "pending", "available", "deleting", "deleted"], "bgpPeerState"),
    bgpStatus: required(["up", "down", "unknown"]),
    asn: required("integer"),
    authKey: required("text"),
    addressFamily: required(address.addressFamily),
    amazonAddress: required("text"),
    customerAddress: required("text"),
    upSince: optional("time"),
    sessionDown: optional("boolean", false),
    becomes,
  },
  derived: ["asnLong", "awsDeviceV2", "awsLogicalDeviceId"],
};

/** The MACsec keys inside a port. */
export const keyLayout: Layout = {
  members: {
    id: required("text", "secretARN"),
    ckn: required("text"),
    state: required(["associating", "associated", "disassociating", "disassociated"]),
    startOn: optional("text", ""),
    becomes,
  },
  derived: [],
};

const directConnectGateway: Layout = {
  members: {
    id: required("text", "directConnectGatewayId"),
    name: required("text", "directConnectGatewayName"),
    state: required(["pending", "available", "deleting", "deleted"], "directConnectGatewayState"),
    ...named,
    amazonSideAsn: optional("integer", 64512),
    stateChangeError: optional("text"),
    becomes,
  },
  derived: ["totalPrefixPoolAllocations"],
};

const association: Layout = {
  members: {
    id: required("text", "associationId"),
    state: required(["associating", "associated", "disassociating", "disassociated", "updating"], "associationState"),
    directConnectGatewayId: required("text"),
    directConnectGatewayOwnerAccount: required("account"),
    associatedGateway: optional("gateway"),
    associatedCoreNetwork: optional("coreNetwork"),
    allowedPrefixes: optional("prefixes", [], "allowedPrefixesToDirectConnectGateway"),
    stateChangeError: optional("text"),
    becomes,
  },
  derived: ["virtualGatewayId", "virtualGatewayRegion", "virtualGatewayOwnerAccount"],
};

const proposal: Layout = {
  members: {
    id: required("text", "proposalId"),
    state: required(["requested", "accepted", "deleted"], "proposalState"),
    directConnectGatewayId: required("text"),
    directConnectGatewayOwnerAccount: required("account"),
    associatedGateway: required("gateway"),
    existingPrefixes: optional("prefixes", [], "existingAllowedPrefixesToDirectConnectGateway"),
    requestedPrefixes: optional("prefixes", [], "requestedAllowedPrefixesToDirectConnectGateway"),
    becomes,
  },
  derived: [],
};

const cloudGateway: Layout = {
  members: {
    id: required("text", "gatewayId"),
    state: optional(["pending", "available", "deleting", "deleted"], "available", "gatewayState"),
    type: required(["virtualPrivateGateway", "transitGateway"]),
    ownerAccount: required("account"),
    region: required("text"),
    amazonSideAsn: optional("integer", 64512),
    attachedToVpc: optional("boolean", true),
    becomes,
  },
  derived: [],
};

const failoverTest: Layout = {
  members: {
    id: required("text", "testId"),
    region: optional("text"),
    state: required("text", "status"),
    virtualInterfaceId: required("text"),
    ownerAccount: required("account"),
    bgpPeers: required("texts"),
    testDurationInMinutes: optional("integer", 180),
    startTime: required("time"),
    endTime: optional("time"),
    becomes,
  },
  derived: [],
};

/** The location list that an estate may add to. */
export const locationLayout: Layout = {
  members: {
    locationCode: required("text"),
    locationName: required("text"),
    region: required("text"),
    availablePortSpeeds: required("texts"),
    availableMacSecPortSpeeds: optional("texts", []),
    availableProviders: optional("texts", []),
    availableBillingModes: optional("billingModes"),
  },
  derived: [],
};

export const layouts: Readonly<Record<Kind, Layout>> = {
  connection,
  interconnect,
  lag,
  virtualInterface,
  directConnectGateway,
  association,
  proposal,
  cloudGateway,
  failoverTest,
  customerAgreement,
  resiliencyGroup,
  resiliencyGroupAssociation,
  tokenCall,
};

/** The list of an estate file that holds each kind, named as AWS names it in its answers. */
export const listNames: Readonly<Record<Kind, string>> = {
  cloudGateway: "gateways",
  lag: "lags",
  interconnect: "interconnects",
  connection: "connections",
  directConnectGateway: "directConnectGateways",
  association: "directConnectGatewayAssociations",
  proposal: "directConnectGatewayAssociationProposals",
  virtualInterface: "virtualInterfaces",
  failoverTest: "virtualInterfaceTestHistory",
  customerAgreement: "agreements",
  resiliencyGroup: "resiliencyGroups",
  resiliencyGroupAssociation: "resiliencyGroupAssociations",
  tokenCall: "tokenCalls",
};

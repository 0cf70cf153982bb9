/** A change of state that time will bring. `forgotten` ends the record: no call finds it any more. */
export interface Becomes {
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What every record has. What ties it to others is changed by `World.tie` alone. `id`, `name` and `state` are spelled per kind on the wire and in estate files. */
interface RecordBase {
  readonly id: string;
  /** The place in listings; pages go by it. */
  order: number;
  state: string;
  becomes: Becomes | undefined;
}

interface Named {
  name: string;
  readonly ownerAccount: string;
  tags: readonly Tag[];
}

/** What a connection, an interconnect and a LAG have in common. */
interface PortMembers {
  readonly region: string;
  readonly location: string;
  readonly bandwidth: string;
  loaIssueTime: number | undefined;
  readonly jumboFrameCapable: boolean;
  readonly awsDeviceV2: string | undefined;
  readonly awsLogicalDeviceId: string | undefined;
  /** Unknown until the port has been approved. */
  hasLogicalRedundancy: "unknown" | "yes" | "no";
  readonly providerName: string | undefined;
  readonly macSecCapable: boolean;
  portEncryptionStatus: string | undefined;
  encryptionMode: string | undefined;
  macSecKeys: readonly MacSecKeyRecord[];
}

/** A MACsec key on a port. Its id is the ARN of the secret that holds it. */
export interface MacSecKeyRecord extends RecordBase {
  readonly kind: "macSecKey";
  readonly portId: string;
  readonly ckn: string;
  /** ISO 8601; empty when nobody knows. */
  readonly startOn: string;
}

export interface ConnectionRecord extends RecordBase, Named, PortMembers {
  readonly kind: "connection";
  readonly lagId: string | undefined;
  readonly vlan: number | undefined;
  readonly partnerName: string | undefined;
  readonly partnerInterconnectMacSecCapable: boolean | undefined;
  /** The interconnect, LAG or connection that carries a hosted connection. */
  readonly parentConnectionId: string | undefined;
  /** Of a hosted connection there is none. */
  billingMode: string | undefined;
  /** Its own cable is out, whatever carries it. */
  linkDown: boolean;
}

export interface InterconnectRecord extends RecordBase, Named, PortMembers {
  readonly kind: "interconnect";
  readonly lagId: string | undefined;
  linkDown: boolean;
}

export interface LagRecord extends RecordBase, Named, PortMembers {
  readonly kind: "lag";
  minimumLinks: number;
  /** A partner's: it carries hosted connections instead of virtual interfaces. */
  readonly allowsHostedConnections: boolean;
  billingMode: string | undefined;
}

export type AddressFamily = "ipv4" | "ipv6";
export type VirtualInterfaceType = "private" | "public" | "transit";

export interface VirtualInterfaceRecord extends RecordBase, Named {
  readonly kind: "virtualInterface";
  readonly region: string;
  readonly location: string;
  /** The connection or LAG that carries it. */
  readonly connectionId: string;
  readonly virtualInterfaceType: VirtualInterfaceType;
  readonly vlan: number;
  readonly asn: number;
  amazonSideAsn: number;
  readonly authKey: string;
  readonly amazonAddress: string;
  readonly customerAddress: string;
  readonly addressFamily: AddressFamily;
  mtu: number;
  readonly jumboFrameCapable: boolean;
  siteLinkEnabled: boolean;
  /** Empty where there is none, as AWS sends it. */
  readonly virtualGatewayId: string;
  readonly directConnectGatewayId: string;
  readonly routeFilterPrefixes: readonly string[];
  /** Its share of the port's pool of routes, where the port has one. */
  prefixPoolAllocatedCountIpv4: number | undefined;
  prefixPoolAllocatedCountIpv6: number | undefined;
  /** Undefined where nothing limits it. */
  rateLimit: string | undefined;
  bgpPeers: readonly BgpPeerRecord[];
  /** Of its attachment to the Direct Connect gateway; undefined without one. */
  attachmentState: "attaching" | "attached" | "detaching" | "detached" | undefined;
}

export interface BgpPeerRecord extends RecordBase {
  readonly kind: "bgpPeer";
  readonly virtualInterfaceId: string;
  readonly asn: number;
  readonly authKey: string;
  readonly addressFamily: AddressFamily;
  readonly amazonAddress: string;
  readonly customerAddress: string;
  bgpStatus: "up" | "down" | "unknown";
  /** Since when the session has been up; undefined while it is not. */
  upSince: number | undefined;
  /** The customer's router does not speak, whatever the link does. */
  sessionDown: boolean;
}

export interface GatewayRecord extends RecordBase, Named {
  readonly kind: "directConnectGateway";
  readonly amazonSideAsn: number;
  stateChangeError: string | undefined;
}

export type CloudGatewayType = "virtualPrivateGateway" | "transitGateway";

/** Which virtual private or transit gateway an association or a proposal is about. */
export interface AssociatedGateway {
  readonly id: string;
  readonly type: CloudGatewayType;
  readonly ownerAccount: string;
  readonly region: string;
}

/** The Cloud WAN core network of an association, and its attachment there. Cloud WAN makes it; Direct Connect only shows it. */
export interface AssociatedCoreNetwork {
  readonly id: string;
  readonly ownerAccount: string;
  readonly attachmentId: string;
}

/** Of a Direct Connect gateway with a virtual private gateway, a transit gateway or, instead of both, a core network. */
export interface AssociationRecord extends RecordBase {
  readonly kind: "association";
  readonly directConnectGatewayId: string;
  readonly directConnectGatewayOwnerAccount: string;
  readonly associatedGateway: AssociatedGateway | undefined;
  readonly associatedCoreNetwork: AssociatedCoreNetwork | undefined;
  allowedPrefixes: readonly string[];
  stateChangeError: string | undefined;
}

export interface ProposalRecord extends RecordBase {
  readonly kind: "proposal";
  readonly directConnectGatewayId: string;
  readonly directConnectGatewayOwnerAccount: string;
  readonly associatedGateway: AssociatedGateway;
  readonly existingPrefixes: readonly string[];
  readonly requestedPrefixes: readonly string[];
}

/** A gateway on the VPC's side. EC2 makes it; Direct Connect only finds it. */
export interface CloudGatewayRecord extends RecordBase {
  readonly kind: "cloudGateway";
  readonly type: CloudGatewayType;
  readonly ownerAccount: string;
  readonly region: string;
  readonly amazonSideAsn: number;
  attachedToVpc: boolean;
}

export interface FailoverTestRecord extends RecordBase {
  readonly kind: "failoverTest";
  /** Of its virtual interface, which the history outlives; undefined where an estate does not tell. */
  readonly region: string | undefined;
  readonly virtualInterfaceId: string;
  readonly ownerAccount: string;
  /** Ids of the peers that the test holds down. */
  readonly bgpPeers: readonly string[];
  readonly testDurationInMinutes: number;
  readonly startTime: number;
  endTime: number | undefined;
}

/** A contract that an account has to agree to. AWS draws it up; its state is `signed` or `unsigned`. */
export interface AgreementRecord extends RecordBase {
  readonly kind: "customerAgreement";
  readonly ownerAccount: string;
  readonly name: string;
}

export interface ResiliencyGroupRecord extends RecordBase, Named {
  readonly kind: "resiliencyGroup";
  /** Where it is listed; its ARN names no Region. */
  readonly region: string;
  readonly intendedResiliencyModel: string;
}

/** Membership of a connection in a resiliency group. */
export interface ResiliencyGroupAssociationRecord extends RecordBase {
  readonly kind: "resiliencyGroupAssociation";
  readonly resiliencyGroupId: string;
  readonly connectionArn: string;
  /** The id in the ARN. */
  readonly connectionId: string;
}

/** A call with a client token, kept so that its repetition gets the same answer and does nothing. */
export interface TokenCallRecord extends RecordBase {
  readonly kind: "tokenCall";
  /** The input and the answer as JSON. */
  readonly input: string;
  readonly answer: string;
}

export interface LocationRecord {
  readonly locationCode: string;
  readonly locationName: string;
  readonly region: string;
  readonly availablePortSpeeds: readonly string[];
  readonly availableMacSecPortSpeeds: readonly string[];
  readonly availableProviders: readonly string[];
  /** Undefined: every port is paid as it is used. */
  readonly availableBillingModes?: readonly AvailableBillingMode[];
}

export interface AvailableBillingMode {
  readonly billingMode: string;
  readonly availablePortSpeeds: readonly string[];
  /** Whose data transfer is included. */
  readonly includedRegions: readonly string[];
}

export type WorldRecord =
  | ConnectionRecord
  | InterconnectRecord
  | LagRecord
  | VirtualInterfaceRecord
  | GatewayRecord
  | AssociationRecord
  | ProposalRecord
  | CloudGatewayRecord
  | FailoverTestRecord
  | AgreementRecord
  | ResiliencyGroupRecord
  | ResiliencyGroupAssociationRecord
  | TokenCallRecord;

export type Kind = WorldRecord["kind"];
export type RecordOf<K extends Kind> = Extract<WorldRecord, { readonly kind: K }>;

/** Whatever time can change: the records, the peers inside virtual interfaces and the keys inside ports. */
export type TimedRecord = WorldRecord | BgpPeerRecord | MacSecKeyRecord;

import { stateChangeTexts } from "../world/state-change-texts.ts";

/** Texts that Direct Connect itself has been seen to answer. */
export const awsTexts = {
  lagNotFound: (id: string) => `Could not find Lag with ID ${id}`,
  lagIdMalformed: (id: string) => `Lag ID ${id} has an invalid format.`,
  connectionNotFound: (id: string) => `Could not find Connection with ID ${id}`,
  connectionIdMalformed: (id: string) => `ConnectionID ${id} has an invalid format.`,
  associationIdMalformed: (id: string) => `Association ID ${id} has an invalid format.`,
  confirmConnectionState: (id: string, state: string) => `ConfirmConnection failed. ${id} is in state ${state}`,
  connectionTransitioning: (id: string) => `Connection ${id} is in a transitioning state.`,
  macSecMismatch: (id: string) => `Connection ${id} and lag should be requested MacSec at the same time`,
  lastPeer: () => "The last BGP Peer on a Virtual Interface cannot be deleted",
  allocationForOwner: () => "Cannot allocate VirtualInterface for the connection owner.",
  addressesApart: () => "Amazon Address and Customer Address must be in the same CIDR",
  amazonAddressPrivate: () => "Amazon Address is not allowed to contain a private IP",
  amazonAddressZero: () => "Amazon Address is address 0 on its subnet.",
  amazonAddressBroadcast: () => "Amazon Address is the broadcast address on its subnet.",
  virtualGatewayMissing: (id: string) => `The VirtualGateway ${id} does not exist.`,
  proposalGatewayNotFound: (proposalId: string) =>
    `The Virtual Gateway in the Direct Connect Gateway Association Proposal ${proposalId} is not found`,
  notPartner: (account: string, region: string) =>
    `Account [${account}] is not an authorized Direct Connect partner in ${region}.`,
  hostedParentNotFound: (account: string, id: string) =>
    `${account} DescribeHostedConnections failed for connection ${id} doesn't exist.`,
  /** These three are answered before Direct Connect is reached, alike for every service. */
  rateExceeded: () => "Rate exceeded",
  tokenExpired: () => "The security token included in the request is expired",
  accessDenied: (userArn: string, operation: string) =>
    `User: ${userArn} is not authorized to perform: directconnect:${operation} because no identity-based policy allows the action`,
} as const;

/**
 * The simulator's own texts: what AWS says in these cases is not known.
 * They keep the words that tools look for where those are known (`does not exist`, `is not found`).
 */
export const simulatorTexts = {
  ...stateChangeTexts,
  brokenConstraints: (broken: readonly string[]) =>
    `${broken.length} validation error${broken.length === 1 ? "" : "s"} detected: ${broken.join("; ")}`,
  missingMember: (path: string) => `'${path}' must not be null`,
  notInEnumeration: (path: string, value: string, words: readonly string[]) =>
    `'${path}' is '${value}' and must be one of [${words.join(", ")}]`,
  notInPattern: (path: string, value: string, pattern: string) => `'${path}' is '${value}' and must match ${pattern}`,
  belowMinimum: (path: string, minimum: number) => `'${path}' must be ${minimum} or more`,
  tooShort: (path: string, minimum: number) => `'${path}' must have a length of ${minimum} or more`,
  tooLong: (path: string, maximum: number) => `'${path}' must have a length of ${maximum} or less`,
  wrongType: (path: string, value: unknown, wanted: string) =>
    `${path === "" ? "The input" : `'${path}'`} must be ${wanted}, not ${typeNameOf(value)}`,
  notJson: () => "The request body is not JSON",
  unknownOperation: (target: string) => `The service has no operation "${target}"`,
  notServed: (operation: string) => `The simulator does not serve the operation ${operation}.`,
  regionNotServed: (region: string) => `The simulator was started without the Region ${region}.`,
  serverTrouble: () => "The simulator has met an error of its own; its log tells more.",
  faultInjected: () => "An internal error occurred. (It was asked for by a fault.)",

  pageTokenInvalid: () => "The pagination token is not valid for this request.",
  pageSizeInvalid: (given: number) => `maxResults is ${given} and must be at least 1.`,
  idMalformed: (what: string, id: string) => `${what} ID ${id} has an invalid format.`,
  doesNotExist: (what: string, id: string) => `${what} ${id} does not exist.`,
  notFound: (what: string, id: string) => `${what} ${id} is not found`,
  arnMalformed: (arn: string) => `The resource ARN ${arn} has an invalid format.`,
  arnNotFound: (arn: string) => `The resource ${arn} does not exist.`,
  filterNeeded: (names: readonly string[]) => `Specify at least one of ${names.join(", ")}.`,

  notOwner: (operation: string, id: string) => `${operation} failed. Only the owner of ${id} may do this.`,
  wrongState: (operation: string, id: string, state: string) => `${operation} failed. ${id} is in state ${state}`,
  otherType: (operation: string, id: string, type: string) =>
    `${operation} failed. ${id} is a ${type} virtual interface.`,
  hasVirtualInterfaces: (id: string, count: number) =>
    `${id} cannot be deleted: it has ${count} virtual interface${count === 1 ? "" : "s"}. Delete them first.`,
  hasHostedConnections: (id: string, count: number) =>
    `${id} cannot be deleted: it has ${count} hosted connection${count === 1 ? "" : "s"}. Delete them first.`,
  belowMinimumLinks: ({ id, lagId, minimum, doing }: { id: string; lagId: string; minimum: number; doing: string }) =>
    `${id} cannot ${doing}: it would take LAG ${lagId} below its minimum of ${minimum} links.`,
  minimumLinksOutOfRange: (given: number, members: number) =>
    `minimumLinks is ${given} and must be between 0 and the number of connections, ${members}.`,
  hasAttachments: (id: string, count: number) =>
    `The Direct Connect gateway ${id} cannot be deleted: it has ${count} attached virtual interface${count === 1 ? "" : "s"}.`,
  hasAssociations: (id: string, count: number) =>
    `The Direct Connect gateway ${id} cannot be deleted: it has ${count} associated gateway${count === 1 ? "" : "s"}.`,
  oneGatewayExactly: () => "Specify exactly one of virtualGatewayId and directConnectGatewayId.",
  gatewayNotReady: (id: string, state: string) => `The Direct Connect gateway ${id} is in state ${state}.`,
  gatewayHoldsOtherKind: (id: string, kind: "private" | "transit") =>
    kind === "transit"
      ? `The Direct Connect gateway ${id} has private virtual interfaces or virtual private gateways and cannot take transit ones.`
      : `The Direct Connect gateway ${id} has transit virtual interfaces or transit gateways and cannot take private ones.`,
  attachmentQuota: (id: string, quota: number) =>
    `The Direct Connect gateway ${id} already has ${quota} virtual interfaces.`,
  associationQuota: (id: string, quota: number) =>
    `The Direct Connect gateway ${id} already has ${quota} associations of this kind.`,
  gatewayDetached: (id: string) => `The virtual private gateway ${id} is not attached to a VPC.`,
  gatewayTaken: (id: string, gatewayId: string) => `The gateway ${id} is already associated with ${gatewayId}.`,
  sameAsn: (asn: number) => `The transit gateway and the Direct Connect gateway both have the ASN ${asn}.`,
  prefixesNeeded: () => "An association with a transit gateway needs at least one allowed prefix.",
  transitGatewayMissing: (id: string) => `The TransitGateway ${id} does not exist.`,
  oneCloudGatewayExactly: () => "Specify exactly one of gatewayId and virtualGatewayId.",
  gatewayAsnOutOfRange: (asn: number) =>
    `amazonSideAsn is ${asn} and must be between 64512 and 65534 or between 4200000000 and 4294967294.`,
  gatewayQuota: (quota: number) => `The account already has ${quota} Direct Connect gateways.`,
  transitGatewayQuota: (id: string, quota: number) => `The transit gateway ${id} is already associated with ${quota} Direct Connect gateways.`,
  prefixQuota: (quota: number) => `An association with a transit gateway can have at most ${quota} allowed prefixes.`,
  coreNetworkPrefixes: (id: string) => `The association ${id} is with a core network, which chooses its prefixes itself.`,
  agreementNotFound: (name: string) => `The customer agreement ${name} does not exist.`,
  agreementChoiceNeeded: () => "Specify agreementName: there is not exactly one unsigned agreement.",
  prefixTooNarrow: (cidr: string, longest: number) => `The IPv6 prefix ${cidr} must be /${longest} or shorter.`,
  tokenUsedOtherwise: (token: string) => `The client token ${token} was used with other parameters.`,
  groupQuota: (quota: number) => `The account already has ${quota} resiliency groups in this Region.`,
  groupMemberQuota: (id: string, quota: number) => `The resiliency group ${id} can have at most ${quota} connections.`,
  groupHasMembers: (id: string, count: number) =>
    `The resiliency group ${id} cannot be deleted: it has ${count} connection${count === 1 ? "" : "s"}.`,
  alreadyInGroup: (id: string, groupId: string) => `The connection ${id} is already in the resiliency group ${groupId}.`,
  notInGroup: (id: string, groupId: string) => `The connection ${id} is not in the resiliency group ${groupId}.`,
  prefixInvalid: (cidr: string) => `The prefix ${cidr} is not a valid CIDR.`,
  prefixesOverlap: (one: string, other: string) => `The allowed prefixes ${one} and ${other} overlap.`,
  otherGateway: (proposalId: string, gatewayId: string) =>
    `The proposal ${proposalId} is not for the Direct Connect gateway ${gatewayId}.`,
  otherProposer: (proposalId: string, account: string) =>
    `The gateway in the proposal ${proposalId} does not belong to the account ${account}.`,
  associationChoiceNeeded: () => "Specify associationId, or directConnectGatewayId and virtualGatewayId.",
  virtualGatewayUnusable: (id: string) =>
    `${id} is not a virtual private gateway of this account in the Region of the virtual interface.`,
  associationGone: (name: string) => `The association ${name} does not exist.`,
  peerNotFound: () => "The BGP peer does not exist.",
  peerChoiceNeeded: () => "Specify bgpPeerId, or asn and customerAddress.",
  accountMalformed: (account: string) => `Account ID ${account} has an invalid format.`,
  locationUnknown: (code: string, region: string) => `The location ${code} does not exist in ${region}.`,
  bandwidthInvalid: (given: string, allowed: readonly string[]) => `bandwidth is ${given} and must be one of ${allowed.join(", ")}.`,
  speedNotOffered: (location: string, bandwidth: string, offered: readonly string[]) =>
    `The location ${location} has no ports of ${bandwidth}; it has ${offered.join(", ")}.`,
  macSecNotOffered: (location: string, bandwidth: string) =>
    `The location ${location} has no ports of ${bandwidth} that are capable of MACsec.`,
  providerUnknown: (location: string, provider: string, known: readonly string[]) =>
    `The provider ${provider} does not serve the location ${location}; use one of ${known.join(", ")}.`,
  billingModeNotOffered: (location: string, bandwidth: string, mode: string) =>
    `The location ${location} does not offer the billing mode ${mode} for ports of ${bandwidth}.`,
  billingOfHosted: (id: string) => `${id} is a hosted connection; its partner bills it.`,
  connectionQuota: (location: string, region: string, quota: number) =>
    `An account can have ${quota} connections at the location ${location} in ${region}.`,
  lagQuota: (region: string, quota: number) => `An account can have ${quota} LAGs in ${region}.`,
  linkCount: (given: number, most: number, bandwidth: string) =>
    `A LAG of ${bandwidth} connections can have 1 to ${most} of them, not ${given}.`,
  noPortsLeft: (location: string, bandwidth: string, wanted: number) =>
    `No AWS device at the location ${location} has ${wanted} free port${wanted === 1 ? "" : "s"} of ${bandwidth} where ${wanted === 1 ? "it is" : "they are"} needed.`,
  unlikeLag: (what: string, given: string, lagId: string, wanted: string) =>
    `The ${what} ${given} is not that of LAG ${lagId}, which is ${wanted}.`,
  hostedInLag: (id: string) => `${id} is a hosted connection and cannot be a member of a LAG.`,
  alreadyInLag: (id: string, lagId: string) => `${id} is already a member of LAG ${lagId}.`,
  notInLag: (id: string, lagId: string) => `${id} is not a member of LAG ${lagId}.`,
  movingTooMany: (lagId: string, quota: number) => `LAG ${lagId} would have more than ${quota} virtual interfaces of a kind.`,
  movingPrefixes: (lagId: string) => `LAG ${lagId} has not enough prefixes left in its pool for the virtual interfaces that move.`,
  takesNoHosted: (id: string) => `${id} takes no hosted connections; use an interconnect or a partner's LAG.`,
  hostedTooFast: (bandwidth: string, id: string, parent: string) => `A hosted connection of ${bandwidth} does not fit on ${id} of ${parent}.`,
  otherLocation: (id: string, location: string, wanted: string) => `${id} is at the location ${location} and cannot go to ${wanted}.`,
  alreadyCarried: (id: string, parentId: string) => `${id} is already on ${parentId}.`,
  keyChoiceNeeded: () => "Specify either secretARN, or ckn and cak.",
  keyMalformed: (name: string) => `${name} must have 64 hexadecimal digits.`,
  keyTaken: (id: string) => `A MACsec key with this CKN is already associated with ${id}.`,
  secretUnknown: (arn: string) => `No MACsec key of this account is in the secret ${arn}.`,
  keyNotAssociated: (arn: string, id: string) => `The MACsec key in ${arn} is not associated with ${id}.`,
  loaNotReady: (id: string, state: string) => `The LOA-CFA of ${id} is not available in state ${state}.`,
  loaForHosted: (id: string) => `${id} is a hosted connection; its LOA-CFA belongs to the partner.`,
  routerTypeUnknown: (given: string, known: readonly string[]) =>
    `The router type ${given} does not exist; use one of ${known.join(", ")}.`,
  tagKeyTwice: (key: string) => `A tag key was specified more than once: ${key}`,
  tooManyTags: (quota: number) => `A resource can have at most ${quota} tags`,
  reservedTag: (key: string) => `The tag key ${key} begins with aws:, which is reserved.`,
  mtuInvalid: (given: number, allowed: readonly number[]) => `mtu is ${given} and must be one of ${allowed.join(", ")}.`,
  jumboImpossible: (id: string) => `${id} does not take jumbo frames.`,
  siteLinkImpossible: (id: string) => `SiteLink needs a virtual interface on a Direct Connect gateway; ${id} has none.`,
  encryptionModeInvalid: (given: string, allowed: readonly string[]) =>
    `encryptionMode is ${given} and must be one of ${allowed.join(", ")}.`,
  noMacSec: (id: string) => `${id} is not capable of MACsec.`,
  nameInvalid: () => "The name must have 1 to 100 characters.",
  /** AWS's own begins `The specified Connection ID is not availa`; the rest of it is not known. */
  connectionUnavailable: (id: string, state: string) => `The specified Connection ID is not available: ${id} is in state ${state}.`,
  inLag: (id: string, lagId: string) => `${id} is a member of ${lagId}; name the LAG instead.`,
  lagForHosted: (id: string) => `${id} carries hosted connections and takes no virtual interfaces of its own.`,
  vlanOfHosted: (id: string, vlan: number) => `A virtual interface on the hosted connection ${id} has to use its VLAN, ${vlan}.`,
  virtualInterfaceQuota: (id: string, quota: number) =>
    `${id} already has ${quota} virtual interface${quota === 1 ? "" : "s"} of this kind, the most that it can have.`,
  transitGatewayNeeded: () => "A transit virtual interface needs a directConnectGatewayId.",
  siteLinkWithoutGateway: () => "SiteLink needs a virtual interface on a Direct Connect gateway.",
  asnNeeded: () => "Specify asn or asnLong.",
  asnOutOfRange: (member: "asn" | "asnLong", given: number, largest: number) =>
    `${member} is ${given} and must be between 1 and ${largest}${member === "asn" ? "; use asnLong for larger numbers" : ""}.`,
  asnIsAmazons: (asn: number) => `The ASN ${asn} is that of Amazon's side; both sides cannot have the same.`,
  asnNotAllowed: (asn: number) =>
    `The ASN ${asn} has not been verified for this account; a peer added to a public virtual interface needs a private ASN or one in use.`,
  authKeyInvalid: (shortest: number, longest: number) => `authKey must have ${shortest} to ${longest} characters.`,
  addressInvalid: (given: string) => `${given} is no IPv4 address with a prefix length, such as 192.168.1.1/30.`,
  addressesEqual: () => "Amazon Address and Customer Address must differ",
  customerAddressPrivate: () => "Customer Address is not allowed to contain a private IP",
  customerAddressZero: () => "Customer Address is address 0 on its subnet.",
  customerAddressBroadcast: () => "Customer Address is the broadcast address on its subnet.",
  oneAddress: () => "Specify both amazonAddress and customerAddress, or neither.",
  publicAddressesNeeded: () => "An IPv4 peer of a public virtual interface needs amazonAddress and customerAddress.",
  ipv6AddressesGiven: () => "The addresses of an IPv6 peer are Amazon's to choose; leave out amazonAddress and customerAddress.",
  addressesInUse: (address: string, portId: string) => `The subnet of ${address} overlaps with that of another peer on ${portId}.`,
  addressesExhausted: () => "No link-local addresses are left on this connection.",
  familyTaken: (id: string, family: string) =>
    `${id} already has an ${family} peer, and its connection has no logical redundancy for another.`,
  routeFiltersNeeded: () => "A public virtual interface needs at least one prefix in routeFilterPrefixes.",
  tooManyRouteFilters: (given: number, quota: number) => `routeFilterPrefixes has ${given} prefixes and can have at most ${quota}.`,
  rateLimitUnknown: (given: string) => `rateLimit is ${given}, which is not one of the supported limits.`,
  rateLimitOnHosted: (id: string) => `${id} is a hosted connection; rate limits need a dedicated connection or a LAG.`,
  rateLimitTooHigh: (rateLimit: string, id: string) => `The rate limit ${rateLimit} is above the bandwidth of ${id}.`,
  rateLimiterQuota: (id: string, quota: number) => `The rate limiter limit has been exceeded for the connection ${id}, which can have ${quota}.`,
  prefixCountTooHigh: (member: string, given: number, most: number) => `${member} is ${given} and must be between 0 and ${most}.`,
  prefixCountsOnPublic: (id: string) => `${id} is a public virtual interface; its prefixes are not counted.`,
  moveToSame: (id: string, portId: string) => `${id} is on ${portId} already.`,
  moveFromHosted: (id: string, lagId: string) =>
    `${id} is on a hosted connection and cannot go to ${lagId}; move the connection with AssociateHostedConnection.`,
  poolEmpty: (id: string, family: string, remaining: number) => `The ${family} prefix pool of ${id} has only ${remaining} left.`,
  gatewayPoolEmpty: (id: string, quota: number) =>
    `The Direct Connect gateway ${id} would have more than ${quota} prefixes allocated to its virtual interfaces.`,
  vlanOutOfRange: (given: number, last: number) => `vlan is ${given} and must be between 1 and ${last}.`,
  vlanInUse: (vlan: number, portId: string, holderId: string) => `The VLAN ${vlan} is already in use on ${portId}, by ${holderId}.`,
  testRunning: (id: string) => `A failover test is already running on ${id}.`,
  noTestRunning: (id: string) => `No failover test is running on ${id}.`,
  testDuration: (given: number, longest: number) => `testDurationInMinutes is ${given} and must be between 1 and ${longest}.`,
} as const;

function typeNameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

import type { AssociationRecord, GatewayRecord, ProposalRecord, VirtualInterfaceRecord } from "../world/records.ts";
import { isGone } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { prefixList } from "./values.ts";

/** A DirectConnectGateway as the API sends it. */
export function gatewayAnswer(world: World, gateway: GatewayRecord) {
  return {
    directConnectGatewayId: gateway.id,
    directConnectGatewayName: gateway.name,
    amazonSideAsn: gateway.amazonSideAsn,
    ownerAccount: gateway.ownerAccount,
    directConnectGatewayState: gateway.state,
    stateChangeError: gateway.stateChangeError,
    totalPrefixPoolAllocations: allocatedTo(world, gateway.id),
    tags: gateway.tags,
  };
}

/** Of both address families, over the virtual interfaces that are attached. */
function allocatedTo(world: World, gatewayId: string): number {
  return world
    .linked("virtualInterface", "gateway", gatewayId)
    .filter((candidate) => !isGone(candidate))
    .reduce((sum, { prefixPoolAllocatedCountIpv4: ipv4 = 0, prefixPoolAllocatedCountIpv6: ipv6 = 0 }) => sum + ipv4 + ipv6, 0);
}

/** A DirectConnectGatewayAssociation as the API sends it; the old members only for a virtual private gateway. */
export function associationAnswer(association: AssociationRecord) {
  const { associatedGateway, associatedCoreNetwork } = association;
  const virtualGateway =
    associatedGateway?.type === "virtualPrivateGateway"
      ? {
          virtualGatewayId: associatedGateway.id,
          virtualGatewayRegion: associatedGateway.region,
          virtualGatewayOwnerAccount: associatedGateway.ownerAccount,
        }
      : {};
  return {
    directConnectGatewayId: association.directConnectGatewayId,
    directConnectGatewayOwnerAccount: association.directConnectGatewayOwnerAccount,
    associationState: association.state,
    stateChangeError: association.stateChangeError,
    associatedGateway,
    associatedCoreNetwork,
    associationId: association.id,
    allowedPrefixesToDirectConnectGateway: prefixList(association.allowedPrefixes),
    ...virtualGateway,
  };
}

/** A DirectConnectGatewayAssociationProposal as the API sends it. */
export function proposalAnswer(proposal: ProposalRecord) {
  return {
    proposalId: proposal.id,
    directConnectGatewayId: proposal.directConnectGatewayId,
    directConnectGatewayOwnerAccount: proposal.directConnectGatewayOwnerAccount,
    proposalState: proposal.state,
    associatedGateway: proposal.associatedGateway,
    existingAllowedPrefixesToDirectConnectGateway: prefixList(proposal.existingPrefixes),
    requestedAllowedPrefixesToDirectConnectGateway: prefixList(proposal.requestedPrefixes),
  };
}

/** A DirectConnectGatewayAttachment as the API sends it: it is the virtual interface seen from the gateway. */
export function attachmentAnswer(virtualInterface: VirtualInterfaceRecord) {
  return {
    directConnectGatewayId: virtualInterface.directConnectGatewayId,
    virtualInterfaceId: virtualInterface.id,
    virtualInterfaceRegion: virtualInterface.region,
    virtualInterfaceOwnerAccount: virtualInterface.ownerAccount,
    attachmentState: virtualInterface.attachmentState,
    attachmentType:
      virtualInterface.virtualInterfaceType === "transit" ? "TransitVirtualInterface" : "PrivateVirtualInterface",
  };
}

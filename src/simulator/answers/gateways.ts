import { attachedTo } from "../rules/gateway-attachment.ts";
import { prefixesOf } from "../rules/port-usage.ts";
import type { AssociationRecord, GatewayRecord, ProposalRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { prefixList } from "./values.ts";

/** A DirectConnectGateway as the API sends it. */
export function gatewayAnswer(world: World, gateway: GatewayRecord) {
  const attached = attachedTo(world, gateway.id);
  return {
    directConnectGatewayId: gateway.id,
    directConnectGatewayName: gateway.name,
    amazonSideAsn: gateway.amazonSideAsn,
    ownerAccount: gateway.ownerAccount,
    directConnectGatewayState: gateway.state,
    stateChangeError: gateway.stateChangeError,
    totalPrefixPoolAllocations: prefixesOf(attached, "ipv4") + prefixesOf(attached, "ipv6"),
    tags: gateway.tags,
  };
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

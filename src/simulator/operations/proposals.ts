import { associationAnswer, proposalAnswer } from "../answers/gateways.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkAssociable } from "../rules/gateway-association.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findGateway } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { end } from "../world/passing-of-time.ts";
import type { AssociationRecord, ProposalRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

interface ProposalFilter extends PageInput {
  readonly directConnectGatewayId?: string;
  readonly proposalId?: string;
  readonly associatedGatewayId?: string;
}

interface Acceptance {
  readonly directConnectGatewayId: string;
  readonly proposalId: string;
  readonly associatedGatewayOwnerAccount: string;
  readonly overrideAllowedPrefixesToDirectConnectGateway?: readonly { readonly cidr?: string }[];
}

export const proposals = {
  DescribeDirectConnectGatewayAssociationProposals: reads<ProposalFilter>((call) => {
    const { input } = call;
    if (input.proposalId !== undefined) checkId("proposal", input.proposalId);
    if (input.directConnectGatewayId !== undefined) checkId("gateway", input.directConnectGatewayId);
    const found = call.world.where("proposal", (proposal) => matches(proposal, input) && isInvolved(call, proposal));
    const { items, nextToken } = pageOf(found, input);
    return { directConnectGatewayAssociationProposals: items.map(proposalAnswer), nextToken };
  }),

  AcceptDirectConnectGatewayAssociationProposal: writes<Acceptance>((call) => {
    const { input, world } = call;
    const proposal = findRequested(call, input.proposalId, "AcceptDirectConnectGatewayAssociationProposal");
    checkAcceptance(call, proposal, input);
    const override = input.overrideAllowedPrefixesToDirectConnectGateway?.flatMap(({ cidr }) => cidr ?? []);
    const prefixes = override ?? proposal.requestedPrefixes;
    const gateway = findGateway(call, proposal.directConnectGatewayId);
    const existing = findExisting(call, proposal);
    checkAssociable(call, { gateway, cloudGateway: proposal.associatedGateway, prefixes, existing });
    const association = existing ?? newAssociation(call, proposal);
    association.allowedPrefixes = prefixes;
    const state = existing === undefined ? "associating" : "updating";
    world.change(association, state, { state: "associated", after: durations.association });
    end(world, proposal, "accepted");
    return { directConnectGatewayAssociation: associationAnswer(association) };
  }),

  DeleteDirectConnectGatewayAssociationProposal: writes<{ proposalId: string }>((call) => {
    const proposal = findRequested(call, call.input.proposalId, "DeleteDirectConnectGatewayAssociationProposal");
    end(call.world, proposal, "deleted");
    return { directConnectGatewayAssociationProposal: proposalAnswer(proposal) };
  }),
};

function findRequested(call: Asker, id: string, operation: string): ProposalRecord {
  checkId("proposal", id);
  const proposal = call.world.find("proposal", id);
  if (proposal === undefined || !isInvolved(call, proposal)) {
    throw refusal(simulatorTexts.notFound("Direct Connect Gateway Association Proposal", id));
  }
  if (proposal.state !== "requested") throw refusal(simulatorTexts.wrongState(operation, id, proposal.state));
  return proposal;
}

/** Only the gateway's owner accepts, naming who proposed, and in the Region of the gateway that is to be associated. */
function checkAcceptance(call: Asker, proposal: ProposalRecord, input: Acceptance): void {
  const { id, associatedGateway, directConnectGatewayOwnerAccount, directConnectGatewayId } = proposal;
  if (call.account !== directConnectGatewayOwnerAccount) {
    throw refusal(simulatorTexts.notOwner("AcceptDirectConnectGatewayAssociationProposal", directConnectGatewayId));
  }
  if (input.directConnectGatewayId !== directConnectGatewayId) {
    throw refusal(simulatorTexts.otherGateway(id, input.directConnectGatewayId));
  }
  if (input.associatedGatewayOwnerAccount !== associatedGateway.ownerAccount) {
    throw refusal(simulatorTexts.otherProposer(id, input.associatedGatewayOwnerAccount));
  }
  if (call.region !== associatedGateway.region) throw refusal(awsTexts.proposalGatewayNotFound(id));
}

function findExisting({ world }: Asker, proposal: ProposalRecord): AssociationRecord | undefined {
  const associations = world.linked("association", "cloudGateway", proposal.associatedGateway.id);
  return associations.find(({ directConnectGatewayId }) => directConnectGatewayId === proposal.directConnectGatewayId);
}

function newAssociation({ world }: Asker, proposal: ProposalRecord): AssociationRecord {
  const association: AssociationRecord = {
    kind: "association",
    id: world.ids.uuid(),
    order: 0,
    state: "associating",
    becomes: undefined,
    directConnectGatewayId: proposal.directConnectGatewayId,
    directConnectGatewayOwnerAccount: proposal.directConnectGatewayOwnerAccount,
    associatedGateway: proposal.associatedGateway,
    allowedPrefixes: [],
    stateChangeError: undefined,
  };
  world.add(association);
  return association;
}

function matches(proposal: ProposalRecord, filter: ProposalFilter): boolean {
  const fits = (wish: string | undefined, is: string) => wish === undefined || wish === is;
  return (
    fits(filter.proposalId, proposal.id) &&
    fits(filter.directConnectGatewayId, proposal.directConnectGatewayId) &&
    fits(filter.associatedGatewayId, proposal.associatedGateway.id)
  );
}

/** A proposal is between the owners of both gateways. */
function isInvolved({ account }: Asker, proposal: ProposalRecord): boolean {
  return account === proposal.directConnectGatewayOwnerAccount || account === proposal.associatedGateway.ownerAccount;
}

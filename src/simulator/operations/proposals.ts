import { associationAnswer, proposalAnswer } from "../answers/gateways.ts";
import { refusal } from "../rules/api-failure.ts";
import { findOwnCloudGateway } from "../rules/cloud-gateways.ts";
import { checkAssociable, checkFree, checkTransitPrefixes } from "../rules/gateway-association.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findGateway } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { changedPrefixes, checkAllowedPrefixes, cidrsOf, type PrefixInput } from "../rules/prefixes.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { associate } from "../world/associations.ts";
import { durations } from "../world/durations.ts";
import { end } from "../world/passing-of-time.ts";
import type { AssociatedGateway, AssociationRecord, GatewayRecord, ProposalRecord } from "../world/records.ts";
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
  readonly overrideAllowedPrefixesToDirectConnectGateway?: PrefixInput;
}

interface NewProposal {
  readonly directConnectGatewayId: string;
  readonly directConnectGatewayOwnerAccount: string;
  readonly gatewayId: string;
  readonly addAllowedPrefixesToDirectConnectGateway?: PrefixInput;
  readonly removeAllowedPrefixesToDirectConnectGateway?: PrefixInput;
}

export const proposals = {
  CreateDirectConnectGatewayAssociationProposal: writes<NewProposal>((call) => {
    const { input, world } = call;
    const { id, type, ownerAccount, region } = findOwnCloudGateway(call, input.gatewayId);
    const cloudGateway = { id, type, ownerAccount, region };
    const gateway = findNamedGateway(call, input);
    const existing = findExisting(call, gateway.id, id);
    const existingPrefixes = existing?.allowedPrefixes ?? [];
    const added = cidrsOf(input.addAllowedPrefixesToDirectConnectGateway);
    const removed = cidrsOf(input.removeAllowedPrefixesToDirectConnectGateway);
    const requestedPrefixes = changedPrefixes(existingPrefixes, added, removed);
    if (existing === undefined) checkFree(world, gateway, cloudGateway);
    checkPrefixes(cloudGateway, requestedPrefixes);
    const proposal: ProposalRecord = {
      kind: "proposal",
      id: world.ids.uuid(),
      order: 0,
      state: "requested",
      becomes: { state: "deleted", at: world.now + durations.proposalLife },
      directConnectGatewayId: gateway.id,
      directConnectGatewayOwnerAccount: gateway.ownerAccount,
      associatedGateway: cloudGateway,
      existingPrefixes,
      requestedPrefixes,
    };
    world.add(proposal);
    return { directConnectGatewayAssociationProposal: proposalAnswer(proposal) };
  }),

  DescribeDirectConnectGatewayAssociationProposals: reads<ProposalFilter>((call) => {
    const { input } = call;
    if (input.proposalId !== undefined) checkId("proposal", input.proposalId);
    if (input.directConnectGatewayId !== undefined) checkId("gateway", input.directConnectGatewayId);
    const found = [...candidates(call, input)].filter((proposal) => matches(proposal, input) && isInvolved(call, proposal));
    const { items, nextToken } = pageOf(found, input);
    return { directConnectGatewayAssociationProposals: items.map(proposalAnswer), nextToken };
  }),

  AcceptDirectConnectGatewayAssociationProposal: writes<Acceptance>((call) => {
    const { input, world } = call;
    const proposal = findRequested(call, input.proposalId, "AcceptDirectConnectGatewayAssociationProposal");
    checkAcceptance(call, proposal, input);
    const override = input.overrideAllowedPrefixesToDirectConnectGateway;
    const prefixes = override === undefined ? proposal.requestedPrefixes : cidrsOf(override);
    const gateway = findGateway(call, proposal.directConnectGatewayId);
    const existing = findExisting(call, gateway.id, proposal.associatedGateway.id);
    checkAssociable(call, { gateway, cloudGateway: proposal.associatedGateway, prefixes, existing });
    const association = existing ?? associate(world, gateway, proposal.associatedGateway);
    association.allowedPrefixes = prefixes;
    if (existing !== undefined) world.change(existing, "updating", { state: "associated", after: durations.association });
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

function findExisting({ world }: Asker, gatewayId: string, cloudGatewayId: string): AssociationRecord | undefined {
  const associations = world.linked("association", "cloudGateway", cloudGatewayId);
  return associations.find(({ directConnectGatewayId }) => directConnectGatewayId === gatewayId);
}

/** A gateway of the account that the asker names as its owner. */
function findNamedGateway(call: Asker, { directConnectGatewayId: id, directConnectGatewayOwnerAccount: owner }: NewProposal): GatewayRecord {
  checkId("gateway", id);
  const gateway = call.world.find("directConnectGateway", id);
  if (gateway?.ownerAccount !== owner) throw refusal(simulatorTexts.doesNotExist("Direct Connect Gateway", id));
  if (gateway.state === "deleting") throw refusal(simulatorTexts.gatewayNotReady(id, gateway.state));
  return gateway;
}

/** What the other gateway announces already, only its owner's acceptance finds out. */
function checkPrefixes({ type }: AssociatedGateway, prefixes: readonly string[]): void {
  checkAllowedPrefixes(prefixes);
  if (type === "transitGateway") checkTransitPrefixes(prefixes);
}

/** Only a request that names nothing is looked for among all. */
function candidates({ world }: Asker, { proposalId, directConnectGatewayId, associatedGatewayId }: ProposalFilter): Iterable<ProposalRecord> {
  if (proposalId !== undefined) return [world.find("proposal", proposalId) ?? []].flat();
  if (directConnectGatewayId !== undefined) return world.linked("proposal", "gateway", directConnectGatewayId);
  if (associatedGatewayId !== undefined) return world.linked("proposal", "cloudGateway", associatedGatewayId);
  return world.all("proposal");
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

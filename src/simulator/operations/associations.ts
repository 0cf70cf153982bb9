import { associationAnswer } from "../answers/gateways.ts";
import { refusal } from "../rules/api-failure.ts";
import { findOwnCloudGateway } from "../rules/cloud-gateways.ts";
import { checkAssociable } from "../rules/gateway-association.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, findGateway } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { changedPrefixes, cidrsOf, type PrefixInput } from "../rules/prefixes.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { associate, disassociate } from "../world/associations.ts";
import { durations } from "../world/durations.ts";
import type { AssociationRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

interface AssociationChoice {
  readonly associationId?: string;
  readonly directConnectGatewayId?: string;
  readonly virtualGatewayId?: string;
  readonly associatedGatewayId?: string;
}

export const associations = {
  DescribeDirectConnectGatewayAssociations: reads<PageInput & AssociationChoice>((call) => {
    const { input } = call;
    checkChoice(input);
    const names = ["associationId", "directConnectGatewayId", "virtualGatewayId", "associatedGatewayId"] as const;
    if (names.every((name) => input[name] === undefined)) throw refusal(simulatorTexts.filterNeeded(names));
    const { items, nextToken } = pageOf(findMatching(call, input), input);
    return { directConnectGatewayAssociations: items.map(associationAnswer), nextToken };
  }),

  CreateDirectConnectGatewayAssociation: writes<{
    directConnectGatewayId: string;
    gatewayId?: string;
    virtualGatewayId?: string;
    addAllowedPrefixesToDirectConnectGateway?: PrefixInput;
  }>((call) => {
    const { input, world } = call;
    const gateway = findGateway(call, input.directConnectGatewayId);
    const cloudGateway = findOwnCloudGateway(call, chooseGateway(input));
    const prefixes = cidrsOf(input.addAllowedPrefixesToDirectConnectGateway);
    checkAssociable(call, { gateway, cloudGateway, prefixes, existing: undefined });
    const association = associate(world, gateway, cloudGateway);
    association.allowedPrefixes = prefixes;
    return { directConnectGatewayAssociation: associationAnswer(association) };
  }),

  UpdateDirectConnectGatewayAssociation: writes<{
    associationId?: string;
    addAllowedPrefixesToDirectConnectGateway?: PrefixInput;
    removeAllowedPrefixesToDirectConnectGateway?: PrefixInput;
  }>((call) => {
    const { input, world } = call;
    const { association, gateway, cloudGateway } = findChangeable(call, input.associationId);
    const added = cidrsOf(input.addAllowedPrefixesToDirectConnectGateway);
    const removed = cidrsOf(input.removeAllowedPrefixesToDirectConnectGateway);
    const prefixes = changedPrefixes(association.allowedPrefixes, added, removed);
    checkAssociable(call, { gateway, cloudGateway, prefixes, existing: association });
    association.allowedPrefixes = prefixes;
    world.change(association, "updating", { state: "associated", after: durations.association });
    return { directConnectGatewayAssociation: associationAnswer(association) };
  }),

  DeleteDirectConnectGatewayAssociation: writes<AssociationChoice>((call) => {
    const { world } = call;
    const association = findOne(call, call.input);
    if (association.state !== "disassociating") disassociate(world, association);
    return { directConnectGatewayAssociation: associationAnswer(association) };
  }),
};

function chooseGateway({ gatewayId, virtualGatewayId }: { gatewayId?: string; virtualGatewayId?: string }): string {
  const id = gatewayId ?? virtualGatewayId;
  if (id === undefined || (gatewayId !== undefined && virtualGatewayId !== undefined)) {
    throw refusal(simulatorTexts.oneCloudGatewayExactly());
  }
  if (virtualGatewayId?.startsWith("tgw-") === true) throw refusal(awsTexts.virtualGatewayMissing(virtualGatewayId));
  return id;
}

/** One whose prefixes the asker may change now: it has to own the Direct Connect gateway; others make a new proposal. */
function findChangeable(call: Asker, associationId: string | undefined) {
  const operation = "UpdateDirectConnectGatewayAssociation";
  if (associationId === undefined) throw refusal(simulatorTexts.missingMember("associationId"));
  const association = findOne(call, { associationId });
  if (association.directConnectGatewayOwnerAccount !== call.account) {
    throw refusal(simulatorTexts.notOwner(operation, association.directConnectGatewayId));
  }
  if (association.associatedGateway === undefined) throw refusal(simulatorTexts.coreNetworkPrefixes(association.id));
  if (association.state !== "associated") throw refusal(simulatorTexts.wrongState(operation, association.id, association.state));
  const gateway = findGateway(call, association.directConnectGatewayId);
  return { association, gateway, cloudGateway: association.associatedGateway };
}

/** By its own id, or by both gateways as clients did before associations had ids. */
function findOne(call: Asker, choice: AssociationChoice): AssociationRecord {
  const { associationId, directConnectGatewayId, virtualGatewayId } = choice;
  checkChoice(choice);
  if (associationId === undefined && (directConnectGatewayId === undefined || virtualGatewayId === undefined)) {
    throw refusal(simulatorTexts.associationChoiceNeeded());
  }
  const [found] = findMatching(call, choice);
  if (found !== undefined) return found;
  const name = associationId ?? `of ${virtualGatewayId ?? ""} with ${directConnectGatewayId ?? ""}`;
  throw refusal(simulatorTexts.associationGone(name));
}

/** Those that the asker may know. Any one of the members leads to few, so none is looked for among all. */
function findMatching(call: Asker, choice: AssociationChoice): AssociationRecord[] {
  return candidates(call, choice).filter((association) => matches(association, choice) && isInvolved(call, association));
}

function candidates({ world }: Asker, choice: AssociationChoice): AssociationRecord[] {
  const { associationId, directConnectGatewayId, virtualGatewayId, associatedGatewayId } = choice;
  if (associationId !== undefined) return [world.find("association", associationId) ?? []].flat();
  if (directConnectGatewayId !== undefined) return world.linked("association", "gateway", directConnectGatewayId);
  const otherEnd = virtualGatewayId ?? associatedGatewayId ?? "";
  return [...world.linked("association", "cloudGateway", otherEnd), ...world.linked("association", "coreNetwork", otherEnd)];
}

function checkChoice({ associationId, directConnectGatewayId }: AssociationChoice): void {
  if (associationId !== undefined) checkId("association", associationId);
  if (directConnectGatewayId !== undefined) checkId("gateway", directConnectGatewayId);
}

function matches(association: AssociationRecord, choice: AssociationChoice): boolean {
  const fits = (wish: string | undefined, is: string) => wish === undefined || wish === is;
  return (
    fits(choice.associationId, association.id) &&
    fits(choice.directConnectGatewayId, association.directConnectGatewayId) &&
    fits(choice.virtualGatewayId, association.associatedGateway?.id ?? "") &&
    fits(choice.associatedGatewayId, otherEndOf(association)?.id ?? "")
  );
}

function otherEndOf({ associatedGateway, associatedCoreNetwork }: AssociationRecord) {
  return associatedGateway ?? associatedCoreNetwork;
}

/** An association belongs to the owners of both its gateways. */
function isInvolved({ account }: Asker, association: AssociationRecord): boolean {
  return account === association.directConnectGatewayOwnerAccount || account === otherEndOf(association)?.ownerAccount;
}

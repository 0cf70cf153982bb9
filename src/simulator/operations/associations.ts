import { associationAnswer } from "../answers/gateways.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkId } from "../rules/ids.ts";
import type { Asker } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { simulatorTexts } from "../rules/texts.ts";
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
    const found = call.world.where("association", (association) => {
      return matches(association, input) && isInvolved(call, association);
    });
    const { items, nextToken } = pageOf(found, input);
    return { directConnectGatewayAssociations: items.map(associationAnswer), nextToken };
  }),

  DeleteDirectConnectGatewayAssociation: writes<AssociationChoice>((call) => {
    const { world } = call;
    const association = findOne(call, call.input);
    if (association.state !== "disassociating") {
      world.change(association, "disassociating", { state: "disassociated", after: durations.association });
    }
    return { directConnectGatewayAssociation: associationAnswer(association) };
  }),
};

/** By its own id, or by both gateways as clients did before associations had ids. */
function findOne(call: Asker, choice: AssociationChoice): AssociationRecord {
  const { associationId, directConnectGatewayId, virtualGatewayId } = choice;
  checkChoice(choice);
  if (associationId === undefined && (directConnectGatewayId === undefined || virtualGatewayId === undefined)) {
    throw refusal(simulatorTexts.associationChoiceNeeded());
  }
  const [found] = call.world.where("association", (association) => {
    return matches(association, choice) && isInvolved(call, association);
  });
  if (found !== undefined) return found;
  const name = associationId ?? `of ${virtualGatewayId ?? ""} with ${directConnectGatewayId ?? ""}`;
  throw refusal(simulatorTexts.associationGone(name));
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
    fits(choice.virtualGatewayId, association.associatedGateway.id) &&
    fits(choice.associatedGatewayId, association.associatedGateway.id)
  );
}

/** An association belongs to the owners of both its gateways. */
function isInvolved({ account }: Asker, association: AssociationRecord): boolean {
  return account === association.directConnectGatewayOwnerAccount || account === association.associatedGateway.ownerAccount;
}

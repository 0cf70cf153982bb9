import { durations } from "./durations.ts";
import type { AssociatedGateway, AssociationRecord, GatewayRecord } from "./records.ts";
import { stateChangeTexts } from "./state-change-texts.ts";
import type { World } from "./world.ts";

/** Puts a new association of two gateways on its way. */
export function associate(world: World, gateway: GatewayRecord, cloudGateway: AssociatedGateway): AssociationRecord {
  const { id, type, ownerAccount, region } = cloudGateway;
  const association: AssociationRecord = {
    kind: "association",
    id: world.ids.uuid(),
    order: 0,
    state: "associating",
    becomes: { state: "associated", at: world.now + durations.association },
    directConnectGatewayId: gateway.id,
    directConnectGatewayOwnerAccount: gateway.ownerAccount,
    associatedGateway: { id, type, ownerAccount, region },
    associatedCoreNetwork: undefined,
    allowedPrefixes: [],
    stateChangeError: undefined,
  };
  world.add(association);
  return association;
}

export function disassociate(world: World, association: AssociationRecord): void {
  association.stateChangeError = undefined;
  world.change(association, "disassociating", { state: "disassociated", after: durations.association });
}

/** An association that is to be complete now: without a VPC behind it, it gets no further and says why. */
export function completeAssociation(world: World, association: AssociationRecord): void {
  const id = association.associatedGateway?.id ?? "";
  const isDetached = world.find("cloudGateway", id)?.attachedToVpc === false;
  association.stateChangeError = isDetached ? stateChangeTexts.associationWithoutVpc(id) : undefined;
  if (isDetached) world.change(association, "associating");
}

/** Takes a virtual private gateway off its VPC, which ends its associations, or puts it on one, so that those that wait go on. */
export function setVpc(world: World, id: string, attached: boolean): string | undefined {
  const gateway = world.find("cloudGateway", id);
  if (gateway?.type !== "virtualPrivateGateway") return `no virtual private gateway has the id "${id}"`;
  gateway.attachedToVpc = attached;
  for (const association of world.linked("association", "cloudGateway", id)) {
    if (!attached && association.state !== "associating" && association.state !== "disassociating") disassociate(world, association);
    if (attached && association.stateChangeError !== undefined) {
      world.change(association, "associating", { state: "associated", after: durations.association });
    }
  }
  return undefined;
}

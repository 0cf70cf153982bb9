import type { AssociatedGateway, AssociationRecord, GatewayRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { checkAllowedPrefixes, findOverlap } from "./prefixes.ts";
import { associationsOf, checkGatewayKind } from "./gateway-attachment.ts";
import type { Asker } from "./ownership.ts";
import { quotas } from "./quotas.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

export interface Union {
  readonly gateway: GatewayRecord;
  readonly cloudGateway: AssociatedGateway;
  readonly prefixes: readonly string[];
  /** The association that is changed, where there is one already. */
  readonly existing: AssociationRecord | undefined;
}

/**
 * Refuses two gateways that cannot be put together, and prefixes that they cannot announce. Only transit gateways share
 * out the prefixes among them: for a virtual private gateway they filter its VPC's own, and may be as wide as wished.
 */
export function checkAssociable({ world }: Asker, union: Union): void {
  const { gateway, cloudGateway, prefixes, existing } = union;
  if (gateway.state !== "available") throw refusal(simulatorTexts.gatewayNotReady(gateway.id, gateway.state));
  if (existing?.state === "disassociating") {
    throw refusal(simulatorTexts.gatewayTaken(cloudGateway.id, gateway.id));
  }
  if (existing === undefined) checkNew(world, gateway, cloudGateway);
  checkAllowedPrefixes(prefixes);
  if (cloudGateway.type !== "transitGateway") return;
  checkTransitPrefixes(prefixes);
  const others = associationsOf(world, gateway.id).filter((other) => other !== existing);
  const overlap = findOverlap(prefixes, others.flatMap((other) => other.allowedPrefixes));
  if (overlap !== undefined) throw refusal(simulatorTexts.prefixesOverlap(...overlap));
}

/** Prefixes towards a transit gateway are announced as they stand: there have to be some, and not too many. */
export function checkTransitPrefixes(prefixes: readonly string[]): void {
  if (prefixes.length === 0) throw refusal(simulatorTexts.prefixesNeeded());
  const quota = quotas.prefixesPerTransitGateway;
  if (prefixes.length > quota) throw refusal(simulatorTexts.prefixQuota(quota));
}

function checkNew(world: World, gateway: GatewayRecord, cloudGateway: AssociatedGateway): void {
  const isTransit = cloudGateway.type === "transitGateway";
  checkGatewayKind(world, gateway, isTransit ? "transit" : "private");
  const record = world.find("cloudGateway", cloudGateway.id);
  if (record === undefined && !world.settings.anyCloudGateway) {
    throw refusal(awsTexts.virtualGatewayMissing(cloudGateway.id));
  }
  if (isTransit && record?.amazonSideAsn === gateway.amazonSideAsn) {
    throw refusal(simulatorTexts.sameAsn(gateway.amazonSideAsn));
  }
  checkFree(world, gateway, cloudGateway);
  checkQuota(world, gateway, cloudGateway);
}

/** A virtual private gateway serves one VPC and one Direct Connect gateway; a transit gateway several, each once. */
export function checkFree(world: World, { id: gatewayId }: Pick<GatewayRecord, "id">, { id, type }: AssociatedGateway): void {
  const associations = world.linked("association", "cloudGateway", id);
  if (type === "transitGateway") {
    if (associations.some(({ directConnectGatewayId }) => directConnectGatewayId === gatewayId)) {
      throw refusal(simulatorTexts.gatewayTaken(id, gatewayId));
    }
    const quota = quotas.gatewaysPerTransitGateway;
    if (associations.length >= quota) throw refusal(simulatorTexts.transitGatewayQuota(id, quota));
    return;
  }
  if (world.find("cloudGateway", id)?.attachedToVpc === false) throw refusal(simulatorTexts.gatewayDetached(id));
  const [taken] = associations;
  if (taken !== undefined) throw refusal(simulatorTexts.gatewayTaken(id, taken.directConnectGatewayId));
}

function checkQuota(world: World, gateway: GatewayRecord, { type }: AssociatedGateway): void {
  const quota = type === "transitGateway" ? quotas.transitGatewaysPerGateway : quotas.virtualPrivateGatewaysPerGateway;
  const sameKind = associationsOf(world, gateway.id).filter((other) => other.associatedGateway?.type === type);
  if (sameKind.length >= quota) throw refusal(simulatorTexts.associationQuota(gateway.id, quota));
}

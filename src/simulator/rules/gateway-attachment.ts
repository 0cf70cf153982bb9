import type { AssociationRecord, CloudGatewayRecord, CloudGatewayType, GatewayRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { findCloudGateway } from "./cloud-gateways.ts";
import { isGone } from "../world/links.ts";
import { type Asker, findGateway } from "./ownership.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

export interface GatewayChoice {
  readonly virtualGatewayId?: string;
  readonly directConnectGatewayId?: string;
}

/** The one gateway that a private virtual interface is to be put on, which is or will be at a place in some Region. */
export function findPrivateGateway(
  asker: Asker,
  choice: GatewayChoice,
  place: { readonly region: string },
): CloudGatewayRecord | GatewayRecord {
  const { virtualGatewayId, directConnectGatewayId } = choice;
  if (directConnectGatewayId !== undefined && virtualGatewayId === undefined) {
    const gateway = findGateway(asker, directConnectGatewayId);
    checkAttachable(asker.world, gateway, "private");
    return gateway;
  }
  if (virtualGatewayId === undefined || directConnectGatewayId !== undefined) {
    throw refusal(simulatorTexts.oneGatewayExactly());
  }
  const gateway = findCloudGateway(asker, virtualGatewayId);
  const isUsable = gateway?.type === "virtualPrivateGateway" && gateway.ownerAccount === asker.account;
  if (!isUsable || gateway.region !== place.region) {
    throw refusal(simulatorTexts.virtualGatewayUnusable(virtualGatewayId));
  }
  return gateway;
}

/** Refuses a gateway that is not ready, is full, or serves the other kind of virtual interface. */
export function checkAttachable(world: World, gateway: GatewayRecord, kind: "private" | "transit"): void {
  if (gateway.state !== "available") throw refusal(simulatorTexts.gatewayNotReady(gateway.id, gateway.state));
  checkGatewayKind(world, gateway, kind);
  if (attachedTo(world, gateway.id).length >= quotas.virtualInterfacesPerGateway) {
    throw refusal(simulatorTexts.attachmentQuota(gateway.id, quotas.virtualInterfacesPerGateway));
  }
}

/** Private virtual interfaces and virtual private gateways never share a gateway with transit ones and transit gateways. */
export function checkGatewayKind(world: World, gateway: GatewayRecord, kind: "private" | "transit"): void {
  const otherKind = kind === "private" ? "transit" : "private";
  const otherGateway = kind === "private" ? "transitGateway" : "virtualPrivateGateway";
  const isMixed =
    attachedTo(world, gateway.id).some(({ virtualInterfaceType }) => virtualInterfaceType === otherKind) ||
    associationsOf(world, gateway.id).some((association) => typeOf(association) === otherGateway);
  if (isMixed) throw refusal(simulatorTexts.gatewayHoldsOtherKind(gateway.id, kind));
}

/** The virtual interfaces on a Direct Connect gateway, but for those that are gone. */
export function attachedTo(world: World, gatewayId: string): VirtualInterfaceRecord[] {
  return world.linked("virtualInterface", "gateway", gatewayId).filter((candidate) => !isGone(candidate));
}

/** A core network takes the place of transit gateways. */
function typeOf({ associatedGateway }: AssociationRecord): CloudGatewayType {
  return associatedGateway?.type ?? "transitGateway";
}

export function associationsOf(world: World, gatewayId: string) {
  return world.linked("association", "gateway", gatewayId);
}

import { isOver } from "./dependants.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import type { DirectConnectGateway, GatewayReference, Resource } from "./resource.ts";

/**
 * What a Direct Connect gateway connects: private virtual interfaces with virtual private gateways, or transit ones with
 * transit gateways and core networks.
 */
export type GatewayUse = "private" | "transit";

/**
 * What makes a Direct Connect gateway one of the uses: AWS allows it only one of them (DX304).
 * Empty for a gateway that nothing uses yet.
 */
export function usersOf(gateway: DirectConnectGateway, use: GatewayUse, inventory: Inventory): readonly Resource[] {
  return [
    ...resourcesOf(inventory, "attachment").filter((attachment) => attachment.type === use),
    ...resourcesOf(inventory, "association").filter((association) => useOf(association.gateway) === use),
    ...resourcesOf(inventory, "virtualInterface").filter((virtualInterface) => virtualInterface.type === use),
  ].filter((user) => user.directConnectGatewayId === gateway.id && !isOver(user));
}

/** What a gateway on the VPC's side makes of the Direct Connect gateway that it is associated with. */
export function useOf({ type }: GatewayReference): GatewayUse {
  return type === "virtualPrivateGateway" ? "private" : "transit";
}

/** Whether a virtual interface or a gateway of this use may join a Direct Connect gateway. */
export function accepts(gateway: DirectConnectGateway, use: GatewayUse, inventory: Inventory): boolean {
  return usersOf(gateway, use === "private" ? "transit" : "private", inventory).length === 0;
}

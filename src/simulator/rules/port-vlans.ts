import { hostedOn, virtualInterfacesOn } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

const lastVlan = 4094;

/** Refuses a number that no VLAN can have: 802.1Q keeps 0 and 4095 for itself. */
export function checkVlan(vlan: number): void {
  if (vlan < 1 || vlan > lastVlan) throw refusal(simulatorTexts.vlanOutOfRange(vlan, lastVlan));
}

/**
 * Refuses a VLAN that a virtual interface or a hosted connection on the port has already, one that is being deleted
 * included. What is `moving` may keep its own.
 */
export function checkVlanFree(world: World, portId: string, vlan: number, moving?: { readonly id: string }): void {
  const carried = [...virtualInterfacesOn(world, portId), ...hostedOn(world, portId)];
  const holder = carried.find((candidate) => candidate.vlan === vlan && candidate.id !== moving?.id);
  if (holder !== undefined) throw refusal(simulatorTexts.vlanInUse(vlan, portId, holder.id));
}

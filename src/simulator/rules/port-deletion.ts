import { hostedOn, type Port, virtualInterfacesOn } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { checkLeaving } from "./lag-membership.ts";
import { simulatorTexts } from "./texts.ts";

/** Refuses to delete a port that carries something, or without which its LAG would have too few links. */
export function checkDeletable(world: World, port: Port): void {
  const virtualInterfaces = virtualInterfacesOn(world, port.id).length;
  if (virtualInterfaces > 0) throw refusal(simulatorTexts.hasVirtualInterfaces(port.id, virtualInterfaces));
  const hosted = hostedOn(world, port.id).length;
  if (hosted > 0) throw refusal(simulatorTexts.hasHostedConnections(port.id, hosted));
  if (port.kind !== "lag") checkLeaving(world, port, "be deleted");
}

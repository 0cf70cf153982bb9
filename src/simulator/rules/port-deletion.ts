import { hostedOn, membersOf, type Port, virtualInterfacesOn } from "../world/links.ts";
import type { ConnectionRecord, InterconnectRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** Refuses to delete a port that carries something, or without which its LAG would have too few links. */
export function checkDeletable(world: World, port: Port): void {
  const virtualInterfaces = virtualInterfacesOn(world, port.id).length;
  if (virtualInterfaces > 0) throw refusal(simulatorTexts.hasVirtualInterfaces(port.id, virtualInterfaces));
  const hosted = hostedOn(world, port.id).length;
  if (hosted > 0) throw refusal(simulatorTexts.hasHostedConnections(port.id, hosted));
  if (port.kind !== "lag") checkMinimumLinks(world, port);
}

function checkMinimumLinks(world: World, link: ConnectionRecord | InterconnectRecord): void {
  const lag = link.lagId === undefined ? undefined : world.find("lag", link.lagId);
  if (lag === undefined) return;
  const remaining = membersOf(world, lag).filter((member) => member !== link && member.state !== "deleting").length;
  if (remaining < lag.minimumLinks) {
    throw refusal(simulatorTexts.belowMinimumLinks(link.id, lag.id, lag.minimumLinks));
  }
}

import { isHosted, virtualInterfacesOn } from "../world/links.ts";
import type { ConnectionRecord, LagRecord, VirtualInterfaceType } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { checkId } from "./ids.ts";
import { type Asker, findConnection, findLag } from "./ownership.ts";
import { checkVlan, checkVlanFree } from "./port-vlans.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

/** What can carry virtual interfaces. */
export type Carrier = ConnectionRecord | LagRecord;

/** The asker's connection or LAG, in service, that may carry virtual interfaces of its own. */
export function findCarrier(asker: Asker, id: string): Carrier {
  checkId("port", id);
  const carrier = id.startsWith("dxlag-") ? findLag(asker, id) : findConnection(asker, id);
  if (carrier.state !== "available" && carrier.state !== "down") {
    throw refusal(simulatorTexts.connectionUnavailable(id, carrier.state));
  }
  if (carrier.kind === "connection" && carrier.lagId !== undefined) throw refusal(simulatorTexts.inLag(id, carrier.lagId));
  const isPartners = carrier.kind === "lag" && carrier.allowsHostedConnections && asker.world.settings.partners !== undefined;
  if (isPartners) throw refusal(simulatorTexts.lagForHosted(id));
  return carrier;
}

/** What is to be put on a carrier. */
export interface Load {
  readonly virtualInterfaceType: VirtualInterfaceType;
  readonly vlan: number;
  /** The virtual interface itself, where it exists already. */
  readonly id?: string;
}

/** Refuses a VLAN that is not to be had, and one virtual interface too many. */
export function checkRoom(world: World, carrier: Carrier, load: Load): void {
  checkVlan(load.vlan);
  const carried = virtualInterfacesOn(world, carrier.id).filter(({ id }) => id !== load.id);
  if (carrier.kind === "connection" && isHosted(carrier)) {
    if (carrier.vlan !== undefined && load.vlan !== carrier.vlan) throw refusal(simulatorTexts.vlanOfHosted(carrier.id, carrier.vlan));
    checkCount(carrier.id, carried.length, quotas.virtualInterfacesPerHostedConnection);
  } else {
    checkVlanFree(world, carrier.id, load.vlan, load.id === undefined ? undefined : { id: load.id });
    const isTransit = load.virtualInterfaceType === "transit";
    const ofKind = carried.filter(({ virtualInterfaceType }) => (virtualInterfaceType === "transit") === isTransit);
    checkCount(carrier.id, ofKind.length, isTransit ? quotas.transitPerPort : quotas.privateAndPublicPerPort);
    checkCount(carrier.id, carried.length, quotas.virtualInterfacesPerPort);
  }
}

function checkCount(id: string, count: number, quota: number): void {
  if (count >= quota) throw refusal(simulatorTexts.virtualInterfaceQuota(id, quota));
}

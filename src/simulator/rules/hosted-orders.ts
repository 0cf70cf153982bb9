import { findPort, isGone, isInService, type Port, virtualInterfacesOn } from "../world/links.ts";
import type { ConnectionRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { checkName } from "./attributes.ts";
import { megabitsOf } from "./bandwidths.ts";
import { checkAddressesApart } from "./carried-addresses.ts";
import { checkId } from "./ids.ts";
import { checkAtRest } from "./lag-membership.ts";
import { type Asker, checkAccount, checkPartner, findLivePort, isOwn } from "./ownership.ts";
import { checkVlan, checkVlanFree } from "./port-vlans.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** What a partner orders for a customer. */
export interface HostedOrder {
  readonly ownerAccount: string;
  readonly bandwidth: string;
  readonly connectionName: string;
  readonly vlan: number;
}

/** The partner's interconnect or LAG that takes hosted connections now. */
export function findHost(asker: Asker, id: string): Port {
  checkPartner(asker);
  const port = findLivePort(asker, id);
  if (!takesHosted(asker.world, port)) throw refusal(simulatorTexts.takesNoHosted(id));
  if (port.kind === "interconnect" && port.lagId !== undefined) throw refusal(simulatorTexts.inLag(id, port.lagId));
  if (!isInService(port)) throw refusal(awsTexts.connectionTransitioning(id));
  return port;
}

/** A hosted connection on a port of the asker's, whoever owns it. */
export function findCarried(asker: Asker, id: string): ConnectionRecord {
  checkId("connection", id);
  const found = asker.world.find("connection", id);
  const carrier = found?.parentConnectionId === undefined ? undefined : findPort(asker.world, found.parentConnectionId);
  if (found === undefined || isGone(found) || carrier === undefined || !isOwn(asker, carrier)) {
    throw refusal(awsTexts.connectionNotFound(id));
  }
  return found;
}

/** Refuses a hosted connection that the port cannot carry. `bandwidths` are those that the call takes. */
export function checkHostedOrder(asker: Asker, parent: Port, order: HostedOrder, bandwidths: readonly string[]): void {
  checkName(order.connectionName);
  checkAccount(order.ownerAccount);
  if (!bandwidths.includes(order.bandwidth)) throw refusal(simulatorTexts.bandwidthInvalid(order.bandwidth, bandwidths));
  checkFits(order.bandwidth, parent);
  checkVlan(order.vlan);
  checkVlanFree(asker.world, parent.id, order.vlan);
}

/** Refuses to move a hosted connection where it cannot be. */
export function checkHostedMove(world: World, hosted: ConnectionRecord, parent: Port): void {
  if (hosted.parentConnectionId === parent.id) throw refusal(simulatorTexts.alreadyCarried(hosted.id, parent.id));
  checkAtRest(hosted);
  if (hosted.location !== parent.location) throw refusal(simulatorTexts.otherLocation(hosted.id, hosted.location, parent.location));
  checkFits(hosted.bandwidth, parent);
  if (hosted.vlan !== undefined) checkVlanFree(world, parent.id, hosted.vlan, hosted);
  checkAddressesApart(world, virtualInterfacesOn(world, hosted.id), parent);
}

/** A LAG does where it was made for it; where an estate names no partners, everyone is one and any LAG will do. */
function takesHosted(world: World, port: Port): boolean {
  if (port.kind === "lag") return port.allowsHostedConnections || world.settings.partners === undefined;
  return port.kind === "interconnect";
}

function checkFits(bandwidth: string, parent: Port): void {
  if ((megabitsOf(bandwidth) ?? 0) > (megabitsOf(parent.bandwidth) ?? 0)) {
    throw refusal(simulatorTexts.hostedTooFast(bandwidth, parent.id, parent.bandwidth));
  }
}

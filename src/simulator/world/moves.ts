import { durations } from "./durations.ts";
import { isInService, type Link, type Port, setSession, settlePort } from "./links.ts";
import type { ConnectionRecord, VirtualInterfaceRecord } from "./records.ts";
import type { World } from "./world.ts";

/** Puts a virtual interface on another port. Its sessions go down and come up again there. */
export function moveVirtualInterface(world: World, virtualInterface: VirtualInterfaceRecord, port: Port): void {
  const { id, location, jumboFrameCapable } = port;
  world.tie(virtualInterface, { connectionId: id, location, jumboFrameCapable });
  if (!isInService(virtualInterface)) return;
  for (const peer of virtualInterface.bgpPeers) setSession(world, peer, "down");
  world.change(virtualInterface, "pending", { state: "available", after: durations.session });
}

/** Puts a hosted connection on another port. What it carries is interrupted meanwhile. */
export function moveHostedConnection(world: World, hosted: ConnectionRecord, port: Port): void {
  world.tie(hosted, {
    parentConnectionId: port.id,
    awsDeviceV2: port.awsDeviceV2,
    awsLogicalDeviceId: port.awsLogicalDeviceId,
  });
  interrupt(world, hosted);
}

/** Takes a link that is in service out of it for as long as its rewiring takes. */
export function interrupt(world: World, link: Link): void {
  if (!isInService(link)) return;
  world.change(link, "pending", { state: "available", after: durations.rewiring });
  settlePort(world, link);
}

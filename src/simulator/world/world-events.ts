import { setVpc } from "./associations.ts";
import { advanceReview } from "./reviews.ts";
import { refreshSessions, settlePort } from "./links.ts";
import { rejectOrder } from "./rejections.ts";
import type { BgpPeerRecord } from "./records.ts";
import type { World } from "./world.ts";

export const worldEvents = ["linkDown", "linkUp", "bgpDown", "bgpUp", "approve", "reject", "detachVpc", "attachVpc"] as const;
export type WorldEvent = (typeof worldEvents)[number];

/** Does what people and cables do; tells what stands in the way, or undefined when it is done. */
export function bringAbout(world: World, event: WorldEvent, id: string): string | undefined {
  switch (event) {
    case "linkDown":
    case "linkUp":
      return setLink(world, id, event === "linkDown");
    case "bgpDown":
    case "bgpUp":
      return setSessions(world, id, event === "bgpDown");
    case "approve":
      return advanceReview(world, id);
    case "reject":
      return rejectOrder(world, id);
    case "detachVpc":
    case "attachVpc":
      return setVpc(world, id, event === "attachVpc");
  }
}

function setLink(world: World, id: string, down: boolean): string | undefined {
  const link = world.find("connection", id) ?? world.find("interconnect", id);
  if (link === undefined) return `no connection or interconnect has the id "${id}"`;
  link.linkDown = down;
  settlePort(world, link);
  return undefined;
}

function setSessions(world: World, id: string, down: boolean): string | undefined {
  const peers = findPeers(world, id);
  if (peers.length === 0) return `no virtual interface and no BGP peer has the id "${id}"`;
  for (const peer of peers) {
    peer.sessionDown = down;
    const virtualInterface = world.find("virtualInterface", peer.virtualInterfaceId);
    if (virtualInterface !== undefined) refreshSessions(world, virtualInterface);
  }
  return undefined;
}

function findPeers(world: World, id: string): readonly BgpPeerRecord[] {
  const whole = world.find("virtualInterface", id);
  if (whole !== undefined) return whole.bgpPeers;
  for (const virtualInterface of world.all("virtualInterface")) {
    const peer = virtualInterface.bgpPeers.find((candidate) => candidate.id === id);
    if (peer !== undefined) return [peer];
  }
  return [];
}

import { dependantsOf, isOver } from "./dependants.ts";
import { healthOf } from "./health.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { leastLinks, linksIn } from "./lag-links.ts";
import type { Attachment, BgpPeer, Lag, Resource, VirtualInterface } from "./resource.ts";

/** What works now and no more when some resources are taken away. */
export interface Loss {
  /** All that hangs on them, also through others, without themselves. */
  readonly dependants: readonly Resource[];
  /** LAGs that are up and keep too few links for it. */
  readonly lags: readonly StarvedLag[];
  /** BGP sessions that are up and go down. */
  readonly sessions: readonly BgpPeer[];
  /** Gateways that stay, and that no BGP session over Direct Connect reaches any more. */
  readonly cutOff: readonly Resource[];
}

export interface StarvedLag {
  readonly lag: Lag;
  /** How many of its links stay up. */
  readonly links: number;
}

export const noLoss: Loss = { dependants: [], lags: [], sessions: [], cutOff: [] };

/** What is lost with the resources, as far as the inventory shows it. */
export function lossOf(taken: readonly Resource[], inventory: Inventory): Loss {
  const own = new Set(taken.map(({ key }) => key));
  const lags = starvedLags(taken, inventory);
  const roots = [...taken, ...lags.map(({ lag }) => lag)];
  const found = new Map(roots.flatMap((root) => dependantsOf(inventory, root)).map((dependant) => [dependant.key, dependant]));
  const dependants = [...found.values()].filter(({ key }) => !own.has(key));
  const gone = new Set([...own, ...found.keys()]);
  const sessions = resourcesOf(inventory, "bgpPeer").filter((peer) => gone.has(peer.key) && isUp(peer));
  return { dependants, lags, sessions, cutOff: cutOffBy(sessions, gone, inventory) };
}

function isUp(peer: BgpPeer): boolean {
  return peer.bgpStatus === "up" && !isOver(peer);
}

function starvedLags(taken: readonly Resource[], inventory: Inventory): readonly StarvedLag[] {
  const own = new Set(taken.map(({ key }) => key));
  const all = linksIn(inventory);
  return resourcesOf(inventory, "lag").flatMap((lag) => {
    const up = all.filter((link) => link.lagId === lag.id && healthOf(link) === "good");
    const links = up.filter(({ key }) => !own.has(key)).length;
    const isStarved = !own.has(lag.key) && healthOf(lag) === "good" && links < up.length && links < leastLinks(lag);
    return isStarved ? [{ lag, links }] : [];
  });
}

/** An attached virtual interface that is not listed, as another account's, may be another way: nothing tells. */
function cutOffBy(sessions: readonly BgpPeer[], gone: ReadonlySet<string>, inventory: Inventory): readonly Resource[] {
  const virtualInterfaces = new Map(resourcesOf(inventory, "virtualInterface").map((one) => [one.id, one]));
  const attachments = resourcesOf(inventory, "attachment").filter((one) => !isOver(one));
  const gatewaysOf = (peers: readonly BgpPeer[]): ReadonlySet<string> =>
    new Set(peers.flatMap(({ virtualInterfaceId: id }) => [...gatewayIdsOf(virtualInterfaces.get(id)), ...attachedTo(id, attachments)]));
  const lost = gatewaysOf(sessions);
  const reached = gatewaysOf(resourcesOf(inventory, "bgpPeer").filter((peer) => !gone.has(peer.key) && isUp(peer)));
  const unlisted = attachments.filter((one) => !virtualInterfaces.has(one.virtualInterfaceId));
  const maybeReached = new Set(unlisted.map(({ directConnectGatewayId }) => directConnectGatewayId));
  return inventory.resources.filter(
    ({ kind, id, key }) => isGateway(kind) && lost.has(id) && !reached.has(id) && !maybeReached.has(id) && !gone.has(key),
  );
}

function gatewayIdsOf(virtualInterface: VirtualInterface | undefined): readonly string[] {
  return [virtualInterface?.directConnectGatewayId, virtualInterface?.virtualGatewayId].filter((id) => id !== undefined);
}

function attachedTo(virtualInterfaceId: string, attachments: readonly Attachment[]): readonly string[] {
  return attachments.filter((one) => one.virtualInterfaceId === virtualInterfaceId).map((one) => one.directConnectGatewayId);
}

function isGateway(kind: Resource["kind"]): boolean {
  return kind === "directConnectGateway" || kind === "virtualPrivateGateway";
}

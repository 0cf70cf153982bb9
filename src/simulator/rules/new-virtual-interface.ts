import { durations } from "../world/durations.ts";
import type { CloudGatewayRecord, GatewayRecord, VirtualInterfaceRecord, VirtualInterfaceType } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { amazonPublicAsn } from "./asns.ts";
import { checkName } from "./attributes.ts";
import { type Carrier, checkRoom } from "./carriers.ts";
import { checkMtu, standardMtu } from "./mtus.ts";
import type { Asker } from "./ownership.ts";
import { choosePeer, newPeer, type PeerWish } from "./peers.ts";
import { checkGatewayPool, choosePrefixCounts, type PrefixCounts } from "./prefix-pools.ts";
import type { PrefixInput } from "./prefixes.ts";
import { checkRateLimit } from "./rate-limits.ts";
import { chooseRouteFilters } from "./route-filters.ts";
import { readNewTags, type TagInput } from "./tags.ts";
import { simulatorTexts } from "./texts.ts";

/** What requests for a new virtual interface say of it, whatever its type. */
export interface VirtualInterfaceWish extends PeerWish, Partial<PrefixCounts> {
  readonly virtualInterfaceName?: string;
  readonly vlan?: number;
  readonly mtu?: number;
  readonly rateLimit?: string;
  readonly enableSiteLink?: boolean;
  readonly routeFilterPrefixes?: PrefixInput;
  readonly tags?: TagInput;
}

export interface Draft {
  readonly virtualInterfaceType: VirtualInterfaceType;
  readonly carrier: Carrier;
  readonly ownerAccount: string;
  /** Undefined on a public one, and on one that its owner has yet to put on a gateway. */
  readonly gateway: CloudGatewayRecord | GatewayRecord | undefined;
  /** The first state: what waits for its owner, for a review, or for BGP. */
  readonly state: "confirming" | "verifying" | "pending";
  readonly wish: VirtualInterfaceWish;
}

/** Makes a virtual interface, or refuses and makes nothing. */
export function makeVirtualInterface(asker: Asker, draft: Draft): VirtualInterfaceRecord {
  const { world } = asker;
  const { virtualInterfaceType, carrier, ownerAccount } = draft;
  const identity = checkIdentity(draft.wish);
  checkRoom(world, carrier, { virtualInterfaceType, vlan: identity.vlan });
  const limits = chooseLimits(world, draft);
  const attachment = chooseAttachment(draft);
  const prefixes = choosePrefixes(world, draft);
  const { amazonSideAsn } = attachment;
  const session = choosePeer(world, draft.wish, { portId: carrier.id, account: ownerAccount, type: virtualInterfaceType, amazonSideAsn });
  const id = world.ids.resource("dxvif");
  const virtualInterface: VirtualInterfaceRecord = {
    kind: "virtualInterface",
    id,
    order: 0,
    state: draft.state,
    becomes: undefined,
    ownerAccount,
    region: carrier.region,
    location: carrier.location,
    connectionId: carrier.id,
    virtualInterfaceType,
    ...identity,
    ...limits,
    ...attachment,
    ...prefixes,
    ...session,
    bgpPeers: [newPeer(world, id, session)],
  };
  world.add(virtualInterface);
  begin(asker, virtualInterface);
  return virtualInterface;
}

/** Sets a virtual interface going from its first state, or from the one that a confirmation brings. */
export function begin({ world }: Pick<Asker, "world">, virtualInterface: VirtualInterfaceRecord): void {
  if (virtualInterface.state === "verifying") {
    world.change(virtualInterface, "verifying", { state: "pending", after: durations.review });
    for (const peer of virtualInterface.bgpPeers) world.change(peer, "verifying");
  }
  if (virtualInterface.state === "pending") {
    world.change(virtualInterface, "pending", { state: "available", after: durations.session });
    for (const peer of virtualInterface.bgpPeers) world.change(peer, "pending");
  }
}

function chooseLimits(world: World, { virtualInterfaceType, carrier, wish }: Draft) {
  const { mtu = standardMtu, rateLimit } = wish;
  checkMtu(virtualInterfaceType, mtu, carrier);
  if (rateLimit !== undefined) checkRateLimit(world, carrier, rateLimit);
  return { mtu, rateLimit, jumboFrameCapable: carrier.jumboFrameCapable };
}

function chooseAttachment({ gateway, wish }: Draft) {
  const { enableSiteLink: siteLinkEnabled = false } = wish;
  if (gateway?.kind === "directConnectGateway") {
    const { id, amazonSideAsn } = gateway;
    return { amazonSideAsn, siteLinkEnabled, virtualGatewayId: "", directConnectGatewayId: id, attachmentState: "attaching" as const };
  }
  if (siteLinkEnabled) throw refusal(simulatorTexts.siteLinkWithoutGateway());
  const { amazonSideAsn = amazonPublicAsn, id: virtualGatewayId = "" } = gateway ?? {};
  return { amazonSideAsn, siteLinkEnabled, virtualGatewayId, directConnectGatewayId: "", attachmentState: undefined };
}

/** What it may announce: a public one lists it, the others have a number of prefixes. */
function choosePrefixes(world: World, { virtualInterfaceType, carrier, gateway, wish }: Draft) {
  if (virtualInterfaceType === "public") {
    return {
      routeFilterPrefixes: chooseRouteFilters(wish.routeFilterPrefixes ?? [], wish.addressFamily ?? "ipv4"),
      prefixPoolAllocatedCountIpv4: undefined,
      prefixPoolAllocatedCountIpv6: undefined,
    };
  }
  const counts = choosePrefixCounts(world, carrier, wish);
  if (gateway?.kind === "directConnectGateway") checkGatewayPool(world, gateway.id, counts);
  return { routeFilterPrefixes: [], ...counts };
}

/** The model leaves name and VLAN of a transit virtual interface open; without them there is nothing to make. */
function checkIdentity(wish: VirtualInterfaceWish) {
  const { virtualInterfaceName: name, vlan } = wish;
  if (name === undefined) throw refusal(simulatorTexts.brokenConstraints([simulatorTexts.missingMember("virtualInterfaceName")]));
  if (vlan === undefined) throw refusal(simulatorTexts.brokenConstraints([simulatorTexts.missingMember("vlan")]));
  checkName(name);
  return { name, vlan, tags: readNewTags(wish.tags) };
}

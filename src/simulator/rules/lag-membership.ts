import { hostedOn, lagOf, type Link, membersOf, virtualInterfacesOn } from "../world/links.ts";
import type { LagRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { ApiFailure, refusal } from "./api-failure.ts";
import { checkAddressesApart } from "./carried-addresses.ts";
import { checkLinkCount } from "./port-orders.ts";
import { prefixesOf, prefixPoolLeft, rateLimiterUse } from "./port-usage.ts";
import { checkVlanFree } from "./port-vlans.ts";
import { quotas } from "./quotas.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** What the links of a LAG have in common. */
export type LagForm = Pick<LagRecord, "location" | "bandwidth" | "awsDeviceV2" | "macSecCapable">;

/** Refuses a link that cannot become a member of a LAG, or must not leave the one that it is in. */
export function checkJoin(world: World, link: Link, lag: LagRecord): void {
  if (link.lagId === lag.id) throw refusal(simulatorTexts.alreadyInLag(link.id, lag.id));
  checkLike(link, lag, lag.id);
  checkLinkCount(lag.bandwidth, membersOf(world, lag).length + 1);
  checkLeaving(world, link, "leave it");
  checkCarried(world, link, lag);
}

/** Refuses a link that differs from what a LAG's links have in common, or is not at rest. */
export function checkLike(link: Link, form: LagForm, lagId: string): void {
  if (link.kind === "connection" && link.parentConnectionId !== undefined) throw refusal(simulatorTexts.hostedInLag(link.id));
  checkAtRest(link);
  for (const what of ["location", "bandwidth"] as const) {
    if (link[what] !== form[what]) throw refusal(simulatorTexts.unlikeLag(what, link[what], lagId, form[what]));
  }
  if (isElsewhere(link, form)) {
    throw refusal(simulatorTexts.unlikeLag("AWS device", link.awsDeviceV2 ?? "", lagId, form.awsDeviceV2 ?? ""));
  }
  if (link.macSecCapable !== form.macSecCapable) throw refusal(awsTexts.macSecMismatch(link.id));
}

/** Refuses a link in the middle of a change. */
export function checkAtRest(link: Link): void {
  if (link.state === "pending" || link.state === "deleting") throw refusal(awsTexts.connectionTransitioning(link.id));
}

/** Refuses to take a link out of its LAG where too few would be left. The last one may always go. */
export function checkLeaving(world: World, link: Link, doing: string): void {
  const lag = lagOf(world, link);
  if (lag === undefined) return;
  const remaining = membersOf(world, lag).filter((member) => member !== link && member.state !== "deleting").length;
  if (remaining > 0 && remaining < lag.minimumLinks) {
    throw refusal(simulatorTexts.belowMinimumLinks({ id: link.id, lagId: lag.id, minimum: lag.minimumLinks, doing }));
  }
}

/** One of them may not have its device yet, as long as nobody has approved it. */
function isElsewhere(link: Link, form: LagForm): boolean {
  const known = link.awsDeviceV2 !== undefined && form.awsDeviceV2 !== undefined;
  return known && link.awsDeviceV2 !== form.awsDeviceV2;
}

/** What is on the link moves to the LAG with it and has to fit there. */
function checkCarried(world: World, link: Link, lag: LagRecord): void {
  const moving = virtualInterfacesOn(world, link.id);
  for (const item of [...moving, ...hostedOn(world, link.id)]) {
    if (item.vlan !== undefined) checkVlanFree(world, lag.id, item.vlan);
  }
  checkCounts([...virtualInterfacesOn(world, lag.id), ...moving], lag);
  checkAddressesApart(world, moving, lag);
  checkShares(world, moving, lag);
}

/** How many virtual interfaces of each kind, and together, a LAG may come to have. */
function checkCounts(all: readonly VirtualInterfaceRecord[], lag: LagRecord): void {
  const transit = all.filter(({ virtualInterfaceType }) => virtualInterfaceType === "transit").length;
  const counts = [
    [transit, quotas.transitPerPort],
    [all.length - transit, quotas.privateAndPublicPerPort],
    [all.length, quotas.virtualInterfacesPerPort],
  ] as const;
  for (const [count, quota] of counts) if (count > quota) throw refusal(simulatorTexts.movingTooMany(lag.id, quota));
}

function checkShares(world: World, moving: readonly VirtualInterfaceRecord[], lag: LagRecord): void {
  const limited = moving.filter(({ rateLimit }) => rateLimit !== undefined).length;
  if (limited > rateLimiterUse(world, lag.id).remaining) {
    throw new ApiFailure("LimitExceededException", 400, simulatorTexts.rateLimiterQuota(lag.id, quotas.rateLimitersPerConnection));
  }
  const left = prefixPoolLeft(world, lag);
  const fits = prefixesOf(moving, "ipv4") <= left.ipv4 && prefixesOf(moving, "ipv6") <= left.ipv6;
  if (!fits) throw refusal(simulatorTexts.movingPrefixes(lag.id));
}

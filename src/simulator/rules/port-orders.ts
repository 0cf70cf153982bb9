import { findDevice, hasRoom } from "../world/devices.ts";
import { isGone, membersOf } from "../world/links.ts";
import type { AvailableBillingMode, LagRecord, LocationRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { type Asker, ownOf } from "./ownership.ts";
import { quotas } from "./quotas.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** What somebody asks of a location. */
export interface PortOrder {
  readonly location: string;
  readonly bandwidth: string;
  readonly providerName?: string | undefined;
  readonly requestMACSec?: boolean | undefined;
  readonly billingMode?: string | undefined;
}

/** How a port is paid unless somebody chooses. */
export const standardBillingMode = "PayAsYouGo";

/** What an order says of the port to be. */
export function portOf({ account, region }: Asker, order: PortOrder, device: string) {
  const { location, bandwidth, providerName, requestMACSec = false } = order;
  return { ownerAccount: account, region, location, bandwidth, device, providerName, macSec: requestMACSec };
}

/** Refuses what the location does not offer in the asker's Region. `speeds` are those that the call takes at all. */
export function checkOrder(asker: Asker, order: PortOrder, speeds: readonly string[]): void {
  const { bandwidth, providerName } = order;
  const location = findLocation(asker, order.location);
  if (!speeds.includes(bandwidth)) throw refusal(simulatorTexts.bandwidthInvalid(bandwidth, speeds));
  const { locationCode, availablePortSpeeds, availableMacSecPortSpeeds, availableProviders } = location;
  if (!availablePortSpeeds.includes(bandwidth)) {
    throw refusal(simulatorTexts.speedNotOffered(locationCode, bandwidth, availablePortSpeeds));
  }
  if (order.requestMACSec === true && !availableMacSecPortSpeeds.includes(bandwidth)) {
    throw refusal(simulatorTexts.macSecNotOffered(locationCode, bandwidth));
  }
  if (providerName !== undefined && !availableProviders.includes(providerName)) {
    throw refusal(simulatorTexts.providerUnknown(locationCode, providerName, availableProviders));
  }
  if (order.billingMode !== undefined) checkBillingMode(location, bandwidth, order.billingMode);
}

/** Refuses a billing mode that a port's location does not offer at its speed. */
export function checkBillingOf(asker: Asker, port: { readonly location: string; readonly bandwidth: string }, mode: string): void {
  checkBillingMode(findLocation(asker, port.location), port.bandwidth, mode);
}

/** How the ports of a location can be paid; as they are used, unless the location says more. */
export function billingModesOf(location: LocationRecord): readonly AvailableBillingMode[] {
  const { availableBillingModes, availablePortSpeeds, region } = location;
  return availableBillingModes ?? [{ billingMode: standardBillingMode, availablePortSpeeds, includedRegions: [region] }];
}

/** Refuses dedicated connections beyond what an account can have at a location. */
export function checkConnectionQuota(asker: Asker, location: string, added: number): void {
  const there = ownOf(asker, "connection").filter(
    (connection) => connection.location === location && connection.parentConnectionId === undefined && !isGone(connection),
  );
  if (there.length + added > quotas.connectionsPerLocation) {
    throw refusal(simulatorTexts.connectionQuota(location, asker.region, quotas.connectionsPerLocation));
  }
}

/** The device on which as many ports are free; a LAG's new members go where the LAG is. */
export function findFreeDevice(asker: Asker, order: PortOrder, wanted: number, device?: string): string {
  const place = { region: asker.region, location: order.location, bandwidth: order.bandwidth };
  const found = device ?? findDevice(asker.world, place, wanted);
  if (found === undefined || !hasRoom(asker.world, place, found, wanted)) {
    throw refusal(simulatorTexts.noPortsLeft(order.location, order.bandwidth, wanted));
  }
  return found;
}

/** Refuses an order for a new link of a LAG that would not be like its others, or one too many. */
export function checkOrderForLag(world: World, lag: LagRecord, order: PortOrder): void {
  checkSame("location", order.location, lag);
  checkSame("bandwidth", order.bandwidth, lag);
  if ((order.requestMACSec ?? false) !== lag.macSecCapable) throw refusal(awsTexts.macSecMismatch("in this request"));
  checkLinkCount(lag.bandwidth, membersOf(world, lag).length + 1);
}

/** Refuses a LAG of no links or of more than its speed allows. */
export function checkLinkCount(bandwidth: string, links: number): void {
  const isFast = bandwidth === "100Gbps" || bandwidth === "400Gbps";
  const most = isFast ? quotas.fastLinksPerLag : quotas.linksPerLag;
  if (links < 1 || links > most) throw refusal(simulatorTexts.linkCount(links, most, bandwidth));
}

function checkSame(what: "location" | "bandwidth", given: string, lag: LagRecord): void {
  if (given !== lag[what]) throw refusal(simulatorTexts.unlikeLag(what, given, lag.id, lag[what]));
}

function findLocation(asker: Asker, code: string): LocationRecord {
  const found = asker.world.settings.locations.find(({ locationCode, region }) => locationCode === code && region === asker.region);
  if (found === undefined) throw refusal(simulatorTexts.locationUnknown(code, asker.region));
  return found;
}

function checkBillingMode(location: LocationRecord, bandwidth: string, mode: string): void {
  const offered = billingModesOf(location).find(({ billingMode }) => billingMode === mode);
  if (offered?.availablePortSpeeds.includes(bandwidth) !== true) {
    throw refusal(simulatorTexts.billingModeNotOffered(location.locationCode, bandwidth, mode));
  }
}

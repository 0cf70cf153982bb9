import type { ConnectionRecord } from "../world/records.ts";
import type { LagPlan } from "../world/new-lags.ts";
import { isGone } from "../world/links.ts";
import { refusal } from "./api-failure.ts";
import { checkName } from "./attributes.ts";
import { dedicatedBandwidths } from "./bandwidths.ts";
import { checkLeaving, checkLike } from "./lag-membership.ts";
import { type Asker, findLiveConnection, ownOf } from "./ownership.ts";
import { checkConnectionQuota, checkLinkCount, checkOrder, findFreeDevice, portOf, standardBillingMode } from "./port-orders.ts";
import { quotas } from "./quotas.ts";
import { readNewTags, type TagInput } from "./tags.ts";
import { simulatorTexts } from "./texts.ts";

/** The input of CreateLag. */
export interface LagOrder {
  readonly numberOfConnections: number;
  readonly location: string;
  readonly connectionsBandwidth: string;
  readonly lagName: string;
  readonly connectionId?: string;
  readonly tags?: TagInput;
  readonly childConnectionTags?: TagInput;
  readonly providerName?: string;
  readonly requestMACSec?: boolean;
  readonly billingMode?: string;
}

/** What an order for a LAG comes to, once nothing stands against it. An existing connection counts among its links. */
export function readLagOrder(call: Asker & { readonly input: LagOrder }): LagPlan {
  const { input, world } = call;
  checkName(input.lagName);
  const tags = readNewTags(input.tags);
  const childTags = readNewTags(input.childConnectionTags);
  const order = { ...input, bandwidth: input.connectionsBandwidth };
  checkOrder(call, order, dedicatedBandwidths);
  checkLinkCount(order.bandwidth, input.numberOfConnections);
  checkLagQuota(call);
  const existing = input.connectionId === undefined ? undefined : findLiveConnection(call, input.connectionId);
  if (existing !== undefined) checkExisting(call, existing, order);
  const added = input.numberOfConnections - (existing === undefined ? 0 : 1);
  checkConnectionQuota(call, input.location, added);
  const device = findFreeDevice(call, order, added, existing?.awsDeviceV2);
  const { partners } = world.settings;
  return {
    ...portOf(call, order, device),
    name: input.lagName,
    tags,
    childTags,
    existing,
    added,
    allowsHostedConnections: partners?.includes(call.account) ?? false,
    billingMode: input.billingMode ?? existing?.billingMode ?? standardBillingMode,
  };
}

function checkExisting(call: Asker, existing: ConnectionRecord, order: LagOrder & { readonly bandwidth: string }): void {
  const form = {
    location: order.location,
    bandwidth: order.bandwidth,
    awsDeviceV2: existing.awsDeviceV2,
    macSecCapable: order.requestMACSec ?? false,
  };
  checkLike(existing, form, order.lagName);
  checkLeaving(call.world, existing, "leave it");
}

function checkLagQuota(call: Asker): void {
  const live = ownOf(call, "lag").filter((lag) => !isGone(lag));
  if (live.length >= quotas.lagsPerRegion) throw refusal(simulatorTexts.lagQuota(call.region, quotas.lagsPerRegion));
}

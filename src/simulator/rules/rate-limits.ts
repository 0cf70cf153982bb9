import { isHosted, membersOf, type Port } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { ApiFailure, refusal } from "./api-failure.ts";
import { megabitsOf } from "./bandwidths.ts";
import { rateLimiterUse } from "./port-usage.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

/** The limits that a virtual interface can have; source: `rateLimit` in the API reference. */
const megabits = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900];
const gigabits = [
  [1, 1.2, 1.5, 1.8, 2, 2.1, 2.4, 2.7, 3, 3.2, 3.6, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 21, 24, 27, 30, 32, 36, 40],
  [50, 60, 70, 80, 100, 120, 150, 180, 200, 210, 240, 270, 300, 320, 360, 400, 450, 480, 500, 540, 600, 700, 800, 900],
].flat();
const terabits = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6];

export const rateLimits: readonly string[] = [
  ...megabits.map((amount) => `${amount}Mbps`),
  ...gigabits.map((amount) => `${amount}Gbps`),
  ...terabits.map((amount) => `${amount}Tbps`),
];

/** Refuses a limit that is none, that the port cannot reach, or for which it has no limiter left. */
export function checkRateLimit(world: World, port: Port, rateLimit: string, own?: { readonly id: string }): void {
  if (!rateLimits.includes(rateLimit)) throw refusal(simulatorTexts.rateLimitUnknown(rateLimit));
  if (isHosted(port)) throw refusal(simulatorTexts.rateLimitOnHosted(port.id));
  if ((megabitsOf(rateLimit) ?? 0) > bandwidthOf(world, port)) throw refusal(simulatorTexts.rateLimitTooHigh(rateLimit, port.id));
  if (rateLimiterUse(world, port.id, own).remaining === 0) {
    throw new ApiFailure("LimitExceededException", 400, simulatorTexts.rateLimiterQuota(port.id, quotas.rateLimitersPerConnection));
  }
}

/** All that passes over a port, in Mbps: of a LAG, what its links carry together. */
function bandwidthOf(world: World, port: Port): number {
  const links = port.kind === "lag" ? membersOf(world, port).length : 1;
  return (megabitsOf(port.bandwidth) ?? 0) * links;
}

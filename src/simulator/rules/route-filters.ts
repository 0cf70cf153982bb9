import type { AddressFamily } from "../world/records.ts";
import { refusal } from "./api-failure.ts";
import { isPrefix, type PrefixInput } from "./prefixes.ts";
import { quotas } from "./quotas.ts";
import { simulatorTexts } from "./texts.ts";

const longestIpv6 = 64;

/** The prefixes that a public virtual interface may announce. One element may hold several, with commas, as of old. */
export function chooseRouteFilters(wish: PrefixInput, family: AddressFamily): readonly string[] {
  const prefixes = wish.flatMap(({ cidr = "" }) => cidr.split(",").map((part) => part.trim()));
  if (prefixes.length === 0 && family === "ipv4") throw refusal(simulatorTexts.routeFiltersNeeded());
  for (const prefix of prefixes) {
    if (!isPrefix(prefix)) throw refusal(simulatorTexts.prefixInvalid(prefix));
    const length = Number(prefix.split("/")[1]);
    if (prefix.includes(":") && length > longestIpv6) throw refusal(simulatorTexts.prefixTooNarrow(prefix, longestIpv6));
  }
  const quota = quotas.routesPerPublicSession;
  if (prefixes.length > quota) throw refusal(simulatorTexts.tooManyRouteFilters(prefixes.length, quota));
  return prefixes;
}

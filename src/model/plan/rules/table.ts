import { attachmentRules } from "./attachments.ts";
import { bundleRules } from "./bundles.ts";
import { choiceRules } from "./choices.ts";
import { doubleRules } from "./doubles.ts";
import { fileRules, referenceRules } from "./file-rules.ts";
import { gatewayRules } from "./gateways.ts";
import { idRules } from "./ids.ts";
import { interfaceRules } from "./interfaces.ts";
import { keyRules } from "./keys-and-names.ts";
import { liveGatewayRules } from "./live-gateways.ts";
import { liveInterfaceRules } from "./live-interfaces.ts";
import { livePortRules } from "./live-ports.ts";
import { macSecRules } from "./mac-sec.ts";
import { numberRules } from "./numbers.ts";
import { peerRules } from "./peers.ts";
import { planningRules } from "./planning.ts";
import { portUseRules } from "./port-use.ts";
import { prefixRules } from "./prefixes.ts";
import { publicInterfaceRules } from "./public-interfaces.ts";
import { quotaRules } from "./quotas.ts";
import { redundancyRules } from "./redundancy.ts";
import { removalRules } from "./removals.ts";
import { resiliencyRules } from "./resiliency.ts";
import type { Rule } from "./rule.ts";
import { sessionSubnetRules } from "./session-subnets.ts";
import { sessionRules } from "./sessions.ts";
import { siteLinkRules } from "./site-link.ts";
import { sizeRules } from "./sizes.ts";
import { tagRules } from "./tags.ts";
import { vlanRules } from "./vlans.ts";

export { unseenRules } from "./unseen.ts";

/** Every rule of the plan language, by code. */
export const rules: readonly Rule[] = [
  ...fileRules,
  ...numberRules,
  ...keyRules,
  ...sizeRules,
  ...choiceRules,
  ...prefixRules,
  ...tagRules,
  ...idRules,
  ...peerRules,
  ...attachmentRules,
  ...vlanRules,
  ...bundleRules,
  ...doubleRules,
  ...gatewayRules,
  ...interfaceRules,
  ...macSecRules,
  ...planningRules,
  ...portUseRules,
  ...publicInterfaceRules,
  ...quotaRules,
  ...redundancyRules,
  ...removalRules,
  ...resiliencyRules,
  ...sessionRules,
  ...sessionSubnetRules,
  ...siteLinkRules,
  ...liveGatewayRules,
  ...liveInterfaceRules,
  ...livePortRules,
  ...referenceRules,
].sort((one, other) => one.code.localeCompare(other.code));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

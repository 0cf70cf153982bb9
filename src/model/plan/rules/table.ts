import { attachmentRules } from "./attachments.ts";
import { choiceRules } from "./choices.ts";
import { fileRules, referenceRules } from "./file-rules.ts";
import { idRules } from "./ids.ts";
import { keyRules } from "./keys-and-names.ts";
import { numberRules } from "./numbers.ts";
import { peerRules } from "./peers.ts";
import { prefixRules } from "./prefixes.ts";
import type { Rule } from "./rule.ts";
import { sizeRules } from "./sizes.ts";
import { tagRules } from "./tags.ts";
import { vlanRules } from "./vlans.ts";

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
  ...referenceRules,
].sort((one, other) => one.code.localeCompare(other.code));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

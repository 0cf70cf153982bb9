import { attentions, type Waiting } from "../model/attention.ts";
import type { Attention } from "../model/health.ts";
import { enumerated, said, verbatim } from "../model/text.ts";
import type { Translate } from "./translate.ts";

/** What waits for the user, a line for each way in which it does, what is down first; empty for nothing. */
export function attentionLines(waiting: readonly Waiting[], t: Translate): readonly string[] {
  return attentions.flatMap((attention) => {
    const names = waiting.filter((one) => one.attention === attention).map(({ name }) => name);
    if (names.length === 0) return [];
    const rest = names.length - mostNames;
    const told = rest > 1 ? [...names.slice(0, mostNames), verbatim(t("{0} more", rest))] : names;
    return [lineOf(attention, said(enumerated(told), t), t)];
  });
}

/** More is a list and no glance; the tree has them all. */
const mostNames = 8;

function lineOf(attention: Attention, names: string, t: Translate): string {
  switch (attention) {
    case "down":
      return t("Down: {0}", names);
    case "confirm":
      return t("To confirm: {0}", names);
    case "accept":
      return t("To accept: {0}", names);
  }
}

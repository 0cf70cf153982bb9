import { verbatim, type Text } from "../model/text.ts";
import { operationIds, operationOf } from "./index.ts";

/**
 * An operation of the API in words: the label of the menu's entry that runs it, ellipsis and all, where there is one
 * only; else the API's name with its words apart, `Describe Virtual Interfaces`.
 */
export function callTitle(action: string): Text {
  const [entry, ...others] = operationIds.map(operationOf).filter((operation) => operation.action === action);
  return entry === undefined || others.length > 0 ? verbatim(wordsOf(action)) : entry.label;
}

function wordsOf(action: string): string {
  const words = action.replace(/MacSec/g, "Macsec").match(/[A-Z]+(?![a-z])|[A-Z][a-z]+/g) ?? [action];
  return words.map((word) => spelling[word] ?? word).join(" ");
}

/** Words that are not written as the API's names write them. */
const spelling: Readonly<Record<string, string>> = {
  Macsec: "MACsec",
  Bgp: "BGP",
  Lag: "LAG",
  Lags: "LAGs",
  Loa: "LOA",
  From: "from",
  To: "to",
  With: "with",
  On: "on",
};

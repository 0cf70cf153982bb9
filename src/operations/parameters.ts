import { bandwidthText } from "../model/describe.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import type { FormContext, TextParameter } from "./parameter.ts";
import { accountOf } from "./context.ts";

/** A name that has to be given; `label` says of what. */
export function requiredName(label: Text): TextParameter {
  return { type: "text", label, check: checkName };
}

/** Another name for what has one. */
export const newName = {
  type: "text",
  label: phrase("New Name"),
  initial: ({ target }: FormContext) => ("name" in target ? target.name : ""),
  check: checkName,
} as const;

function checkName(value: string): Text | undefined {
  return value === "" ? phrase("A name is needed.") : undefined;
}

/** The account that something is made for; not one's own, for which there is a shorter way (DX129). */
export const otherAccount = {
  type: "text",
  label: phrase("Account"),
  hint: phrase("The twelve digits of the account that is to own it"),
  check: (value: string, { target, inventory }: FormContext) => {
    if (!/^\d{12}$/.test(value)) return phrase("An account has twelve digits.");
    return value === accountOf(target.profile, inventory) ? phrase("{0} is this account itself. Create it directly instead.", value) : undefined;
  },
} as const;

/** Speeds to choose from: sent as the API spells them, shown as one reads them. */
export function speedOptions(speeds: readonly string[]): readonly { readonly value: string; readonly label: Text }[] {
  return speeds.map((value) => ({ value, label: bandwidthText(value) }));
}

/** The options of a list of values that say what they are. */
export function plainOptions<const V extends string>(values: readonly V[]): readonly { readonly value: V; readonly label: Text }[] {
  return values.map((value) => ({ value, label: verbatim(value) }));
}

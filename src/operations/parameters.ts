import { bandwidthText } from "../model/describe.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import type { FormContext, TextParameter } from "./parameter.ts";
import { accountOf } from "./context.ts";

/** A name that has to be given; `label` says of what. */
export function requiredName(label: Text): TextParameter {
  return { type: "text", label, check: checkName, remark: remarkLength };
}

/** The name of a virtual interface, of which alone AWS says what it may be. */
export const interfaceName = { type: "text", label: phrase("Name of the new virtual interface"), check: checkInterfaceName, remark: remarkInterfaceName } as const;

/** Another name for what has one. */
export const newName = {
  type: "text",
  label: phrase("New Name"),
  initial: ({ target }: FormContext) => ("name" in target ? target.name : ""),
  check: checkName,
  remark: remarkLength,
} as const;

/** Another name for a virtual interface. */
export const newInterfaceName = { ...newName, check: checkInterfaceName, remark: remarkInterfaceName } as const;

/** Source: API model, virtualInterfaceName (DX113). */
const longestName = 100;

function checkInterfaceName(value: string): Text | undefined {
  return checkName(value) ?? (value.length > longestName ? phrase("The name is {0} characters long; at most 100 are documented.", value.length) : undefined);
}

/** The service has taken other names too, so it is no error. */
function remarkInterfaceName(value: string): Text | undefined {
  return /^[a-z0-9-]*$/.test(value) ? undefined : phrase("The name {0} has other characters than the documented a to z, 0 to 9 and hyphen.", value);
}

/** What AWS says of the names of virtual interfaces, and of others nothing. */
function remarkLength(value: string): Text | undefined {
  return value.length > longestName ? phrase("The name is {0} characters long. AWS documents at most 100 for some names, and may refuse it.", value.length) : undefined;
}

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

import { dedicatedBandwidths } from "../model/plan/speeds.ts";
import { bandwidthText } from "../model/describe.ts";
import { english, phrase, verbatim, type Text } from "../model/text.ts";
import { locationIn, locationsIn, portIn, textIn } from "./context.ts";
import { plainOptions, speedOptions } from "./parameters.ts";
import { isPlace } from "./target.ts";
import type { BillingMode } from "./newer.ts";
import type { FormContext } from "./parameter.ts";

/** The location of what is ordered, where it is not given by where the form was opened. */
export const location = {
  type: "choice",
  label: phrase("Location"),
  hint: phrase("The site where your equipment or your partner's meets AWS"),
  options: (context: FormContext) =>
    locationsIn(context).map(({ code, name, portSpeeds, providers }) => ({
      value: code,
      label: verbatim(code),
      description: verbatim(name),
      detail: providers.length === 0 ? speedsText(portSpeeds) : phrase("{0}; providers: {1}", speedsText(portSpeeds), providers.join(", ")),
    })),
  other: (code: string) => (/^\w{2,20}$/.test(code) ? undefined : phrase("A location's code is letters and digits, such as EqDC2.")),
  when: ({ target }: FormContext) => isPlace(target) && target.location === undefined,
} as const;

/** The port speeds that the location offers; all where it is not known. */
export const bandwidth = {
  type: "choice",
  label: phrase("Port Speed"),
  hint: phrase("It cannot be changed later"),
  options: (context: FormContext) => speedOptions(speedsAt(context)),
  initial: (context: FormContext) => speedsAt(context).find((speed) => speed === "10Gbps"),
  other: checkSpeed,
  when: ({ target }: FormContext) => isPlace(target),
} as const;

/** Why a typed speed cannot be ordered there; the plan's rules say the same (DX521). */
function checkSpeed(speed: string, context: FormContext): Text | undefined {
  const speeds = speedsAt(context);
  if (speeds.includes(speed)) return undefined;
  const there = speedsText(speeds);
  const { code } = locationIn(context) ?? {};
  return code === undefined ? phrase("There are no ports of {0}; there are {1}. Choose one of them.", speed, there) : phrase("{0} ports are not known at {1}; there are {2}. Choose one of them.", speed, code, there);
}

function speedsText(speeds: readonly string[]): Text {
  return verbatim(speeds.map((speed) => english(bandwidthText(speed))).join(", "));
}

function speedsAt(context: FormContext): readonly string[] {
  const known = locationIn(context)?.portSpeeds.filter((speed) => dedicatedBandwidths.includes(speed)) ?? [];
  return known.length === 0 ? dedicatedBandwidths : known;
}

export const providerName = {
  type: "choice",
  label: phrase("Provider"),
  hint: phrase("Who provides the circuit to the location"),
  optional: true,
  options: (context: FormContext) => plainOptions(locationIn(context)?.providers ?? []),
  other: (name: string) => (name.length > 200 ? phrase("The name is too long.") : undefined),
} as const;

export const requestMacSec = {
  type: "yesNo",
  label: phrase("MACsec"),
  hint: phrase("Only a port that was ordered for MACsec can be encrypted; it cannot be added later"),
  yes: phrase("order a port that can encrypt"),
  no: phrase("order a port that cannot"),
  optional: true,
  when: (context: FormContext) => locationIn(context)?.macSecPortSpeeds.includes(textIn(context, "bandwidth")) === true,
} as const;

export const billingMode = {
  type: "choice",
  label: phrase("Billing Mode"),
  hint: phrase("What AWS charges for the port and the data that leaves through it"),
  options: (context: FormContext) => billingModes.filter(({ value }) => isOfferedAt(value, context)),
} as const;

const billingModes = [
    { value: "PayAsYouGo", label: phrase("Pay as you go"), description: phrase("for each hour and each gigabyte") },
    { value: "FlatRateTier1", label: phrase("Flat rate, tier 1") },
    { value: "FlatRateTier2", label: phrase("Flat rate, tier 2") },
    { value: "FlatRateTier3", label: phrase("Flat rate, tier 3") },
    { value: "FlatRateTier4", label: phrase("Flat rate, tier 4") },
    { value: "FlatRateTier5", label: phrase("Flat rate, tier 5") },
] as const;

/** What the location offers for the port's speed; everything where it does not tell. */
function isOfferedAt(mode: string, context: FormContext): boolean {
  const offers = locationIn(context)?.billingModes;
  const speed = portIn(context)?.bandwidth ?? textIn(context, "bandwidth");
  return offers === undefined || offers.some((offer) => offer.mode === mode && offer.portSpeeds.includes(speed));
}

/** The option's value as the request takes it. */
export function billingModeMember(mode: string | undefined): { readonly billingMode?: BillingMode } {
  const known = billingModes.find(({ value }) => value === mode);
  return known === undefined ? {} : { billingMode: known.value };
}

export const encryptionMode = {
  type: "choice",
  label: phrase("Encryption Mode"),
  options: [
    { value: "should_encrypt", label: phrase("Should encrypt"), description: phrase("traffic passes without encryption while that is down") },
    { value: "must_encrypt", label: phrase("Must encrypt"), description: phrase("the port is down while encryption is down") },
    { value: "no_encrypt", label: phrase("No encryption") },
  ],
} as const;

/** What a request says of the port that is ordered; what was not chosen is left out. */
export function orderMembers(answers: { readonly providerName?: string | undefined; readonly requestMacSec?: boolean | undefined }) {
  const { providerName: provider, requestMacSec: macSec } = answers;
  return { ...(provider === undefined ? {} : { providerName: provider }), ...(macSec === undefined ? {} : { requestMACSec: macSec }) };
}

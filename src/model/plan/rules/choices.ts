import { nearest } from "../nearest.ts";
import { type Finding, type PlacedReport, replace } from "../problem.ts";
import type { LiveAccount } from "../live-account.ts";
import { locationOf, locations } from "../locations.ts";
import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { Choice, Format } from "../schema-types.ts";
import { dedicatedBandwidths, hostedBandwidths, megabitsOf, rateLimits } from "../speeds.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import { isNew, isTrue, scalarOf } from "../view.ts";
import { asRead } from "./live-rule.ts";
import type { Rule } from "./rule.ts";

/** Values out of lists that the API model does not declare, and codes. */
export const choiceRules: readonly Rule[] = [
  {
    code: "DX118",
    severity: "error",
    title: "The speed of a dedicated connection, LAG or interconnect is 1Gbps, 10Gbps, 100Gbps or 400Gbps.",
    aws: "documented",
    why: "The API takes any text here and fails later. Spelling counts: no blank, capital G.",
    source: "API model, CreateConnection and CreateLag",
    formats: ["dedicatedBandwidth", "connectionBandwidth"],
    value: (node, view, report) => {
      if (!isTrue(view, "hosted")) tell(report, notListed(node, dedicatedBandwidths, "a speed of dedicated ports"));
    },
  },
  {
    code: "DX119",
    severity: "error",
    title: "The speed of a hosted connection is one of eleven from 50Mbps to 25Gbps.",
    aws: "documented",
    why: "Partners sell only these steps; from 1Gbps on only certain partners do.",
    source: "API model, AllocateHostedConnection",
    formats: ["hostedBandwidth", "connectionBandwidth"],
    value: (node, view, report) => {
      if (view.schema.name === "hostedConnections" || isTrue(view, "hosted")) tell(report, notListed(node, hostedBandwidths, "a speed of hosted connections"));
    },
  },
  closedList("DX125", "encryptionMode", ["no_encrypt", "should_encrypt", "must_encrypt"], {
    title: "`encryptionMode` is no_encrypt, should_encrypt or must_encrypt.",
    what: "an encryption mode",
    why: "The API model leaves the field open; the documentation closes it.",
    source: "API model, UpdateConnection",
  }),
  {
    code: "DX129",
    severity: "error",
    title: "Account ids are 12 digits.",
    aws: "documented",
    why: "The API takes any text and then finds no such account.",
    source: "Terraform provider, ValidAccountID",
    formats: ["accountId"],
    value: (node, _, report) => {
      if (typeof node.value !== "string" || /^\d{12}$/.test(node.value)) return;
      const digits = node.value.replace(/[\s-]/g, "");
      const isWritten = /^\d{12}$/.test(digits);
      report({
        range: node.range,
        origin: node.origin,
        message: isWritten ? `Account \`${node.value}\` has more than digits. Write "${digits}".` : `Account \`${node.value}\` ${/^\d*$/.test(digits) ? `has ${digits.length} digits` : "is no account id"}. Write all 12 digits, in quotes.`,
        ...(isWritten ? { fix: replace(`Change to "${digits}"`, node.range, `"${digits}"`) } : {}),
      });
    },
  },
  closedList("DX132", "rateLimit", rateLimits, {
    title: "`rateLimit` is one of the 70 steps from 50Mbps to 1.6Tbps.",
    what: "a step of the rate limiter",
    why: "The steps are uneven: there is no 25Gbps, and after 10Gbps comes 12Gbps.",
    source: "API model, VirtualInterface",
  }),
  {
    code: "DX133",
    severity: "error",
    title: "The prefix pool counts are from 0 to 1000.",
    aws: "documented",
    why: "More than 1000 routes on one virtual interface need AWS's account team.",
    source: "user guide, prefix-controls",
    formats: ["prefixPool"],
    value: (node, _, report) => {
      if (typeof node.value !== "number" || (node.value >= 0 && node.value <= 1000)) return;
      report({ range: node.range, origin: node.origin, message: `${node.source} routes are out of range; choose from 0 to 1000, or ask AWS for more first.` });
    },
  },
  {
    code: "DX134",
    severity: "error",
    title: "A resiliency group's name has up to 255 letters, digits, _ and -, and its model is one of three.",
    aws: "documented",
    why: "The API model has a pattern and an enumeration for them.",
    source: "API model, CreateResiliencyGroup",
    formats: ["groupName", "groupModel"],
    value: (node, view, report) => {
      if (view.fields.get("intendedResiliencyModel")?.value === node) {
        tell(report, notListed(node, ["maximum-resiliency", "high-resiliency", "basic-resiliency"], "a resiliency model"));
      } else if (!/^[\w-]{1,255}$/.test(node.source)) {
        report({ range: node.range, origin: node.origin, message: "A resiliency group's name is up to 255 letters, digits, `_` and `-`. Choose another." });
      }
    },
  },
  closedList("DX135", "billingMode", ["PayAsYouGo", "FlatRateTier1", "FlatRateTier2", "FlatRateTier3", "FlatRateTier4", "FlatRateTier5"], {
    title: "`billingMode` is PayAsYouGo or FlatRateTier1 to FlatRateTier5.",
    what: "a billing mode that can be asked for",
    why: "The PortPair modes appear in answers only.",
    source: "API model, RequestBillingMode",
  }),
  {
    code: "DX137",
    severity: "warning",
    title: "The location is known, and one of the Region's.",
    aws: "unsourced",
    why: "Codes are case-sensitive, and a port is ordered through the Region that lists its location. The live account's list counts where it is known; the one that comes with the extension may lack new locations, hence only a warning.",
    source: "API reference, DescribeLocations; embedded list of locations",
    asksLive: true,
    sections: ["connections", "lags", "interconnects"],
    resource: reportUnknownLocation,
  },
];

function reportUnknownLocation(resource: Resource, index: PlanIndex, report: PlacedReport): void {
  const node = scalarOf(resource.view, "location");
  const { codes, where, live } = locationsFor(resource, index);
  if (typeof node?.value !== "string" || codes.includes(node.value) || (live !== undefined && !isNew(resource.view))) return;
  const near = nearest(node.value, codes);
  const range = placed(resource, node.range);
  (live === undefined ? report : asRead(report, live))({
    range,
    origin: node.origin,
    message: `Location \`${node.value}\` is not ${where}. ${near === undefined ? "Check it with DescribeLocations." : `Did you mean \`${near}\`${nameIfKnown(near)}?`}`,
    ...(near === undefined || node.origin !== undefined ? {} : { fix: replace(`Change to \`${near}\``, range, near) }),
  });
}

function nameIfKnown(code: string): string {
  const name = locationOf(code)?.name;
  return name === undefined ? "" : ` (${name})`;
}

/** Those that a port can be ordered at; from the live account where it lists any for the Region. */
function locationsFor(resource: Resource, index: PlanIndex): { readonly codes: readonly string[]; readonly where: string; readonly live?: LiveAccount } {
  const [region, { live }] = [index.regionOf(resource), index];
  const codes = live?.locationsIn(region) ?? [];
  return live === undefined || codes.length === 0 ? { codes: embedded, where: "in the embedded list" } : { codes, where: `one of ${region ?? ""}`, live };
}

const embedded = locations.map(({ code }) => code);

/** The members of a list of choices, for messages. */
export function listed(choices: readonly (string | Choice)[]): string {
  const values = choices.map((choice) => (typeof choice === "string" ? choice : choice.value));
  if (values.length > 12) return `${values.slice(0, 4).join(", ")}, … ${values.at(-1) ?? ""}`;
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1) ?? ""}`;
}

/** What to say of a value that is not in its list; undefined if it is. */
export function notListed(node: ScalarNode, values: readonly string[], what: string): Finding | undefined {
  if (values.includes(node.source)) return undefined;
  const speed = megabitsOf(node.source);
  // Another speed is meant, and is none that only looks like it.
  const near = speed === undefined ? meant(node.source, values) : values.find((value) => megabitsOf(value) === speed);
  const nextTo = speed === undefined ? "" : ` ${neighbours(speed, values)}`;
  return {
    range: node.range,
    origin: node.origin,
    message: `\`${node.source}\` is not ${what}: ${listed(values)}.${near === undefined ? nextTo : ` Did you mean \`${near}\`?`}`,
    ...(near === undefined ? {} : { fix: replace(`Change to \`${near}\``, node.range, near) }),
  };
}

/** The same in another spelling, or nearly the same. */
function meant(text: string, values: readonly string[]): string | undefined {
  const squeezed = squeeze(text);
  const short = /^\d+[mgt]b?$/.test(squeezed) ? `${squeezed.replace("b", "")}bps` : squeezed;
  return values.find((value) => squeeze(value) === squeezed || squeeze(value) === short) ?? nearest(text, values);
}

function squeeze(text: string): string {
  return text.replace(/[\s_-]/g, "").toLowerCase();
}

/** The next speeds below and above one that is not listed in any unit. */
function neighbours(speed: number, values: readonly string[]): string {
  const below = values.filter((value) => (megabitsOf(value) ?? 0) < speed).at(-1);
  const above = values.find((value) => (megabitsOf(value) ?? 0) > speed);
  if (below !== undefined && above !== undefined) return `The nearest are \`${below}\` and \`${above}\`.`;
  return `The nearest is \`${below ?? above ?? ""}\`.`;
}

function tell(report: (finding: Finding) => void, finding: Finding | undefined): void {
  if (finding !== undefined) report(finding);
}

function closedList(code: string, format: Format, values: readonly string[], text: { title: string; what: string; why: string; source: string }): Rule {
  const { title, what, why, source } = text;
  return {
    code,
    severity: "error",
    title,
    aws: "documented",
    why,
    source,
    formats: [format],
    value: (node, _, report) => tell(report, notListed(node, values, what)),
  };
}

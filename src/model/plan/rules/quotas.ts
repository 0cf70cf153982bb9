import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import type { SectionName } from "../schema-types.ts";
import { isTrue, placeOf, textOf } from "../view.ts";
import { isTransit } from "./gateways.ts";
import { gatewayKeyOf, interfacesOf, portKeyOf, typeOf } from "./relations.ts";
import type { Group, Rule } from "./rule.ts";

const onPorts = ["connections", "lags", "virtualInterfaces"] as const;

/** AWS's quotas, as far as a plan alone exceeds them. What is there already beside the plan counts too, but only there. */
export const quotaRules: readonly Rule[] = [
  quota("DX701", { title: "A dedicated connection carries at most 50 private and public virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: limit({ most: 50, what: "private and public virtual interfaces on this port", of: (members) => carried(members).filter((resource) => typeOf(resource) !== "transit") }),
  }),
  quota("DX702", { title: "A dedicated connection carries at most 4 transit virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: limit({ most: 4, what: "transit virtual interfaces on this port", of: (members) => carried(members).filter((resource) => typeOf(resource) === "transit") }),
  }),
  quota("DX703", { title: "A dedicated connection or LAG carries at most 51 virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: limit({ most: 51, what: "virtual interfaces on this port", of: (members) => withoutOwnLimit(carried(members)) }),
  }),
  quota("DX704", { title: "A location has at most 10 connections of an account in a Region.", severity: "warning", source: "quotas page", isFixed: false }, ["connections"], {
    key: (resource, index) => {
      const [location, region] = [textOf(resource.view, "location"), index.regionOf(resource)];
      return location === undefined || region === undefined || isTrue(resource.view, "hosted") ? undefined : `${region} ${location}`;
    },
    check: limit({ most: 10, what: "connections at this location", of: (members) => members, field: "location" }),
  }),
  quota("DX705", { title: "A Region has at most 10 LAGs of an account.", severity: "warning", source: "user guide, limits", isFixed: false }, ["lags"], {
    key: (resource, index) => index.regionOf(resource),
    check: limit({ most: 10, what: "LAGs in this Region", of: (members) => members }),
  }),
  quota("DX706", { title: "An account has at most 200 Direct Connect gateways.", severity: "warning", source: "user guide, limits", isFixed: false }, ["directConnectGateways"], {
    key: () => "account",
    check: limit({ most: 200, what: "Direct Connect gateways", of: (members) => members }),
  }),
  quota("DX707", { title: "A Direct Connect gateway has at most 20 virtual private gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: gatewayKeyOf,
    check: limit({ most: 20, what: "virtual private gateways on this gateway", of: (members) => members.filter(({ view }) => textOf(view, "gateway")?.startsWith("vgw-") === true), field: "gateway" }),
  }),
  quota("DX708", { title: "A Direct Connect gateway has at most 6 transit gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: gatewayKeyOf,
    check: limit({ most: 6, what: "transit gateways on this gateway", of: (members) => members.filter(({ view }) => isTransit(view)), field: "gateway" }),
  }),
  quota("DX709", { title: "A Direct Connect gateway has at most 30 virtual interfaces.", severity: "warning", source: "user guide, limits and prefix-controls", isFixed: false }, ["virtualInterfaces"], {
    key: gatewayKeyOf,
    check: limit({ most: 30, what: "virtual interfaces on this gateway", of: (members) => members, field: "directConnectGateway" }),
  }),
  quota("DX710", { title: "A transit gateway is on at most 20 Direct Connect gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: ({ view }) => (isTransit(view) ? textOf(view, "gateway") : undefined),
    check: limit({ most: 20, what: "Direct Connect gateways of this transit gateway", of: (members) => members, field: "gateway" }),
  }),
];

interface About {
  readonly title: string;
  readonly severity: "error" | "warning";
  readonly source: string;
  readonly isFixed: boolean;
}

function quota(code: string, { title, severity, source, isFixed }: About, sections: readonly SectionName[], group: Group): Rule {
  const why = isFixed ? "The next one is refused, and the quota cannot be raised." : "The next one is refused until AWS raises the quota, for which one has to ask.";
  return { code, severity, title, aws: "documented", why, source, sections, group };
}

interface Limit {
  readonly most: number;
  readonly what: string;
  readonly of: (members: readonly Resource[]) => readonly Resource[];
  /** What to point at in the first one too many; its logical name unless given. */
  readonly field?: string;
}

/** Points at the first one too many. */
function limit({ most, what, of, field }: Limit): Group["check"] {
  return (members: readonly Resource[], _: PlanIndex, report: PlacedReport) => {
    const counted = of(members);
    const extra = counted[most];
    if (extra === undefined) return;
    const range = placed(extra, field === undefined ? extra.key.range : placeOf(extra.view, field));
    report({ range, message: `\`${extra.view.name}\` is the first of ${counted.length - most} too many: ${most} ${what} are possible, the plan has ${counted.length}. Move some elsewhere, or ask AWS whether your quota is higher.` });
  };
}

/** What counts on a dedicated port; a hosted connection has a quota of its own. */
function carried(members: readonly Resource[]): readonly Resource[] {
  return members.some(({ view, section }) => section === "connections" && isTrue(view, "hosted")) ? [] : interfacesOf(members);
}

/** Too many of one type is told as that. */
function withoutOwnLimit(interfaces: readonly Resource[]): readonly Resource[] {
  const transit = interfaces.filter((resource) => typeOf(resource) === "transit").length;
  return transit > 4 || interfaces.length - transit > 50 ? [] : interfaces;
}

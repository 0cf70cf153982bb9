import type { GatewayReference } from "../../resource.ts";
import type { LiveInterface, LivePort } from "../live.ts";
import { isThere } from "../live-account.ts";
import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import type { SectionName } from "../schema-types.ts";
import { isTrue, placeOf, textOf } from "../view.ts";
import { isTransit } from "./gateways.ts";
import { gatewayKeyOf, interfacesOf, portKeyOf, typeOf } from "./relations.ts";
import { asRead } from "./live-rule.ts";
import { liveGatewayId, livePortOf, othersOfGateway, othersOn, plannedAs } from "./live-relations.ts";
import { staying } from "./removed.ts";
import type { Beside, Group, Rule } from "./rule.ts";

const onPorts = ["connections", "lags", "virtualInterfaces"] as const;

/** AWS's quotas, as far as a plan exceeds them, alone or together with what its account has already. */
export const quotaRules: readonly Rule[] = [
  quota("DX701", { title: "A dedicated connection carries at most 50 private and public virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: { most: 50, what: "private and public virtual interfaces on this port", of: (members) => carried(members).filter((resource) => typeOf(resource) !== "transit"), beside: besideOnPort(({ type }) => type !== "transit") },
  }),
  quota("DX702", { title: "A dedicated connection carries at most 4 transit virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: { most: 4, what: "transit virtual interfaces on this port", of: (members) => carried(members).filter((resource) => typeOf(resource) === "transit"), beside: besideOnPort(({ type }) => type === "transit") },
  }),
  quota("DX703", { title: "A dedicated connection or LAG carries at most 51 virtual interfaces.", severity: "error", source: "quotas page", isFixed: true }, onPorts, {
    key: portKeyOf,
    check: { most: 51, what: "virtual interfaces on this port", of: (members) => withoutOwnLimit(carried(members)), beside: besideOnPort(() => true) },
  }),
  quota("DX704", { title: "A location has at most 10 connections of an account in a Region.", severity: "warning", source: "quotas page", isFixed: false }, ["connections"], {
    key: (resource, index) => {
      const [location, region] = [textOf(resource.view, "location"), index.regionOf(resource)];
      return location === undefined || region === undefined || isTrue(resource.view, "hosted") ? undefined : `${region} ${location}`;
    },
    check: { most: 10, what: "connections at this location", of: (members) => members, field: "location", beside: besideAtLocation },
  }),
  quota("DX705", { title: "A Region has at most 10 LAGs of an account.", severity: "warning", source: "user guide, limits", isFixed: false }, ["lags"], {
    key: (resource, index) => index.regionOf(resource),
    check: { most: 10, what: "LAGs in this Region", of: (members) => members, beside: besideInRegion },
  }),
  quota("DX706", { title: "An account has at most 200 Direct Connect gateways.", severity: "warning", source: "user guide, limits", isFixed: false }, ["directConnectGateways"], {
    key: () => "account",
    check: { most: 200, what: "Direct Connect gateways", of: (members) => members, beside: besideInAccount },
  }),
  quota("DX707", { title: "A Direct Connect gateway has at most 20 virtual private gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: gatewayKeyOf,
    check: { most: 20, what: "virtual private gateways on this gateway", of: (members) => members.filter(({ view }) => textOf(view, "gateway")?.startsWith("vgw-") === true), field: "gateway", beside: besideAssociated("virtualPrivateGateway") },
  }),
  quota("DX708", { title: "A Direct Connect gateway has at most 6 transit gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: gatewayKeyOf,
    check: { most: 6, what: "transit gateways on this gateway", of: (members) => members.filter(({ view }) => isTransit(view)), field: "gateway", beside: besideAssociated("transitGateway") },
  }),
  quota("DX709", { title: "A Direct Connect gateway has at most 30 virtual interfaces.", severity: "warning", source: "user guide, limits and prefix-controls", isFixed: false }, ["virtualInterfaces"], {
    key: gatewayKeyOf,
    check: { most: 30, what: "virtual interfaces on this gateway", of: (members) => members, field: "directConnectGateway", beside: besideOnGateway },
  }),
  quota("DX710", { title: "A transit gateway is on at most 20 Direct Connect gateways.", severity: "error", source: "user guide, limits", isFixed: true }, ["associations"], {
    key: ({ view }) => (isTransit(view) ? textOf(view, "gateway") : undefined),
    check: { most: 20, what: "Direct Connect gateways of this transit gateway", of: (members) => members, field: "gateway", beside: besideOnTransit },
  }),
];

interface About {
  readonly title: string;
  readonly severity: "error" | "warning";
  readonly source: string;
  readonly isFixed: boolean;
}

function quota(code: string, { title, severity, source, isFixed }: About, sections: readonly SectionName[], { key, check }: Counted): Rule {
  const why = isFixed ? "The next one is refused, and the quota cannot be raised." : "The next one is refused until AWS raises the quota, for which one has to ask.";
  return { code, severity, title, aws: "documented", why, source, sections, group: { key, check: limit(check, isFixed) }, asksLive: true };
}

interface Counted {
  readonly key: Group["key"];
  readonly check: Limit;
}

interface Limit {
  readonly most: number;
  readonly what: string;
  readonly of: (members: readonly Resource[]) => readonly Resource[];
  /** What to point at in the first one too many; its logical name unless given. */
  readonly field?: string;
  /** How many there are in the live account beside those of the plan, without what it removes. */
  readonly beside?: (members: readonly Resource[], beside: Beside) => number;
}

/** Points at the first one too many. */
function limit({ most, what, of, field, beside }: Limit, isFixed: boolean): Group["check"] {
  return (members: readonly Resource[], index: PlanIndex, report: PlacedReport) => {
    const counted = of(members);
    const { live } = index;
    const others = live === undefined || counted.length === 0 ? 0 : (beside?.(members, { index, live }) ?? 0);
    const extra = counted[Math.max(0, most - others)];
    if (extra === undefined) return;
    const told = live === undefined || others === 0 ? report : asRead(report, live);
    const range = placed(extra, field === undefined ? extra.key.range : placeOf(extra.view, field));
    const remedy = isFixed ? "Move some elsewhere" : "Move some elsewhere, or ask AWS for a higher quota first";
    told({ range, message: `\`${extra.view.name}\` is ${excessOf(counted.length, { others, most })}: ${most} ${what} are possible, ${foundWords(counted.length, others)}. ${remedy}.` });
  };
}

function excessOf(planned: number, { others, most }: { readonly others: number; readonly most: number }): string {
  const excess = Math.min(planned, planned + others - most);
  return excess === 1 ? "one too many" : `the first of ${excess} too many`;
}

function foundWords(planned: number, others: number): string {
  return others === 0 ? `the plan has ${planned}` : `the plan has ${planned} and the account ${others} more`;
}

/** Live virtual interfaces on the port of a group that the plan does not have. */
function besideOnPort(isCounted: (one: LiveInterface) => boolean): NonNullable<Limit["beside"]> {
  return (members, beside) => {
    const [one] = interfacesOf(members);
    const port = one && livePortOf(one, beside);
    return port === undefined ? 0 : othersOn(port.id, beside).filter(isCounted).length;
  };
}

/** Live virtual interfaces of a gateway that the plan does not have. */
function besideOnGateway(members: readonly Resource[], beside: Beside): number {
  const [one] = members;
  return one === undefined ? 0 : othersOfGateway(liveGatewayId(one, beside), beside).length;
}

/** Live associations of a gateway with other virtual private or transit gateways than the plan's. */
function besideAssociated(type: GatewayReference["type"]): NonNullable<Limit["beside"]> {
  return (members, beside) => {
    const [one] = members;
    const planned = new Set(members.map(({ view }) => textOf(view, "gateway")));
    const known = one === undefined ? [] : beside.live.associationsOf(liveGatewayId(one, beside));
    return staying(known, beside.index).filter(({ gateway }) => gateway.type === type && !planned.has(gateway.id)).length;
  };
}

/** Live dedicated connections at a location that are not counted with the plan's. */
function besideAtLocation(members: readonly Resource[], { index, live }: Beside): number {
  const [one] = members;
  const [location, region] = one === undefined ? [] : [textOf(one.view, "location"), index.regionOf(one)];
  const others = live.state.ports.filter((port) => port.kind === "connection" && port.location === location && port.region === region);
  return staying(others, index).filter((port) => !port.hosted && isOwnThere(port, live) && !isAmong(plannedAs("connections", port, index), members)).length;
}

function besideInRegion(members: readonly Resource[], { index, live }: Beside): number {
  const region = members[0] && index.regionOf(members[0]);
  const others = live.state.ports.filter((port) => port.kind === "lag" && port.region === region);
  return staying(others, index).filter((port) => isOwnThere(port, live) && !isAmong(plannedAs("lags", port, index), members)).length;
}

function besideInAccount(members: readonly Resource[], { index, live }: Beside): number {
  return staying(live.state.gateways, index).filter((gateway) => isOwnThere(gateway, live) && !isAmong(plannedAs("directConnectGateways", gateway, index), members)).length;
}

/** Live Direct Connect gateways of a transit gateway beside those that the plan associates it with. */
function besideOnTransit(members: readonly Resource[], beside: Beside): number {
  const planned = new Set(members.map((resource) => liveGatewayId(resource, beside)));
  const known = beside.live.associationsOfCloudGateway(members[0] && textOf(members[0].view, "gateway"));
  return staying(known, beside.index).filter(({ directConnectGatewayId }) => !planned.has(directConnectGatewayId)).length;
}

function isOwnThere(one: Pick<LivePort, "state" | "ownerAccount">, { state }: Beside["live"]): boolean {
  return one.ownerAccount === state.account && isThere(one);
}

function isAmong(resource: Resource | undefined, members: readonly Resource[]): boolean {
  return resource !== undefined && members.includes(resource);
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

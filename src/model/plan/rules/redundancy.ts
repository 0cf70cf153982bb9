import { type Address, broadcastOf, networkOf } from "../addresses.ts";
import { blocksOf } from "../enclosing-blocks.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has, integerOf, isNew, keyOf, placeOf, textOf, type View } from "../view.ts";
import { liveGatewayId, livePortOf, othersOfGateway } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, named, ownerOf, portKeyOf, prefixesOf, typeOf } from "./relations.ts";
import type { Rule } from "./rule.ts";
import { asnOf, familyOf, sessionsOf } from "./sessions.ts";

/** What a gateway, or a router, loses with one connection. */
export const redundancyRules: readonly Rule[] = [
  {
    code: "DX608",
    severity: "warning",
    title: "A Direct Connect gateway is reached over several connections, where the plan has them.",
    aws: "accepts",
    why: "Virtual interfaces on one connection fail together. Asked about several virtual interfaces that share one of several connections, and about every gateway where the plan promises `resiliency: maximum` or `high`.",
    source: "derived from the topology",
    asksLive: true,
    sections: ["directConnectGateways", "virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportOnePort },
  },
  {
    code: "DX609",
    severity: "warning",
    title: "What redundant virtual interfaces carry does not hang on one connection: each address family of a gateway, each prefix of a public one.",
    aws: "accepts",
    why: "When that connection fails, what it alone carried is lost. Public virtual interfaces count as redundant where they have one ASN and at least one prefix in common.",
    source: "derived from the topology",
    asksLive: true,
    sections: ["virtualInterfaces"],
    group: { key: redundancyKeyOf, check: (members, index, report) => (members.some((one) => typeOf(one) === "public") ? reportLonelyPrefixes : reportLonelyFamilies)(members, index, report) },
  },
];

function reportOnePort(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const interfaces = interfacesOf(members).filter((resource) => typeOf(resource) !== "public");
  const [first] = interfaces;
  const keys = new Set(interfaces.map((resource) => portKeyOf(resource, index)));
  if (first === undefined || keys.size !== 1 || keys.has(undefined) || !isAsked(interfaces, index) || isReachedElsewhere(first, index)) return;
  report({
    range: gatewayPlace(members, interfaces.at(-1) ?? first),
    message: `This plan reaches gateway \`${textOf(first.view, "directConnectGateway") ?? ""}\` over ${portLabel(first, index)} only, by ${named(interfaces)}. Add a virtual interface on another connection.`,
    related: [relatedTo(first, placeOf(first.view, has(first.view, "connection") ? "connection" : "lag"), "The connection")],
  });
}

function portLabel(resource: Resource, index: PlanIndex): string {
  return index.portOf(resource)?.label ?? "one connection";
}

/** Whether the live account shows another way that the plan does not list. */
function isReachedElsewhere(resource: Resource, index: PlanIndex): boolean {
  const { live } = index;
  if (live === undefined) return false;
  const beside = { index, live };
  const port = livePortOf(resource, beside)?.id;
  return othersOfGateway(liveGatewayId(resource, beside), beside).some((one) => one.connectionId !== port);
}

/** The gateway where it is in the plan, else the last that names it. */
function gatewayPlace(members: readonly Resource[], last: Resource): ReturnType<typeof placed> {
  const gateway = members.find(({ section }) => section === "directConnectGateways");
  return gateway === undefined ? placed(last, placeOf(last.view, "directConnectGateway")) : placed(gateway, gateway.key.range);
}

function isAsked(interfaces: readonly Resource[], index: PlanIndex): boolean {
  const isPromised = ["maximum", "high"].includes(textOf(index.plan, "resiliency") ?? "");
  return isPromised || (interfaces.length > 1 && hasOtherPort(index));
}

function hasOtherPort(index: PlanIndex): boolean {
  return index.of("connections").length + index.of("lags").length > 1;
}

function redundancyKeyOf(resource: Resource, index: PlanIndex): string | undefined {
  if (typeOf(resource) !== "public") return gatewayKeyOf(resource, index);
  return `public/${ownerOf(resource.view, index) ?? ""}/${asnOf(resource.view) ?? ""}`;
}

interface Way {
  readonly resource: Resource;
  readonly port: string | undefined;
  readonly families: ReadonlySet<string | undefined>;
}

function reportLonelyFamilies(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const ways = members.filter(isWhole).map((resource): Way => ({ resource, port: portKeyOf(resource, index), families: familiesOf(resource.view) }));
  const [first] = ways;
  if (first === undefined || ways.length < members.length || ways.every(({ port }) => port === first.port) || isReachedElsewhere(first.resource, index)) return;
  for (const family of ["ipv4", "ipv6"] as const) {
    const one = ways.find(({ families }) => families.has(family));
    const isLonely = one !== undefined && ways.every(({ families, port }) => port === one.port || !families.has(family));
    if (isLonely) reportLonelyFamily({ one, lacking: ways.filter(({ port }) => port !== one.port), family }, index, report);
  }
}

function reportLonelyFamily({ one: { resource }, lacking, family }: { readonly one: Way; readonly lacking: readonly Way[]; readonly family: "ipv4" | "ipv6" }, index: PlanIndex, report: PlacedReport): void {
  const others = lacking.map((way) => way.resource);
  const [first] = others;
  if (first === undefined) return;
  const [have, them] = others.length === 1 ? ["has", "it"] : ["have", "one of them"];
  const label = family === "ipv4" ? "IPv4" : "IPv6";
  report({
    range: placed(first, first.key.range),
    message: `${named(others)} ${have} no ${label} session, and \`${resource.view.name}\` has one for the same gateway on ${portLabel(resource, index)} only: when that fails, ${label} is lost. Give ${them} a session too.`,
    related: [relatedTo(resource, resource.key.range, called(resource.view))],
  });
}

/** One that is there already, or is only begun, may have sessions that the plan does not list. */
function isWhole({ view }: Resource): boolean {
  return integerOf(view, "vlan") !== undefined && isNew(view);
}

function familiesOf(view: View): ReadonlySet<string | undefined> {
  return new Set(sessionsOf(view).map(familyOf));
}

/** Each beside the first before it on another port that has a prefix in common with it. */
function reportLonelyPrefixes(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const firsts = new Map<string, Resource>();
  for (const resource of members) {
    const prefixes = prefixesOf(resource.view);
    const first = prefixes.map((prefix) => firsts.get(prefix)).find((one) => one !== undefined && portKeyOf(one, index) !== portKeyOf(resource, index));
    for (const prefix of prefixes) if (!firsts.has(prefix)) firsts.set(prefix, resource);
    if (first !== undefined) reportUnlikePrefixes(first, resource, report);
  }
}

function reportUnlikePrefixes(first: Resource, second: Resource, report: PlacedReport): void {
  const [ofFirst, ofSecond] = [uncovered(first, second), uncovered(second, first)];
  const [lonely, here, there] = ofFirst.length > 0 ? [ofFirst, second, first] : [ofSecond, first, second];
  const [prefix] = lonely;
  if (prefix === undefined) return;
  const rest = lonely.length === 1 ? "" : ` and ${lonely.length - 1} more`;
  report({
    range: placed(second, keyOf(second.view, "routeFilterPrefixes")),
    message: `\`${here.view.name}\` does not advertise \`${prefix}\`${rest}, as \`${there.view.name}\` on another connection does: when that fails, nobody reaches it. Advertise the same prefixes over both.`,
    related: [relatedTo(first, keyOf(first.view, "routeFilterPrefixes"), `The prefixes of \`${first.view.name}\``)],
  });
}

/** The prefixes of one that no prefix of the other holds. */
function uncovered(one: Resource, other: Resource): readonly string[] {
  const holders = blocksOf(other, prefixesOf(other.view));
  return blocksOf(one, prefixesOf(one.view)).filter(({ address }) => !holders.some((holder) => holds(holder.address, address))).map(({ text }) => text);
}

function holds(outer: Address, inner: Address): boolean {
  return outer.family === inner.family && networkOf(outer) <= networkOf(inner) && broadcastOf(outer) >= broadcastOf(inner);
}

import { inResource, removal, setting } from "../fixes.ts";
import { locationOf } from "../locations.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { dedicatedBandwidths, megabitsOf, rateLimits } from "../speeds.ts";
import { called, has, integerOf, isNew, isTrue, keyOf, placeOf, textOf, type View } from "../view.ts";
import { labelOf, livePortOf, othersOn } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, isPort, portKeyOf } from "./relations.ts";
import { staying } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

const onPorts = ["connections", "lags", "interconnects", "virtualInterfaces", "hostedConnections"] as const;
const mostLimited = 10;
const mostOnGateway = 10_000;

/** What a port offers, and what is taken of it. */
export const portUseRules: readonly Rule[] = [
  {
    code: "DX521",
    severity: "warning",
    title: "The speed is one that the location has.",
    aws: "documented",
    why: "An order for another is refused or stays undone. The live account's list of locations counts where it is known; the one that comes with the extension may lack new speeds, hence only a warning.",
    source: "API model, Location; embedded list of locations",
    asksLive: true,
    sections: ["connections", "lags", "interconnects"],
    resource: reportUnknownSpeed,
  },
  {
    code: "DX522",
    severity: "error",
    title: "A hosted connection carries one virtual interface.",
    aws: "documented",
    why: "It is a fixed quota: the partner's VLAN is the only one there is.",
    source: "quotas page",
    sections: onPorts,
    group: { key: portKeyOf, check: reportSecondOnHosted },
    live: {
      sections: ["virtualInterfaces"],
      resource: (resource, beside, report) => {
        const port = livePortOf(resource, beside);
        const [other] = port?.hosted === true ? othersOn(port.id, beside) : [];
        if (port === undefined || other === undefined || has(resource.view, "id")) return;
        report({ range: placed(resource, placeOf(resource.view, "connection")), message: `Hosted connection ${labelOf(port)} carries one virtual interface, which is ${labelOf(other)}. Use another connection, or adopt that one by its id.` });
      },
    },
  },
  {
    code: "DX531",
    severity: "error",
    title: "A rate limit fits its port: at most the port's speed, not on a hosted connection, on at most 10 virtual interfaces.",
    aws: "documented",
    why: "Rate limiters are for dedicated connections and LAGs, ten on each.",
    source: "API model, VirtualInterface; user guide, vif-rate-limiters",
    sections: onPorts,
    group: { key: portKeyOf, check: reportUnfitLimits },
    live: { sections: ["virtualInterfaces"], resource: reportUnfitLiveLimit },
  },
  {
    code: "DX532",
    severity: "hint",
    title: "The rate limits of a port do not exceed its speed together.",
    aws: "accepts",
    why: "It is allowed, but then no limit is a promise.",
    source: "user guide, vif-rate-limiters",
    sections: onPorts,
    group: { key: portKeyOf, check: reportOversold },
  },
  {
    code: "DX533",
    severity: "error",
    title: "Prefix allocations of a port fit its pool: 5,000 at 1 or 10 Gbps, 30,000 at 100, 50,000 at 400.",
    aws: "documented",
    why: "The pool is shared by all virtual interfaces of the connection or LAG, for each address family.",
    source: "user guide, prefix-controls",
    sections: onPorts,
    group: { key: portKeyOf, check: reportEmptyPool },
  },
  {
    code: "DX534",
    severity: "error",
    title: "Prefix allocations on a Direct Connect gateway are 10,000 at most.",
    aws: "documented",
    why: "IPv4 and IPv6 count together.",
    source: "user guide, prefix-controls",
    sections: ["virtualInterfaces"],
    group: {
      key: (resource, index) => (pools.some((field) => has(resource.view, field)) ? gatewayKeyOf(resource, index) : undefined),
      check: (members, _, report) => {
        const total = sumOf(members, ({ view }) => sumOf(pools, (field) => integerOf(view, field) ?? 0));
        const last = members.at(-1);
        if (last === undefined || total <= mostOnGateway) return;
        const field = pools.find((name) => has(last.view, name)) ?? "name";
        report({ range: placed(last, placeOf(last.view, field)), message: `${total} prefixes are allocated on gateway \`${textOf(last.view, "directConnectGateway") ?? ""}\`; ${mostOnGateway} are possible. Allocate fewer.` });
      },
    },
  },
];

const pools = ["prefixPoolAllocatedCountIpv4", "prefixPoolAllocatedCountIpv6"] as const;

/** A hosted one is the partner's matter, one that is there shows that it can be, and what is no speed at all is told as that. */
function reportUnknownSpeed(resource: Resource, index: PlanIndex, report: PlacedReport): void {
  const { view } = resource;
  const speed = speedOf(resource);
  if (speed === undefined || isTrue(view, "hosted") || !isNew(view) || !dedicatedBandwidths.includes(speed)) return;
  const code = textOf(view, "location") ?? "";
  const speeds = speedsAt(code, resource, index);
  if (speeds.length === 0 || speeds.includes(speed)) return;
  report({
    range: placed(resource, placeOf(view, speedField(resource))),
    message: `${speed} ports are not known at \`${code}\`; there are ${speeds.join(", ")}. Choose one of them, or check with DescribeLocations.`,
    related: [relatedTo(resource, placeOf(view, "location"), "The location")],
    ...(speeds.length === 1 ? setting(inResource(resource), speedField(resource), speeds[0] ?? "") : {}),
  });
}

/** The live account's list counts; none where neither knows the location. */
function speedsAt(code: string, resource: Resource, index: PlanIndex): readonly string[] {
  return (index.live?.location(index.regionOf(resource), code) ?? locationOf(code))?.portSpeeds ?? [];
}

function sumOf<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

function portAmong(members: readonly Resource[]): Resource | undefined {
  return members.find(isPort);
}

function speedOf(port: Resource): string | undefined {
  return textOf(port.view, speedField(port));
}

function speedField({ section }: Resource): string {
  return section === "lags" ? "connectionsBandwidth" : "bandwidth";
}

/** A LAG is as fast as all its members. */
function megabitsOfPort(port: Resource): number | undefined {
  const one = megabitsOf(speedOf(port) ?? "");
  const links = port.section === "lags" ? integerOf(port.view, "numberOfConnections") : 1;
  return one === undefined || links === undefined ? undefined : one * links;
}

function reportSecondOnHosted(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const port = portAmong(members);
  const [first, ...others] = interfacesOf(members);
  if (port === undefined || first === undefined || !isTrue(port.view, "hosted")) return;
  for (const other of others) {
    report({
      range: placed(other, placeOf(other.view, "connection")),
      message: `Hosted ${called(port.view)} carries one virtual interface, which is \`${first.view.name}\`. Put \`${other.view.name}\` on another connection.`,
      related: [relatedTo(first, placeOf(first.view, "connection"), "The first one")],
    });
  }
}

function limitedOn(members: readonly Resource[]): readonly { readonly resource: Resource; readonly limit: number }[] {
  return interfacesOf(members).flatMap((resource) => {
    const limit = limitOf(resource);
    return limit === undefined ? [] : [{ resource, limit }];
  });
}

function reportUnfitLimits(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const port = portAmong(members);
  const limited = limitedOn(members);
  const related = port === undefined ? [] : [relatedTo(port, port.key.range, "The port")];
  for (const [at, { resource, limit }] of limited.entries()) {
    const label = index.portOf(resource)?.label ?? "its port";
    const extra = `\`${resource.view.name}\` would be one of ${limited.length} virtual interfaces with a rate limit on ${label}; ${mostLimited} can have one. Remove \`rateLimit\`.`;
    const message = at < mostLimited ? port && limitFault(port, limit) : extra;
    const mayStay = at < mostLimited && !isHosted(port);
    if (message !== undefined) report({ range: placed(resource, placeOf(resource.view, "rateLimit")), message, related, ...(mayStay ? {} : removal(inResource(resource), "rateLimit")) });
  }
}

/** Where the plan does not say how fast the port is. */
function reportUnfitLiveLimit(resource: Resource, beside: Beside, report: PlacedReport): void {
  const [port, limit] = [livePortOf(resource, beside), limitOf(resource)];
  if (port === undefined || limit === undefined || isToldByPlan(resource, beside.index)) return;
  const range = placed(resource, placeOf(resource.view, "rateLimit"));
  const links = port.kind === "lag" ? staying(beside.live.members(port.id), beside.index).length : 1;
  if (port.hosted) {
    report({ range, message: `A virtual interface on hosted connection ${labelOf(port)} has the connection's own speed and no rate limit. Remove \`rateLimit\`.`, ...removal(inResource(resource), "rateLimit") });
  } else if (links > 0 && limit > (megabitsOf(port.bandwidth) ?? limit) * links) {
    report({ range, message: `The rate limit, ${limitWords(limit)}, is above the speed of ${labelOf(port)}, ${links === 1 ? "" : `${links} × `}${port.bandwidth}. Lower or remove it.` });
  }
}

function isToldByPlan(resource: Resource, index: PlanIndex): boolean {
  const carrier = index.portOf(resource)?.resource;
  return carrier !== undefined && (isHosted(carrier) || megabitsOfPort(carrier) !== undefined);
}

function limitOf({ view }: Resource): number | undefined {
  const text = textOf(view, "rateLimit") ?? "";
  return rateLimits.includes(text) ? megabitsOf(text) : undefined;
}

function isHosted(port: Resource | undefined): boolean {
  return port !== undefined && isTrue(port.view, "hosted");
}

function limitFault(port: Resource, limit: number): string | undefined {
  if (isHosted(port)) return `A virtual interface on hosted ${called(port.view)} has the connection's own speed and no rate limit. Remove \`rateLimit\`.`;
  const most = megabitsOfPort(port);
  return most === undefined || limit <= most ? undefined : `The rate limit, ${limitWords(limit)}, is above the speed of ${called(port.view)}, ${speedWords(port)}. Lower or remove it.`;
}

function limitWords(megabits: number): string {
  return rateLimits.find((step) => megabitsOf(step) === megabits) ?? `${megabits}Mbps`;
}

function speedWords(port: Resource): string {
  return port.section === "lags" ? `${integerOf(port.view, "numberOfConnections") ?? ""} × ${speedOf(port) ?? ""}` : (speedOf(port) ?? "");
}

function reportOversold(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const port = portAmong(members);
  const most = port && megabitsOfPort(port);
  if (port === undefined || most === undefined || isTrue(port.view, "hosted")) return;
  const limited = limitedOn(members).filter(({ limit }) => limit <= most);
  const total = sumOf(limited, ({ limit }) => limit);
  const last = limited.at(-1)?.resource;
  if (last === undefined || total <= most) return;
  report({
    range: placed(last, placeOf(last.view, "rateLimit")),
    message: `The rate limits on ${called(port.view)} are ${total} Mbps together, its speed is ${speedWords(port)}: not all can be had at once. Lower some if each is meant as a promise.`,
    related: [relatedTo(port, port.key.range, "The port")],
  });
}

function reportEmptyPool(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const port = portAmong(members);
  const most = port && poolOf(port.view);
  if (port === undefined || most === undefined) return;
  for (const field of pools) {
    const takers = interfacesOf(members).filter(({ view }) => has(view, field));
    const total = sumOf(takers, ({ view }) => integerOf(view, field) ?? 0);
    const last = takers.at(-1);
    if (last === undefined || total <= most) continue;
    report({
      range: placed(last, keyOf(last.view, field)),
      message: `${total} ${field.endsWith("4") ? "IPv4" : "IPv6"} prefixes are allocated on ${called(port.view)}; its pool has ${most}. Allocate fewer.`,
      related: [relatedTo(port, port.key.range, "The port")],
    });
  }
}

function poolOf(view: View): number | undefined {
  const speed = textOf(view, view.schema.name === "lags" ? "connectionsBandwidth" : "bandwidth");
  return speed === undefined ? undefined : { "1Gbps": 5000, "10Gbps": 5000, "100Gbps": 30_000, "400Gbps": 50_000 }[speed];
}

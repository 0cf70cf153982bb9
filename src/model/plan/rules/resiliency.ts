import { getOrAdd } from "../get-or-add.ts";
import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { has, keyOf, nodeOf, placeOf, textOf, textsOf } from "../view.ts";
import { idKindOf } from "./ids.ts";
import { idMeant, idOf } from "./live-relations.ts";
import { asRead } from "./live-rule.ts";
import { bundleKeyOf, named } from "./relations.ts";
import type { Rule } from "./rule.ts";

const ports = ["connections", "lags"] as const;
const mostInCall = 50;

/** Single points of failure, and promises that a plan does not keep. */
export const resiliencyRules: readonly Rule[] = [
  {
    code: "DX601",
    severity: "warning",
    title: "The connections of a plan are at more than one location.",
    aws: "accepts",
    why: "The loss of the one location would be an outage. Only a plan that promises `resiliency: development` has all in one.",
    source: "Direct Connect Resiliency Toolkit",
    asksLive: true,
    sections: ports,
    group: { key: () => "plan", check: reportOneLocation },
  },
  {
    code: "DX603",
    severity: "warning",
    title: "The members of a resiliency group are in different LAGs, and end on different devices.",
    aws: "accepts",
    why: "All members of a LAG end on one device of AWS: it is bandwidth, not redundancy. Which device a connection ends on, only the live account tells.",
    source: "user guide, lags",
    asksLive: true,
    sections: ["resiliencyGroups"],
    resource: reportSharedEnds,
  },
  promise("DX604", "maximum", { locations: 2, perLocation: 2 }, {
    title: "A plan that promises `resiliency: maximum` has connections on two devices at each of two locations.",
    why: "It is what AWS's 99.99 % asks for. A LAG counts as one, because it ends on one device. Which device a connection ends on, only the live account tells; without it each counts as one of its own.",
    source: "user guide, maximum_resiliency",
  }),
  promise("DX605", "high", { locations: 2, perLocation: 1 }, {
    title: "A plan that promises `resiliency: high` has connections at two locations.",
    why: "It is what AWS's 99.9 % asks for.",
    source: "user guide, high_resiliency",
  }),
  promise("DX606", "development", { locations: 1, perLocation: 2 }, {
    title: "A plan that promises `resiliency: development` has connections on two devices at one location.",
    why: "Work on one device is then not an outage. A LAG counts as one, because it ends on one device. Which device a connection ends on, only the live account tells; without it each counts as one of its own.",
    source: "user guide, dev-test-resiliency",
  }),
  {
    code: "DX607",
    severity: "warning",
    title: "The connections of a resiliency group have one speed.",
    aws: "accepts",
    why: "What the faster one carries does not fit through the slower one when it fails.",
    source: "user guide, resiliency_toolkit",
    asksLive: true,
    sections: ["resiliencyGroups"],
    resource: reportUnlikeSpeeds,
  },
  {
    code: "DX616",
    severity: "error",
    title: "A resiliency group has at most 50 connections.",
    aws: "documented",
    why: "One call associates all of them, and takes 50.",
    source: "API model, AssociateConnectionsToResiliencyGroup",
    maps: ["resiliencyGroups"],
    map: (view, report) => {
      const count = textsOf(view, "connections").length;
      if (count > mostInCall) report({ range: keyOf(view, "connections"), message: `${count} connections are more than the ${mostInCall} that one call takes. Make several groups.` });
    },
  },
];

/** A connection of a group: one of the plan, or one that only its id stands for. */
interface Member {
  readonly label: string;
  readonly id: string | undefined;
  readonly target: Resource | undefined;
  readonly range: ReturnType<typeof placeOf>;
}

function membersOf({ view }: Resource, index: PlanIndex): readonly Member[] {
  const node = nodeOf(view, "connections");
  const items = node?.kind === "list" ? node.items : [];
  return items.flatMap((item) => {
    if (item.kind !== "scalar" || typeof item.value !== "string") return [];
    const target = index.resolve(["connections"], item.value);
    if (target === undefined && idKindOf(item.value) !== "dxcon") return [];
    return [{ label: target?.view.name ?? item.value, id: target === undefined ? item.value : idOf(target), target, range: item.range }];
  });
}

/** Where to look at what is known of a member: at its field in the plan, else where the group names it. */
function placeOfMember({ target, range }: Member, group: Resource, field: string): ReturnType<typeof placed> {
  return target === undefined ? placed(group, range) : placed(target, placeOf(target.view, has(target.view, field) ? field : "id"));
}

function reportUnlikeSpeeds(resource: Resource, index: PlanIndex, report: PlacedReport): void {
  const known = membersOf(resource, index).flatMap((member) => {
    const written = member.target && textOf(member.target.view, "bandwidth");
    const speed = written ?? liveText(index, member.id, "bandwidth");
    return speed === undefined ? [] : [{ ...member, speed, isRead: written === undefined }];
  });
  const [first] = known;
  const other = known.find(({ speed }) => first !== undefined && speed !== first.speed);
  if (first === undefined || other === undefined) return;
  toldOf([first, other], index, report)({
    range: placed(resource, other.range),
    message: `\`${other.label}\` has ${other.speed}, but \`${first.label}\` ${first.speed}: the slower one cannot carry what the faster one does. Use one speed in a group.`,
    related: [first, other].map((member) => ({ range: placeOfMember(member, resource, "bandwidth"), message: `The speed of \`${member.label}\`` })),
  });
}

function reportSharedEnds(resource: Resource, index: PlanIndex, report: PlacedReport): void {
  const firsts = new Map<string, Member>();
  for (const member of membersOf(resource, index)) {
    const { end, device, isRead } = endOfMember(member, index);
    const first = getOrAdd(firsts, end, () => member);
    // One that stands twice is told as that.
    if (first.label === member.label) continue;
    const where = device === undefined ? "are in one LAG, which ends on one device" : `end on one device, \`${device}\``;
    toldOf([{ isRead }], index, report)({
      range: placed(resource, member.range),
      message: `\`${member.label}\` and \`${first.label}\` ${where}: together they count once. Use connections of different devices.`,
      related: [{ range: placeOfMember(first, resource, "lag"), message: device === undefined ? `The LAG of \`${first.label}\`` : `\`${first.label}\` ends there too` }],
    });
  }
}

function endOfMember({ target, id, label }: Member, index: PlanIndex): Pick<Link, "end" | "device" | "isRead"> {
  if (target !== undefined) {
    const found = endOf(target, index);
    return { ...found, isRead: found.device !== undefined };
  }
  const device = liveText(index, id, "awsDevice");
  return { end: device ?? `connection ${label}`, device, isRead: device !== undefined };
}

interface Link {
  readonly resource: Resource;
  readonly location: string;
  /** What ends on a device of its own: the same for links of one LAG, and for those that are known to end on one device. */
  readonly end: string;
  readonly device: string | undefined;
  /** Whether the live account told some of it. */
  readonly isRead: boolean;
}

/** Connections and LAGs as ways out of a location; undefined where neither the plan nor the live account tells a link's location. */
function linksOf(resources: readonly Resource[], index: PlanIndex): readonly Link[] | undefined {
  const links = resources.map((resource) => linkOf(resource, index));
  const known = links.filter((link) => link !== undefined);
  return known.length === links.length ? known : undefined;
}

function linkOf(resource: Resource, index: PlanIndex): Link | undefined {
  const written = textOf(resource.view, "location");
  const location = written ?? liveText(index, idOf(resource), "location");
  if (location === undefined) return undefined;
  const { end, device } = endOf(resource, index);
  return { resource, location, end, device, isRead: device !== undefined || written === undefined };
}

/** Where a connection or LAG ends, as far as the plan and the live account tell. */
function endOf(resource: Resource, index: PlanIndex): Pick<Link, "end" | "device"> {
  const bundle = bundleKeyOf(resource, index);
  const isMember = bundle !== undefined && resource.section !== "lags";
  const device = liveText(index, isMember ? idMeant(resource, "lag", { index }) : idOf(resource), "awsDevice");
  return { end: device ?? bundle ?? `connection ${resource.view.name}`, device };
}

/** What the live account tells of a port, if it does. */
function liveText({ live }: PlanIndex, id: string | undefined, field: "location" | "awsDevice" | "bandwidth"): string | undefined {
  const text = live?.port(id)?.[field];
  return text === "" ? undefined : text;
}

function byLocation(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const locations = new Map<string, Link[]>();
  for (const link of links) getOrAdd(locations, link.location, () => []).push(link);
  return locations;
}

function endsOf(links: readonly Link[]): number {
  return new Set(links.map(({ end }) => end)).size;
}

/** With where it is from, if the live account had a part in it. */
function toldOf(links: readonly Pick<Link, "isRead">[], { live }: PlanIndex, report: PlacedReport): PlacedReport {
  return live !== undefined && links.some(({ isRead }) => isRead) ? asRead(report, live) : report;
}

function reportOneLocation(resources: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  if (nodeOf(index.plan, "resiliency") !== undefined) return;
  const links = linksOf(resources, index) ?? [];
  const [first, last] = [links[0], links.at(-1)];
  if (first === undefined || last === undefined || links.some(({ location }) => location !== first.location) || endsOf(links) < 2) return;
  toldOf(links, index, report)({
    range: placed(last.resource, placeOf(last.resource.view, "location")),
    message: `All connections are at \`${last.location}\`: its loss would be an outage. Add one at another location, or promise no more than \`resiliency: development\`.`,
  });
}

type Promised = "maximum" | "high" | "development";
interface Need {
  readonly locations: number;
  readonly perLocation: number;
}

function promise(code: string, promised: Promised, need: Need, texts: Pick<Rule, "title" | "why" | "source">): Rule {
  return {
    code,
    severity: "warning",
    aws: "accepts",
    ...texts,
    asksLive: true,
    plan: (index, report) => {
      const node = nodeOf(index.plan, "resiliency");
      const place = index.placeOfTop("resiliency");
      if (place === undefined || node === undefined || textOf(index.plan, "resiliency") !== promised) return;
      const links = linksOf([...index.of("connections"), ...index.of("lags")], index);
      const missing = links && shortfall(links, need);
      if (links !== undefined && missing !== undefined) toldOf(links, index, report)({ range: placed({ place }, node.range), message: `The plan promises \`resiliency: ${promised}\` but ${missing}.` });
    },
  };
}

function shortfall(links: readonly Link[], { locations, perLocation }: Need): string | undefined {
  const found = [...byLocation(links)].map(([location, here]) => ({ location, here, ends: endsOf(here) }));
  if (found.filter(({ ends }) => ends >= perLocation).length >= locations) return undefined;
  const places = locations === 1 ? "one location" : `each of ${locations} locations`;
  const wanted = perLocation === 1 ? `a connection at ${places}` : `connections on ${perLocation} devices at ${places}, a LAG counting as one`;
  const counts = found.map(({ location, here, ends }) => `${ends} at \`${location}\`${sharing(here)}`).join(", ");
  return `needs ${wanted}; there ${counts === "" ? "are none" : `${found[0]?.ends === 1 ? "is" : "are"} ${counts}`}. Add what is missing, or promise less`;
}

/** Who ends on one device, where the live account tells. */
function sharing(links: readonly Link[]): string {
  const devices = new Map<string, Resource[]>();
  for (const { device, resource } of links) if (device !== undefined && resource.section === "connections") getOrAdd(devices, device, () => []).push(resource);
  const shared = [...devices].filter(([, resources]) => resources.length > 1).map(([device, resources]) => `${named(resources)} end on \`${device}\``);
  return shared.length === 0 ? "" : ` (${shared.join("; ")})`;
}

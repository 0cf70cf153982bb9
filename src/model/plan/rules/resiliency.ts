import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, integerOf, isTrue, keyOf, nodeOf, placeOf, textOf, textsOf, type View } from "../view.ts";
import { bundleKeyOf, gatewayKeyOf, interfacesOf, named, portKeyOf, typeOf } from "./relations.ts";
import type { Rule } from "./rule.ts";
import { familyOf, peersOf } from "./sessions.ts";

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
    sections: ports,
    group: { key: () => "plan", check: reportOneLocation },
  },
  {
    code: "DX603",
    severity: "warning",
    title: "The members of a resiliency group are in different LAGs.",
    aws: "accepts",
    why: "All members of a LAG end on one device of AWS: it is bandwidth, not redundancy.",
    source: "user guide, lags",
    sections: ["resiliencyGroups"],
    resource: (resource, index, report) => {
      const firsts = new Map<string, Resource>();
      for (const member of membersOf(resource, index)) {
        const lag = bundleKeyOf(member.target, index);
        const first = lag === undefined ? undefined : firsts.get(lag);
        if (lag === undefined) continue;
        if (first === undefined) firsts.set(lag, member.target);
        else {
          report({
            range: placed(resource, member.range),
            message: `\`${member.target.view.name}\` and \`${first.view.name}\` are in one LAG, which ends on one device: together they count once. Use connections of different devices.`,
            related: [relatedTo(first, placeOf(first.view, "lag"), `The LAG of \`${first.view.name}\``)],
          });
        }
      }
    },
  },
  promise("DX604", "maximum", { locations: 2, perLocation: 2 }, {
    title: "A plan that promises `resiliency: maximum` has two connections at each of two locations.",
    why: "It is what AWS's 99.99 % asks for: separate devices at two locations. A LAG counts as one, because it ends on one device.",
    source: "user guide, maximum_resiliency",
  }),
  promise("DX605", "high", { locations: 2, perLocation: 1 }, {
    title: "A plan that promises `resiliency: high` has connections at two locations.",
    why: "It is what AWS's 99.9 % asks for.",
    source: "user guide, high_resiliency",
  }),
  promise("DX606", "development", { locations: 1, perLocation: 2 }, {
    title: "A plan that promises `resiliency: development` has two connections at one location.",
    why: "They end on separate devices, so that work on one is not an outage. A LAG counts as one.",
    source: "user guide, dev-test-resiliency",
  }),
  {
    code: "DX607",
    severity: "warning",
    title: "The connections of a resiliency group have one speed.",
    aws: "accepts",
    why: "What the faster one carries does not fit through the slower one when it fails.",
    source: "user guide, resiliency_toolkit",
    sections: ["resiliencyGroups"],
    resource: (resource, index, report) => {
      const known = membersOf(resource, index).filter(({ target }) => textOf(target.view, "bandwidth") !== undefined);
      const speed = ({ target }: Member): string => textOf(target.view, "bandwidth") ?? "";
      const [first] = known;
      const other = known.find((member) => first !== undefined && speed(member) !== speed(first));
      if (first === undefined || other === undefined) return;
      report({
        range: placed(resource, other.range),
        message: `\`${other.target.view.name}\` has ${speed(other)}, but \`${first.target.view.name}\` ${speed(first)}: the slower one cannot carry what the faster one does. Use one speed in a group.`,
        related: [first, other].map((member) => relatedTo(member.target, placeOf(member.target.view, "bandwidth"), `The speed of \`${member.target.view.name}\``)),
      });
    },
  },
  {
    code: "DX608",
    severity: "warning",
    title: "A Direct Connect gateway is reached over several connections, where the plan has them.",
    aws: "accepts",
    why: "Virtual interfaces on one connection fail together. Asked about several virtual interfaces that share one of several connections, and about every gateway where the plan promises `resiliency: maximum` or `high`.",
    source: "derived from the topology",
    sections: ["directConnectGateways", "virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportOnePort },
  },
  {
    code: "DX609",
    severity: "warning",
    title: "Redundant virtual interfaces of a gateway have the same address families.",
    aws: "accepts",
    why: "When the one with more families fails, what it alone carried is lost.",
    source: "derived from the topology",
    sections: ["virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportUnlikeFamilies },
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

interface Member {
  readonly target: Resource;
  readonly range: ReturnType<typeof placeOf>;
}

function membersOf({ view }: Resource, index: PlanIndex): readonly Member[] {
  const node = nodeOf(view, "connections");
  const items = node?.kind === "list" ? node.items : [];
  return items.flatMap((item) => {
    const target = item.kind === "scalar" && typeof item.value === "string" ? index.resolve(["connections"], item.value) : undefined;
    return target === undefined ? [] : [{ target, range: item.range }];
  });
}

/** Links that may end on devices of their own, by location; undefined where the plan does not tell a link's location. */
function linksByLocation(resources: readonly Resource[], index: PlanIndex): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const links = new Map<string, Set<string>>();
  for (const resource of resources) {
    const key = bundleKeyOf(resource, index) ?? `connection ${resource.view.name}`;
    const location = textOf(resource.view, "location");
    if (location === undefined) return undefined;
    links.set(location, (links.get(location) ?? new Set()).add(key));
  }
  return links;
}

function reportOneLocation(resources: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  if (nodeOf(index.plan, "resiliency") !== undefined) return;
  const links = linksByLocation(resources.filter(({ view }) => !isTrue(view, "hosted")), index);
  const last = resources.at(-1);
  const [[location, here] = ["", new Set()], ...others] = links ?? [];
  if (last === undefined || others.length > 0 || here.size < 2) return;
  report({
    range: placed(last, placeOf(last.view, "location")),
    message: `All connections are at \`${location}\`: its loss would be an outage. Add one at another location, or promise no more than \`resiliency: development\`.`,
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
    plan: (index, report) => {
      const node = nodeOf(index.plan, "resiliency");
      const place = index.placeOfTop("resiliency");
      if (place === undefined || node === undefined || textOf(index.plan, "resiliency") !== promised) return;
      const links = linksByLocation([...index.of("connections"), ...index.of("lags")], index);
      const missing = links && shortfall(links, need);
      if (missing !== undefined) report({ range: placed({ place }, node.range), message: `The plan promises \`resiliency: ${promised}\` but ${missing}.` });
    },
  };
}

function shortfall(links: ReadonlyMap<string, ReadonlySet<string>>, { locations, perLocation }: Need): string | undefined {
  const enough = [...links.values()].filter(({ size }) => size >= perLocation).length;
  if (enough >= locations) return undefined;
  const found = [...links].map(([location, { size }]) => `${size} at \`${location}\``).join(", ");
  const wanted = perLocation === 1 ? `a connection at each of ${locations} locations` : `${perLocation} connections at ${locations === 1 ? "one location" : `each of ${locations} locations`}, none of them in the LAG of another`;
  return `needs ${wanted}; there ${found === "" ? "are none" : `are ${found}`}. Add what is missing, or promise less`;
}

function reportOnePort(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const interfaces = interfacesOf(members).filter((resource) => typeOf(resource) !== "public");
  const [first] = interfaces;
  const keys = new Set(interfaces.map((resource) => portKeyOf(resource, index)));
  if (first === undefined || keys.size !== 1 || keys.has(undefined) || !isAsked(interfaces, index)) return;
  const label = index.portOf(first)?.label ?? "one connection";
  report({
    range: gatewayPlace(members, interfaces.at(-1) ?? first),
    message: `Gateway \`${textOf(first.view, "directConnectGateway") ?? ""}\` is reached over ${label} only, by ${named(interfaces)}. Add a virtual interface on another connection.`,
    related: [relatedTo(first, placeOf(first.view, "connection"), "The connection")],
  });
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

function reportUnlikeFamilies(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  // One that is there already, or another account's, may have sessions that the plan does not list.
  const known = interfacesOf(members).filter(({ view }) => integerOf(view, "vlan") !== undefined && !view.fields.has("id"));
  const families = ({ view }: Resource): string => familiesOf(view).join(" and ");
  const [first] = known;
  const other = known.find((resource) => first !== undefined && families(resource) !== families(first) && portKeyOf(resource, index) !== portKeyOf(first, index));
  if (first === undefined || other === undefined) return;
  report({
    range: placed(other, other.key.range),
    message: `\`${other.view.name}\` has ${families(other)} sessions, but \`${first.view.name}\` on the same gateway ${families(first)}: what only one carries is lost when it fails. Give both the same families.`,
    related: [relatedTo(first, first.key.range, called(first.view))],
  });
}

function familiesOf(view: View): readonly string[] {
  const families = [familyOf(view), ...peersOf(view).map(({ view: peer }) => familyOf(peer))];
  return [...new Set(families.flatMap((family) => (family === undefined ? [] : [family === "ipv4" ? "IPv4" : "IPv6"])))].sort();
}

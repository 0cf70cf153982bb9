import type { LivePort } from "../live.ts";
import type { PlacedRange } from "../place.ts";
import { nextFreeVlan } from "../../vlan.ts";
import { placed, type PlanIndex, type Port, relatedTo, type Resource } from "../plan-index.ts";
import { type PlacedFinding, type PlacedReport, replace } from "../problem.ts";
import type { SectionName } from "../schema-types.ts";
import { called, has, integerOf, isNew, isTrue, nodeOf, placeOf } from "../view.ts";
import { idOf, idOfPort, labelOf, livePortOf, othersOn, plannedAs, vlansTaken } from "./live-relations.ts";
import { asRead } from "./live-rule.ts";
import { staying } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

/** Which virtual interface has which VLAN. */
export const vlanRules: readonly Rule[] = [
  {
    code: "DX306",
    severity: "error",
    title: "A VLAN is used once on a connection or LAG.",
    aws: "documented",
    why: "Members of a LAG share its VLANs.",
    source: "user guide, create-vif",
    sections: ["virtualInterfaces", "hostedConnections"],
    group: {
      key: portOfVlan,
      check: (members, index, report) => reportSharedVlans(members, { index, isTold: ({ first, second }) => !areHosted(first, second) }, report),
    },
    live: {
      sections: ["virtualInterfaces", "hostedConnections"],
      group: { key: portOfVlan, check: reportUsedVlans },
    },
  },
  {
    code: "DX529",
    severity: "error",
    title: "Hosted connections on one interconnect or LAG have different VLANs.",
    aws: "documented",
    why: "The VLAN is what tells customers apart.",
    source: "API reference, AllocateHostedConnection and AssociateHostedConnection",
    sections: ["virtualInterfaces", "hostedConnections"],
    group: {
      key: portOfVlan,
      check: (members, index, report) => reportSharedVlans(members, { index, isTold: ({ first, second }) => areHosted(first, second) }, report),
    },
    live: {
      sections: ["virtualInterfaces", "hostedConnections"],
      group: { key: portOfVlan, check: (members, beside, report) => reportLiveVlans(members, { beside, of: ["hostedConnections"], with: customersOn }, report) },
    },
  },
  {
    code: "DX307",
    severity: "error",
    title: "The virtual interface on a hosted connection uses the connection's VLAN.",
    aws: "documented",
    why: "The partner chose it, and frames with another tag do not arrive.",
    source: "user guide, WorkingWithVirtualInterfaces",
    sections: ["virtualInterfaces"],
    resource: (resource, index, report) => {
      const carrier = index.portOf(resource)?.resource;
      if (carrier === undefined || !isTrue(carrier.view, "hosted")) return;
      const [own, given] = [integerOf(resource.view, "vlan"), integerOf(carrier.view, "vlan")];
      if (own === undefined || given === undefined || own === given) return;
      const range = placed(resource, placeOf(resource.view, "vlan"));
      report({
        range,
        message: `VLAN ${own} is not that of hosted ${called(carrier.view)}, which is ${given}. Use ${given}.`,
        related: [relatedTo(carrier, placeOf(carrier.view, "vlan"), `The VLAN of \`${carrier.view.name}\``)],
        ...vlanFix(resource, range, given),
      });
    },
    live: { sections: ["virtualInterfaces"], resource: reportOtherLiveVlan },
  },
];

/** Of one that is there already, the VLAN cannot change at all. */
function reportOtherLiveVlan(resource: Resource, beside: Beside, report: PlacedReport): void {
  const port = isNew(resource.view) ? livePortOf(resource, beside) : undefined;
  const [own, given] = [vlanOf(resource), port?.hosted === true ? port.vlan : undefined];
  if (port === undefined || own === undefined || given === undefined || own === given || isGivenByPlan(resource, beside.index)) return;
  const range = placed(resource, placeOf(resource.view, "vlan"));
  report({ range, message: `VLAN ${own} is not that of hosted connection ${labelOf(port)}, which is ${given}. Use ${given}.`, ...vlanFix(resource, range, given) });
}

function isGivenByPlan(resource: Resource, index: PlanIndex): boolean {
  const carrier = index.portOf(resource)?.resource;
  return carrier !== undefined && has(carrier.view, "vlan");
}

function vlanFix(resource: Resource, range: PlacedRange, vlan: number): Pick<PlacedFinding, "fix"> {
  return nodeOf(resource.view, "vlan")?.origin === undefined ? { fix: replace(`Change to ${vlan}`, range, String(vlan)) } : {};
}

/** The port that a VLAN is taken on, where there is one that could be used. */
function portOfVlan(resource: Resource, index: PlanIndex): string | undefined {
  return vlanOf(resource) === undefined ? undefined : index.portOf(resource)?.key;
}

/** Undefined where there is none that could be used. */
function vlanOf(resource: Resource): number | undefined {
  const vlan = integerOf(resource.view, "vlan");
  return vlan === undefined || vlan < 1 || vlan > 4094 ? undefined : vlan;
}

interface Shared {
  readonly first: Resource;
  readonly second: Resource;
}

function areHosted(...resources: readonly Resource[]): boolean {
  return resources.every(({ section }) => section === "hostedConnections");
}

function reportSharedVlans(members: readonly Resource[], { index, isTold }: { index: PlanIndex; isTold: (shared: Shared) => boolean }, report: PlacedReport): void {
  const port = members[0] && index.portOf(members[0]);
  if (port === undefined || isHosted(port)) return;
  const { firsts, shared } = sharing(members);
  const told = shared.filter(isTold);
  if (told.length === 0) return;
  const { live } = index;
  const taken = vlansTaken(firsts.keys(), idOfPort(port), live);
  const tell = live === undefined || taken.size === firsts.size ? report : asRead(report, live);
  for (const pair of told) tell(sharedVlan(port, pair, taken));
}

/** The first of each VLAN, and each of the others beside the first of its own. */
function sharing(members: readonly Resource[]): { readonly firsts: ReadonlyMap<number, Resource>; readonly shared: readonly Shared[] } {
  const firsts = new Map<number, Resource>();
  const shared: Shared[] = [];
  for (const resource of members) {
    const vlan = vlanOf(resource) ?? 0;
    const first = firsts.get(vlan);
    if (first === undefined) firsts.set(vlan, resource);
    else shared.push({ first, second: resource });
  }
  return { firsts, shared };
}

/** Two hosted connections are told as that. */
function reportUsedVlans(members: readonly Resource[], beside: Beside, report: PlacedReport): void {
  reportLiveVlans(members, { beside, of: ["virtualInterfaces", "hostedConnections"], with: (port) => othersOn(port, beside) }, report);
  reportLiveVlans(members, { beside, of: ["virtualInterfaces"], with: customersOn }, report);
}

type LiveUser = Pick<LivePort, "id" | "name" | "vlan">;

/** Live hosted connections on a port that the plan does not remove and that no resource of it stands for. */
function customersOn(portId: string, { index, live }: Beside): readonly LiveUser[] {
  return staying(live.customersOf(portId), index).filter((one) => plannedAs("hostedConnections", one, index) === undefined);
}

interface Users {
  readonly beside: Beside;
  /** The members of these sections are told. */
  readonly of: readonly SectionName[];
  readonly with: (portId: string, beside: Beside) => readonly LiveUser[];
}

function reportLiveVlans(members: readonly Resource[], { beside, of: sections, with: usersOn }: Users, report: PlacedReport): void {
  const told = members.filter(({ section }) => sections.includes(section));
  const port = told[0] && livePortOf(told[0], beside);
  if (port === undefined || port.hosted) return;
  const others = new Map(usersOn(port.id, beside).map((one) => [one.vlan, one]));
  // Two of the plan that share one are told already: the last of the reversed list, the first of the plan, stays.
  const firsts = new Map(told.toReversed().map((resource) => [vlanOf(resource) ?? 0, resource]));
  let taken: ReadonlySet<number> | undefined;
  for (const [vlan, resource] of firsts) {
    const other = others.get(vlan);
    if (other === undefined || idOf(resource) !== undefined) continue;
    taken ??= vlansTaken(members.map((one) => vlanOf(one) ?? 0), port.id, beside.live);
    const free = nextFreeVlan(taken, vlan);
    const range = placed(resource, placeOf(resource.view, "vlan"));
    report({ range, message: `VLAN ${vlan} is already used by ${labelOf(other)} on ${labelOf(port)}${freeVlanWords(free)}`, ...freeVlanFix(resource, range, free) });
  }
}

function freeVlanWords(free: number | undefined): string {
  return free === undefined ? "." : `; the next free one is ${free}.`;
}

function freeVlanFix(resource: Resource, range: PlacedRange, free: number | undefined): Pick<PlacedFinding, "fix"> {
  const isOwn = nodeOf(resource.view, "vlan")?.origin === undefined;
  return free === undefined || !isOwn ? {} : { fix: replace(`Change to ${free}, the next free VLAN`, range, String(free)) };
}

/** A hosted connection carries one virtual interface at all, which is told instead. */
function isHosted({ resource }: Port): boolean {
  return resource !== undefined && isTrue(resource.view, "hosted");
}

function sharedVlan(port: Port, { first, second }: Shared, taken: ReadonlySet<number>): PlacedFinding {
  const vlan = vlanOf(first) ?? 0;
  const free = nextFreeVlan(taken, vlan);
  const range = placed(second, placeOf(second.view, "vlan"));
  return {
    range,
    message: `VLAN ${vlan} is already used by \`${first.view.name}\` on ${port.label}${freeVlanWords(free)}`,
    related: [relatedTo(first, placeOf(first.view, "vlan"), `\`${first.view.name}\` uses VLAN ${vlan}`)],
    ...freeVlanFix(second, range, free),
  };
}

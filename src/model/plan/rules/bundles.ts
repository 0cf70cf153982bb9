import { mostLinks } from "../../port-limits.ts";
import { inMap, inResource, removal, setting } from "../fixes.ts";
import type { LivePort } from "../live.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedFinding, PlacedReport } from "../problem.ts";
import { called, has, integerOf, isNew, isTrue, keyOf, lacks, placeOf, textOf, type View } from "../view.ts";
import { idMeant, idOf, labelOf } from "./live-relations.ts";
import { endElsewhere } from "./live-ports.ts";
import { bundleKeyOf, named } from "./relations.ts";
import { staying } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

const members = ["lags", "connections", "interconnects"] as const;

/** LAGs and their members. */
export const bundleRules: readonly Rule[] = [
  {
    code: "DX501",
    severity: "error",
    title: "All members of a LAG have one speed.",
    aws: "documented",
    why: "A LAG is made of equal links.",
    source: "API model, CreateLag",
    sections: members,
    group: { key: bundleKeyOf, check: (all, _, report) => reportUnequal(all, { field: "bandwidth", ofLag: "connectionsBandwidth", what: "speed" }, report) },
  },
  {
    code: "DX502",
    severity: "error",
    title: "All members of a LAG are at one location, on one device of AWS.",
    aws: "documented",
    why: "A LAG ends on one device; only the live account shows which.",
    source: "API model, CreateLag; user guide, lags",
    sections: members,
    group: { key: bundleKeyOf, check: (all, _, report) => reportUnequal(all, { field: "location", ofLag: "location", what: "location" }, report) },
    live: {
      sections: ["connections"],
      resource: (resource, beside, report) => {
        const [port, lag] = [beside.live.port(idOf(resource)), beside.live.port(idMeant(resource, "lag", beside))];
        if (port === undefined || port.lagId === lag?.id || !endElsewhere(port, lag)) return;
        report({ range: placed(resource, placeOf(resource.view, "lag")), message: `${labelOf(port)} ends on device \`${port.awsDevice}\`, LAG ${labelOf(lag)} on \`${lag.awsDevice}\`: a member has its LAG's device. Order a new connection in the LAG.` });
      },
    },
  },
  {
    code: "DX503",
    severity: "error",
    title: "A LAG has at most 4 members at 1 or 10 Gbps, 2 at 100 or 400 Gbps.",
    aws: "documented",
    why: "The service takes no more, whether they come with the LAG or join it.",
    source: "API model, CreateLag; user guide, lags",
    sections: members,
    group: { key: bundleKeyOf, check: reportTooMany },
    live: { sections: members, group: { key: bundleKeyOf, check: reportTooManyLive } },
  },
  {
    code: "DX504",
    severity: "error",
    title: "A hosted connection is not in a LAG.",
    aws: "documented",
    why: "Only dedicated connections can be members.",
    source: "user guide, lags",
    maps: ["connections"],
    map: (view, report) => {
      if (!isTrue(view, "hosted") || !has(view, "lag")) return;
      report({ range: keyOf(view, "lag"), message: `\`${view.name}\` is a hosted connection, which cannot be in a LAG. Remove \`lag\`.`, ...removal(inMap(view), "lag") });
    },
  },
  {
    code: "DX505",
    severity: "warning",
    title: "A LAG's `minimumLinks` is at least 1.",
    aws: "accepts",
    why: "With 0, the default, a LAG counts as up with no member up: nothing tells that all is lost. A plan that promises `resiliency: development` is not asked.",
    source: "AWS's agent toolkit, lags",
    sections: ["lags"],
    resource: (resource, index, report) => {
      const { view } = resource;
      const isZero = integerOf(view, "minimumLinks") === 0 || (isNew(view) && view.fields.size > 0 && lacks(view, "minimumLinks"));
      if (!isZero || textOf(index.plan, "resiliency") === "development") return;
      report({ range: placed(resource, placeOf(view, "minimumLinks")), message: `LAG \`${view.name}\` would count as up with no member up${has(view, "minimumLinks") ? "" : ", as `minimumLinks` is 0 unless given"}. Set \`minimumLinks: 1\`.`, ...setting(inResource(resource), "minimumLinks", "1") });
    },
  },
  {
    code: "DX506",
    severity: "warning",
    title: "A LAG's `minimumLinks` is below the number of its members.",
    aws: "accepts",
    why: "With as many as there are, one fibre takes the whole LAG down.",
    source: "user guide, lags",
    maps: ["lags"],
    map: (view, report) => {
      const [minimum, count] = [integerOf(view, "minimumLinks"), integerOf(view, "numberOfConnections")];
      if (minimum === undefined || minimum < 2 || minimum !== count) return;
      report({ range: placeOf(view, "minimumLinks"), message: `${minimum === 2 ? "Both" : `All ${minimum}`} members have to be up for LAG \`${view.name}\` to be up: one fibre takes it down. Use ${minimum - 1} or less.`, ...setting(inMap(view), "minimumLinks", String(minimum - 1)) });
    },
  },
  {
    code: "DX510",
    severity: "error",
    title: "A LAG and its members are all ordered with MACsec, or all without.",
    aws: "rejects",
    why: "The API answers that both should be requested with MACsec at the same time.",
    source: "Terraform provider, issues 36693 and 47663",
    sections: members,
    group: { key: bundleKeyOf, check: reportMixedMacSec },
    live: { sections: ["connections", "interconnects"], resource: reportLiveMacSec },
  },
  {
    code: "DX515",
    severity: "warning",
    title: "MACsec keys of a LAG's members stand at the LAG.",
    aws: "accepts",
    why: "Joining the LAG takes a connection's own key away; the LAG's counts.",
    source: "user guide, lags",
    maps: ["connections"],
    map: (view, report) => {
      if (!has(view, "lag") || !has(view, "macSecKeys") || isTrue(view, "hosted")) return;
      report({ range: keyOf(view, "macSecKeys"), message: `\`${view.name}\` is in a LAG, whose keys replace its own. Move \`macSecKeys\` to LAG \`${textOf(view, "lag") ?? ""}\`.` });
    },
  },
  {
    code: "DX530",
    severity: "error",
    title: "A connection that joins a LAG has the LAG's location and speed.",
    aws: "documented",
    why: "It is allocated on the LAG's own device.",
    source: "API reference, CreateConnection",
    sections: members,
    group: { key: bundleKeyOf, check: reportUnlikeLag },
    live: { sections: ["connections", "interconnects"], resource: reportUnlikeLiveLag },
  },
];

function lagAmong(all: readonly Resource[]): Resource | undefined {
  return all.find(({ section }) => section === "lags");
}

/** A hosted connection is none, which is told by itself. */
function membersAmong(all: readonly Resource[]): readonly Resource[] {
  return all.filter(({ section, view }) => section !== "lags" && !isTrue(view, "hosted"));
}

/** Where the LAG says it itself, DX530 compares with that. */
function reportUnequal(all: readonly Resource[], { field, ofLag, what }: { field: string; ofLag: string; what: string }, report: PlacedReport): void {
  const lag = lagAmong(all);
  if (lag !== undefined && has(lag.view, ofLag)) return;
  const [first, ...others] = membersAmong(all).filter(({ view }) => textOf(view, field) !== undefined);
  if (first === undefined) return;
  for (const other of others) {
    const [own, expected] = [textOf(other.view, field) ?? "", textOf(first.view, field) ?? ""];
    if (own === expected) continue;
    report({
      range: placed(other, placeOf(other.view, field)),
      message: `\`${other.view.name}\` has ${what} ${own}, but \`${first.view.name}\` in the same LAG ${expected}. Members have one ${what}: change it, or take one of them out of the LAG.`,
      related: [relatedTo(first, placeOf(first.view, field), `The ${what} of \`${first.view.name}\``)],
    });
  }
}

function reportUnlikeLag(all: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const lag = lagAmong(all);
  if (lag === undefined) return;
  for (const member of membersAmong(all)) {
    for (const { field, ofLag, what } of shared) {
      const [own, expected] = [textOf(member.view, field), textOf(lag.view, ofLag)];
      if (own === undefined || expected === undefined || own === expected) continue;
      report({
        range: placed(member, placeOf(member.view, field)),
        message: `\`${member.view.name}\` has ${what} ${own}, but LAG \`${lag.view.name}\` ${expected}. A member has its LAG's: change it, or take it out of the LAG.`,
        related: [relatedTo(lag, placeOf(lag.view, ofLag), "The LAG's")],
        ...(isNew(member.view) ? setting(inResource(member), field, expected) : {}),
      });
    }
  }
}

const shared = [
  { field: "location", ofLag: "location", what: "location" },
  { field: "bandwidth", ofLag: "connectionsBandwidth", what: "speed" },
] as const;

function reportTooMany(all: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const lag = lagAmong(all);
  const joined = membersAmong(all);
  const speed = (lag && textOf(lag.view, "connectionsBandwidth")) ?? (joined[0] && textOf(joined[0].view, "bandwidth"));
  const most = mostLinks(speed ?? "");
  const extra = joined[most];
  if (extra === undefined) return;
  report({
    range: placed(extra, placeOf(extra.view, "lag")),
    message: `LAG \`${textOf(extra.view, "lag") ?? ""}\` would have ${joined.length} members: ${named(joined)}. ${most} are possible${speed === undefined ? "" : ` at ${speed}`}. Put the rest into another LAG.`,
  });
}

/** Those that are there and stay, and those of the plan that would join them. */
function reportTooManyLive(all: readonly Resource[], beside: Beside, report: PlacedReport): void {
  const [first] = all;
  const lag = beside.live.port(first && (first.section === "lags" ? idOf(first) : idMeant(first, "lag", beside)));
  if (lag?.kind !== "lag") return;
  const members = beside.live.members(lag.id);
  const kept = staying(members, beside.index).length;
  const joining = membersAmong(all).filter((resource) => !members.some(({ id }) => id === idOf(resource)));
  const most = mostLinks(lag.bandwidth);
  const extra = joining[Math.max(0, most - kept)];
  // Too many in the plan alone are told as that.
  if (extra === undefined || membersAmong(all).length > most) return;
  report({
    range: placed(extra, placeOf(extra.view, "lag")),
    message: `LAG ${labelOf(lag)} ${kept === members.length ? "has" : "keeps"} ${kept} member${kept === 1 ? "" : "s"}, and ${named(joining)} would join: ${most} are possible${lag.bandwidth === "" ? "" : ` at ${lag.bandwidth}`}. Put the rest into another LAG.`,
  });
}

function reportMixedMacSec(all: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const lag = lagAmong(all);
  const expected = lag && macSecOf(lag.view);
  if (lag === undefined || expected === undefined) return;
  for (const member of membersAmong(all)) {
    const own = macSecOf(member.view);
    if (own === undefined || own === expected) continue;
    report({
      range: placed(member, placeOf(member.view, "requestMACSec")),
      message: `${own ? "" : "No "}MACsec is ordered for \`${member.view.name}\`, but ${expected ? "" : "none "}for ${called(lag.view)}. Set \`requestMACSec: ${String(expected)}\`${expected ? "" : " or leave it out"}.`,
      related: [relatedTo(lag, placeOf(lag.view, "requestMACSec"), "The LAG")],
      ...sameMacSec(member, expected),
    });
  }
}

/** Where the LAG has none, which of the two is meant is not certain. */
function sameMacSec(member: Resource, expected: boolean): Pick<PlacedFinding, "fix"> {
  return expected && isNew(member.view) ? setting(inResource(member), "requestMACSec", "true") : {};
}

/** The live LAG that a new member would join. */
function lagToJoin(member: Resource, beside: Beside): LivePort | undefined {
  const lag = isNew(member.view) ? beside.live.port(idMeant(member, "lag", beside)) : undefined;
  return lag?.kind === "lag" ? lag : undefined;
}

/** Whether the plan itself says it of the LAG, which is then compared without the live account. */
function isSaidOfLag(member: Resource, field: string, { index }: Beside): boolean {
  const lag = index.resolve(["lags"], textOf(member.view, "lag") ?? "");
  return lag !== undefined && has(lag.view, field);
}

function reportLiveMacSec(member: Resource, beside: Beside, report: PlacedReport): void {
  const [lag, own] = [lagToJoin(member, beside), macSecOf(member.view)];
  if (lag === undefined || own === undefined || own === lag.macSecCapable || isSaidOfLag(member, "requestMACSec", beside)) return;
  report({
    range: placed(member, placeOf(member.view, "requestMACSec")),
    message: `${own ? "" : "No "}MACsec is ordered for \`${member.view.name}\`, but LAG ${labelOf(lag)} has ${lag.macSecCapable ? "it" : "none"}. Set \`requestMACSec: ${String(lag.macSecCapable)}\`.`,
    ...sameMacSec(member, lag.macSecCapable),
  });
}

function reportUnlikeLiveLag(member: Resource, beside: Beside, report: PlacedReport): void {
  const lag = lagToJoin(member, beside);
  if (lag === undefined) return;
  for (const { field, ofLag, what } of shared) {
    const [own, expected] = [textOf(member.view, field), lag[field]];
    if (own === undefined || expected === "" || own === expected || isSaidOfLag(member, ofLag, beside)) continue;
    report({
      range: placed(member, placeOf(member.view, field)),
      message: `\`${member.view.name}\` has ${what} ${own}, but LAG ${labelOf(lag)} ${expected}. A member has its LAG's: change it, or take it out of the LAG.`,
      ...setting(inResource(member), field, expected),
    });
  }
}

/** Undefined where only the live account knows. */
function macSecOf(view: View): boolean | undefined {
  if (has(view, "requestMACSec")) return isTrue(view, "requestMACSec");
  return isNew(view) && lacks(view, "requestMACSec") ? false : undefined;
}

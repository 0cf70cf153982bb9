import { checkMtu, mostLinks } from "../../port-limits.ts";
import { english } from "../../text.ts";
import { inMap, removal, setting } from "../fixes.ts";
import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has, integerOf, isNew, keyOf, placeOf, scalarOf, textOf, type View } from "../view.ts";
import { idOf, labelOf } from "./live-relations.ts";
import { staying } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

/** Packet sizes and the sizes of LAGs. */
export const sizeRules: readonly Rule[] = [
  {
    code: "DX114",
    severity: "error",
    title: "The `mtu` of a transit virtual interface is 1500 or 8500.",
    aws: "documented",
    why: "The documentation says that no other value is accepted.",
    source: "API model, CreateTransitVirtualInterface",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      const mtu = mtuOf(view, "transit");
      const problem = mtu === undefined ? undefined : checkMtu(mtu, "transit");
      if (mtu === undefined || problem === undefined) return;
      report({ range: placeOf(view, "mtu"), message: english(problem), ...(mtu > 8500 ? setting(inMap(view), "mtu", "8500") : {}) });
    },
  },
  {
    code: "DX115",
    severity: "error",
    title: "The `mtu` of a private virtual interface is 1500, 8500 or 9001.",
    aws: "documented",
    why: "The API model names 1500 and 8500, the user guide 1500 and 9001; nothing else is in either.",
    source: "API model, CreatePrivateVirtualInterface; user guide, set-jumbo-frames-vif",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      const mtu = mtuOf(view, "private");
      const problem = mtu === undefined ? undefined : checkMtu(mtu, "private");
      if (problem !== undefined) report({ range: placeOf(view, "mtu"), message: english(problem) });
    },
  },
  {
    code: "DX116",
    severity: "hint",
    title: "A private `mtu` of 9001 is known to be disputed.",
    aws: "accepts",
    why: "The newest API model names 8500 only.",
    source: "API model; user guide, set-jumbo-frames-vif",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (mtuOf(view, "private") !== 9001) return;
      report({ range: placeOf(view, "mtu"), message: "Sources disagree on MTU 9001: the newest API model names 8500 for private virtual interfaces. Check what the connection reports." });
    },
  },
  {
    code: "DX117",
    severity: "error",
    title: "A public virtual interface has no `mtu`.",
    aws: "documented",
    why: "It always uses 1500, and the request has no such field.",
    source: "API model, NewPublicVirtualInterface",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (textOf(view, "type") !== "public" || !has(view, "mtu") || scalarOf(view, "mtu")?.value === null) return;
      report({ range: keyOf(view, "mtu"), message: "`mtu` cannot be set on a public virtual interface, which always uses 1500. Remove it.", ...removal(inMap(view), "mtu") });
    },
  },
  {
    code: "DX126",
    severity: "error",
    title: "`minimumLinks` is from 0 to the number of the LAG's connections.",
    aws: "documented",
    why: "With fewer members up than that, the LAG goes down; with more wanted than there are, it never comes up.",
    source: "user guide, update-lag",
    sections: ["lags", "connections"],
    group: {
      key: (resource, index) => lagOf(resource, index)?.view.name,
      check: (members, _, report) => {
        for (const lag of members) if (lag.section === "lags") reportMinimumLinks(lag, members.length - 1, report);
      },
    },
    live: {
      sections: ["lags", "connections"],
      group: {
        key: (resource, index) => lagOf(resource, index)?.view.name,
        check: (members, beside, report) => {
          for (const lag of members) if (lag.section === "lags") reportLiveMinimum(lag, { members, beside }, report);
        },
      },
    },
  },
  {
    code: "DX127",
    severity: "error",
    title: "A LAG has 1 to 4 connections at 1 or 10 Gbps, 1 or 2 at 100 or 400 Gbps.",
    aws: "documented",
    why: "The service creates no larger ones.",
    source: "API model, CreateLag",
    maps: ["lags"],
    map: (view, report) => {
      const count = integerOf(view, "numberOfConnections");
      const bandwidth = textOf(view, "connectionsBandwidth") ?? "";
      const most = mostLinks(bandwidth);
      if (count === undefined || (count >= 1 && count <= most)) return;
      report({
        range: placeOf(view, "numberOfConnections"),
        message: `A LAG${bandwidth === "" ? "" : ` of ${bandwidth} connections`} has 1 to ${most} of them, not ${count}. ${count < 1 ? "Order one at least." : "Order fewer, or make two LAGs."}`,
      });
    },
  },
];

function mtuOf(view: View, type: "private" | "transit"): number | undefined {
  return textOf(view, "type") === type ? integerOf(view, "mtu") : undefined;
}

/** The LAG itself, or the one that a connection belongs to. */
function lagOf(resource: Resource, index: PlanIndex): Resource | undefined {
  const name = resource.section === "lags" ? resource.view.name : textOf(resource.view, "lag");
  return name === undefined ? undefined : index.resolve(["lags"], name);
}

function reportMinimumLinks(lag: Resource, named: number, report: PlacedReport): void {
  const minimum = integerOf(lag.view, "minimumLinks");
  const most = mostMembers(lag, named);
  if (minimum === undefined || (minimum >= 0 && minimum <= most)) return;
  const range = most === Number.POSITIVE_INFINITY ? "0 or more" : `one from 0 to ${most}, which is the number of its connections`;
  report({ range: placed(lag, placeOf(lag.view, "minimumLinks")), message: `\`minimumLinks\` ${minimum} is out of range for ${called(lag.view)}; choose ${range}.` });
}

function reportLiveMinimum(lag: Resource, { members, beside }: { readonly members: readonly Resource[]; readonly beside: Beside }, report: PlacedReport): void {
  const [port, minimum] = [beside.live.port(idOf(lag)), integerOf(lag.view, "minimumLinks")];
  if (port?.kind !== "lag" || minimum === undefined) return;
  const there = beside.live.members(port.id);
  const joining = members.filter((resource) => resource !== lag && !there.some(({ id }) => id === idOf(resource)));
  const most = staying(there, beside.index).length + joining.length;
  if (minimum <= most) return;
  report({ range: placed(lag, placeOf(lag.view, "minimumLinks")), message: `\`minimumLinks\` ${minimum} is more than LAG ${labelOf(port)} has connections, ${most}: it would never come up. Choose one from 1 to ${most}.` });
}

function mostMembers(lag: Resource, named: number): number {
  const count = integerOf(lag.view, "numberOfConnections");
  const isUnknown = count === undefined || count < 1 || !isNew(lag.view);
  return isUnknown ? Number.POSITIVE_INFINITY : count + named;
}

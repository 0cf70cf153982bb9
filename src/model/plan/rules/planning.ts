import { placed, type PlanIndex, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { lacks, textOf } from "../view.ts";
import { named } from "./relations.ts";
import type { Rule } from "./rule.ts";

const regional = ["connections", "lags", "interconnects", "hostedConnections", "virtualInterfaces", "resiliencyGroups"] as const;

/** What applying a plan needs to know. */
export const planningRules: readonly Rule[] = [
  {
    code: "DX807",
    severity: "warning",
    title: "Everything but gateways and associations has a Region.",
    aws: "accepts",
    why: "Connections, LAGs and virtual interfaces are managed through one Region's API; without it another Region's account of them would be changed, or none found.",
    source: "API reference, endpoints",
    sections: regional,
    group: { key: (resource, index) => (hasRegion(resource, index) ? undefined : "without"), check: reportWithoutRegion },
  },
];

function hasRegion(resource: Resource, index: PlanIndex): boolean {
  if (!lacks(index.plan, "region") || index.regionOf(resource) !== undefined) return true;
  // What carries it is told instead; what names nothing, or nothing that there is, is told for that.
  const port = index.portOf(resource);
  const isCarried = resource.section === "virtualInterfaces" || resource.section === "hostedConnections";
  return !resource.view.isComplete || (isCarried && (port === undefined || port.resource !== undefined || !/^dx(con|lag)-/.test(port.key)));
}

function reportWithoutRegion(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const [first] = members;
  if (first === undefined || textOf(first.view, "region") !== undefined) return;
  const fault = members.length === 1 ? `\`${first.view.name}\` has no Region` : `${named(members)} have no Region`;
  report({ range: placed(first, first.key.range), message: `${fault}. Add \`region\` at the top of the plan, or to each.` });
}

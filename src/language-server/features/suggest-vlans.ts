import type { CompletionItem } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Port, Resource } from "../../model/plan/plan-index.ts";
import { idOf, idOfPort, plannedAs, vlansTaken } from "../../model/plan/rules/live-relations.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { scalarOf } from "../../model/plan/view.ts";
import { freeVlans, nextFreeVlan } from "../../model/vlan.ts";
import { numbered, preselecting } from "./numbered.ts";

/** The one that there can only be, or else some that are free on the port, the next one after those in use selected. */
export function suggestVlans(plan: PlanDocument, resource: Resource | undefined): CompletionItem[] {
  if (resource === undefined) return freeOn(plan, undefined, undefined);
  const port = plan.index.portOf(resource);
  const only = givenVlan(port) ?? liveVlan(plan, resource) ?? liveVlanOf(port, plan);
  if (only !== undefined) return numbered([only]);
  return resource.section === "connections" ? [] : freeOn(plan, port, resource);
}

function givenVlan(port: Port | undefined): Choice | undefined {
  if (port?.resource?.section !== "connections") return undefined;
  const given = scalarOf(port.resource.view, "vlan");
  return given && { value: given.source, about: `the VLAN of ${port.label}` };
}

/** What is there keeps its VLAN; that of a hosted connection is its partner's choice. */
function liveVlan({ index }: PlanDocument, resource: Resource): Choice | undefined {
  const { live } = index;
  const isInterface = resource.section === "virtualInterfaces";
  const known = isInterface ? live?.state.interfaces.find((one) => plannedAs("virtualInterfaces", one, index) === resource) : live?.port(idOf(resource));
  return known?.vlan === undefined ? undefined : { value: String(known.vlan), about: "the VLAN that it has, which cannot be changed" };
}

/** A live hosted connection carries one VLAN, whether the plan adopts it or only names it (DX307). */
function liveVlanOf(port: Port | undefined, { index }: PlanDocument): Choice | undefined {
  const vlan = index.live?.port(port && idOfPort(port))?.vlan;
  return vlan === undefined || port === undefined ? undefined : { value: String(vlan), about: `the VLAN of ${port.label}` };
}

/** Where nothing is numbered yet: low VLANs are often a site's own. */
const firstOffered = 101;
const mostOffered = 5;

function freeOn({ index }: PlanDocument, port: Port | undefined, own: Resource | undefined): CompletionItem[] {
  const use = port && index.ports.get(port.key);
  const planned = [...(use?.vlans ?? [])].filter(([, users]) => users.some((user) => user !== own)).map(([vlan]) => vlan);
  const taken = vlansTaken(planned, port && idOfPort(port), index.live);
  const [from, to] = taken.size === 0 ? [firstOffered, firstOffered - 1] : [Math.min(...taken), Math.max(...taken)];
  const next = nextFreeVlan(taken, to);
  if (next === undefined) return [];
  const lowest = freeVlans(taken, from, mostOffered);
  const offered = lowest.includes(next) ? lowest : [...lowest.slice(0, mostOffered - 1), next].sort((one, other) => one - other);
  const about = port === undefined ? "a free VLAN" : `free on ${port.label}`;
  return preselecting(numbered(offered.map((vlan) => ({ value: String(vlan), about }))), String(next));
}

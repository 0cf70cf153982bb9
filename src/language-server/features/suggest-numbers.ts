import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Port, Resource } from "../../model/plan/plan-index.ts";
import { idOfPort, vlansTaken } from "../../model/plan/rules/live-relations.ts";
import type { Choice, FieldType } from "../../model/plan/schema-types.ts";
import { integerOf, scalarOf, textOf } from "../../model/plan/view.ts";
import { nextFreeVlan } from "../../model/vlan.ts";
import { numbered } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";

/** Numbers that fit: free ones, those in use elsewhere, or the few that there are. */
export function suggestNumbers(plan: PlanDocument, type: Extract<FieldType, { kind: "integer" }>, cursor: Cursor): CompletionItem[] {
  const resource = resourceOf(plan, cursor);
  switch (type.format) {
    case "vlan":
      return vlans(plan, cursor, resource);
    case "mtu":
      return numbered(mtuChoices(type, resource));
    case "asn":
    case "asnLong":
      return asnsInUse(plan, cursor);
    case "numberOfConnections":
      return numbered(upTo(isFast(resource) ? 2 : 4));
    case "minimumLinks":
      return numbered(upTo(membersOf(resource)));
    default:
      return numbered(type.choices ?? []);
  }
}

/** The one that a hosted connection has, or else one that is free on the port. */
function vlans(plan: PlanDocument, { path }: Cursor, resource: Resource | undefined): CompletionItem[] {
  const port = resource === undefined || path.length > 3 ? undefined : plan.index.portOf(resource);
  const given = port?.resource?.section === "connections" ? scalarOf(port.resource.view, "vlan")?.source : undefined;
  return given === undefined ? freeVlan(plan, port) : [{ label: given, kind: CompletionItemKind.Value, detail: `the VLAN of ${port?.label ?? ""}` }];
}

function freeVlan(plan: PlanDocument, port: Port | undefined): CompletionItem[] {
  const use = port === undefined ? undefined : plan.index.ports.get(port.key);
  const taken = vlansTaken(use?.vlans.keys() ?? [], port && idOfPort(port), plan.index.live);
  const free = nextFreeVlan(taken, use === undefined ? 100 : Math.max(...use.vlans.keys()));
  if (free === undefined) return [];
  return [{ label: String(free), kind: CompletionItemKind.Value, detail: port === undefined ? "a free VLAN" : `free on ${port.label}` }];
}

function membersOf(resource: Resource | undefined): number {
  return (resource && integerOf(resource.view, "numberOfConnections")) ?? 4;
}

function isFast(resource: Resource | undefined): boolean {
  return resource !== undefined && ["100Gbps", "400Gbps"].includes(textOf(resource.view, "connectionsBandwidth") ?? "");
}

function upTo(most: number): readonly Choice[] {
  return Array.from({ length: Math.min(most, 4) }, (_, at) => ({ value: String(at + 1), about: "" }));
}

/** Those that the plan has elsewhere: most networks have one or two. */
function asnsInUse({ index }: PlanDocument, { path }: Cursor): CompletionItem[] {
  const asns = index.of("virtualInterfaces").flatMap(({ view }) => (view.name === path[1] ? [] : (integerOf(view, path.at(-1) ?? "") ?? [])));
  return numbered([...new Set(asns)].slice(0, 10).map((asn) => ({ value: String(asn), about: "used in this plan" })));
}

/** A public virtual interface takes none, and a transit one not the disputed one. */
function mtuChoices({ choices = [] }: Extract<FieldType, { kind: "integer" }>, resource: Resource | undefined): readonly Choice[] {
  const type = resource && textOf(resource.view, "type");
  if (type === "public") return [];
  return type === "transit" ? choices.filter(({ value }) => value !== "9001") : choices;
}

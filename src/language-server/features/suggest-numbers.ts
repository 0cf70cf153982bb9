import type { CompletionItem } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import type { Choice, FieldType } from "../../model/plan/schema-types.ts";
import { integerOf, textOf } from "../../model/plan/view.ts";
import { numbered } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";
import { suggestGatewayAsns } from "./suggest-gateway-asns.ts";
import { suggestVlans } from "./suggest-vlans.ts";

/** Numbers that fit: free ones, those in use elsewhere, or the few that there are. */
export function suggestNumbers(plan: PlanDocument, type: Extract<FieldType, { kind: "integer" }>, cursor: Cursor): CompletionItem[] {
  const resource = resourceOf(plan, cursor);
  switch (type.format) {
    case "vlan":
      return suggestVlans(plan, resource);
    case "mtu":
      return numbered(mtuChoices(type, resource));
    case "asn":
    case "asnLong":
      return asnsInUse(plan, cursor);
    case "amazonSideAsn":
      return suggestGatewayAsns(plan, resource);
    case "numberOfConnections":
      return numbered(upTo(isFast(resource) ? 2 : 4));
    case "minimumLinks":
      return numbered(upTo(membersOf(resource)));
    default:
      return numbered(type.choices ?? []);
  }
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

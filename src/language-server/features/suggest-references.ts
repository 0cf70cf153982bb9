import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import type { FieldType } from "../../model/plan/schema-types.ts";
import { isTrue, scalarOf, textOf } from "../../model/plan/view.ts";
import { membersBeside, resourceOf } from "./resource-at.ts";
import { liveReferences } from "./suggest-ids.ts";

/** Resources of the plan that fit a reference, and then those of the live account. */
export function suggestReferences(plan: PlanDocument, type: Extract<FieldType, { kind: "reference" }>, cursor: Cursor): CompletionItem[] {
  const [section, self] = cursor.path;
  const own = resourceOf(plan, cursor);
  const [fits, there] = [fitting(plan, own), membersBeside(own, cursor)];
  const named = type.to.flatMap((to) => plan.index.of(to).filter((target) => !(section === to && target.view.name === self) && !there.has(target.view.name) && fits(target)).map(itemFor));
  return [...named, ...liveReferences(plan, type).filter(({ label }) => !there.has(label))];
}

function itemFor({ view }: Resource, place: number): CompletionItem {
  const facts = ["location", "bandwidth", "connectionsBandwidth", "amazonSideAsn"].map((name) => scalarOf(view, name)?.source);
  return {
    label: view.name,
    kind: CompletionItemKind.Reference,
    detail: [view.schema.label, ...facts].filter((part) => part !== undefined).join(" · "),
    sortText: String(place).padStart(5, "0"),
  };
}

/** What a resource can hang on, as far as the plan tells. */
function fitting(plan: PlanDocument, own: Resource | undefined): (target: Resource) => boolean {
  switch (own?.section) {
    case "virtualInterfaces": {
      const [gateways, ports] = [gatewaysOfOthers(plan, textOf(own.view, "type")), portsInUse(plan, own)];
      return ({ section, view }) => (section === "directConnectGateways" ? !gateways.has(view.name) : !(isTrue(view, "hosted") && ports.has(view.name)));
    }
    case "associations": {
      const gateways = gatewaysOfOthers(plan, sideOf(textOf(own.view, "gateway")));
      return ({ view }) => !gateways.has(view.name);
    }
    case "connections":
      return ({ view }) => isSame(own, view, ["location", "location"]) && isSame(own, view, ["bandwidth", "connectionsBandwidth"]);
    default:
      return () => true;
  }
}

/** Gateways that have attachments of the other kind: private and transit do not share one. */
function gatewaysOfOthers({ index }: PlanDocument, side: string | undefined): ReadonlySet<string> {
  if (side !== "private" && side !== "transit") return new Set();
  const other = side === "private" ? "transit" : "private";
  const interfaces = index.of("virtualInterfaces").filter(({ view }) => textOf(view, "type") === other);
  const associations = index.of("associations").filter(({ view }) => sideOf(textOf(view, "gateway")) === other);
  return new Set([...interfaces, ...associations].map(({ view }) => textOf(view, "directConnectGateway") ?? ""));
}

function sideOf(gateway: string | undefined): "private" | "transit" | undefined {
  if (gateway?.startsWith("tgw-") === true) return "transit";
  return gateway?.startsWith("vgw-") === true ? "private" : undefined;
}

/** A hosted connection carries one virtual interface. */
function portsInUse({ index }: PlanDocument, own: Resource): ReadonlySet<string> {
  return new Set(index.of("virtualInterfaces").flatMap((resource) => (resource.view.name === own.view.name ? [] : (textOf(resource.view, "connection") ?? []))));
}

/** Whether two fields are alike, where both are known. */
function isSame(own: Resource, other: Resource["view"], [field, its]: readonly [string, string]): boolean {
  const [one, two] = [textOf(own.view, field), textOf(other, its)];
  return one === undefined || two === undefined || one === two;
}

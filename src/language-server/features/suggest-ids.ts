import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { LiveState } from "../../model/plan/live.ts";
import { idPattern } from "../../model/plan/rules/ids.ts";
import type { FieldType } from "../../model/plan/schema-types.ts";

/** Something of the live account, with what an engineer knows it by. */
interface LiveThing {
  readonly id: string;
  readonly name: string;
  /** The section that would hold it. */
  readonly section: string;
  readonly detail: string;
}

/** What is there already and fits a reference, by its name in the account. */
export function liveReferences(plan: PlanDocument, type: Extract<FieldType, { kind: "reference" }>): CompletionItem[] {
  return itemsFor(plan, thingsIn(plan).filter(({ section }) => type.to.some((to) => to === section)));
}

/** What a resource can adopt, or hang on, that the plan does not hold yet. */
export function liveIds(plan: PlanDocument, type: Extract<FieldType, { kind: "awsId" }>, { path }: Cursor): CompletionItem[] {
  const field = path.at(-1);
  const things = field === "id" ? thingsIn(plan).filter(({ section }) => section === path[0]) : elsewhere(plan.index.live?.state, field);
  return itemsFor(plan, things.filter(({ id }) => type.ids.some((kind) => idPattern(kind).test(id))));
}

/** Below `removed`: what is there and not in the plan. */
export function removableIds(plan: PlanDocument): CompletionItem[] {
  return itemsFor(plan, thingsIn(plan));
}

function itemsFor({ index }: PlanDocument, things: readonly LiveThing[]): CompletionItem[] {
  const held = new Set(index.resources.map(({ view }) => view.fields.get("id")?.value).map((node) => (node?.kind === "scalar" ? node.source : "")));
  return things
    .filter(({ id }) => !held.has(id))
    .map(({ id, name, detail }) => ({ label: id, kind: CompletionItemKind.Reference, detail, filterText: `${id} ${name}`, sortText: `9${id}` }));
}

function thingsIn({ index }: PlanDocument): readonly LiveThing[] {
  const { ports = [], gateways = [], interfaces = [] } = index.live?.state ?? {};
  return [
    ...ports.map(({ id, name, kind, location, bandwidth, state }) => ({ id, name, section: `${kind}s`, detail: joined(name, location, bandwidth, state) })),
    ...gateways.map(({ id, name, amazonSideAsn, state }) => ({ id, name, section: "directConnectGateways", detail: joined(name, `ASN ${amazonSideAsn}`, state) })),
    ...interfaces.map(({ id, name, type, vlan, state }) => ({ id, name, section: "virtualInterfaces", detail: joined(name, type, `VLAN ${vlan}`, state) })),
  ];
}

/** Gateways of VPCs that something of the account hangs on already, and proposals that wait for an answer. */
function elsewhere(live: LiveState | undefined, field: string | undefined): readonly LiveThing[] {
  if (field === "proposal") return (live?.proposals ?? []).map(({ id, name, state, gateway }) => ({ id, name, section: "", detail: joined(name, `for ${gateway.id}`, state) }));
  const gateways = new Map((live?.associations ?? []).map(({ gateway }) => [gateway.id, gateway]));
  return [...gateways.values()].map(({ id, ownerAccount }) => ({ id, name: "", section: "", detail: `of account ${ownerAccount}` }));
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}

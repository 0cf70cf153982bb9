import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locationOf, locations } from "../../model/plan/locations.ts";
import type { Port, Resource } from "../../model/plan/plan-index.ts";
import { nextFreeVlan } from "../../model/vlan.ts";
import { isSectionName } from "../../model/plan/schema.ts";
import type { Choice, FieldType } from "../../model/plan/schema-types.ts";
import { dedicatedBandwidths, hostedBandwidths } from "../../model/plan/speeds.ts";
import { isTrue, scalarOf, textOf } from "../../model/plan/view.ts";
import { addressChoices } from "./suggest-addresses.ts";
import { liveIds, liveReferences } from "./suggest-ids.ts";

/** Values that fit where the cursor is. */
export function suggestValues(plan: PlanDocument, cursor: Cursor): CompletionItem[] {
  const { type } = cursor;
  if (type === undefined) return [];
  switch (type.kind) {
    case "boolean":
      return numbered([{ value: "true", about: "" }, { value: "false", about: "" }]);
    case "choice":
      return numbered(type.choices);
    case "reference":
      return references(plan, type, cursor);
    case "integer":
      return type.format === "vlan" ? freeVlan(plan, cursor) : numbered(mtuChoices(type, resourceOf(plan, cursor)));
    case "text":
      return texts(plan, type, cursor);
    case "awsId":
      return liveIds(plan, type, cursor);
    case "list":
      return suggestValues(plan, { ...cursor, type: type.of }).map((item) => ({ ...item, insertText: `[${item.insertText ?? item.label}]` }));
    default:
      return [];
  }
}

function texts(plan: PlanDocument, type: Extract<FieldType, { kind: "text" }>, cursor: Cursor): CompletionItem[] {
  const resource = resourceOf(plan, cursor);
  switch (type.format) {
    case "location":
      return locationItems(regionOf(plan, resource));
    case "region":
      return numbered([...new Set(locations.map(({ region }) => region))].sort().map((value) => ({ value, about: "" })));
    case "dedicatedBandwidth":
    case "connectionBandwidth":
      return speeds(resource);
    case "peerAddress":
      return numbered(addressChoices(plan, cursor, resource));
    case "authKey":
    case "cak":
      return secretForms();
    default:
      return numbered(type.choices ?? []);
  }
}

function numbered(choices: readonly Choice[]): CompletionItem[] {
  return choices.map(({ value, about }, place) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    sortText: String(place).padStart(3, "0"),
    ...(about === "" ? {} : { detail: about }),
  }));
}

/** A transit virtual interface is not offered gateways that private ones use, and the other way round. */
function references(plan: PlanDocument, type: Extract<FieldType, { kind: "reference" }>, cursor: Cursor): CompletionItem[] {
  const self = cursor.path[1];
  const own = resourceOf(plan, cursor);
  const named = type.to.flatMap((section) => {
    const isOwnSection = cursor.path[0] === section;
    const fitting = plan.index.of(section).filter((target) => !(isOwnSection && target.view.name === self) && fits(plan, target, own));
    return fitting.map((target, place) => ({
      label: target.view.name,
      kind: CompletionItemKind.Reference,
      detail: [target.view.schema.label, ...["location", "bandwidth", "connectionsBandwidth", "amazonSideAsn"].map((name) => scalarOf(target.view, name)?.source)]
        .filter((part) => part !== undefined)
        .join(" · "),
      sortText: String(place).padStart(5, "0"),
    }));
  });
  return [...named, ...liveReferences(plan, type)];
}

function fits(plan: PlanDocument, target: Resource, own: Resource | undefined): boolean {
  const side = own?.section === "virtualInterfaces" ? textOf(own.view, "type") : undefined;
  if (target.section !== "directConnectGateways" || (side !== "private" && side !== "transit")) return true;
  const other = side === "private" ? "transit" : "private";
  return !plan.index.of("virtualInterfaces").some((resource) => {
    return textOf(resource.view, "directConnectGateway") === target.view.name && textOf(resource.view, "type") === other;
  });
}

function locationItems(region: string | undefined): CompletionItem[] {
  return locations.map((location) => ({
    label: location.code,
    kind: CompletionItemKind.Value,
    detail: `${location.name} · ${location.region}`,
    filterText: `${location.code} ${location.name}`,
    sortText: `${location.region === region ? 0 : 1}${location.code}`,
    documentation: `Port speeds: ${location.portSpeeds.join(", ")}`,
  }));
}

function speeds(resource: Resource | undefined): CompletionItem[] {
  if (resource !== undefined && isTrue(resource.view, "hosted")) return numbered(hostedBandwidths.map((value) => ({ value, about: "hosted" })));
  const location = resource === undefined ? undefined : locationOf(textOf(resource.view, "location") ?? "");
  const offered = location?.portSpeeds ?? dedicatedBandwidths;
  return numbered(offered.map((value) => ({ value, about: location === undefined ? "" : `at ${location.name}` })));
}

function secretForms(): CompletionItem[] {
  return ["env", "secret"].map((where, place) => ({
    label: `\${${where}:NAME}`,
    kind: CompletionItemKind.Snippet,
    detail: where === "env" ? "from the environment" : "from the secret store",
    insertText: `\${${where}:NAME}`,
    sortText: String(place),
  }));
}

function freeVlan(plan: PlanDocument, cursor: Cursor): CompletionItem[] {
  const resource = resourceOf(plan, cursor);
  const port = resource === undefined ? undefined : plan.index.portOf(resource);
  const use = port === undefined ? undefined : plan.index.ports.get(port.key);
  const taken = new Map<number, unknown>([...(use?.vlans ?? []), ...liveVlans(plan, port)]);
  const free = nextFreeVlan(taken, use === undefined ? 100 : Math.max(...use.vlans.keys()));
  if (free === undefined) return [];
  return [{ label: String(free), kind: CompletionItemKind.Value, detail: port === undefined ? "a free VLAN" : `free on ${port.label}` }];
}

/** VLANs that the live account has on the same port. */
function liveVlans({ index }: PlanDocument, port: Port | undefined): readonly (readonly [number, unknown])[] {
  const id = port?.resource === undefined ? port?.key : textOf(port.resource.view, "id");
  return (index.live?.interfacesOn(id) ?? []).map((one) => [one.vlan, one] as const);
}

function mtuChoices(type: Extract<FieldType, { kind: "integer" }>, resource: Resource | undefined): readonly Choice[] {
  const choices = type.choices ?? [];
  const isTransit = resource !== undefined && textOf(resource.view, "type") === "transit";
  return type.format === "mtu" && isTransit ? choices.filter(({ value }) => value !== "9001") : choices;
}

function resourceOf(plan: PlanDocument, cursor: Cursor): Resource | undefined {
  const [section = "", name = ""] = cursor.path;
  return isSectionName(section) ? plan.index.find(section, name) : undefined;
}

function regionOf(plan: PlanDocument, resource: Resource | undefined): string | undefined {
  return resource === undefined ? textOf(plan.index.plan, "region") : plan.index.regionOf(resource);
}

import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locationOf, locations } from "../../model/plan/locations.ts";
import type { ReadAccount } from "../../model/plan/live.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import type { FieldType, Format } from "../../model/plan/schema-types.ts";
import { dedicatedBandwidths, hostedBandwidths } from "../../model/plan/speeds.ts";
import { isTrue, textOf } from "../../model/plan/view.ts";
import { numbered } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";
import { suggestAccounts } from "./suggest-accounts.ts";
import { addressChoices } from "./suggest-addresses.ts";
import { liveIds } from "./suggest-ids.ts";
import { suggestNumbers } from "./suggest-numbers.ts";
import { suggestPrefixes } from "./suggest-prefixes.ts";
import { suggestProviders } from "./suggest-providers.ts";
import { suggestReferences } from "./suggest-references.ts";
import { suggestTagValues } from "./suggest-tags.ts";

/** Values that fit where the cursor is; `accounts` are those that are read. */
export function suggestValues(plan: PlanDocument, cursor: Cursor, accounts: readonly ReadAccount[]): CompletionItem[] {
  const { type } = cursor;
  if (type === undefined) return [];
  switch (type.kind) {
    case "boolean":
      return numbered([{ value: "true", about: "" }, { value: "false", about: "" }]);
    case "choice":
      return numbered(type.choices);
    case "reference":
      return suggestReferences(plan, type, cursor);
    case "integer":
      return suggestNumbers(plan, type, cursor);
    case "text":
      return type.format === "accountId" ? suggestAccounts(plan, cursor, accounts) : texts(plan, type, cursor);
    case "awsId":
      return liveIds(plan, type, cursor);
    case "list":
      return suggestValues(plan, { ...cursor, type: type.of }, accounts).map((item) => ({ ...item, insertText: `[${item.insertText ?? item.label}]` }));
    default:
      return [];
  }
}

function texts(plan: PlanDocument, type: Extract<FieldType, { kind: "text" }>, cursor: Cursor): CompletionItem[] {
  const suggest = type.format === undefined ? undefined : byFormat[type.format];
  return suggest === undefined ? numbered(type.choices ?? []) : suggest(plan, cursor, resourceOf(plan, cursor));
}

type Suggest = (plan: PlanDocument, cursor: Cursor, resource: Resource | undefined) => CompletionItem[];

const byFormat: Readonly<Partial<Record<Format, Suggest>>> = {
  location: (plan, _, resource) => locationItems(regionOf(plan, resource)),
  region: () => numbered([...new Set(locations.map(({ region }) => region))].sort().map((value) => ({ value, about: "" }))),
  dedicatedBandwidth: (plan, _, resource) => speeds(plan, resource),
  connectionBandwidth: (plan, _, resource) => speeds(plan, resource),
  peerAddress: (plan, cursor, resource) => numbered(addressChoices(plan, cursor, resource)),
  prefix: suggestPrefixes,
  routeFilterPrefix: suggestPrefixes,
  providerName: (plan, _, resource) => suggestProviders(plan, resource),
  tagValue: suggestTagValues,
  authKey: secretForms,
  cak: secretForms,
};

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

/** Where the live account says what a location offers, that counts. */
function speeds(plan: PlanDocument, resource: Resource | undefined): CompletionItem[] {
  if (resource !== undefined && isTrue(resource.view, "hosted")) return numbered(hostedBandwidths.map((value) => ({ value, about: "hosted" })));
  const code = (resource && textOf(resource.view, "location")) ?? "";
  const location = locationOf(code);
  const offered = plan.index.live?.location(regionOf(plan, resource), code)?.portSpeeds ?? location?.portSpeeds ?? dedicatedBandwidths;
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

function regionOf(plan: PlanDocument, resource: Resource | undefined): string | undefined {
  return resource === undefined ? textOf(plan.index.plan, "region") : plan.index.regionOf(resource);
}

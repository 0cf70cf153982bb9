import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locationOf, locations } from "../../model/plan/locations.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import type { FieldType } from "../../model/plan/schema-types.ts";
import { dedicatedBandwidths, hostedBandwidths } from "../../model/plan/speeds.ts";
import { isTrue, textOf } from "../../model/plan/view.ts";
import { numbered } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";
import { addressChoices } from "./suggest-addresses.ts";
import { liveIds } from "./suggest-ids.ts";
import { suggestNumbers } from "./suggest-numbers.ts";
import { suggestReferences } from "./suggest-references.ts";

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
      return suggestReferences(plan, type, cursor);
    case "integer":
      return suggestNumbers(plan, type, cursor);
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
      return speeds(plan, resource);
    case "peerAddress":
      return numbered(addressChoices(plan, cursor, resource));
    case "authKey":
    case "cak":
      return secretForms();
    default:
      return numbered(type.choices ?? []);
  }
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

import type { CompletionItem } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { LiveAccount } from "../../model/plan/live-account.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { isTransit } from "../../model/plan/rules/gateways.ts";
import { gatewayKeyOf, prefixesOf } from "../../model/plan/rules/relations.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { textOf, type View } from "../../model/plan/view.ts";
import { numbered } from "./numbered.ts";
import { membersBeside, resourceOf } from "./resource-at.ts";
import { TakenPrefixes } from "./taken-prefixes.ts";
import { asTexts } from "./written.ts";

/**
 * Prefixes that this list does not have yet: those that it has in the live account or was asked to have, those of other
 * lists of the plan, and those of the live account. None that leads to another transit gateway of the same gateway already.
 */
export function suggestPrefixes(plan: PlanDocument, cursor: Cursor): CompletionItem[] {
  const own = resourceOf(plan, cursor);
  if (own === undefined) return [];
  const there = membersBeside(own, cursor);
  const { live } = plan.index;
  const all = [...(live === undefined ? [] : ownOf(own.view, live)), ...plannedIn(plan, own), ...(live === undefined ? [] : liveOf(own.section, live))];
  const taken = new TakenPrefixes(isTransit(own.view) ? takenBeside(plan, own) : []);
  const offered = new Map<string, Choice>();
  for (const choice of all) {
    if (offered.size === mostOffered) break;
    if (!there.has(choice.value) && !offered.has(choice.value) && !taken.overlaps(choice.value)) offered.set(choice.value, choice);
  }
  return asTexts(numbered([...offered.values()]));
}

const mostOffered = 200;

/** What the live account says of the very association or virtual interface. */
function ownOf(view: View, live: LiveAccount): readonly Choice[] {
  if (view.schema.name !== "associations") {
    return (live.virtualInterface(textOf(view, "id"))?.routeFilterPrefixes ?? []).map((value) => ({ value, about: "advertised already" }));
  }
  const asked = live.proposal(textOf(view, "proposal"))?.requestedPrefixes ?? [];
  const allowed = live.associationsOfCloudGateway(textOf(view, "gateway")).flatMap(({ allowedPrefixes }) => allowedPrefixes);
  return [...asked.map((value) => ({ value, about: "asked for by the proposal" })), ...allowed.map((value) => ({ value, about: "allowed already" }))];
}

function plannedIn({ index }: PlanDocument, own: Resource): readonly Choice[] {
  return index.of(own.section).flatMap((resource) => (resource === own ? [] : prefixesOf(resource.view).map((value) => ({ value, about: `in \`${resource.view.name}\`` }))));
}

function liveOf(section: string, { state }: LiveAccount): readonly Choice[] {
  const lists =
    section === "associations"
      ? [...state.associations.map(({ allowedPrefixes, id, name }) => ({ prefixes: allowedPrefixes, id, name })), ...state.proposals.map(({ requestedPrefixes, id, name }) => ({ prefixes: requestedPrefixes, id, name }))]
      : state.interfaces.map(({ routeFilterPrefixes, id, name }) => ({ prefixes: routeFilterPrefixes, id, name }));
  return lists.flatMap(({ prefixes, id, name }) => prefixes.map((value) => ({ value, about: `live, of ${name === "" ? id : name}` })));
}

/** What leads to other transit gateways of the same Direct Connect gateway (DX404). */
function takenBeside({ index }: PlanDocument, own: Resource): readonly string[] {
  const gateway = gatewayKeyOf(own, index);
  const target = textOf(own.view, "gateway");
  const others = index.of("associations").filter((other) => isTransit(other.view) && textOf(other.view, "gateway") !== target && gatewayKeyOf(other, index) === gateway);
  return others.flatMap(({ view }) => prefixesOf(view));
}

import type { CompletionItem } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { idOf } from "../../model/plan/rules/live-relations.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { textOf } from "../../model/plan/view.ts";
import { firstOfEach, numbered } from "./numbered.ts";
import { asTexts } from "./written.ts";

/**
 * Who can bring a circuit to the port's location: those that the plan has there and those that the live account's list of
 * locations names; where that is not known, those in use anywhere. A port that is there keeps the one that it has.
 */
export function suggestProviders(plan: PlanDocument, own: Resource | undefined): CompletionItem[] {
  if (own === undefined) return [];
  const { index } = plan;
  const adopted = index.live?.port(idOf(own));
  if (adopted !== undefined && adopted.providerName !== "") return itemsFor([{ value: adopted.providerName, about: "the provider that it has" }]);
  const location = textOf(own.view, "location") ?? adopted?.location;
  const offered = providersAt(plan, own, location);
  const used = usedElsewhere(plan, own);
  const here = [
    ...used.filter((port) => port.location !== undefined && port.location === location).map(({ value }) => ({ value, about: "used in this plan, at this location" })),
    ...offered,
  ];
  return itemsFor(offered.length > 0 ? here : [...here, ...usedAnywhere(plan, used)]);
}

function providersAt({ index }: PlanDocument, own: Resource, location: string | undefined): readonly Choice[] {
  if (location === undefined) return [];
  const providers = index.live?.location(index.regionOf(own), location)?.providers ?? [];
  return providers.map((value) => ({ value, about: `at ${location}` }));
}

function usedAnywhere({ index }: PlanDocument, used: readonly Used[]): readonly Choice[] {
  const ports = index.live?.state.ports ?? [];
  return [...used.map(({ value }) => ({ value, about: "used in this plan" })), ...ports.map(({ providerName }) => ({ value: providerName, about: "used in the live account" }))];
}

const mostOffered = 200;

function itemsFor(providers: readonly Choice[]): CompletionItem[] {
  return asTexts(numbered(firstOfEach(providers.filter(({ value }) => value !== "")).slice(0, mostOffered)));
}

interface Used {
  readonly value: string;
  readonly location: string | undefined;
}

function usedElsewhere({ index }: PlanDocument, own: Resource): readonly Used[] {
  const ports = [...index.of("connections"), ...index.of("lags"), ...index.of("interconnects")];
  return ports.flatMap((port) => {
    const value = port === own ? undefined : textOf(port.view, "providerName");
    return value === undefined ? [] : [{ value, location: textOf(port.view, "location") }];
  });
}

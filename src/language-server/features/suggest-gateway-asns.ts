import type { CompletionItem } from "vscode-languageserver";
import { isPrivateAsn } from "../../model/asn.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlanIndex, Resource } from "../../model/plan/plan-index.ts";
import { isTransit } from "../../model/plan/rules/gateways.ts";
import { plannedAs } from "../../model/plan/rules/live-relations.ts";
import { gatewayKeyOf } from "../../model/plan/rules/relations.ts";
import { amazonAsnOf } from "../../model/plan/rules/sessions.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { integerOf } from "../../model/plan/view.ts";
import { numbered, preselecting } from "./numbered.ts";

/**
 * ASNs for Amazon's side of a gateway: private ones that no other gateway and no router of the plan has, and AWS's default
 * in any case, last where something speaks against it. A gateway that is there keeps the one that it has.
 */
export function suggestGatewayAsns({ index }: PlanDocument, own: Resource | undefined): CompletionItem[] {
  const adopted = own && index.live?.state.gateways.find((gateway) => plannedAs("directConnectGateways", gateway, index) === own);
  if (adopted !== undefined) return numbered([{ value: String(adopted.amazonSideAsn), about: "the ASN that it has, which cannot be changed" }]);
  const objection = objectionToDefault(index, own);
  const taken = new Set([defaultAsn, ...asnsOfGateways(index, own).keys(), ...asnsOfRouters(index)]);
  const free = [...freeFrom(defaultAsn, taken, mostOffered), ...freeFrom(firstLong, taken, 1)].map((asn) => ({ value: String(asn), about: `free; ${ranges}` }));
  const standard: Choice = { value: String(defaultAsn), about: `AWS's default${objection ?? `; ${ranges}`}` };
  const choices = objection === undefined ? [standard, ...free] : [...free, standard];
  return preselecting(numbered(choices), choices[0]?.value);
}

const [defaultAsn, firstLong] = [64_512, 4_200_000_000];
const ranges = "private are 64512 to 65534 and 4200000000 to 4294967294";
const mostOffered = 4;

function objectionToDefault(index: PlanIndex, own: Resource | undefined): string | undefined {
  const holder = asnsOfGateways(index, own).get(defaultAsn);
  if (holder !== undefined) return `, which ${holder} has`;
  if (asnsOfRouters(index).includes(defaultAsn)) return ", which a router of this plan has";
  const key = own && gatewayKeyOf(own, index);
  const hasTransit = key !== undefined && index.of("associations").some((one) => isTransit(one.view) && gatewayKeyOf(one, index) === key);
  return hasTransit ? ", and that of transit gateways too" : undefined;
}

/** Who has which: of the plan, and then of the live account. */
function asnsOfGateways(index: PlanIndex, own: Resource | undefined): ReadonlyMap<number, string> {
  const live = (index.live?.state.gateways ?? []).map(({ amazonSideAsn, id, name }) => [amazonSideAsn, name === "" ? id : name] as const);
  const planned = index.of("directConnectGateways").flatMap((gateway) => {
    const asn = gateway === own ? undefined : amazonAsnOf(gateway.view);
    return asn === undefined ? [] : [[asn, `\`${gateway.view.name}\``] as const];
  });
  return new Map([...live, ...planned]);
}

/** A session needs two different ones. */
function asnsOfRouters(index: PlanIndex): readonly number[] {
  return index.of("virtualInterfaces").flatMap(({ view }) => integerOf(view, "asnLong") ?? integerOf(view, "asn") ?? []);
}

function freeFrom(first: number, taken: ReadonlySet<number>, most: number): readonly number[] {
  const free: number[] = [];
  for (let asn = first; free.length < most && isPrivateAsn(asn); asn += 1) if (!taken.has(asn)) free.push(asn);
  return free;
}

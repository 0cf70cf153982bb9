import type { Resource } from "../model/resource.ts";
import type { EarlierAnswers } from "./parameter.ts";
import { isPlace, type Target } from "./target.ts";

/**
 * The Region to send a call in: a resource's or a place's own, and for an association or a proposal the one of its
 * gateway on the VPC's side, because the API finds it nowhere else ("… does not exist", although the Direct Connect
 * gateway is global). What is global itself is called where the first resource of the answers is, or in the Region that
 * an answer of this name says; else in the `fallback`.
 */
export function callRegionOf(target: Target, answers: EarlierAnswers, fallback: string): string {
  const own = isPlace(target) ? target.region : regionOf(target);
  return [own, ...Object.entries(answers).map(regionIn)].find((region) => region !== undefined && region !== "") ?? fallback;
}

function regionOf(resource: Resource): string | undefined {
  const isByGateway = resource.kind === "association" || resource.kind === "proposal";
  return isByGateway ? resource.gateway.region : resource.region;
}

function regionIn([name, answer]: readonly [string, unknown]): string | undefined {
  if (name === "region" && typeof answer === "string") return answer;
  const isResource = typeof answer === "object" && answer !== null && "region" in answer && "kind" in answer;
  return isResource && typeof answer.region === "string" ? answer.region : undefined;
}

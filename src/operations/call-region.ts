import type { Resource } from "../model/resource.ts";

/**
 * The Region to send a call in: a resource's own, and for an association or a proposal the one of its gateway on the
 * VPC's side, because the API finds it nowhere else ("… does not exist", although the Direct Connect gateway is global).
 * `fallback` serves what is global.
 */
export function callRegionOf(resource: Resource, fallback: string): string {
  if (resource.kind === "association" || resource.kind === "proposal") return firstOf(resource.gateway.region, fallback);
  return firstOf(resource.region ?? "", fallback);
}

function firstOf(region: string, fallback: string): string {
  return region === "" ? fallback : region;
}

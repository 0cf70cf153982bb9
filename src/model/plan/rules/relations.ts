import type { PlanIndex, Resource } from "../plan-index.ts";
import { textsOf, textOf, type View } from "../view.ts";

/** The Direct Connect gateway that a resource is, or hangs on: the same text for all of one gateway. */
export function gatewayKeyOf(resource: Resource, index: PlanIndex): string | undefined {
  if (resource.section === "directConnectGateways") return index.find(resource.section, resource.view.name) === resource ? `plan/${resource.view.name}` : undefined;
  const text = textOf(resource.view, "directConnectGateway");
  const target = text === undefined ? undefined : index.resolve(["directConnectGateways"], text);
  return target === undefined ? text : `plan/${target.view.name}`;
}

/** The connection, LAG or interconnect that a resource is, or that carries it: the same text for all on one port. */
export function portKeyOf(resource: Resource, index: PlanIndex): string | undefined {
  if (isPort(resource)) return textOf(resource.view, "lag") === undefined ? `${resource.section}/${resource.view.name}` : undefined;
  return index.portOf(resource)?.key;
}

export function isPort({ section }: Resource): boolean {
  return section === "connections" || section === "lags" || section === "interconnects";
}

/** The LAG that a resource is, or is a member of. */
export function bundleKeyOf(resource: Resource, index: PlanIndex): string | undefined {
  if (resource.section === "lags") return index.find("lags", resource.view.name) === resource ? `plan/${resource.view.name}` : undefined;
  const lag = textOf(resource.view, "lag");
  const target = lag === undefined ? undefined : index.resolve(["lags"], lag);
  return target === undefined ? lag : `plan/${target.view.name}`;
}

export function interfacesOf(members: readonly Resource[]): readonly Resource[] {
  return members.filter(({ section }) => section === "virtualInterfaces");
}

export function typeOf({ view }: Pick<Resource, "view">): string | undefined {
  return textOf(view, "type");
}

/** Prefixes of an association or a public virtual interface, as they are written. */
export function prefixesOf(view: View): readonly string[] {
  return textsOf(view, view.schema.name === "associations" ? "allowedPrefixes" : "routeFilterPrefixes");
}

/** Whether a virtual interface or connection of the plan belongs to another account, as far as the plan tells. */
export function isForOther(view: View, index: PlanIndex): boolean {
  const owner = textOf(view, "ownerAccount");
  return owner !== undefined && owner !== textOf(index.plan, "account");
}

/** The account that a virtual interface belongs to; undefined for the plan's own where that is not named. */
export function ownerOf(view: View, index: PlanIndex): string | undefined {
  return textOf(view, "ownerAccount") ?? textOf(index.plan, "account");
}

/** `two, three and four`, with the rest as a number where there are many. */
export function named(resources: readonly Resource[]): string {
  const names = resources.slice(0, 4).map(({ view }) => `\`${view.name}\``);
  if (resources.length > 4) return `${names.join(", ")} and ${resources.length - 4} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

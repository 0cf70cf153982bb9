import type { LiveAccount } from "../live-account.ts";
import type { LiveInterface, LivePort } from "../live.ts";
import type { PlanIndex, Port, Resource } from "../plan-index.ts";
import type { SectionName } from "../schema-types.ts";
import { textOf } from "../view.ts";
import { idKindOf } from "./ids.ts";
import { staying } from "./removed.ts";
import type { Beside } from "./rule.ts";

/** The AWS id of a resource that the plan adopts. */
export function idOf({ view }: Pick<Resource, "view">): string | undefined {
  return textOf(view, "id");
}

/** The AWS id that a reference means: its own text, or that of an adopted resource of the plan. */
export function idMeant(resource: Resource, field: string, { index }: { readonly index: PlanIndex }): string | undefined {
  const text = textOf(resource.view, field);
  const sections = sectionsOfField[field];
  if (text === undefined || sections === undefined) return text;
  const target = index.resolve(sections, text);
  if (target !== undefined) return idOf(target);
  return idKindOf(text) === undefined ? undefined : text;
}

const sectionsOfField: Readonly<Record<string, readonly SectionName[]>> = {
  connection: ["connections"],
  lag: ["lags"],
  directConnectGateway: ["directConnectGateways"],
  parent: ["interconnects", "lags"],
};

/** The live connection or LAG that a virtual interface or hosted connection of the plan is put on. */
export function livePortOf(resource: Resource, { index, live }: Beside): LivePort | undefined {
  const port = index.portOf(resource);
  return live.port(port && idOfPort(port));
}

/** The AWS id of a port; undefined for one that the plan is to create. */
export function idOfPort({ key, resource }: Port): string | undefined {
  return resource === undefined ? key : idOf(resource);
}

/** The live virtual interface that the plan adopts. */
export function adoptedInterface(resource: Resource, { live }: Beside): LiveInterface | undefined {
  return resource.section === "virtualInterfaces" ? live.virtualInterface(idOf(resource)) : undefined;
}

/** The live connection, LAG or interconnect that the plan adopts. */
export function adoptedPort(resource: Resource, { live }: Beside): LivePort | undefined {
  return live.port(idOf(resource));
}

/** Live virtual interfaces on a port that stay beside those of the plan. */
export function othersOn(portId: string, { index, live }: Beside): readonly LiveInterface[] {
  return others(live.interfacesOn(portId), index);
}

/** Live virtual interfaces of a Direct Connect gateway that stay beside those of the plan. */
export function othersOfGateway(gatewayId: string | undefined, { index, live }: Beside): readonly LiveInterface[] {
  return others(live.interfacesOfGateway(gatewayId), index);
}

/** Those that the plan does not remove and that no resource of it stands for, by id or by name. */
function others(live: readonly LiveInterface[], index: PlanIndex): readonly LiveInterface[] {
  return staying(live, index).filter((one) => plannedAs("virtualInterfaces", one, index) === undefined);
}

/**
 * The VLANs of a port that nothing new can have: those that the plan gives away, and those of the live account's virtual
 * interfaces and hosted connections, also of those that the plan stands for, whose VLAN cannot change.
 */
export function vlansTaken(planned: Iterable<number>, portId: string | undefined, live: LiveAccount | undefined): ReadonlySet<number> {
  const users: readonly Pick<LivePort, "vlan">[] = live === undefined || portId === undefined ? [] : [...live.interfacesOn(portId), ...live.customersOf(portId)];
  return new Set([...planned, ...users.flatMap(({ vlan }) => vlan ?? [])]);
}

/** What of the plan stands for a live one, by id or by name. */
export function plannedAs(section: SectionName, { id, name }: { readonly id: string; readonly name: string }, index: PlanIndex): Resource | undefined {
  const byId = index.resolve([section], id);
  if (byId !== undefined || name === "") return byId;
  const byName = index.find(section, name);
  return byName !== undefined && idOf(byName) === undefined ? byName : undefined;
}

/** The Direct Connect gateway that a resource of the plan names, where it is live. */
export function liveGatewayId(resource: Resource, beside: Beside): string | undefined {
  return resource.section === "directConnectGateways" ? idOf(resource) : idMeant(resource, "directConnectGateway", beside);
}

export function labelOf({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === "" ? `\`${id}\`` : `\`${name}\` (${id})`;
}

import type { BgpPeer, DirectConnectGateway, Resource } from "../model/resource.ts";
import { resourcesOf, type Inventory, type Location } from "../model/inventory.ts";
import type { Port } from "../model/vlan.ts";
import type { FormContext } from "./parameter.ts";
import { isPlace, type Target } from "./target.ts";

/** An earlier answer that is a text; empty where there is none. */
export function textIn({ answers }: FormContext, name: string): string {
  const answer = answers[name];
  return typeof answer === "string" ? answer : "";
}

/** The port that a form is about: what it was opened on, or what was chosen in it. */
export function portIn({ target, answers }: FormContext): Port | undefined {
  if (isPort(target)) return target;
  const chosen = answers["connection"];
  return isObject(chosen) && isPort(chosen as Target) ? (chosen as Port) : undefined;
}

/** The location that a form is about, as the live inventory has it. */
export function locationIn(context: FormContext): Location | undefined {
  const { target, inventory } = context;
  const port = portIn(context);
  const code = port?.location ?? (isPlace(target) ? target.location : undefined) ?? textIn(context, "location");
  const region = port?.region ?? target.region;
  return inventory.locations.find((location) => location.code === code && location.region === region);
}

/** The locations of the Region that a form is about. */
export function locationsIn({ target, inventory }: FormContext): readonly Location[] {
  return inventory.locations.filter(({ region }) => region === target.region);
}

/** What an account has in its name: not every listing tells an account; then the profile that reads both does. */
export function isSameAccount(one: Resource, other: Target, inventory: Inventory): boolean {
  if (!isPlace(other) && one.ownerAccount !== "" && other.ownerAccount !== "") return one.ownerAccount === other.ownerAccount;
  return accountOf(one.profile, inventory) === accountOf(other.profile, inventory);
}

/** The profile's account; the profile itself while nothing has told it. */
export function accountOf(profile: string, { accounts }: Inventory): string {
  return accounts.find((account) => account.profile === profile)?.id ?? profile;
}

export function ownGateways(target: Target, inventory: Inventory): readonly DirectConnectGateway[] {
  return resourcesOf(inventory, "directConnectGateway").filter((gateway) => gateway.state === "available" && gateway.owned && isSameAccount(gateway, target, inventory));
}

/** Whether AWS has given the peer an id; those from before peers had any are told apart by what their session is made of. */
export function hasOwnId({ id, virtualInterfaceId }: BgpPeer): boolean {
  return !id.startsWith(`${virtualInterfaceId}/`);
}

export function isPort(target: Target): target is Port {
  return target.kind === "connection" || target.kind === "lag" || target.kind === "interconnect";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

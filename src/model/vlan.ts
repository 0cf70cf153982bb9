import { isOver } from "./dependants.ts";
import type { Inventory } from "./inventory.ts";
import { labelOf, type Connection, type Interconnect, type Lag, type Resource } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

const lastVlan = 4094;

/** What carries virtual interfaces or hosted connections. */
export type Port = Connection | Lag | Interconnect;

/** What uses each VLAN of a port, as far as it is listed: also what is being deleted, which frees its own only at its end. */
export function vlansOn(port: Pick<Port, "id">, { resources }: Inventory): ReadonlyMap<number, Resource> {
  const used = new Map<number, Resource>();
  for (const resource of resources) {
    const vlan = isOver(resource) && resource.state !== "deleting" ? undefined : vlanOn(resource, port.id);
    if (vlan !== undefined) used.set(vlan, resource);
  }
  return used;
}

/** The first VLAN after `from`, or else the lowest, that is not used. */
export function nextFreeVlan(used: { has: (vlan: number) => boolean }, from: number): number | undefined {
  for (let step = 0; step < lastVlan; step += 1) {
    const candidate = ((from + step) % lastVlan) + 1;
    if (!used.has(candidate)) return candidate;
  }
  return undefined;
}

/** The lowest VLANs from `from` on that are not used, as many as there are up to `most`. */
export function freeVlans(used: { has: (vlan: number) => boolean }, from: number, most: number): readonly number[] {
  const free: number[] = [];
  for (let vlan = from; vlan <= lastVlan && free.length < most; vlan += 1) if (!used.has(vlan)) free.push(vlan);
  return free;
}

/** Where people begin to number: low VLANs are often a site's own. */
const firstOffered = 101;

/** The VLAN that something new on a port is offered: that of a hosted connection, else the one after the last in use. */
export function offeredVlan(port: Port, inventory: Inventory): number | undefined {
  if (port.kind === "connection" && port.hosted) return port.vlan;
  const used = vlansOn(port, inventory);
  return nextFreeVlan(used, used.size === 0 ? firstOffered - 1 : Math.max(...used.keys()));
}

/** Why a VLAN cannot be used on a port; undefined when it can (DX101, DX306, DX307). */
export function checkVlan(vlan: number, port: Port | undefined, inventory: Inventory): Text | undefined {
  if (vlan < 1 || vlan > lastVlan) return phrase("VLAN {0} is out of range; choose one from 1 to 4094.", String(vlan));
  if (port === undefined) return undefined;
  if (port.kind === "connection" && port.hosted) return checkHostedVlan(vlan, port);
  const used = vlansOn(port, inventory);
  const user = used.get(vlan);
  if (user === undefined) return undefined;
  const free = nextFreeVlan(used, vlan);
  return free === undefined
    ? phrase("VLAN {0} is already used by {1} on {2}, and no other is free.", String(vlan), labelOf(user), labelOf(port))
    : phrase("VLAN {0} is already used by {1} on {2}; the next free one is {3}.", String(vlan), labelOf(user), labelOf(port), String(free));
}

function checkHostedVlan(vlan: number, port: Connection): Text | undefined {
  if (port.vlan === undefined || vlan === port.vlan) return undefined;
  return phrase("VLAN {0} is not that of the hosted connection {1}. Use {2}, which its partner chose.", String(vlan), labelOf(port), String(port.vlan));
}

function vlanOn(resource: Resource, portId: string): number | undefined {
  if (resource.kind === "virtualInterface") return resource.connectionId === portId ? resource.vlan : undefined;
  return resource.kind === "connection" && resource.parentId === portId ? resource.vlan : undefined;
}

import { healthOf } from "./health.ts";
import { titleOf } from "./describe.ts";
import { indexResources, type Inventory } from "./inventory.ts";
import { countByKind } from "./kind-name.ts";
import { resourceKey, type Association, type Proposal, type Resource, type ResourceKind, type ResourceOf } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/**
 * Everything that hangs on a resource, also through others, nearest first and each once; what has ended is left out.
 * A LAG's member connections are its parts, not its dependants: they outlive it.
 */
export function dependantsOf(inventory: Inventory, resource: Resource): readonly Resource[] {
  const children = groupByParent(inventory);
  const found = new Map<string, Resource>();
  const queue: Resource[] = [resource];
  for (const next of queue) {
    for (const child of children.get(next.key) ?? []) {
      if (child.key === resource.key || found.has(child.key)) continue;
      found.set(child.key, child);
      queue.push(child);
    }
  }
  return [...found.values()];
}

/** What hangs on a resource itself and has not ended. */
export function directDependantsOf(inventory: Inventory, resource: Resource): readonly Resource[] {
  return inventory.resources.filter((other) => !isOver(other) && parentKeysOf(other).includes(resource.key));
}

/** The keys of what a resource hangs on directly: without it, the resource cannot work. */
export function parentKeysOf(resource: Resource): readonly string[] {
  const read: ((resource: never) => readonly string[]) | undefined = parentKeys[resource.kind];
  return read?.(resource as never) ?? [];
}

const parentKeys: { readonly [K in ResourceKind]?: (resource: ResourceOf<K>) => readonly string[] } = {
  connection: ({ parentId }) => carrierKeys(parentId),
  virtualInterface: ({ connectionId, virtualGatewayId, directConnectGatewayId }) => [
    ...carrierKeys(connectionId),
    ...keysOf("virtualPrivateGateway", virtualGatewayId),
    ...keysOf("directConnectGateway", directConnectGatewayId),
  ],
  bgpPeer: ({ virtualInterfaceId }) => [resourceKey("virtualInterface", virtualInterfaceId)],
  attachment: ({ virtualInterfaceId, directConnectGatewayId }) => [
    resourceKey("virtualInterface", virtualInterfaceId),
    resourceKey("directConnectGateway", directConnectGatewayId),
  ],
  association: gatewayKeys,
  proposal: gatewayKeys,
};

/** `1 virtual interface (prod-a)`; of many, the first three are named. */
export function namesOf(resources: readonly Resource[], inventory: Inventory): Text {
  const count = countByKind(resources);
  const index = indexResources(inventory);
  const names = resources.slice(0, mostNames).map((resource) => titleOf(resource, index)).join(", ");
  const more = resources.length - mostNames;
  return more > 0 ? phrase("{0} ({1} and {2} more)", count, names, more) : phrase("{0} ({1})", count, names);
}

const mostNames = 3;

function groupByParent(inventory: Inventory): ReadonlyMap<string, readonly Resource[]> {
  const children = new Map<string, Resource[]>();
  for (const resource of inventory.resources) {
    if (isOver(resource)) continue;
    for (const parent of parentKeysOf(resource)) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [resource]);
      else siblings.push(resource);
    }
  }
  return children;
}

/** Whether nothing of it is left that could stop or stand in the way. */
export function isOver(resource: Resource): boolean {
  return healthOf(resource) === "ended" || resource.state === "rejected" || (resource.kind === "proposal" && resource.state === "accepted");
}

/** An id tells not whether a connection, an interconnect or a LAG carries something: the API uses one field for all. */
function carrierKeys(id: string | undefined): readonly string[] {
  if (id === undefined || id === "") return [];
  if (id.startsWith("dxlag-")) return [resourceKey("lag", id)];
  return [resourceKey("connection", id), resourceKey("interconnect", id)];
}

function gatewayKeys({ directConnectGatewayId, gateway }: Association | Proposal): readonly string[] {
  return [resourceKey("directConnectGateway", directConnectGatewayId), resourceKey(gateway.type, gateway.id)];
}

function keysOf(kind: ResourceKind, id: string | undefined): readonly string[] {
  return id === undefined || id === "" ? [] : [resourceKey(kind, id)];
}

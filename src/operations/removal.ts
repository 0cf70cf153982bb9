import { isOver, parentKeysOf } from "../model/dependants.ts";
import type { Inventory } from "../model/inventory.ts";
import type { Resource, ResourceKind } from "../model/resource.ts";
import { operationIds, operationOf, type OperationId } from "./index.ts";
import { isOffered } from "./operation.ts";

/** One resource of a removal. */
export interface RemovalStep {
  readonly resource: Resource;
  /** What takes it away; undefined for what is leaving already and only has to be waited for. */
  readonly operation: OperationId | undefined;
  /** The keys of what has to be gone before. */
  readonly after: readonly string[];
}

/** A resource with everything that has to go before it, in an order that the API takes. */
export interface Removal {
  readonly steps: readonly RemovalStep[];
  /** What stands in the way and cannot be taken away from here, as another account's. */
  readonly stuck: readonly Resource[];
}

/** What goes by itself with what it hangs on, or keeps nothing. */
const implied: readonly ResourceKind[] = ["bgpPeer", "attachment", "proposal"];

/** How a resource is deleted with all that it carries: what hangs on others comes before them, itself last. */
export function removalOf(resource: Resource, inventory: Inventory): Removal {
  const steps = new Map<string, RemovalStep>();
  const begun = new Set<string>();
  const visit = (one: Resource): void => {
    if (begun.has(one.key)) return;
    begun.add(one.key);
    const carried = inventory.resources.filter((other) => !isOver(other) && !implied.includes(other.kind) && carriersOf(other, inventory).includes(one.key));
    for (const other of carried) visit(other);
    steps.set(one.key, { resource: one, operation: deletionOf(one), after: carried.map(({ key }) => key) });
  };
  visit(resource);
  const ordered = [...steps.values()];
  return { steps: ordered, stuck: [...unlistedInterfaces(ordered, inventory), ...ordered.filter(isStuck).map((step) => step.resource)] };
}

/** A virtual interface hangs on a gateway through its attachment, too. */
function carriersOf(resource: Resource, { resources }: Inventory): readonly string[] {
  if (resource.kind !== "virtualInterface") return parentKeysOf(resource);
  const attachments = resources.filter((one) => one.kind === "attachment" && one.virtualInterfaceId === resource.id && !isOver(one));
  return [...parentKeysOf(resource), ...attachments.flatMap(parentKeysOf).filter((key) => key.startsWith("directConnectGateway/"))];
}

/** Attached virtual interfaces that are not listed: nobody here can delete them. */
function unlistedInterfaces(steps: readonly RemovalStep[], { resources }: Inventory): readonly Resource[] {
  const gateways = new Set(steps.filter(({ resource }) => resource.kind === "directConnectGateway").map(({ resource }) => resource.id));
  const listed = new Set(resources.filter(({ kind }) => kind === "virtualInterface").map(({ id }) => id));
  return resources.filter((one) => one.kind === "attachment" && gateways.has(one.directConnectGatewayId) && !listed.has(one.virtualInterfaceId) && !isOver(one));
}

function deletionOf(resource: Resource): OperationId | undefined {
  return operationIds.find((id) => {
    const operation = operationOf(id);
    return /^Delete[A-Z]/.test(operation.action) && Object.keys(operation.parameters).length === 0 && isOffered(operation, resource);
  });
}

function isStuck({ resource, operation }: RemovalStep): boolean {
  return operation === undefined && !isLeaving(resource);
}

function isLeaving({ state }: Resource): boolean {
  return state === "deleting" || state === "disassociating";
}

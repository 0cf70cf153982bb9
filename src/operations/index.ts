import { agreementOperations } from "./agreements.ts";
import { connectionOperations } from "./connections.ts";
import { documentOperations } from "./documents.ts";
import { gatewayCreations } from "./gateway-creations.ts";
import { gatewayOperations } from "./gateways.ts";
import { hostedConnectionOperations } from "./hosted-connections.ts";
import { interfaceChanges } from "./interface-changes.ts";
import { interfaceOrders } from "./interface-orders.ts";
import { lagOperations } from "./lags.ts";
import { macSecOperations } from "./mac-sec.ts";
import { isOffered, type Operation } from "./operation.ts";
import { portChanges } from "./port-changes.ts";
import { portOrders } from "./port-orders.ts";
import { resiliencyGroupOperations } from "./resiliency-groups.ts";
import { tagOperations } from "./tags.ts";
import type { Target } from "./target.ts";
import { virtualInterfaceOperations } from "./virtual-interfaces.ts";

/** Everything that can be done: the key is the id, the command is `directConnect.<id>`. */
export const operations = {
  ...portOrders,
  ...interfaceOrders,
  ...gatewayCreations,
  ...hostedConnectionOperations,
  ...connectionOperations,
  ...lagOperations,
  ...virtualInterfaceOperations,
  ...gatewayOperations,
  ...portChanges,
  ...interfaceChanges,
  ...macSecOperations,
  ...resiliencyGroupOperations,
  ...agreementOperations,
  ...documentOperations,
  ...tagOperations,
};

export type OperationId = keyof typeof operations;

export const operationIds = Object.keys(operations) as readonly OperationId[];

/** The entry of an id, in the form that serves whatever walks the table. */
export function operationOf(id: OperationId): Operation {
  return operations[id];
}

/** What a resource's kind, state and owner allow, or what can be made in a place. */
export function operationsFor(target: Target): readonly OperationId[] {
  return operationIds.filter((id) => isOffered(operationOf(id), target));
}

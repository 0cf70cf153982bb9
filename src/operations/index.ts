import { connectionOperations } from "./connections.ts";
import { gatewayCreations } from "./gateway-creations.ts";
import { gatewayOperations } from "./gateways.ts";
import { lagOperations } from "./lags.ts";
import { isOffered, type Operation } from "./operation.ts";
import { tagOperations } from "./tags.ts";
import type { Target } from "./target.ts";
import { virtualInterfaceOperations } from "./virtual-interfaces.ts";

/** Everything that can be done: the key is the id, the command is `directConnect.<id>`. */
export const operations = {
  ...connectionOperations,
  ...lagOperations,
  ...virtualInterfaceOperations,
  ...gatewayOperations,
  ...gatewayCreations,
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

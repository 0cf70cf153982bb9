import type { Resource } from "../model/resource.ts";
import { connectionOperations } from "./connections.ts";
import { gatewayOperations } from "./gateways.ts";
import { lagOperations } from "./lags.ts";
import { isOffered, type Operation } from "./operation.ts";
import { tagOperations } from "./tags.ts";
import { virtualInterfaceOperations } from "./virtual-interfaces.ts";

/** Everything that can be done to a resource: the key is the id, the command is `directConnect.<id>`. */
export const operations = {
  ...connectionOperations,
  ...lagOperations,
  ...virtualInterfaceOperations,
  ...gatewayOperations,
  ...tagOperations,
};

export type OperationId = keyof typeof operations;

export const operationIds = Object.keys(operations) as readonly OperationId[];

/** The entry of an id, in the form that serves whatever walks the table. */
export function operationOf(id: OperationId): Operation {
  return operations[id];
}

/** What the resource's kind, state and owner allow. */
export function operationsFor(resource: Resource): readonly OperationId[] {
  return operationIds.filter((id) => isOffered(operationOf(id), resource));
}

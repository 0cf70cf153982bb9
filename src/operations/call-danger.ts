import { operationIds, operationOf } from "./index.ts";
import type { Danger, Operation } from "./operation.ts";

const gravity: readonly Danger[] = ["reads", "changes", "interrupts", "destroys"];

/** Whether an operation of the API only looks. */
export function isRead(action: string): boolean {
  return /^(Describe|List|Get)[A-Z]/.test(action);
}

/** How dangerous a call is: what its gravest entry of the table says, else what its name says. */
export function dangerOf(action: string): Danger {
  const entries = operationIds.map(operationOf).filter((operation) => operation.action === action);
  const gravest = Math.max(...entries.map(gravityOf));
  return gravity[gravest] ?? dangerByName(action);
}

/** The larger, the graver. */
export function gravityOf({ danger }: Pick<Operation, "danger">): number {
  return gravity.indexOf(danger);
}

/** Source: what the API's verbs mean; an association that is moved or taken away lets sessions fall. */
function dangerByName(action: string): Danger {
  if (isRead(action)) return "reads";
  if (/^(Delete|Reject)[A-Z]/.test(action)) return "destroys";
  return /^(Associate|Disassociate|Start|Update)[A-Z]/.test(action) ? "interrupts" : "changes";
}

import type { Operation } from "./operation.ts";

/** Whether a form ends with a look at the request: where something is made, or where there is more than one answer to get wrong. */
export function isReviewed({ action, danger, parameters }: Pick<Operation, "action" | "danger" | "parameters">): boolean {
  const questions = Object.keys(parameters).length;
  return danger !== "reads" && questions > 0 && (questions > 1 || /^(Create|Allocate)[A-Z]/.test(action));
}

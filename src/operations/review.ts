import type { Operation } from "./operation.ts";

/**
 * How a form ends. `review`: with a look at the request, from which it is sent. `question`: with a dialog, because what
 * interrupts or destroys must not be sent by one Enter too many. `none`: nothing is changed, so nothing is asked.
 */
export type FormEnd = "none" | "review" | "question";

export function formEndOf({ danger }: Pick<Operation, "danger">): FormEnd {
  if (danger === "reads") return "none";
  return danger === "changes" ? "review" : "question";
}

import { PlanDocument } from "./document.ts";
import type { PlanIndex } from "./plan-index.ts";
import type { PlanProblem } from "./problem.ts";

/** Reads and checks a plan. Never throws: what is wrong is in `problems`, and the rest is in `plan`. */
export function parsePlan(text: string): { readonly plan: PlanIndex; readonly problems: readonly PlanProblem[] } {
  const document = new PlanDocument(text);
  return { plan: document.index, problems: document.problems };
}

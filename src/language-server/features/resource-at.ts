import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { isSectionName } from "../../model/plan/schema.ts";

/** The resource that the cursor is in. */
export function resourceOf(plan: PlanDocument, cursor: Cursor): Resource | undefined {
  const [section = "", name = ""] = cursor.path;
  return isSectionName(section) ? plan.index.find(section, name) : undefined;
}

import { titleOf } from "../model/describe.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { isPlace, targetLabel, type Target } from "../operations/target.ts";

/** What a target is called wherever it is spoken of: as the tree calls it, also where it has no name of its own. */
export function targetTitle(target: Target, inventory: Inventory): string {
  return isPlace(target) ? targetLabel(target) : titleOf(target, indexResources(inventory));
}

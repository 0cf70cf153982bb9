import { indexResources } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import { dropObstacles, dropsOnto, type Drop } from "../operations/drop.ts";
import { operationOf } from "../operations/index.ts";
import { aboutLines } from "./confirmation.ts";
import type { OperationDeps, RunResult } from "./operation-deps.ts";
import { resourcesAt } from "./operation-targets.ts";
import { runOperation } from "./run-operation.ts";
import { targetTitle } from "./target-title.ts";

export interface DropDeps extends OperationDeps {
  /** Which of several things a drop means; undefined when the person leaves. */
  readonly chooseDrop: (title: string, labels: readonly string[]) => Promise<number | undefined>;
}

/** Does what a drop means, through the guard of every operation: what the drop has answered is not asked again. */
export async function dropResources(deps: DropDeps, keys: readonly string[], ontoKey: string): Promise<RunResult> {
  const { store, ui } = deps;
  const { inventory } = store;
  const onto = indexResources(inventory).get(ontoKey);
  const dragged = resourcesAt(keys, inventory);
  if (onto === undefined || dragged.length < keys.length) return "declined";
  const names = dragged.map((resource) => targetTitle(resource, inventory)).join(", ");
  const title = ui.t("{0} onto {1}", names, targetTitle(onto, inventory));
  const drops = dropsOnto(dragged, onto, inventory);
  if (drops.length === 0) {
    const obstacles = dropObstacles(dragged, onto, inventory).map((obstacle) => said(obstacle, ui.t));
    const message = obstacles[0] ?? ui.t("{0} cannot be put there: nothing that Direct Connect does joins the two as they are now.", names);
    const blocked = [{ key: onto.key, label: targetTitle(onto, inventory), message, because: [onto.key] }];
    await ui.explain({ title, about: aboutLines(onto, inventory, ui.t), blocked });
    return "declined";
  }
  const drop = await chosenOf(deps, title, drops);
  return drop === undefined ? "declined" : runOperation(deps, drop.id, keys, drop.preset);
}

async function chosenOf({ ui, chooseDrop }: DropDeps, title: string, drops: readonly Drop[]): Promise<Drop | undefined> {
  if (drops.length === 1) return drops[0];
  const index = await chooseDrop(title, drops.map(({ id }) => said(operationOf(id).label, ui.t)));
  return index === undefined ? undefined : drops[index];
}

import type { Inventory } from "../model/inventory.ts";
import type { Resource } from "../model/resource.ts";
import type { Text } from "../model/text.ts";
import { operationIds, operationOf, type OperationId } from "./index.ts";
import { isOffered, type Operation } from "./operation.ts";
import type { EarlierAnswers } from "./parameter.ts";

/** What dropping resources onto another one can mean: an operation, with the answer that the place of the drop gives. */
export interface Drop {
  readonly id: OperationId;
  readonly preset: EarlierAnswers;
}

/**
 * What can be done with all of some resources by dropping them onto another: whatever puts a resource onto one that a
 * person chooses, where that one is among the choices. Read from the table, so that it can offer nothing that a form
 * would not.
 */
export function dropsOnto(dragged: readonly Resource[], onto: Resource, inventory: Inventory): readonly Drop[] {
  if (dragged.length === 0) return [];
  return operationIds.flatMap((id) => {
    const operation = operationOf(id);
    if (!putsOnto(operation) || !dragged.every((resource) => isOffered(operation, resource))) return [];
    return Object.entries(operation.parameters).flatMap(([name, parameter]) => {
      if (parameter.type !== "resource" || parameter.optional === true) return [];
      const takes = dragged.every((target) => parameter.options({ target, inventory, answers: {} }).some(({ key }) => key === onto.key));
      return takes ? [{ id, preset: { [name]: onto } }] : [];
    });
  });
}

/** Why what a drop could mean is not possible with what it was made onto; none where it could mean nothing at all. */
export function dropObstacles(dragged: readonly Resource[], onto: Resource, inventory: Inventory): readonly Text[] {
  return operationIds.flatMap((id) => {
    const operation = operationOf(id);
    if (!putsOnto(operation) || !dragged.every((resource) => isOffered(operation, resource))) return [];
    return Object.values(operation.parameters).flatMap((parameter) => {
      if (parameter.type !== "resource") return [];
      const problems = dragged.map((target) => parameter.unfit?.(onto, { target, inventory, answers: {} }));
      return problems.find((problem) => problem !== undefined) ?? [];
    });
  });
}

/** Moving, attaching and accepting; what makes something new is no move of what was dragged. */
function putsOnto({ action }: Operation): boolean {
  return /^(Associate|Confirm)[A-Z]|Association$/.test(action);
}

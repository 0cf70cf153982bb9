import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import { adoptionOf } from "../model/plan/adoption.ts";
import { fragmentText } from "../model/plan/fragment.ts";
import type { Resource } from "../model/resource.ts";
import { resourcesAt } from "./operation-targets.ts";
import type { TreeElement } from "./tree-item.ts";

/** What a drag of the tree carries: the keys of its resources, as JSON. */
export const resourcesMime = "application/vnd.dx-topology.resources";

export interface ResourceDragConfig {
  readonly inventory: () => Inventory;
  /** Resources were dropped onto another one. */
  readonly drop: (keys: readonly string[], ontoKey: string) => Promise<unknown>;
}

/** Drags resources onto others in the tree, and out of it into editors: as text, what a plan says to adopt them. */
export class ResourceDrag implements vscode.TreeDragAndDropController<TreeElement> {
  readonly dragMimeTypes = [resourcesMime, "text/plain"];
  readonly dropMimeTypes = [resourcesMime];
  readonly #config: ResourceDragConfig;

  constructor(config: ResourceDragConfig) {
    this.#config = config;
  }

  handleDrag(source: readonly TreeElement[], transfer: vscode.DataTransfer): void {
    const keys = source.flatMap(({ resourceKey }) => resourceKey ?? []);
    if (keys.length === 0) return;
    transfer.set(resourcesMime, new vscode.DataTransferItem(JSON.stringify(keys)));
    transfer.set("text/plain", new vscode.DataTransferItem(textOf(resourcesAt(keys, this.#config.inventory()))));
  }

  async handleDrop(target: TreeElement | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const keys = await keysIn(transfer);
    const onto = target?.resourceKey;
    if (onto === undefined || keys.length === 0 || keys.includes(onto)) return;
    await this.#config.drop(keys, onto);
  }
}

/** The keys of the resources that a transfer carries; none where it comes from somewhere else. */
export async function keysIn(transfer: vscode.DataTransfer): Promise<readonly string[]> {
  const text = await transfer.get(resourcesMime)?.asString();
  if (text === undefined || text === "") return [];
  const keys: unknown = JSON.parse(text);
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
}

/** For what no plan holds, its id. */
function textOf(resources: readonly Resource[]): string {
  const texts = resources.map((resource) => {
    const fragment = adoptionOf(resource);
    return fragment === undefined ? `${resource.id}\n` : fragmentText(fragment);
  });
  return texts.join("");
}

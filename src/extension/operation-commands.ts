import * as vscode from "vscode";
import { operationIds } from "../operations/index.ts";
import { resourceKeysFrom } from "./command-targets.ts";
import { dropResources, type DropDeps } from "./drop-resources.ts";
import { runOperation } from "./run-operation.ts";
import { runRemoval } from "./run-removal.ts";

/**
 * One command `directConnect.<id>` for each entry of the operations table. It takes a tree item and the selection, the
 * context of the drawing's menu, or the key of a resource or a place; without any it asks for one. It answers how it ended.
 * Two more, which no menu has, for what a gesture means: `putOnto` as by a drop, `deleteInOrder` with all that is in the way.
 */
export function registerOperationCommands(deps: DropDeps): vscode.Disposable {
  return vscode.Disposable.from(
    ...operationIds.map((id) =>
      vscode.commands.registerCommand(`directConnect.${id}`, (first: unknown, selection: unknown) =>
        runOperation(deps, id, resourceKeysFrom(first, selection)),
      ),
    ),
    vscode.commands.registerCommand("directConnect.putOnto", (keys: readonly string[], ontoKey: string) => dropResources(deps, keys, ontoKey)),
    vscode.commands.registerCommand("directConnect.deleteInOrder", (target: unknown) => {
      const [key] = resourceKeysFrom(target, undefined) ?? [];
      return key === undefined ? "declined" : runRemoval(deps, key);
    }),
  );
}

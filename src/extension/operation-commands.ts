import * as vscode from "vscode";
import { operationIds } from "../operations/index.ts";
import type { Send } from "../operations/send.ts";
import type { Permit } from "./change-guard.ts";
import { resourceKeysFrom } from "./command-targets.ts";
import type { OperationStore } from "./operation-deps.ts";
import { createOperationUi, type OperationUiDeps } from "./operation-ui.ts";
import { runOperation } from "./run-operation.ts";

export interface OperationCommandDeps extends OperationUiDeps {
  readonly store: OperationStore;
  readonly send: Send;
  readonly permit: Permit;
}

/**
 * One command `directConnect.<id>` for each entry of the operations table. It takes a tree item and the selection, the
 * context of the drawing's menu, or the key of a resource or a place; without any it asks for one. It answers how it ended.
 */
export function registerOperationCommands(deps: OperationCommandDeps): vscode.Disposable {
  const run = { store: deps.store, send: deps.send, permit: deps.permit, ui: createOperationUi(deps) };
  return vscode.Disposable.from(
    ...operationIds.map((id) =>
      vscode.commands.registerCommand(`directConnect.${id}`, (first: unknown, selection: unknown) =>
        runOperation(run, id, resourceKeysFrom(first, selection)),
      ),
    ),
  );
}

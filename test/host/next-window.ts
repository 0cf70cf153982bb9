// What one window of the suite leaves to the next: a file beside the workspace, gone with the session.
import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as vscode from "vscode";

/** Ids of processes that have to be gone when the window is. */
export interface Left {
  readonly extensionHost: number;
  readonly simulator: number;
}

export function keepForNextWindow(left: Left): void {
  writeFileSync(file(), JSON.stringify(left));
}

export function leftByLastWindow(): Left {
  return JSON.parse(readFileSync(file(), "utf8")) as Left;
}

function file(): string {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(workspace);
  return join(dirname(workspace), "left-by-window.json");
}

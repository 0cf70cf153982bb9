// The extension's log, read where a person reads it: in the output panel.
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { until } from "./extension.ts";

/** Everything that the log shows. */
export async function logText(): Promise<string> {
  await vscode.commands.executeCommand("directConnect.showLog");
  await until(() => logDocument() !== undefined, "the log to be open in the output panel");
  const text = logDocument()?.getText();
  assert.ok(text !== undefined);
  return text;
}

/** Waits for a line: the log is written in the background. */
export async function untilLogged(pattern: RegExp): Promise<void> {
  await until(async () => pattern.test(await logText()), `the log to show ${pattern.source}`);
}

function logDocument(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "output" && uri.path.includes("Direct Connect"));
}

// Plans in an editor of the window, and what VS Code shows of them.
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { until } from "./extension.ts";

export const brokenPlan = "version: 1\nregion: us-east-1\nconnections:\n  primary: { location: EqDC2, bandwidth: 11Gbps }\n";

export async function openSample(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A plan that is not saved yet; a `|` marks the cursor. */
export async function openPlan(text: string): Promise<{ readonly document: vscode.TextDocument; readonly cursor: vscode.Position }> {
  const offset = text.indexOf("|");
  const content = offset === -1 ? text : text.slice(0, offset) + text.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language: "dx-plan", content });
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(Math.max(offset, 0)) };
}

/** `line code` of every diagnostic, in the order of the text. */
export function codesOf({ uri }: vscode.TextDocument): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source !== undefined)
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map(({ range, code }) => `${range.start.line} ${String(typeof code === "object" ? code.value : code)}`);
}

export async function untilChecked(document: vscode.TextDocument): Promise<void> {
  await until(() => codesOf(document).length > 0, "diagnostics");
}

export async function symbolsOf({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", uri);
  return (symbols ?? []).map(({ name }) => name);
}

export function labelsOf(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

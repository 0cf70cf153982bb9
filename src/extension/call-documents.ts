import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import type { JsonObject } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { dangerOf } from "../operations/call-danger.ts";
import { actionsOf, operationIn, readRequest, requestText, type CallRequest, type CallSchema } from "../operations/call-request.ts";
import type { Danger } from "../operations/operation.ts";
import type { RunResult } from "./run-operation.ts";

export interface CallDocumentsConfig {
  /** The schema that VS Code completes and checks the documents with. */
  readonly readSchema: () => Promise<CallSchema>;
  readonly inventory: () => Inventory;
  readonly run: (request: CallRequest) => Promise<RunResult>;
}

/** What a request document's name ends with; the manifest ties the schema to it. */
const requestEnding = ".dx-call.json";

/** Documents that hold one call, and the commands that open and run them. */
export interface CallDocuments {
  /** Opens a document that holds the call, to be changed and run. */
  open(request: Omit<CallRequest, "input"> & { readonly input?: JsonObject }): Promise<void>;
  dispose(): void;
}

export function createCallDocuments(config: CallDocumentsConfig): CallDocuments {
  const open: CallDocuments["open"] = async (request) => openDocument(request.action, requestText(request, await config.readSchema()));
  const registered = vscode.Disposable.from(
    vscode.commands.registerCommand("directConnect.callOperation", async (target: unknown) => {
      const action = typeof target === "string" ? target : await chooseAction(await config.readSchema());
      if (action !== undefined) await open({ action, ...placeOf(config.inventory()) });
    }),
    vscode.commands.registerCommand("directConnect.runRequest", (target: unknown) => runDocument(config, target)),
    vscode.languages.registerCodeLensProvider({ pattern: `**/*${requestEnding}` }, { provideCodeLenses: lensesOf }),
  );
  return { open, dispose: () => void registered.dispose() };
}

/** Where a call is likely meant: the first account and Region that are read. */
function placeOf({ accounts }: Inventory): { readonly profile: string; readonly region: string } {
  const [first] = accounts;
  return { profile: first?.profile ?? "", region: first?.regions[0] ?? "us-east-1" };
}

async function openDocument(action: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${action}-${randomUUID().slice(0, 4)}${requestEnding}`;
  const uri = folder === undefined ? vscode.Uri.from({ scheme: "untitled", path: name }) : vscode.Uri.joinPath(folder, name).with({ scheme: "untitled" });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const cursor = document.positionAt(Math.max(text.indexOf('""'), 0) + 1);
  editor.selection = new vscode.Selection(cursor, cursor);
}

/** Sends what the document says, unless it says something that cannot be sent as it is meant. */
async function runDocument({ readSchema, run }: CallDocumentsConfig, target: unknown): Promise<RunResult> {
  const document = await documentOf(target);
  if (document === undefined) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Open a request document first: Call Any Operation… makes one."));
    return "declined";
  }
  const read = readRequest(document.getText(), await readSchema());
  if ("request" in read) return run(read.request);
  await vscode.window.showErrorMessage(vscode.l10n.t("Nothing was sent. {0}", said(read.problem, vscode.l10n.t)));
  return "declined";
}

/** The document that a title's button or a lens names, else the one that is worked on. */
async function documentOf(target: unknown): Promise<vscode.TextDocument | undefined> {
  if (target instanceof vscode.Uri) return vscode.workspace.openTextDocument(target);
  const active = vscode.window.activeTextEditor?.document;
  return active?.uri.path.endsWith(requestEnding) === true ? active : undefined;
}

/** One lens above the document, whose words say how grave the call is before it is run. */
function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  const action = operationIn(document.getText());
  const title = action === undefined ? vscode.l10n.t("$(play) Run Request") : vscode.l10n.t("$(play) Run {0}: {1}", action, dangerText(dangerOf(action)));
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: "directConnect.runRequest", arguments: [document.uri] })];
}

async function chooseAction(schema: CallSchema): Promise<string | undefined> {
  const items = actionsOf(schema).map((label) => ({ label, description: dangerText(dangerOf(label)) }));
  const placeHolder = vscode.l10n.t("Choose an operation of the Direct Connect API");
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}

function dangerText(danger: Danger): string {
  switch (danger) {
    case "reads":
      return vscode.l10n.t("reads");
    case "changes":
      return vscode.l10n.t("changes something");
    case "interrupts":
      return vscode.l10n.t("may interrupt traffic");
    case "destroys":
      return vscode.l10n.t("destroys something");
  }
}

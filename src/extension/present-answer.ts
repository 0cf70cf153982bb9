import { basename, extname } from "node:path/posix";
import * as vscode from "vscode";
import { said } from "../model/text.ts";
import type { AnswerDocument, FileDocument, TableDocument, TextDocument } from "../operations/answer-document.ts";
import type { DetailsDocuments } from "./details-document.ts";
import { tableText } from "./table-text.ts";

/** Shows what an answer brought, or saves it where the person says. */
export async function presentAnswer(document: AnswerDocument, details: DetailsDocuments): Promise<void> {
  switch (document.form) {
    case "table":
      return showTable(document, details);
    case "text":
      return showText(document);
    case "file":
      return save(document);
  }
}

async function showTable(table: TableDocument, details: DetailsDocuments): Promise<void> {
  await details.showText(said(table.title, vscode.l10n.t), tableText(table, vscode.l10n.t));
}

async function showText({ name, content }: TextDocument): Promise<void> {
  const language = languages[extname(name)];
  const document = await vscode.workspace.openTextDocument({ content, ...(language === undefined ? {} : { language }) });
  await vscode.window.showTextDocument(document);
}

const languages: Readonly<Record<string, string>> = { ".json": "json", ".yaml": "yaml", ".xml": "xml" };

async function save({ name, content }: FileDocument): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, content);
  // The work is done: whether it is opened may be answered at any time.
  void offerToOpen(target);
}

/** With the program of the computer that the file is on, where that is this one: VS Code shows no PDF by itself. */
async function offerToOpen(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t("Open");
  if ((await vscode.window.showInformationMessage(vscode.l10n.t("Saved {0}", basename(target.path)), open)) !== open) return;
  if (target.scheme === "file" && vscode.env.remoteName === undefined) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand("vscode.open", target);
}

import * as vscode from "vscode";
import { masked } from "../model/secret-members.ts";
import { cliCommand } from "../operations/cli-command.ts";
import type { ActivityEntry, ActivityLog } from "./activity-log.ts";
import { ActivitySource, type ActivityRow } from "./activity-source.ts";
import { entryDescription, entryDocument, entryLabel, exportText } from "./activity-text.ts";
import type { DetailsDocuments } from "./details-document.ts";

export interface ActivityViewConfig {
  readonly activity: ActivityLog;
  readonly details: DetailsDocuments;
  readonly memory: vscode.Memento;
  /** The name that the AWS CLI is given for a profile; undefined for those that no file names. */
  readonly cliProfileOf: (profile: string) => string | undefined;
  /** Makes the call once more, guarded as it was the first time. */
  readonly runAgain: (entry: ActivityEntry) => Promise<unknown>;
  /** Opens the call as a document, to be completed and run. */
  readonly openRequest: (entry: ActivityEntry) => Promise<unknown>;
  /** Shows in the tree what the call was about; false where it is not listed. */
  readonly revealSubject: (entry: ActivityEntry) => Promise<boolean>;
}

const showsReadsKey = "directConnect.activity.showsReads";
const isFilteredKey = "directConnect.activity.isFiltered";

/** The tree view of the calls, newest first, and its commands. What only reads is hidden unless it is asked for. */
export function createActivityView(config: ActivityViewConfig): vscode.Disposable {
  const { activity, memory } = config;
  const source = new ActivitySource(activity, { showsReads: memory.get(showsReadsKey, false), words: "" });
  const view = vscode.window.createTreeView("directConnect.activity", { treeDataProvider: source });
  const tellContext = (): void => {
    void vscode.commands.executeCommand("setContext", showsReadsKey, source.choice.showsReads);
    void vscode.commands.executeCommand("setContext", isFilteredKey, source.choice.words !== "");
  };
  const tellFilter = (): void => {
    view.message = filterMessage(source);
  };
  const choose = async (showsReads: boolean): Promise<void> => {
    source.choose({ showsReads });
    tellContext();
    await memory.update(showsReadsKey, showsReads);
  };
  const filter = (words: string): void => {
    source.choose({ words });
    tellContext();
  };
  tellContext();
  return vscode.Disposable.from(
    view,
    source,
    source.onDidChangeTreeData(tellFilter),
    ...Object.entries(entryCommands).map(([id, run]) =>
      vscode.commands.registerCommand(`directConnect.activity.${id}`, async (target: unknown) => {
        const entry = await entryFrom(config, source, target ?? view.selection[0]);
        return entry === undefined ? undefined : run(config, entry);
      }),
    ),
    vscode.commands.registerCommand("directConnect.activity.showReads", () => choose(true)),
    vscode.commands.registerCommand("directConnect.activity.hideReads", () => choose(false)),
    vscode.commands.registerCommand("directConnect.activity.filter", () => askFilter(source.choice.words, filter)),
    vscode.commands.registerCommand("directConnect.activity.clearFilter", () => filter("")),
    vscode.commands.registerCommand("directConnect.activity.clear", () => activity.clear()),
    vscode.commands.registerCommand("directConnect.activity.export", (target: unknown) => exportCalls(activity, target)),
  );
}

/** Beside a message VS Code shows no welcome, so there is none where nothing is left out by words. */
function filterMessage({ choice: { words }, listed, unfiltered }: ActivitySource): string {
  return words === "" ? "" : vscode.l10n.t("{0} of {1} calls hold “{2}”.", listed.length, unfiltered.length, words);
}

/** The list follows while the words are typed, and keeps to them when the input is left in whatever way. */
function askFilter(before: string, filter: (words: string) => void): void {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t("Filter Activity");
  input.value = before;
  input.placeholder = vscode.l10n.t("Words of the resource, operation, outcome, account or Region; empty for all calls");
  const subscriptions: vscode.Disposable = vscode.Disposable.from(
    input,
    input.onDidChangeValue((value) => filter(value.trim())),
    input.onDidAccept(() => input.hide()),
    input.onDidHide(() => void subscriptions.dispose()),
  );
  input.show();
}

type EntryCommand = (config: ActivityViewConfig, entry: ActivityEntry) => unknown;

const entryCommands: Readonly<Record<"showCall" | "revealSubject" | "copyCommand" | "copyRequestId" | "runAgain", EntryCommand>> = {
  showCall: ({ details }, entry) => details.showText(`${entry.action} ${timeStamp(entry.startedAt)}`, entryDocument(entry, vscode.l10n.t), { ending: "yaml" }),
  revealSubject: async ({ revealSubject }, entry) => {
    if (await revealSubject(entry)) return;
    await vscode.window.showInformationMessage(vscode.l10n.t("What this call was about is not listed in the tree."));
  },
  copyCommand: ({ cliProfileOf }, entry) => copy(cliCommand({ ...entry, profile: cliProfileOf(entry.profile) })),
  copyRequestId: (_, { requestId }) => copy(requestId ?? ""),
  runAgain: ({ runAgain, openRequest }, entry) => (holdsMask(entry.input) ? openRequest(entry) : runAgain(entry)),
};

/** Secrets are not kept: a call that needs one has to be given it anew. */
function holdsMask(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.values(value).some(holdsMask) : value === masked;
}

async function copy(text: string): Promise<void> {
  if (text === "") {
    await vscode.window.showInformationMessage(vscode.l10n.t("The call has no request ID: it did not reach the service."));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(copy) Copied"), 3000);
}

/** The entry of a row or of an id; else one that the person chooses among those listed. */
async function entryFrom({ activity }: ActivityViewConfig, source: ActivitySource, target: unknown): Promise<ActivityEntry | undefined> {
  const id = typeof target === "string" ? target : idOf(target as ActivityRow | undefined);
  if (id !== undefined) return activity.find(id);
  const items = source.listed.map((entry) => ({ label: entryLabel(entry, vscode.l10n.t), description: entryDescription(entry, vscode.l10n.t), entry }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Choose a call"), matchOnDescription: true });
  return chosen?.entry;
}

function idOf(row: ActivityRow | undefined): string | undefined {
  return row === undefined || "entries" in row ? undefined : row.id;
}

/** Writes the calls to the file that is given, or that the person names. */
async function exportCalls(activity: ActivityLog, target: unknown): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `direct-connect-activity-${new Date().toISOString().slice(0, 10)}.json`;
  const ask = (): Thenable<vscode.Uri | undefined> =>
    vscode.window.showSaveDialog({ ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { JSON: ["json"] } });
  const uri = target instanceof vscode.Uri ? target : await ask();
  if (uri === undefined) return;
  await vscode.workspace.fs.writeFile(uri, Buffer.from(exportText(activity.entries)));
  await vscode.window.showTextDocument(uri);
}

/** The time in a document's title, which can hold no colon. */
function timeStamp(milliseconds: number): string {
  return new Date(milliseconds).toTimeString().slice(0, 8).replaceAll(":", ".");
}

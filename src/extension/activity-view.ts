import * as vscode from "vscode";
import { masked } from "../model/secret-members.ts";
import { isRead } from "../operations/call-danger.ts";
import { cliCommand } from "../operations/cli-command.ts";
import type { ActivityEntry, ActivityLog } from "./activity-log.ts";
import { entryDescription, entryDocument, entryTooltip, exportText, outcomeIcon } from "./activity-text.ts";
import type { DetailsDocuments } from "./details-document.ts";

export interface ActivityViewConfig {
  readonly activity: ActivityLog;
  readonly details: DetailsDocuments;
  readonly memory: vscode.Memento;
  /** Whether the profile exists only inside the extension, so that no AWS CLI knows it. */
  readonly isBuiltIn: (profile: string) => boolean;
  /** Makes the call once more, guarded as it was the first time. */
  readonly runAgain: (entry: ActivityEntry) => Promise<unknown>;
  /** Opens the call as a document, to be completed and run. */
  readonly openRequest: (entry: ActivityEntry) => Promise<unknown>;
}

const showsReadsKey = "directConnect.activity.showsReads";

/** The tree view of the calls, newest first, and its commands. What only reads is hidden unless it is asked for. */
export function createActivityView(config: ActivityViewConfig): vscode.Disposable {
  const { activity, memory } = config;
  const source = new ActivitySource(activity, () => memory.get(showsReadsKey, false));
  const view = vscode.window.createTreeView("directConnect.activity", { treeDataProvider: source });
  const tell = async (showsReads: boolean): Promise<void> => {
    await memory.update(showsReadsKey, showsReads);
    await vscode.commands.executeCommand("setContext", showsReadsKey, showsReads);
    source.update();
  };
  void vscode.commands.executeCommand("setContext", showsReadsKey, source.showsReads);
  return vscode.Disposable.from(
    view,
    source,
    ...Object.entries(entryCommands).map(([id, run]) =>
      vscode.commands.registerCommand(`directConnect.activity.${id}`, async (target: unknown) => {
        const entry = await entryFrom(source, target ?? view.selection[0]);
        return entry === undefined ? undefined : run(config, entry);
      }),
    ),
    vscode.commands.registerCommand("directConnect.activity.showReads", () => tell(true)),
    vscode.commands.registerCommand("directConnect.activity.hideReads", () => tell(false)),
    vscode.commands.registerCommand("directConnect.activity.clear", () => activity.clear()),
    vscode.commands.registerCommand("directConnect.activity.export", (target: unknown) => exportCalls(activity, target)),
  );
}

type EntryCommand = (config: ActivityViewConfig, entry: ActivityEntry) => unknown;

const entryCommands: Readonly<Record<"showCall" | "copyCommand" | "copyRequestId" | "runAgain", EntryCommand>> = {
  showCall: ({ details }, entry) => details.showText(`${entry.action} ${timeStamp(entry.startedAt)}`, entryDocument(entry, vscode.l10n.t), { ending: "yaml" }),
  copyCommand: ({ isBuiltIn }, entry) => copy(cliCommand({ ...entry, profile: isBuiltIn(entry.profile) ? undefined : entry.profile })),
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

/** The entry of a tree item or of an id; else one that the person chooses. */
async function entryFrom(source: ActivitySource, target: unknown): Promise<ActivityEntry | undefined> {
  const id = typeof target === "string" ? target : (target as Partial<ActivityEntry> | undefined)?.id;
  if (id !== undefined) return source.find(id);
  const items = source.getChildren().map((entry) => ({ label: entry.action, description: entryDescription(entry, vscode.l10n.t), entry }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Choose a call"), matchOnDescription: true });
  return chosen?.entry;
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

class ActivitySource implements vscode.TreeDataProvider<ActivityEntry>, vscode.Disposable {
  readonly #activity: ActivityLog;
  readonly #showsReads: () => boolean;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscription: { dispose(): void };
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(activity: ActivityLog, showsReads: () => boolean) {
    this.#activity = activity;
    this.#showsReads = showsReads;
    this.#subscription = activity.onDidChange(() => {
      if (this.showsReads || !isRead(activity.entries[0]?.action ?? "")) this.update();
    });
  }

  get showsReads(): boolean {
    return this.#showsReads();
  }

  find(id: string): ActivityEntry | undefined {
    return this.#activity.find(id);
  }

  update(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(entry: ActivityEntry): vscode.TreeItem {
    const item = new vscode.TreeItem(entry.action);
    const { icon, color } = outcomeIcon(entry);
    item.id = entry.id;
    item.description = entryDescription(entry, vscode.l10n.t);
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
    item.contextValue = entry.requestId === undefined ? "call" : "call;request";
    item.command = { command: "directConnect.activity.showCall", title: "", arguments: [entry.id] };
    item.accessibilityInformation = { label: `${entry.action}, ${item.description}` };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, entry: ActivityEntry): vscode.TreeItem {
    item.tooltip = new vscode.MarkdownString(entryTooltip(entry, vscode.l10n.t));
    return item;
  }

  getChildren(parent?: ActivityEntry): ActivityEntry[] {
    if (parent !== undefined) return [];
    return this.#activity.entries.filter(({ action }) => this.showsReads || !isRead(action));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

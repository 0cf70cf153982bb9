import * as vscode from "vscode";
import { isRead } from "../operations/call-danger.ts";
import { dayText, daysOf, type ActivityDay } from "./activity-days.ts";
import type { ActivityEntry, ActivityLog } from "./activity-log.ts";
import { entryDescription, entryLabel, entrySpoken, entryTooltip, matchesWords, outcomeIcon } from "./activity-text.ts";

/** A row of the list of calls. */
export type ActivityRow = ActivityEntry | ActivityDay;

/** Which calls are listed. */
export interface ActivityChoice {
  readonly showsReads: boolean;
  /** Words of which each has to stand in what is known of a call; empty for all calls. */
  readonly words: string;
}

/** Feeds the list of calls: newest first, by the day once they are of several days. */
export class ActivitySource implements vscode.TreeDataProvider<ActivityRow>, vscode.Disposable {
  readonly #activity: ActivityLog;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscription: { dispose(): void };
  #choice: ActivityChoice;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(activity: ActivityLog, choice: ActivityChoice) {
    this.#activity = activity;
    this.#choice = choice;
    this.#subscription = activity.onDidChange(() => {
      if (this.#choice.showsReads || !isRead(activity.entries[0]?.action ?? "")) this.#changed.fire(undefined);
    });
  }

  get choice(): ActivityChoice {
    return this.#choice;
  }

  choose(choice: Partial<ActivityChoice>): void {
    this.#choice = { ...this.#choice, ...choice };
    this.#changed.fire(undefined);
  }

  /** The calls that are listed, newest first. */
  get listed(): readonly ActivityEntry[] {
    const { words } = this.#choice;
    return words === "" ? this.unfiltered : this.unfiltered.filter((entry) => matchesWords(entry, words, vscode.l10n.t));
  }

  /** Those among which the words choose. */
  get unfiltered(): readonly ActivityEntry[] {
    return this.#activity.entries.filter(({ action }) => this.#choice.showsReads || !isRead(action));
  }

  getChildren(row?: ActivityRow): ActivityRow[] {
    if (row !== undefined) return "entries" in row ? [...row.entries] : [];
    const days = daysOf(this.listed);
    return days.length > 1 ? [...days] : [...(days[0]?.entries ?? [])];
  }

  getTreeItem(row: ActivityRow): vscode.TreeItem {
    return "entries" in row ? drawDay(row) : drawEntry(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: ActivityRow): vscode.TreeItem {
    if (!("entries" in row)) item.tooltip = new vscode.MarkdownString(entryTooltip(row, vscode.l10n.t));
    return item;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function drawEntry(entry: ActivityEntry): vscode.TreeItem {
  const { t } = vscode.l10n;
  const item = new vscode.TreeItem(entryLabel(entry, t));
  const { icon, color } = outcomeIcon(entry);
  item.id = entry.id;
  item.description = entryDescription(entry, t);
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.contextValue = entry.requestId === undefined ? "call" : "call;request";
  item.command = { command: "directConnect.activity.showCall", title: "", arguments: [entry.id] };
  item.accessibilityInformation = { label: entrySpoken(entry, t) };
  return item;
}

function drawDay(row: ActivityDay): vscode.TreeItem {
  const state = row.isNewest ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(dayText(row, Date.now(), vscode.l10n.t), state);
  item.id = `day/${row.day}`;
  item.description = String(row.entries.length);
  item.contextValue = "day";
  return item;
}

import * as vscode from "vscode";
import type { FailureReason, Inventory } from "../model/inventory.ts";
import { statusText, statusTooltip } from "./status-text.ts";

export interface StatusBarConfig {
  readonly store: {
    readonly inventory: Inventory;
    readonly readAt: number | undefined;
    readonly onDidChange: vscode.Event<Inventory>;
    readonly onDidRead: vscode.Event<unknown>;
  };
  /** Whether calls go to a simulator. */
  readonly isSimulated: () => boolean;
  readonly onDidChange: vscode.Event<unknown>;
  /** Whether anything has been asked for yet; until then there is nothing to say. */
  readonly hasBegun: () => boolean;
}

/** What is broken, as opposed to what the user has to sign in for again or may not do. */
const broken: readonly FailureReason[] = ["unreachable", "malformed", "refused"];

/** Says which accounts and Regions the window reads, and opens the chooser. */
export function createStatusBar(config: StatusBarConfig): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("directConnect.reading", vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t("Direct Connect accounts");
  item.command = "directConnect.chooseProfiles";
  let drawnTooltip = "";
  const tooltipNow = (): string => {
    const { inventory, readAt } = config.store;
    return statusTooltip(inventory, { isSimulated: config.isSimulated(), readAt }, vscode.l10n.t);
  };
  const draw = (): void => {
    if (!config.hasBegun()) return;
    const { inventory } = config.store;
    item.text = statusText(inventory, config.isSimulated(), vscode.l10n.t);
    drawnTooltip = tooltipNow();
    item.tooltip = new vscode.MarkdownString(drawnTooltip);
    item.accessibilityInformation = { label: item.text.replace(/\$\([a-z-]+\)\s*/g, ""), role: "button" };
    item.backgroundColor = inventory.failures.some(({ reason }) => broken.includes(reason))
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  };
  // An answer that changes nothing but the time comes every few seconds while something settles.
  const drawTime = (): void => {
    if (tooltipNow() !== drawnTooltip) draw();
  };
  draw();
  return vscode.Disposable.from(item, config.store.onDidChange(draw), config.store.onDidRead(drawTime), config.onDidChange(draw));
}

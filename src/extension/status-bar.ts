import * as vscode from "vscode";
import type { FailureReason, Inventory } from "../model/inventory.ts";
import { failureLabel } from "../model/outline.ts";
import { said } from "../model/text.ts";
import { escapeMarkdown } from "./tooltip.ts";
import { statusText } from "./status-text.ts";

export interface StatusBarConfig {
  readonly store: { readonly inventory: Inventory; readonly onDidChange: vscode.Event<Inventory> };
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
  const draw = (): void => {
    if (!config.hasBegun()) return;
    const { inventory } = config.store;
    const isSimulated = config.isSimulated();
    item.text = statusText(inventory, isSimulated, vscode.l10n.t);
    item.tooltip = tooltipFor(inventory);
    item.accessibilityInformation = { label: item.text.replace(/\$\([a-z-]+\)\s*/g, ""), role: "button" };
    item.backgroundColor = inventory.failures.some(({ reason }) => broken.includes(reason))
      ? new vscode.ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  };
  draw();
  return vscode.Disposable.from(item, config.store.onDidChange(draw), config.onDidChange(draw));
}

function tooltipFor({ accounts, failures }: Inventory): vscode.MarkdownString {
  const lines = accounts.map(({ profile, id, regions }) => {
    const reasons = [...new Set(failures.filter((failure) => failure.profile === profile).map(({ reason }) => reason))];
    const facts = [id ?? "", regions.join(", "), ...reasons.map((reason) => said(failureLabel(reason), vscode.l10n.t))];
    return `**${escapeMarkdown(profile)}**: ${escapeMarkdown(facts.filter((fact) => fact !== "").join(" · "))}`;
  });
  return new vscode.MarkdownString([...lines, vscode.l10n.t("Click to choose profiles")].join("\n\n"));
}

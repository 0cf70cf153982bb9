import * as vscode from "vscode";
import { lockText } from "./lock-text.ts";
import type { ProfileLock } from "./profile-lock.ts";

export interface LockStatusConfig {
  readonly lock: ProfileLock;
  /** The profiles that are read. */
  readonly profiles: () => readonly string[];
  readonly onDidChange: vscode.Event<unknown>;
}

/** Says in the status bar which protected profiles are locked, and counts down for those that are not. */
export function createLockStatus({ lock, profiles, onDidChange }: LockStatusConfig): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("directConnect.lock", vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t("Direct Connect protected profiles");
  const ticking: { timer?: ReturnType<typeof setInterval> } = {};
  const draw = (): void => {
    const { unlocked } = lock;
    const locked = profiles().filter((profile) => lock.isLocked(profile));
    clearInterval(ticking.timer);
    if (unlocked.length > 0) ticking.timer = setInterval(drawText, 1_000);
    drawText();
    item.command = unlocked.length > 0 ? "directConnect.lockProfiles" : "directConnect.unlockProfile";
    item.tooltip = unlocked.length > 0 ? vscode.l10n.t("Click to lock again at once") : vscode.l10n.t("Click to unlock for some minutes");
    item.backgroundColor = unlocked.length > 0 ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    if (unlocked.length + locked.length > 0) item.show();
    else item.hide();
  };
  const drawText = (): void => {
    const locked = profiles().filter((profile) => lock.isLocked(profile));
    item.text = lockText({ unlocked: lock.unlocked, locked, now: Date.now() }, vscode.l10n.t);
  };
  draw();
  return vscode.Disposable.from(item, { dispose: () => clearInterval(ticking.timer) }, lock.onDidChange(draw), onDidChange(draw));
}

import * as vscode from "vscode";
import { phrase, type Text } from "../model/text.ts";
import { longestUnlock, type ProfileLock } from "./profile-lock.ts";
import { askText } from "./quick-steps.ts";

const usualMinutes = "15";

/** The commands that unlock protected profiles and lock them again. */
export function registerLockCommands(lock: ProfileLock): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("directConnect.unlockProfile", async (target: unknown) => {
      const profile = typeof target === "string" ? target : await chooseLocked(lock);
      return profile !== undefined && unlock(lock, profile);
    }),
    vscode.commands.registerCommand("directConnect.lockProfiles", () => lock.lockAll()),
  );
}

/** Says that the profile is locked, with a button; answers whether it is unlocked now. */
export async function offerUnlock(lock: ProfileLock, profile: string): Promise<boolean> {
  const button = vscode.l10n.t("Unlock…");
  const message = vscode.l10n.t("Profile {0} is protected: it only reads until you unlock it.", profile);
  return (await vscode.window.showWarningMessage(message, button)) === button && unlock(lock, profile);
}

async function unlock(lock: ProfileLock, profile: string): Promise<boolean> {
  const answer = await askText({
    title: vscode.l10n.t("Unlock Profile {0}", profile),
    step: 1,
    steps: 1,
    placeholder: vscode.l10n.t("Minutes until it is locked again, at most {0}", longestUnlock),
    value: usualMinutes,
    check: checkMinutes,
  });
  if (answer?.way !== "next") return false;
  lock.unlock(profile, Number(answer.value.text));
  return true;
}

function checkMinutes(text: string): Text | undefined {
  const isRight = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestUnlock;
  return isRight ? undefined : phrase("Write a whole number of minutes from 1 to {0}.", longestUnlock);
}

async function chooseLocked(lock: ProfileLock): Promise<string | undefined> {
  const locked = lock.protectedProfiles.filter((profile) => lock.isLocked(profile));
  if (locked.length > 1) return vscode.window.showQuickPick(locked, { placeHolder: vscode.l10n.t("Choose the profile to unlock") });
  if (locked.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("No profile is locked. The setting directConnect.protectedProfiles names those that are."));
  }
  return locked[0];
}

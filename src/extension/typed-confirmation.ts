import * as vscode from "vscode";
import type { Confirmation } from "./confirmation.ts";

/** Asks to type the name of what is meant; answers whether it was typed. What stops with it stands below the input. */
export function confirmByTyping({ message, detail, button, typed }: Confirmation & { readonly typed: string }): Promise<boolean> {
  const pick = vscode.window.createQuickPick();
  const wanted = vscode.l10n.t("Type {0} and press Enter", typed);
  const lines = detail.split("\n").filter((line) => line.trim() !== "");
  const itemsUnder = (heading: string): readonly vscode.QuickPickItem[] => [
    { label: heading, alwaysShow: true },
    ...lines.map((line) => ({ label: line, alwaysShow: true })),
  ];
  pick.title = message;
  pick.placeholder = wanted;
  pick.ignoreFocusOut = true;
  pick.items = itemsUnder(`$(warning) ${wanted}`);
  return new Promise((resolve) => {
    const state = { isConfirmed: false };
    const listeners = vscode.Disposable.from(
      pick.onDidAccept(() => {
        state.isConfirmed = isTyped(pick.value, typed);
        if (state.isConfirmed) pick.hide();
        else pick.items = itemsUnder(`$(error) ${vscode.l10n.t("{0}: this is not {1}.", button, typed)}`);
      }),
      pick.onDidHide(() => {
        listeners.dispose();
        pick.dispose();
        resolve(state.isConfirmed);
      }),
    );
    pick.show();
  });
}

function isTyped(value: string, typed: string): boolean {
  return value.trim() === typed.trim();
}

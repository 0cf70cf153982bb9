import * as vscode from "vscode";
import type { Confirmation } from "./confirmation.ts";
import { foldedLines } from "./review-text.ts";

/**
 * Asks to type the name of what is meant; answers whether it was typed. What stops with it stands below the input, and
 * `look` is the text of a button that wants to see more of it.
 */
export function confirmByTyping({ message, detail, button, typed }: Confirmation & { readonly typed: string }, look: string | undefined): Promise<"yes" | "no" | "look"> {
  const pick = vscode.window.createQuickPick();
  const wanted = vscode.l10n.t("Type {0} and press Enter", typed);
  const lines = foldedLines(detail);
  const itemsUnder = (heading: string): readonly vscode.QuickPickItem[] => [
    { label: heading, alwaysShow: true },
    ...lines.map((line) => ({ label: line, alwaysShow: true })),
  ];
  pick.title = message;
  pick.placeholder = wanted;
  pick.ignoreFocusOut = true;
  pick.items = itemsUnder(`$(warning) ${wanted}`);
  if (look !== undefined) pick.buttons = [{ tooltip: look, iconPath: new vscode.ThemeIcon("eye") }];
  return new Promise((resolve) => {
    const state: { answer: "yes" | "no" | "look" } = { answer: "no" };
    const leave = (answer: "yes" | "look"): void => {
      state.answer = answer;
      pick.hide();
    };
    const listeners = vscode.Disposable.from(
      pick.onDidAccept(() => {
        if (isTyped(pick.value, typed)) leave("yes");
        else pick.items = itemsUnder(`$(error) ${vscode.l10n.t("{0}: this is not {1}.", button, typed)}`);
      }),
      pick.onDidTriggerButton(() => leave("look")),
      pick.onDidHide(() => {
        listeners.dispose();
        pick.dispose();
        resolve(state.answer);
      }),
    );
    pick.show();
  });
}

function isTyped(value: string, typed: string): boolean {
  return value.trim() === typed.trim();
}

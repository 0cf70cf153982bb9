import * as vscode from "vscode";
import type { Confirmation } from "./confirmation.ts";
import { foldedLines, plainLabel } from "./review-text.ts";

/** A button that wants to see more of what is asked about, before an answer. */
export interface Sight {
  readonly value: "show" | "look";
  readonly label: string;
  readonly icon: string;
}

/** How a question was left; `show` and `look` where the person wants to see more first. */
export type Answer = "yes" | "no" | Sight["value"];

/**
 * Asks to type the name of what is meant; answers whether it was typed. What stops with it stands below the input, and
 * each of the sights is a button above it.
 */
export function confirmByTyping({ message, detail, button, typed }: Confirmation & { readonly typed: string }, sights: readonly Sight[]): Promise<Answer> {
  const pick = vscode.window.createQuickPick();
  const wanted = vscode.l10n.t("Type {0} and press Enter", typed);
  const lines = foldedLines(detail);
  const itemsUnder = (heading: string): readonly vscode.QuickPickItem[] => [
    { label: heading, alwaysShow: true },
    ...lines.map((line) => ({ label: plainLabel(line), alwaysShow: true })),
  ];
  pick.title = message;
  pick.placeholder = wanted;
  pick.ignoreFocusOut = true;
  pick.items = itemsUnder(`$(warning) ${plainLabel(wanted)}`);
  pick.buttons = sights.map(({ label, icon }) => ({ tooltip: label, iconPath: new vscode.ThemeIcon(icon) }));
  return new Promise((resolve) => {
    const state: { answer: Answer } = { answer: "no" };
    const leave = (answer: Answer): void => {
      state.answer = answer;
      pick.hide();
    };
    const listeners = vscode.Disposable.from(
      pick.onDidAccept(() => {
        if (isTyped(pick.value, typed)) leave("yes");
        else pick.items = itemsUnder(`$(error) ${plainLabel(vscode.l10n.t("{0}: this is not {1}.", button, typed))}`);
      }),
      pick.onDidTriggerButton(({ tooltip }) => leave(sights.find(({ label }) => label === tooltip)?.value ?? "no")),
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

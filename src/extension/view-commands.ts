import * as vscode from "vscode";

/** The view's own commands by the last part of their id, and what each does. */
export type ViewCommands = Readonly<Record<"refresh" | "chooseProfiles" | "chooseRegions" | "exploreSimulator" | "stopSimulator" | "showLog", () => unknown>>;

export function registerViewCommands(commands: ViewCommands): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(`directConnect.${id}`, () => run())),
  );
}

import * as vscode from "vscode";

/** Values of `when` clauses: each is told to VS Code only when it has changed. */
export interface ContextKeys {
  /** `directConnect.empty`: why the tree is empty; empty text when it is not. */
  readonly empty: string;
  readonly simulatorRunning: boolean;
  /** `directConnect.isSimulated`: calls go elsewhere than to AWS. */
  readonly isSimulated: boolean;
}

/** Tells the values now and after each of the events. */
export function keepContextKeys(values: () => ContextKeys, events: readonly vscode.Event<unknown>[]): vscode.Disposable {
  const told = new Map<string, unknown>();
  const tell = (): void => {
    for (const [name, value] of Object.entries(values())) {
      if (told.has(name) && told.get(name) === value) continue;
      told.set(name, value);
      void vscode.commands.executeCommand("setContext", `directConnect.${name}`, value);
    }
  };
  tell();
  return vscode.Disposable.from(...events.map((event) => event(tell)));
}

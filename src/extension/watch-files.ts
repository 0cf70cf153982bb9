import { basename, dirname } from "node:path";
import * as vscode from "vscode";

/** How long writing has to rest: tools write credentials in several steps. */
const restFor = 400;

/** Calls back after one of the files was written, made or deleted; `*` in a name stands for any text. */
export function watchFiles(paths: readonly string[], listener: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, restFor);
  };
  const watchers = paths.map((path) => {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(dirname(path)), basename(path));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    return vscode.Disposable.from(watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon));
  });
  return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) });
}

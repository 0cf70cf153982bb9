import * as vscode from "vscode";
import { groupings, type Grouping } from "../model/outline.ts";

/** How the tree is arranged, kept with the workspace. */
export interface GroupingMemory {
  readonly current: Grouping;
  readonly onDidChange: vscode.Event<Grouping>;
  dispose(): void;
}

const memoryKey = "directConnect.grouping";
const commands: Readonly<Record<Grouping, string>> = {
  location: "directConnect.groupByLocation",
  gateway: "directConnect.groupByGateway",
  type: "directConnect.groupByType",
};

/** Also registers the commands that change it, and keeps the context key `directConnect.grouping`. */
export function createGrouping(memory: vscode.Memento): GroupingMemory {
  const changed = new vscode.EventEmitter<Grouping>();
  const current = (): Grouping => groupings.find((grouping) => grouping === memory.get(memoryKey)) ?? "location";
  const tell = (): Thenable<unknown> => vscode.commands.executeCommand("setContext", memoryKey, current());
  void tell();
  const registered = groupings.map((grouping) =>
    vscode.commands.registerCommand(commands[grouping], async () => {
      await memory.update(memoryKey, grouping);
      await tell();
      changed.fire(grouping);
    }),
  );
  const subscriptions = vscode.Disposable.from(changed, ...registered);
  return {
    get current() {
      return current();
    },
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}

import type * as vscode from "vscode";

/** Which branches are open, as the user left them, also after the window was reloaded. */
export interface Expansion {
  isExpanded(id: string, initially: boolean): boolean;
  remember(id: string, isExpanded: boolean): void;
}

const memoryKey = "directConnect.expansion";
/** The oldest are forgotten beyond this many. */
const most = 2_000;

export function createExpansion(memory: Pick<vscode.Memento, "get" | "update">): Expansion {
  const known = new Map(Object.entries(memory.get<Readonly<Record<string, boolean>>>(memoryKey, {})));
  return {
    isExpanded: (id, initially) => known.get(id) ?? initially,
    remember(id, isExpanded) {
      known.delete(id);
      known.set(id, isExpanded);
      for (const oldest of known.keys()) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
      void memory.update(memoryKey, Object.fromEntries(known));
    },
  };
}

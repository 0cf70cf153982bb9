import * as vscode from "vscode";
import { emptyStateOf, type EmptyState } from "../model/empty-state.ts";
import { graphCommands, graphViewType } from "../protocol/graph-view.ts";
import { graphIdFrom } from "./command-targets.ts";
import { keepContextKeys } from "./context-keys.ts";
import type { DetailsDocuments } from "./details-document.ts";
import { anyOf } from "./emitter.ts";
import { isSimulated, readsSimulated, type Foundation } from "./foundation.ts";
import { createGraphPanel, type GraphPanel } from "./graph-panel.ts";
import { createGrouping } from "./grouping.ts";
import { createLockStatus } from "./lock-status.ts";
import { createPolling } from "./polling.ts";
import { refreshRegularly } from "./refresh-regularly.ts";
import { registerResourceCommands } from "./resource-commands.ts";
import { ResourceDrag } from "./resource-drag.ts";
import { createResourceTree, type ResourceTree } from "./resource-tree.ts";
import { syncSelections } from "./selection-sync.ts";
import { readSettings } from "./settings.ts";
import { createStatusBar } from "./status-bar.ts";
import type { TagDocuments } from "./tag-documents.ts";
import { watchFailoverTests } from "./watch-failover-tests.ts";

/** Where a person sees what was read. */
export interface Views {
  readonly tree: ResourceTree;
  readonly graph: GraphPanel;
  readonly revealInTree: (resourceKey: string) => Promise<boolean>;
  /** The same where the tree is in sight, without taking the keyboard. */
  readonly selectInTree: (resourceKey: string) => Promise<void>;
  dispose(): void;
}

/** Makes the tree, the drawing, the status bar and the context keys; what is dropped in the tree goes to `drop`. */
export function composeViews(foundation: Foundation, drop: (keys: readonly string[], ontoKey: string) => Promise<unknown>): Views {
  const { context, log, reading, simulator, store, shown } = foundation;
  const memory = context.workspaceState;
  const emptyState = (): EmptyState | undefined =>
    emptyStateOf({ choices: store.choices, inventory: store.inventory, isLoading: shown.isLoading, isHeldBack: reading.isHeldBack });
  const grouping = createGrouping(memory);
  const tree = createResourceTree({
    store,
    drag: new ResourceDrag({ inventory: () => store.inventory, drop }),
    isEmpty: () => emptyState() !== undefined,
    grouping: () => grouping.current,
    onDidChangeGrouping: grouping.onDidChange,
    memory,
  });
  const graph = createGraphPanel({ extensionUri: context.extensionUri, store: shown, log });
  const registered = vscode.Disposable.from(
    grouping,
    tree,
    graph,
    registerGraphCommands(graph),
    createStatusBar({
      store,
      isSimulated: () => readsSimulated(foundation),
      onDidChange: anyOf(reading.onDidChange, vscode.window.onDidChangeWindowState),
      hasBegun: () => reading.hasBegun,
    }),
    createLockStatus({
      lock: foundation.lock,
      profiles: () => store.choices.map(({ profile }) => profile),
      onDidChange: anyOf(reading.onDidChange, store.onDidChange, vscode.workspace.onDidChangeConfiguration),
    }),
    keepContextKeys(
      () => ({ empty: emptyState() ?? "", simulatorRunning: simulator.state === "running", isSimulated: readsSimulated(foundation) }),
      [store.onDidChange, reading.onDidChange, simulator.onDidChange],
    ),
  );
  return { tree, graph, revealInTree: (key) => tree.reveal(key, { focus: true }), selectInTree: (key) => followInTree(tree, [key]), dispose: () => void registered.dispose() };
}

/**
 * Begins to read when somebody looks, and reads again, while they look: what is on its way to another state soon, and
 * everything every few minutes.
 */
export function readWhileSeen({ reading, store }: Foundation, { tree, graph }: Views): vscode.Disposable {
  const isSeen = (): boolean => tree.isVisible || graph.isVisible;
  const onDidChangeSeen = anyOf(tree.onDidChangeVisibility, graph.onDidChangeVisibility);
  const isActive = (): boolean => isSeen() && vscode.window.state.focused;
  const onDidChangeActive = anyOf(onDidChangeSeen, vscode.window.onDidChangeWindowState);
  const begin = (): void => {
    if (isSeen()) void reading.begin();
  };
  begin();
  return vscode.Disposable.from(
    onDidChangeSeen(begin),
    createPolling({ store, isActive, onDidChangeActive }),
    refreshRegularly({
      store,
      minutes: () => readSettings().refreshMinutes,
      isActive,
      onDidChange: anyOf(onDidChangeActive, vscode.workspace.onDidChangeConfiguration),
    }),
    watchFailoverTests({ store, isActive, t: vscode.l10n.t, tell: (message) => void vscode.window.setStatusBarMessage(`$(check) ${message}`, 10_000) }),
  );
}

/** What leads from one view to another, and the commands on resources that need them. */
export function linkViews(foundation: Foundation, views: Views, documents: { readonly details: DetailsDocuments; readonly tagDocuments: TagDocuments }): vscode.Disposable {
  const { tree, graph, revealInTree } = views;
  const { details } = documents;
  return vscode.Disposable.from(
    syncSelections(
      { onDidSelect: tree.onDidSelect, follow: (keys) => void followInTree(tree, keys) },
      { onDidSelect: graph.onDidSelect, follow: (keys) => graph.follow(keys) },
    ),
    graph.onDidOpen((key) => void details.showResource(key)),
    graph.onDidRevealInTree((key) => void revealInTree(key)),
    registerResourceCommands({
      store: foundation.shown,
      ...documents,
      revealInTree,
      revealInGraph: (key) => graph.reveal(key),
      isSimulated: (profile) => isSimulated(foundation, profile),
    }),
  );
}

/** A tree can bring one item into sight; one that is hidden is left so. */
async function followInTree(tree: ResourceTree, keys: readonly string[]): Promise<void> {
  const [first] = keys;
  if (first !== undefined && tree.isVisible && !tree.selectedKeys.includes(first)) await tree.reveal(first);
}

function registerGraphCommands(graph: GraphPanel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("directConnect.showGraph", () => graph.show()),
    ...graphCommands.map((command) => vscode.commands.registerCommand(`${graphViewType}.${command}`, (context: unknown) => graph.run(command, graphIdFrom(context)))),
  );
}

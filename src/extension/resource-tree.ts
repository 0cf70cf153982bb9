import * as vscode from "vscode";
import { waitingIn } from "../model/attention.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { outlineChange } from "../model/outline-change.ts";
import { buildOutline, type Grouping, type OutlineNode } from "../model/outline.ts";
import { attentionLines } from "./attention-text.ts";
import { createExpansion, type Expansion } from "./expansion.ts";
import { timeText, tooltipOf } from "./tooltip.ts";
import { drawTreeItem, type TreeElement } from "./tree-item.ts";

export interface ResourceTreeConfig {
  readonly store: { readonly inventory: Inventory; readonly isLoading: boolean; readonly onDidChange: vscode.Event<Inventory> };
  /** Whether the tree has something to show; otherwise the view's welcome speaks. */
  readonly isEmpty: () => boolean;
  readonly grouping: () => Grouping;
  readonly onDidChangeGrouping: vscode.Event<unknown>;
  readonly memory: vscode.Memento;
  readonly drag: vscode.TreeDragAndDropController<TreeElement>;
}

/** The tree view of everything that was read. */
export interface ResourceTree {
  readonly isVisible: boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  /** The keys of the selected resources, when the user changes them. */
  readonly onDidSelect: vscode.Event<readonly string[]>;
  readonly selectedKeys: readonly string[];
  /** Brings the resource into sight and selects it; with `focus`, the keyboard follows. False when the tree has it not. */
  reveal(resourceKey: string, options?: { readonly focus?: boolean }): Promise<boolean>;
  dispose(): void;
}

export function createResourceTree(config: ResourceTreeConfig): ResourceTree {
  const source = new OutlineSource(config, createExpansion(config.memory));
  const view = vscode.window.createTreeView("directConnect.resources", {
    treeDataProvider: source,
    canSelectMany: true,
    dragAndDropController: config.drag,
    showCollapseAll: true,
  });
  const selected = new vscode.EventEmitter<readonly string[]>();
  const keysOf = (elements: readonly TreeElement[]): readonly string[] => elements.flatMap(({ resourceKey }) => resourceKey ?? []);
  const decorate = (): void => {
    view.badge = badgeOf(config.store);
    // VS Code shows no welcome beside a message, and of nothing there is nothing old.
    view.message = config.isEmpty() ? "" : messageOf(config.store.inventory);
  };
  const subscriptions = vscode.Disposable.from(
    view,
    source,
    selected,
    config.store.onDidChange(decorate),
    view.onDidChangeSelection(({ selection }) => selected.fire(keysOf(selection))),
    view.onDidExpandElement(({ element }) => source.expansion.remember(element.id, true)),
    view.onDidCollapseElement(({ element }) => source.expansion.remember(element.id, false)),
  );
  return {
    get isVisible() {
      return view.visible;
    },
    onDidChangeVisibility: view.onDidChangeVisibility,
    onDidSelect: selected.event,
    get selectedKeys() {
      return keysOf(view.selection);
    },
    async reveal(resourceKey, { focus = false } = {}) {
      const element = source.elementFor(resourceKey);
      if (element === undefined) return false;
      await view.reveal(element, { select: true, focus });
      return true;
    },
    dispose: () => void subscriptions.dispose(),
  };
}

/** What is open when it is seen for the first time: enough to see the ports, or what is on the gateways. */
function isOpenAtFirst({ node, depth }: Place): boolean {
  return depth === 0 || (depth === 1 && node.kind === "heading");
}

/** Feeds the view. Elements are kept by id, so that VS Code knows them again after every change. */
class OutlineSource implements vscode.TreeDataProvider<TreeElement>, vscode.Disposable {
  readonly expansion: Expansion;
  readonly #config: ResourceTreeConfig;
  readonly #changed = new vscode.EventEmitter<TreeElement[] | undefined>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: readonly OutlineNode[] = [];
  #places = new Map<string, Place>();
  #elements = new Map<string, TreeElement>();

  constructor(config: ResourceTreeConfig, expansion: Expansion) {
    this.#config = config;
    this.expansion = expansion;
    this.#subscriptions = vscode.Disposable.from(
      config.store.onDidChange(() => this.#update()),
      config.onDidChangeGrouping(() => this.#update()),
    );
    this.#build();
  }

  getTreeItem(element: TreeElement): vscode.TreeItem {
    const place = this.#places.get(element.id);
    if (place === undefined) return new vscode.TreeItem("");
    return drawTreeItem(place.node, this.expansion.isExpanded(element.id, isOpenAtFirst(place)));
  }

  getChildren(element?: TreeElement): TreeElement[] {
    const nodes = element === undefined ? this.#roots : (this.#places.get(element.id)?.node.children ?? []);
    return nodes.map((node) => this.#elementOf(node));
  }

  getParent(element: TreeElement): TreeElement | undefined {
    const parent = this.#places.get(element.id)?.parent;
    return parent === undefined ? undefined : this.#elementOf(parent);
  }

  resolveTreeItem(item: vscode.TreeItem, element: TreeElement): vscode.TreeItem {
    const node = this.#places.get(element.id)?.node;
    const { inventory } = this.#config.store;
    const around = { index: indexResources(inventory), waiting: waitingIn(inventory) };
    if (node !== undefined) item.tooltip = new vscode.MarkdownString(tooltipOf(node, around, vscode.l10n.t));
    return item;
  }

  elementFor(id: string): TreeElement | undefined {
    const node = this.#places.get(id)?.node;
    return node === undefined ? undefined : this.#elementOf(node);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const old = this.#roots;
    this.#build();
    const change = outlineChange(old, this.#roots);
    if (change === "all") this.#changed.fire(undefined);
    else if (change.length > 0) this.#changed.fire(change.flatMap((id) => this.elementFor(id) ?? []));
  }

  #build(): void {
    const { store, grouping, isEmpty } = this.#config;
    this.#roots = isEmpty() ? [] : buildOutline(store.inventory, grouping());
    this.#places = placesOf(this.#roots);
    for (const id of this.#elements.keys()) if (!this.#places.has(id)) this.#elements.delete(id);
  }

  #elementOf(node: OutlineNode): TreeElement {
    const resourceKey = node.kind === "resource" ? node.resource.key : undefined;
    const placeKey = node.kind === "heading" ? node.place.key : undefined;
    const element = this.#elements.get(node.id) ?? { id: node.id, resourceKey, placeKey };
    this.#elements.set(node.id, element);
    return element;
  }
}

interface Place {
  readonly node: OutlineNode;
  readonly parent: OutlineNode | undefined;
  readonly depth: number;
}

function placesOf(roots: readonly OutlineNode[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const add = (nodes: readonly OutlineNode[], parent: OutlineNode | undefined, depth: number): void => {
    for (const node of nodes) {
      places.set(node.id, { node, parent, depth });
      add(node.children, node, depth + 1);
    }
  };
  add(roots, undefined, 0);
  return places;
}

/** What waits for the user, counted, and named in the tooltip: which stays as it was while it is open, so it says that there may be more. */
function badgeOf({ inventory, isLoading }: ResourceTreeConfig["store"]): vscode.ViewBadge | undefined {
  const waiting = waitingIn(inventory);
  if (waiting.length === 0) return undefined;
  const lines = attentionLines(waiting, vscode.l10n.t);
  return { value: waiting.length, tooltip: [...lines, ...(isLoading ? [vscode.l10n.t("Still reading; there may be more.")] : [])].join("\n") };
}

/** One line above the tree while it shows what could not be read again; else empty. */
function messageOf({ failures }: Inventory): string {
  const times = failures.flatMap(({ shownFrom }) => shownFrom ?? []);
  if (times.length === 0) return "";
  return vscode.l10n.t("Some of this is from {0}: it could not be read again.", timeText(Math.min(...times)));
}

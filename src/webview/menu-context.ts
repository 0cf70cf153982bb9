import type { GraphEdge, GraphNode } from "../model/graph.ts";
import type { GraphMenuContext } from "../protocol/graph-view.ts";
import { openMenu } from "./dom.ts";
import type { Point } from "./geometry.ts";
import type { Page } from "./page.ts";

/** What VS Code's menu on a node or an edge is made for. */
export interface ItemMenu {
  /** The context value; empty where no operation can be offered. */
  readonly section: string;
  /** What commands are given; undefined where they have to ask. */
  readonly target: string | undefined;
  readonly isResource: boolean;
}

export interface MenuSource {
  menuOf(id: string): ItemMenu | undefined;
  readonly selection: ReadonlySet<string>;
}

export function menuOfItem(item: GraphNode | GraphEdge | undefined): ItemMenu | undefined {
  if (item === undefined) return undefined;
  const target = "target" in item && "column" in item ? item.target : item.id;
  // A place's context value ends with its kind, a resource's goes on with a semicolon.
  return { section: item.menu, target: target === "" ? undefined : target, isResource: item.menu.includes(";") };
}

/** Where the menu says that something can be made, without saying where: the ground of the drawing. */
const ground = "heading:account";

/** The menu's context at a node or an edge with what else is selected, or at the ground. */
export function menuContext(source: MenuSource, id: string | undefined): string {
  const menu = id === undefined ? undefined : source.menuOf(id);
  const plain = { preventDefaultContextMenuItems: true } as const;
  if (id === undefined || menu === undefined) return JSON.stringify({ webviewSection: ground, ...plain } satisfies GraphMenuContext);
  const context = { webviewSection: menu.section, graphId: id, ...plain };
  if (menu.section === "" || menu.target === undefined) return JSON.stringify(context satisfies GraphMenuContext);
  const selected = menu.isResource && source.selection.has(id) ? [...source.selection].filter((each) => source.menuOf(each)?.isResource === true) : [menu.target];
  return JSON.stringify({ ...context, resourceKey: menu.target, resourceKeys: selected } satisfies GraphMenuContext);
}

export interface Menus {
  /** Opens the menu of a node or an edge. */
  openAt(id: string | undefined, at: Point): void;
}

/**
 * Lets VS Code show its own menu over the drawing. VS Code reads `data-vscode-context` around the event's target, but a
 * canvas has no element for each node, and Cytoscape swallows the event: so it is taken before it gets there and sent
 * anew from the drawing's element, which carries the context of what was hit, or of the row where the keyboard is.
 */
export function offerMenus(host: HTMLElement, { drawing, mirror }: Pick<Page, "drawing" | "mirror">, source: MenuSource): Menus {
  const openAt = (id: string | undefined, at: Point): void => {
    host.dataset["vscodeContext"] = menuContext(source, id);
    openMenu(host, at);
  };
  const take = (event: MouseEvent): void => {
    if (!event.isTrusted || !(event.target instanceof Node)) return;
    const isKeyboard = mirror.element.contains(event.target);
    if (!isKeyboard && !host.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const mouse = { x: event.clientX, y: event.clientY };
    const id = isKeyboard ? mirror.rowAt(event.target) : drawing.elementAt(mouse);
    openAt(id, (isKeyboard && id !== undefined ? drawing.screenPoint(id) : undefined) ?? mouse);
  };
  document.addEventListener("contextmenu", take, { capture: true });
  return { openAt };
}

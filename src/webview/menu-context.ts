import type { GraphMenuContext } from "../protocol/graph-view.ts";
import type { Drawing } from "./drawing.ts";
import type { Point } from "./geometry.ts";

export interface MenuSource {
  /** The context value of a node or an edge; empty where no operation can be offered. */
  menuOf(id: string): string;
  readonly selection: ReadonlySet<string>;
  /** Where the keyboard is. */
  readonly active: string | undefined;
}

/** What VS Code's menu is made for: a resource, with what else is selected. */
export function menuContext(source: MenuSource, id: string | undefined): string {
  const menu = id === undefined ? "" : source.menuOf(id);
  if (id === undefined || menu === "") return JSON.stringify({ webviewSection: "", preventDefaultContextMenuItems: true });
  const keys = source.selection.has(id) ? [...source.selection].filter((key) => source.menuOf(key) !== "") : [id];
  return JSON.stringify({ webviewSection: menu, resourceKey: id, resourceKeys: keys, preventDefaultContextMenuItems: true } satisfies GraphMenuContext);
}

/**
 * Lets VS Code show its own menu over the drawing. VS Code reads `data-vscode-context` around the event's target, but a
 * canvas has no element for each node, and Cytoscape swallows the event: so it is taken before it gets there and sent
 * anew from the drawing's element, which carries the context of what was hit, or of the row where the keyboard is.
 */
export function offerMenus(host: HTMLElement, drawing: Drawing, mirror: HTMLElement, source: MenuSource): () => void {
  const take = (event: MouseEvent): void => {
    if (!event.isTrusted || !(event.target instanceof Node)) return;
    const isKeyboard = mirror.contains(event.target);
    if (!isKeyboard && !host.contains(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const id = isKeyboard ? source.active : drawing.elementAt({ x: event.clientX, y: event.clientY });
    const at: Point = (isKeyboard && id !== undefined ? drawing.screenPoint(id) : undefined) ?? { x: event.clientX, y: event.clientY };
    host.dataset["vscodeContext"] = menuContext(source, id);
    host.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, view: window, button: 2, clientX: at.x, clientY: at.y }));
  };
  document.addEventListener("contextmenu", take, { capture: true });
  return () => document.removeEventListener("contextmenu", take, { capture: true });
}

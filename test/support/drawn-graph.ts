import type { Core } from "cytoscape";
import type { FrameLocator, Locator } from "playwright-core";
import type { VscodeWindow } from "./window.ts";

/** A node as it stands on the screen; `x` and `y` are of its middle, in pixels of the drawing. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
}

export interface DrawnGraph {
  readonly frame: FrameLocator;
  /** The drawing, for clicks at places of `node()`. */
  readonly drawing: Locator;
  /** The tree for keyboards and screen readers. */
  readonly mirror: Locator;
  nodes(): Promise<readonly DrawnNode[]>;
  node(id: string): Promise<DrawnNode>;
  edgeIds(): Promise<readonly string[]>;
  selection(): Promise<readonly string[]>;
  view(): Promise<{ readonly zoom: number; readonly pan: { readonly x: number; readonly y: number } }>;
  /** Clicks a node in the drawing, where it is now. */
  click(id: string, button?: "left" | "right"): Promise<void>;
  /** The rows that a screen reader meets, as texts. */
  rows(): Promise<readonly string[]>;
  row(name: string): Locator;
  /** The row where the keyboard is. */
  activeRow(): Promise<string>;
}

/** Opens the graph's panel with the command, or finds the open one, and waits until it has drawn. */
export async function openGraph(window: VscodeWindow, way: "command" | "already open" = "command"): Promise<DrawnGraph> {
  if (way === "command") await window.runCommand("Direct Connect: Show Topology Graph");
  const graph = drawnGraph(window.webviewFrame());
  await graph.mirror.getByRole("treeitem").first().waitFor({ state: "attached" });
  return graph;
}

function drawnGraph(frame: FrameLocator): DrawnGraph {
  const drawing = frame.locator(".drawing");
  const mirror = frame.getByRole("tree");
  // Cytoscape notes itself on the element that it draws in.
  const inDrawing = async <R>(ask: (cy: Core) => R): Promise<R> => {
    const core = await frame.locator(".drawing-stage").evaluateHandle((stage) => (stage as HTMLElement & { _cyreg: { cy: Core } })._cyreg.cy);
    return (await core.evaluate(ask as (cy: Core) => unknown)) as R;
  };
  const nodes = (): Promise<readonly DrawnNode[]> =>
    inDrawing((cy) =>
      cy
        .nodes()
        .map((node) => ({
          id: node.id(),
          kind: String(node.data("kind")),
          ...node.renderedPosition(),
          isSelected: node.selected(),
          isDimmed: node.hasClass("dimmed"),
        })),
    );
  const node = async (id: string): Promise<DrawnNode> => {
    const found = (await nodes()).find((one) => one.id === id);
    if (found === undefined) throw new Error(`The graph shows no node ${id}.`);
    return found;
  };
  return {
    frame,
    drawing,
    mirror,
    nodes,
    node,
    edgeIds: () => inDrawing((cy) => cy.edges().map((edge) => edge.id())),
    selection: async () => (await nodes()).filter(({ isSelected }) => isSelected).map(({ id }) => id),
    view: () => inDrawing((cy) => ({ zoom: cy.zoom(), pan: { ...cy.pan() } })),
    click: async (id, button = "left") => {
      const { x, y } = await node(id);
      await drawing.click({ button, position: { x, y } });
    },
    rows: () => mirror.getByRole("treeitem").allTextContents(),
    row: (name) => mirror.getByRole("treeitem").filter({ hasText: new RegExp(`^${name},`) }).first(),
    activeRow: () =>
      mirror.evaluate((tree) => tree.ownerDocument.getElementById(tree.getAttribute("aria-activedescendant") ?? "")?.textContent ?? ""),
  };
}

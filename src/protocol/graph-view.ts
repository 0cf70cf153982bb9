import type { Fact } from "../model/describe.ts";
import type { Graph, GraphChange } from "../model/graph.ts";

/** The view type of the graph's panel; its menus and keys match it. */
export const graphViewType = "directConnect.graph";

/** What the drawing asks the host. It never runs an operation: menus and keys are VS Code's own. */
export interface GraphViewRequests {
  loadGraph: { params: null; result: LoadedGraph };
  /** Every fact of a node's or an edge's resource, for the card beside the drawing. */
  loadFacts: { params: { readonly id: string }; result: readonly Fact[] };
  /** The user selected these, perhaps none. */
  select: { params: { readonly ids: readonly string[] }; result: null };
  showDetails: { params: { readonly id: string }; result: null };
  revealInTree: { params: { readonly id: string }; result: null };
}

export interface LoadedGraph {
  readonly graph: Graph;
  readonly selection: readonly string[];
  /** Why there may be nothing to draw: nothing was read yet, or there is nothing. */
  readonly reading: boolean;
}

/** What the host tells the drawing. */
export interface GraphViewEvents {
  graphChanged: GraphChange;
  /** The first answers are in, so that an empty graph means that there is nothing. */
  readingEnded: null;
  /** Something else selected these; the drawing follows without answering. */
  selectionChanged: { readonly ids: readonly string[] };
  /** Bring it into sight, select it and let the keyboard go on from it. */
  resourceRevealed: { readonly id: string };
  commandInvoked: { readonly command: GraphCommand };
}

/** What the keys and the panel's toolbar do, each a VS Code command `directConnect.graph.<command>`. */
export const graphCommands = ["zoomIn", "zoomOut", "fit", "search", "focusNeighbours", "arrange", "legend"] as const;
export type GraphCommand = (typeof graphCommands)[number];

/** What `data-vscode-context` holds where a menu is opened: the `when` keys and the argument of `webview/context` commands. */
export interface GraphMenuContext {
  /** The node's or edge's context value: `connection:ordering;hosted;owned;`. */
  readonly webviewSection: string;
  readonly resourceKey: string;
  /** All that is selected, if the menu's resource is among it; else that resource alone. */
  readonly resourceKeys: readonly string[];
  readonly preventDefaultContextMenuItems: true;
}

/** The texts of the drawing, which the host translates. `{0}` and `{1}` stand for values. */
export interface GraphViewTexts {
  readonly [key: string]: string;
}

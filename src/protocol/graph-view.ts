import type { Graph, GraphChange, GraphEdgeKind, GraphNodeKind } from "../model/graph.ts";
import type { Health } from "../model/health.ts";

/** The view type of the graph's panel; its menus and keys match it. */
export const graphViewType = "directConnect.graph";

/** What the drawing asks the host. It never runs an operation: menus and keys are VS Code's own. */
export interface GraphViewRequests {
  loadGraph: { params: null; result: LoadedGraph };
  /** Every fact of a node's or an edge's resource, for the card beside the drawing. */
  loadFacts: { params: { readonly id: string }; result: readonly ShownFact[] };
  /** The user selected these, perhaps none. */
  select: { params: { readonly ids: readonly string[] }; result: null };
  showDetails: { params: { readonly id: string }; result: null };
  revealInTree: { params: { readonly id: string }; result: null };
}

/** One line of the card, in the words that are shown. */
export interface ShownFact {
  readonly label: string;
  readonly value: string;
  /** Whole sentences, a line each, which take the card's width. */
  readonly isProse?: boolean;
  /** Set where the line stands for a resource that the drawing has no node for, such as a BGP peer. */
  readonly menu?: Pick<GraphMenuContext, "webviewSection"> & { readonly resourceKey: string };
}

export interface LoadedGraph {
  readonly graph: Graph;
  readonly selection: readonly string[];
  /** Whether answers are still to come; only without it does an empty graph mean that there is nothing. */
  readonly isReading: boolean;
}

/** What the host tells the drawing. */
export interface GraphViewEvents {
  graphChanged: GraphChange;
  /** Whether answers are still to come of what was chosen: until then the drawing may be laid out anew. */
  readingChanged: { readonly isReading: boolean };
  /** Something else selected these; the drawing follows without answering. */
  selectionChanged: { readonly ids: readonly string[] };
  /** Bring it into sight, select it and let the keyboard go on from it. */
  resourceRevealed: { readonly id: string };
  /** `id` is of the node or edge whose menu was used; undefined for what is selected. */
  commandInvoked: { readonly command: GraphCommand; readonly id: string | undefined };
}

/** What keys and menus do in the drawing, each a VS Code command `directConnect.graph.<command>`. */
export const graphCommands = ["zoomIn", "zoomOut", "fit", "search", "attention", "focusNeighbours", "failure", "arrange", "facts", "legend"] as const;
export type GraphCommand = (typeof graphCommands)[number];

/** What `data-vscode-context` holds where a menu is opened: the `when` keys and the argument of `webview/context` commands. */
export interface GraphMenuContext {
  /** The node's or edge's context value: `connection:ordering;hosted;owned;`, or a place's as in the tree: `heading:location`. */
  readonly webviewSection: string;
  /** Of the node or edge in the graph; absent at the ground. */
  readonly graphId?: string;
  /** Of a resource or a place; absent where commands have to ask for a place. */
  readonly resourceKey?: string;
  /** All that is selected, if the menu's resource is among it; else that resource or place alone. */
  readonly resourceKeys?: readonly string[];
  readonly preventDefaultContextMenuItems: true;
}

/** The drawing's words, which the host translates and puts into the page. `{0}` and `{1}` stand for values. */
export interface GraphViewTexts {
  readonly title: string;
  readonly keyboardHelp: string;
  readonly toolbar: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly search: string;
  readonly searchHint: string;
  /** Which match of how many: `{0} of {1}`. */
  readonly searchCount: string;
  readonly searchNone: string;
  /** Finds what is down: `{0}` is how much. */
  readonly attention: string;
  readonly focusNeighbours: string;
  readonly failure: string;
  readonly leaveFocus: string;
  readonly arrange: string;
  readonly legend: string;
  readonly reading: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly failedTitle: string;
  readonly tryAgain: string;
  readonly details: string;
  readonly revealInTree: string;
  readonly close: string;
  readonly facts: string;
  readonly actions: string;
  /** The label of what a failure would take along. */
  readonly ifItFails: string;
  /** `{0}` are names. */
  readonly failureLoses: string;
  readonly failureWeakens: string;
  /** `{0}` is a LAG's name; `{1}` of `{2}` links would be up, and `{3}` have to. */
  readonly lagStays: string;
  readonly lagFalls: string;
  /** `{0}` is a resiliency group's name; `{1}` of its `{2}` connections would be up. */
  readonly groupKeeps: string;
  readonly groupLoses: string;
  /** `{0}` is the group's name; `{1}` of its `{2}` connections work. */
  readonly groupMembers: string;
  /** `{0}` is a location, `{1}` how many of them would be left. */
  readonly groupWithout: string;
  readonly groupWithoutAny: string;
  /** The button that narrows the drawing to the group `{0}`. */
  readonly showGroup: string;
  /** Said of what is in the group `{0}`. */
  readonly inGroup: string;
  /** What the mark on a card means. */
  readonly inAnyGroup: string;
  /** `{0}` are names, `{1}` how many are not named. */
  readonly andMore: string;
  readonly kindHeading: string;
  readonly stateHeading: string;
  readonly lineHeading: string;
  /** What `bad` is called where only a part is. */
  readonly partlyBad: string;
  readonly notOwned: string;
  readonly outsideInventory: string;
  /** Read out: `{0} selected`. */
  readonly selectedOne: string;
  readonly selectedMany: string;
  readonly selectedNone: string;
  /** Read out: `{0}: {1}`, a name and its state. */
  readonly changedOne: string;
  readonly changedMany: string;
  /** `{0}` is a name, `{1}` how many are shown. */
  readonly focusOn: string;
  readonly focusOff: string;
  /** `{0}` is a name, `{1}` how much would lose its way, `{2}` how much would keep another. */
  readonly failureOf: string;
  /** What a failure would make of a node. */
  readonly fates: Readonly<Record<"lost" | "weakened", string>>;
  /** Read out at a node: `leads to {0}`. */
  readonly leadsTo: string;
  readonly kinds: Readonly<Record<GraphNodeKind | GraphEdgeKind, string>>;
  readonly healths: Readonly<Record<Health, string>>;
}

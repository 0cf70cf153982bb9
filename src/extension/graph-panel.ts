import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { buildGraph } from "../model/build-graph.ts";
import { diffGraph, isEmptyChange } from "../model/graph-change.ts";
import { emptyGraph, graphIdOf, graphInWords, whyNotShown, type Graph } from "../model/graph.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { said, type Text } from "../model/text.ts";
import { answerRequests, tell, type Answers, type Pipe } from "../protocol/channel.ts";
import { graphViewType, type GraphCommand, type GraphViewEvents, type GraphViewRequests, type ShownFact } from "../protocol/graph-view.ts";
import { shownFacts } from "./graph-facts.ts";
import { graphPage } from "./graph-page.ts";
import { graphTexts } from "./graph-texts.ts";

export interface GraphPanelConfig {
  readonly extensionUri: vscode.Uri;
  readonly store: {
    readonly inventory: Inventory;
    readonly isLoading: boolean;
    readonly onDidChange: vscode.Event<Inventory>;
  };
  readonly log: vscode.LogOutputChannel;
}

/** The topology, drawn: one panel, which comes back after a reload of the window. */
export interface GraphPanel {
  readonly isVisible: boolean;
  readonly onDidChangeVisibility: vscode.Event<boolean>;
  /** The user selected these resources in the drawing; none when nothing that is a resource. */
  readonly onDidSelect: vscode.Event<readonly string[]>;
  /** The user wants to see a resource's details. */
  readonly onDidOpen: vscode.Event<string>;
  readonly onDidRevealInTree: vscode.Event<string>;
  show(column?: vscode.ViewColumn): void;
  /** Shows the panel with this resource selected and in sight; of one that is not drawn it says why. */
  reveal(resourceKey: string): void;
  /** Shows the selection of somewhere else, without taking the keyboard and without answering. */
  follow(resourceKeys: readonly string[]): void;
  /** `id` is of the node or edge in the graph whose menu was used. */
  run(command: GraphCommand, id?: string): void;
  dispose(): void;
}

export function createGraphPanel(config: GraphPanelConfig): GraphPanel {
  return new TopologyPanel(config);
}

class TopologyPanel implements GraphPanel {
  readonly #config: GraphPanelConfig;
  readonly #visibility = new vscode.EventEmitter<boolean>();
  readonly #selected = new vscode.EventEmitter<readonly string[]>();
  readonly #opened = new vscode.EventEmitter<string>();
  readonly #revealed = new vscode.EventEmitter<string>();
  readonly #owned: vscode.Disposable;
  #open: { readonly panel: vscode.WebviewPanel; readonly pipe: Pipe } | undefined;
  /** What the drawing shows; undefined until it has asked, and again once its page is gone. */
  #drawn: Graph | undefined;
  #wasReading = true;
  #selection: readonly string[] = [];
  #toReveal: string | undefined;

  readonly onDidChangeVisibility = this.#visibility.event;
  readonly onDidSelect = this.#selected.event;
  readonly onDidOpen = this.#opened.event;
  readonly onDidRevealInTree = this.#revealed.event;

  constructor(config: GraphPanelConfig) {
    this.#config = config;
    this.#owned = vscode.Disposable.from(
      config.store.onDidChange(() => this.#update()),
      vscode.window.registerWebviewPanelSerializer(graphViewType, { deserializeWebviewPanel: (panel) => this.#adopt(panel) }),
      this.#visibility,
      this.#selected,
      this.#opened,
      this.#revealed,
    );
  }

  get isVisible(): boolean {
    return this.#open?.panel.visible === true;
  }

  show(column?: vscode.ViewColumn): void {
    if (this.#open !== undefined) {
      this.#open.panel.reveal(column);
      return;
    }
    const place = column ?? vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
    this.#fill(vscode.window.createWebviewPanel(graphViewType, vscode.l10n.t("Direct Connect Topology"), place));
  }

  reveal(resourceKey: string): void {
    const why = this.#whyNotShown(resourceKey);
    if (why !== undefined) {
      void vscode.window.showInformationMessage(put(why));
      return;
    }
    const id = this.#idOf(resourceKey);
    this.show();
    if (this.#drawn === undefined) this.#toReveal = id;
    else this.#tell("resourceRevealed", { id });
  }

  follow(resourceKeys: readonly string[]): void {
    this.#selection = [...new Set(resourceKeys.flatMap((key) => this.#idsOf(key)))];
    this.#tell("selectionChanged", { ids: this.#selection });
  }

  run(command: GraphCommand, id?: string): void {
    this.#tell("commandInvoked", { command, id });
  }

  dispose(): void {
    this.#open?.panel.dispose();
    this.#owned.dispose();
  }

  async #adopt(panel: vscode.WebviewPanel): Promise<void> {
    if (this.#open === undefined) this.#fill(panel);
    else panel.dispose();
    return Promise.resolve();
  }

  #fill(panel: vscode.WebviewPanel): void {
    const { extensionUri, log } = this.#config;
    const { webview } = panel;
    const file = (...path: readonly string[]): vscode.Uri => vscode.Uri.joinPath(extensionUri, ...path);
    webview.options = { enableScripts: true, localResourceRoots: [file("dist")] };
    panel.iconPath = { light: file("media", "graph-light.svg"), dark: file("media", "graph-dark.svg") };
    const pipe: Pipe = {
      post: (message) => void webview.postMessage(message),
      listen: (heard) => {
        const listening = webview.onDidReceiveMessage(heard);
        return () => void listening.dispose();
      },
    };
    const stop = answerRequests<GraphViewRequests>(pipe, this.#answers, (name, error) => log.error(`Graph: ${name} failed: ${String(error)}`));
    const listening = vscode.Disposable.from(
      panel.onDidChangeViewState(() => this.#onVisibility(panel.visible)),
      panel.onDidDispose(() => {
        stop();
        listening.dispose();
        this.#onClosed();
      }),
    );
    this.#open = { panel, pipe };
    webview.html = graphPage({
      source: webview.cspSource,
      script: String(webview.asWebviewUri(file("dist", "webview.js"))),
      style: String(webview.asWebviewUri(file("dist", "webview.css"))),
      nonce: randomBytes(16).toString("base64"),
      language: vscode.env.language,
      texts: graphTexts(vscode.l10n.t),
    });
    this.#visibility.fire(panel.visible);
  }

  /** A hidden page is gone, and with it what it showed; when it comes back it asks anew. */
  #onVisibility(isVisible: boolean): void {
    if (!isVisible) this.#drawn = undefined;
    this.#visibility.fire(isVisible);
  }

  #onClosed(): void {
    this.#open = undefined;
    this.#drawn = undefined;
    this.#visibility.fire(false);
  }

  readonly #answers: Answers<GraphViewRequests> = {
    loadGraph: { accepts: (params): params is null => params === null, answer: () => this.#load() },
    loadFacts: { accepts: isId, answer: ({ id }) => this.#factsOf(id) },
    select: { accepts: isIds, answer: ({ ids }) => this.#onSelected(ids) },
    showDetails: { accepts: isId, answer: ({ id }) => this.#fireFor(this.#opened, id) },
    revealInTree: { accepts: isId, answer: ({ id }) => this.#fireFor(this.#revealed, id) },
  };

  #load(): GraphViewRequests["loadGraph"]["result"] {
    const { store } = this.#config;
    const graph = graphInWords(buildGraph(store.inventory), put);
    this.#drawn = graph;
    this.#wasReading = store.isLoading;
    const toReveal = this.#toReveal;
    this.#toReveal = undefined;
    // After the answer, which leaves as soon as this has returned.
    if (toReveal !== undefined) setTimeout(() => this.#tell("resourceRevealed", { id: toReveal }), 0);
    return { graph, selection: this.#selection, isReading: this.#wasReading };
  }

  #update(): void {
    if (this.#drawn === undefined || !this.isVisible) return;
    const { store } = this.#config;
    const graph = graphInWords(buildGraph(store.inventory), put);
    const change = diffGraph(this.#drawn, graph);
    this.#drawn = graph;
    if (store.isLoading) this.#tellReading(true);
    if (!isEmptyChange(change)) this.#tell("graphChanged", change);
    if (!store.isLoading) this.#tellReading(false);
  }

  #tellReading(isReading: boolean): void {
    if (this.#wasReading === isReading) return;
    this.#wasReading = isReading;
    this.#tell("readingChanged", { isReading });
  }

  #factsOf(id: string): readonly ShownFact[] {
    const { inventory } = this.#config.store;
    const resource = indexResources(inventory).get(id);
    return resource === undefined ? [] : shownFacts(resource, inventory, vscode.l10n.t);
  }

  #onSelected(ids: readonly string[]): null {
    const resources = indexResources(this.#config.store.inventory);
    this.#selection = ids;
    this.#selected.fire(ids.filter((id) => resources.has(id)));
    return null;
  }

  #fireFor(emitter: vscode.EventEmitter<string>, id: string): null {
    if (indexResources(this.#config.store.inventory).has(id)) emitter.fire(id);
    return null;
  }

  #whyNotShown(resourceKey: string): Text | undefined {
    const { inventory } = this.#config.store;
    const resource = indexResources(inventory).get(resourceKey);
    return resource === undefined ? undefined : whyNotShown(resource, buildGraph(inventory));
  }

  #idOf(resourceKey: string): string {
    const resource = indexResources(this.#config.store.inventory).get(resourceKey);
    return resource === undefined ? resourceKey : graphIdOf(resource);
  }

  /** What shows the selection of a resource: of a resiliency group, which is not drawn, all that is in it. */
  #idsOf(resourceKey: string): readonly string[] {
    const resource = indexResources(this.#config.store.inventory).get(resourceKey);
    if (resource?.kind !== "resiliencyGroup") return [this.#idOf(resourceKey)];
    const { nodes } = this.#drawn ?? emptyGraph;
    return nodes.filter(({ groups }) => groups.some(({ id }) => id === resourceKey)).map(({ id }) => id);
  }

  #tell<N extends keyof GraphViewEvents>(name: N, params: GraphViewEvents[N]): void {
    if (this.#open !== undefined && this.#drawn !== undefined) tell<GraphViewEvents, N>(this.#open.pipe, name, params);
  }
}

function put(text: Text): string {
  return said(text, vscode.l10n.t);
}

function isId(params: unknown): params is { readonly id: string } {
  return isObject(params) && typeof params["id"] === "string";
}

function isIds(params: unknown): params is { readonly ids: readonly string[] } {
  return isObject(params) && Array.isArray(params["ids"]) && params["ids"].every((id) => typeof id === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

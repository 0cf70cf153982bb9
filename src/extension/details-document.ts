import * as vscode from "vscode";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { labelOf } from "../model/resource.ts";
import { placeText } from "./confirmation.ts";
import { absentText, detailsText } from "./details-text.ts";
import type { Event } from "./emitter.ts";

/** The scheme of the read-only documents: `direct-connect:/<name>.yaml?<resource key>`. */
export const detailsScheme = "direct-connect";

export interface DetailsStore {
  readonly inventory: Inventory;
  readonly onDidChange: Event<Inventory>;
  /** Begins to read what is chosen, once: a document may be back after a reload before anybody looks at the tree. */
  ready(): Promise<void>;
}

interface Shown {
  readonly text: string;
  readonly listed: string | undefined;
}

/** Read-only documents about resources, which follow what is read, and about how operations went. */
export class DetailsDocuments implements vscode.TextDocumentContentProvider {
  readonly #store: DetailsStore;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** What is shown of a resource, and what was while it was listed, by the document's address. */
  readonly #shown = new Map<string, Shown>();
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(store: DetailsStore) {
    this.#store = store;
    const watching = store.onDidChange(() => this.#update());
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(detailsScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      { dispose: () => watching.dispose() },
      this.#changed,
    );
  }

  /** Opens what AWS tells of a resource. */
  async showResource(resourceKey: string, options: vscode.TextDocumentShowOptions = { preview: true }): Promise<void> {
    const resource = indexResources(this.#store.inventory).get(resourceKey);
    const name = resource === undefined ? resourceKey.slice(resourceKey.indexOf("/") + 1) : labelOf(resource);
    await this.#show(addressOf(`${name}.yaml`, resourceKey), options);
  }

  /** Opens a text of the extension's own under a title. */
  async showText(title: string, text: string): Promise<void> {
    const uri = addressOf(`${title.replace(/[.:]+$/, "")}.txt`, `text/${this.#texts.size + 1}`);
    this.#texts.set(uri.toString(), text);
    await this.#show(uri, { preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const address = uri.toString();
    if (uri.query.startsWith("text/")) return this.#texts.get(address) ?? "";
    const shown = this.#textOf(uri);
    this.#shown.set(address, shown);
    if (shown.listed === undefined) void this.#store.ready();
    return shown.text;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #show(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
  }

  #textOf(uri: vscode.Uri): Shown {
    const { inventory } = this.#store;
    const { t } = vscode.l10n;
    const resource = indexResources(inventory).get(uri.query);
    const last = this.#shown.get(uri.toString())?.listed;
    if (resource === undefined) return { text: absentText(last, t), listed: last };
    const text = detailsText(resource, placeText(resource, inventory, t), t);
    return { text, listed: text };
  }

  #update(): void {
    for (const [address, { text }] of this.#shown) {
      const uri = vscode.Uri.parse(address, true);
      if (this.#textOf(uri).text !== text) this.#changed.fire(uri);
    }
  }

  #forget(uri: vscode.Uri): void {
    this.#shown.delete(uri.toString());
    this.#texts.delete(uri.toString());
  }
}

/** The last part of the path is the document's title. */
function addressOf(title: string, query: string): vscode.Uri {
  return vscode.Uri.from({ scheme: detailsScheme, path: `/${title.replace(/[/\\?#]/g, "-")}`, query });
}

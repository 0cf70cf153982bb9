import * as vscode from "vscode";
import { titleOf } from "../model/describe.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { labelOf } from "../model/resource.ts";
import { placeText } from "./confirmation.ts";
import { absentText, detailsText } from "./details-text.ts";
import type { Event } from "./emitter.ts";
import { registerLooseFiles, type LooseFile, type LooseFileSystem } from "./loose-files.ts";

/** The scheme of the read-only documents: `direct-connect:/<name>.yaml?<resource key>`. */
const detailsScheme = "direct-connect";

export interface DetailsStore {
  readonly inventory: Inventory;
  readonly onDidChange: Event<Inventory>;
  /** Begins to read what is chosen, once: a document may be back after a reload before anybody looks at the tree. */
  ready(): Promise<void>;
}

interface Shown extends LooseFile {
  /** What was shown while the resource was listed. */
  readonly listed: string | undefined;
}

/** How a text is shown. */
export interface TextView {
  /** What its name ends with. */
  readonly ending?: string;
  readonly column?: vscode.ViewColumn;
  /** Whether the keyboard stays where it is. */
  readonly preserveFocus?: boolean;
}

/** Read-only documents about resources, which follow what is read, and about how operations went. */
export class DetailsDocuments implements vscode.Disposable {
  readonly #store: DetailsStore;
  readonly #files: LooseFileSystem;
  /** What is shown of resources, by the document's address. */
  readonly #shown = new Map<string, Shown>();
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  constructor(store: DetailsStore) {
    this.#store = store;
    this.#files = registerLooseFiles(detailsScheme, { read: (uri) => this.#read(uri) });
    const watching = store.onDidChange(() => this.#update());
    this.#subscriptions = vscode.Disposable.from(
      this.#files,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      { dispose: () => watching.dispose() },
    );
  }

  /** Opens what AWS tells of a resource. */
  async showResource(resourceKey: string, options: vscode.TextDocumentShowOptions = { preview: true }): Promise<void> {
    const resource = indexResources(this.#store.inventory).get(resourceKey);
    const name = resource === undefined ? resourceKey.slice(resourceKey.indexOf("/") + 1) : labelOf(resource);
    await this.#show(addressOf(`${name}.yaml`, resourceKey), options);
  }

  /** Opens a text of the extension's own under a title; the ending of the name tells VS Code its language. */
  async showText(title: string, text: string, how: TextView = {}): Promise<void> {
    const { ending = "txt", column, preserveFocus = false } = how;
    const uri = addressOf(`${title.replace(/[.:]+$/, "")}.${ending}`, `text/${Date.now()}`);
    this.#texts.set(uri.toString(), text);
    await this.#show(uri, { preview: false, preserveFocus, ...(column === undefined ? {} : { viewColumn: column }) });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #show(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
  }

  #read(uri: vscode.Uri): Shown {
    const address = uri.toString();
    if (uri.query.startsWith("text/")) {
      const text = this.#texts.get(address);
      if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return { text, listed: undefined, since: 0 };
    }
    const shown = this.#current(uri);
    this.#shown.set(address, shown);
    if (shown.listed === undefined) void this.#store.ready();
    return shown;
  }

  /** What to show of a resource now; the same value as before where nothing has changed. */
  #current(uri: vscode.Uri): Shown {
    const { inventory } = this.#store;
    const { t } = vscode.l10n;
    const before = this.#shown.get(uri.toString());
    const index = indexResources(inventory);
    const resource = index.get(uri.query);
    const heading = resource === undefined ? undefined : { title: titleOf(resource, index), place: placeText(resource, inventory, t) };
    const listed = resource === undefined || heading === undefined ? before?.listed : detailsText(resource, heading, t);
    const text = resource === undefined ? absentText(listed, t) : (listed ?? "");
    return before?.text === text ? before : { text, listed, since: Date.now() };
  }

  #update(): void {
    const changed = [...this.#shown].map(([address]) => vscode.Uri.parse(address, true)).filter((uri) => {
      const before = this.#shown.get(uri.toString());
      const now = this.#current(uri);
      this.#shown.set(uri.toString(), now);
      return now !== before;
    });
    if (changed.length > 0) this.#files.tellChanged(changed);
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

import * as vscode from "vscode";
import { arnOf } from "../model/arn.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { labelOf, type Resource, type Tags } from "../model/resource.ts";
import { readTags, tagsDifference } from "../model/tags-text.ts";
import { said } from "../model/text.ts";
import type { CallRequest } from "../operations/call-request.ts";
import type { Event } from "./emitter.ts";
import { registerLooseFiles, type LooseFile, type LooseFileSystem } from "./loose-files.ts";
import type { RunResult } from "./run-operation.ts";
import { savedTagsFile, tagsFileAt, type TagsFile } from "./tags-file.ts";

export interface TagDocumentsConfig {
  readonly store: { readonly inventory: Inventory; readonly onDidChange: Event<Inventory>; ready(): Promise<void> };
  /** Makes a call that the person has asked for by saving. */
  readonly run: (request: CallRequest) => Promise<RunResult>;
}

const scheme = "direct-connect-tags";

/**
 * The tags of a resource as a YAML document, `direct-connect-tags:/<name>.tags.yaml?<resource key>`: checked while it is
 * typed, and saving it sets and removes what differs: by the person's hand only, since it calls AWS.
 */
export class TagDocuments implements vscode.Disposable {
  readonly #config: TagDocumentsConfig;
  readonly #system: LooseFileSystem;
  readonly #problems = vscode.languages.createDiagnosticCollection("direct-connect-tags");
  /** What is in each open document's file, by its address. */
  readonly #files = new Map<string, TagsFile>();
  /** The open documents that VS Code, and not the person, is about to save. */
  readonly #savedByItself = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  constructor(config: TagDocumentsConfig) {
    this.#config = config;
    this.#system = registerLooseFiles(scheme, { read: (uri) => this.#fileOf(uri), write: (uri, text) => this.#save(uri, text) });
    const watching = config.store.onDidChange(() => this.#update());
    this.#subscriptions = vscode.Disposable.from(
      this.#system,
      vscode.workspace.onDidOpenTextDocument((document) => this.#check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)),
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => this.#noteReason(document.uri, reason)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      { dispose: () => watching.dispose() },
      this.#problems,
    );
  }

  async show(resource: Resource): Promise<void> {
    const name = labelOf(resource).replace(/[/\\?#]/g, "-");
    const uri = vscode.Uri.from({ scheme, path: `/${name}.tags.yaml`, query: resource.key });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #save(uri: vscode.Uri, text: string): Promise<void> {
    // Once refused, VS Code saves the document no more by itself until the person has.
    if (this.#savedByItself.delete(uri.toString())) throw vscode.FileSystemError.Unavailable(vscode.l10n.t("Tags are set when you save the document yourself, and not by auto save."));
    const resource = this.#resourceOf(uri);
    const { tags, problems } = readTags(text);
    const [problem] = problems;
    if (problem !== undefined) throw vscode.FileSystemError.NoPermissions(said(problem.text, vscode.l10n.t));
    if (!(await this.#apply(resource, tags))) throw vscode.FileSystemError.Unavailable(vscode.l10n.t("The tags of {0} were not all set.", labelOf(resource)));
    this.#files.set(uri.toString(), savedTagsFile({ text, before: resource.tags, after: tags, since: Date.now() }));
  }

  /** Sets before it removes: a failure in between leaves too much rather than too little. */
  async #apply(resource: Resource, tags: Tags): Promise<boolean> {
    const { store, run } = this.#config;
    const region = resource.region ?? store.inventory.accounts.find(({ profile }) => profile === resource.profile)?.regions[0] ?? "us-east-1";
    const resourceArn = arnOf(resource, region);
    if (resourceArn === undefined) return false;
    const { set, removed } = tagsDifference(resource.tags, tags);
    const base = { profile: resource.profile, region };
    const setting = { ...base, action: "TagResource", input: { resourceArn, tags: Object.entries(set).map(([key, value]) => ({ key, value })) } };
    const removing = { ...base, action: "UntagResource", input: { resourceArn, tagKeys: removed } };
    if (Object.keys(set).length > 0 && (await run(setting)) !== "done") return false;
    return removed.length === 0 || (await run(removing)) === "done";
  }

  #resourceOf(uri: vscode.Uri): Resource {
    const { store } = this.#config;
    const resource = indexResources(store.inventory).get(uri.query);
    if (resource !== undefined) return resource;
    // After a reload of the window a document may be back before anything has been read.
    void store.ready();
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  /** What was saved, comments included, while the resource still has these tags or is about to have them. */
  #fileOf(uri: vscode.Uri): LooseFile {
    const file = tagsFileAt(this.#files.get(uri.toString()), this.#resourceOf(uri).tags, Date.now());
    this.#files.set(uri.toString(), file);
    return file;
  }

  #update(): void {
    const { inventory } = this.#config.store;
    const index = indexResources(inventory);
    const changed = [...this.#files].flatMap(([address, known]) => {
      const uri = vscode.Uri.parse(address, true);
      const resource = index.get(uri.query);
      if (resource === undefined) return [];
      const file = tagsFileAt(known, resource.tags, Date.now());
      this.#files.set(address, file);
      return file.text === known.text ? [] : [uri];
    });
    if (changed.length > 0) this.#system.tellChanged(changed);
  }

  #check(document: vscode.TextDocument): void {
    if (document.uri.scheme !== scheme) return;
    const problems = readTags(document.getText()).problems.map(({ text, start, end }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.Diagnostic(range, said(text, vscode.l10n.t));
    });
    this.#problems.set(document.uri, problems);
  }

  #noteReason(uri: vscode.Uri, reason: vscode.TextDocumentSaveReason): void {
    if (uri.scheme !== scheme) return;
    if (reason === vscode.TextDocumentSaveReason.Manual) this.#savedByItself.delete(uri.toString());
    else this.#savedByItself.add(uri.toString());
  }

  #forget(uri: vscode.Uri): void {
    if (uri.scheme !== scheme) return;
    this.#savedByItself.delete(uri.toString());
    this.#problems.delete(uri);
    this.#files.delete(uri.toString());
  }
}

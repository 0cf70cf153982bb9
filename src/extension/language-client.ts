import * as vscode from "vscode";
import type { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import type { LiveState, ReadAccount } from "../model/plan/live.ts";
import { type LanguageSettings, liveStateChanged, type LiveStateNews, type LiveStateParams, liveStateRequest, type LiveStateResult } from "../protocol/language.ts";

/** The language server for plan files, as the rest of the extension sees it. */
export interface PlanLanguage {
  /** Ends the server and starts a new one; resolves when that one answers. */
  restart(): Promise<void>;
  dispose(): void;
}

interface Needs {
  /** Absolute path of the server's bundle. */
  readonly serverModule: string;
  readonly log: vscode.LogOutputChannel;
  /** What is known of the account that a plan names, or of the only one there is. */
  readonly liveState: (account: string | undefined) => LiveState | undefined;
  /** Whose the profiles are that are read. */
  readonly accounts: () => readonly ReadAccount[];
  readonly onDidChangeLiveState: (listener: () => void) => vscode.Disposable;
}

const selector = [{ language: "dx-plan" }];

/**
 * Starts the server's process with the first plan that is opened: a window without one pays nothing for it, the
 * client's code included.
 */
export function startLanguageClient(needs: Needs): PlanLanguage {
  const { log } = needs;
  const client = new Once(() => createClient(needs));
  const start = async (): Promise<void> => {
    const running = await client.value();
    if (running.needsStart()) await running.start();
    await applyTrace(running);
    if (needs.accounts().length > 0) await tellOfLiveState(running, needs);
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (vscode.languages.match(selector, document) === 0) return;
    start().catch((error: unknown) => log.error(`The plan language server did not start: ${String(error)}`));
  };

  vscode.workspace.textDocuments.forEach(startFor);
  const registrations = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("directConnect.trace.server")) void client.started?.then(applyTrace);
      if (change.affectsConfiguration("directConnect.rules")) void client.started?.then(applyRules);
    }),
    needs.onDidChangeLiveState(() => void client.started?.then((running) => tellOfLiveState(running, needs))),
  );
  return {
    restart: async () => {
      if (!(await isEnded(await client.value()))) client.forget();
      await start();
    },
    dispose: () => {
      registrations.dispose();
      client.started?.then((running) => running.dispose()).catch((error: unknown) => log.error(`The plan language server did not end: ${String(error)}`));
    },
  };
}

/** Ends the server, once it has started if it is about to; false where its client can neither be ended nor started again. */
async function isEnded(client: LanguageClient): Promise<boolean> {
  try {
    if (!client.needsStart()) await client.start();
    await client.stop();
    return true;
  } catch {
    return false;
  }
}

/** A value that is made at its first use, and anew at the first one after it was forgotten. */
class Once<T> {
  started: Promise<T> | undefined;
  readonly #make: () => Promise<T>;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  value(): Promise<T> {
    this.started ??= this.#make();
    return this.started;
  }

  forget(): void {
    this.started = undefined;
  }
}

async function createClient({ serverModule, log, liveState }: Needs): Promise<LanguageClient> {
  const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import("vscode-languageclient/node");
  const run = { module: serverModule, transport: TransportKind.ipc };
  const server: ServerOptions = { run, debug: run };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: (): LanguageSettings => ({ rules: readRules() }),
  };
  const client = new LanguageClient("directConnect", vscode.l10n.t("Direct Connect plan language server"), server, options);
  client.onRequest(liveStateRequest, ({ account }: LiveStateParams): LiveStateResult => liveState(account ?? undefined) ?? null);
  return client;
}

function readRules(): unknown {
  return vscode.workspace.getConfiguration("directConnect").get<unknown>("rules");
}

async function applyRules(client: LanguageClient): Promise<void> {
  const directConnect: LanguageSettings = { rules: readRules() };
  if (client.isRunning()) await client.sendNotification("workspace/didChangeConfiguration", { settings: { directConnect } });
}

/** That there is news, and of which accounts: the server asks for those of the plans that are open, and for no other. */
async function tellOfLiveState(client: LanguageClient, { accounts }: Needs): Promise<void> {
  const news: LiveStateNews = { accounts: accounts() };
  if (client.isRunning()) await client.sendNotification(liveStateChanged, news);
}

/** Never verbose: that would write plans into the log, and with them a key that somebody wrote in clear text. */
async function applyTrace(client: LanguageClient): Promise<void> {
  const { Trace } = await import("vscode-languageclient/node");
  const wanted = vscode.workspace.getConfiguration("directConnect").get("trace.server");
  if (client.isRunning()) await client.setTrace(wanted === "messages" ? Trace.Messages : Trace.Off);
}

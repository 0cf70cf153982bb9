import * as vscode from "vscode";
import type { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

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
    }),
  );
  return {
    restart: async () => {
      await (await client.value()).stop();
      await start();
    },
    dispose: () => {
      registrations.dispose();
      void client.started?.then((running) => running.dispose());
    },
  };
}

/** A value that is made at its first use. */
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
}

async function createClient({ serverModule, log }: Needs): Promise<LanguageClient> {
  const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import("vscode-languageclient/node");
  const run = { module: serverModule, transport: TransportKind.ipc };
  const server: ServerOptions = { run, debug: run };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
  return new LanguageClient("directConnect", vscode.l10n.t("Direct Connect plan language server"), server, options);
}

/** Never verbose: that would write plans into the log, and with them a key that somebody wrote in clear text. */
async function applyTrace(client: LanguageClient): Promise<void> {
  const { Trace } = await import("vscode-languageclient/node");
  const wanted = vscode.workspace.getConfiguration("directConnect").get("trace.server");
  if (client.isRunning()) await client.setTrace(wanted === "messages" ? Trace.Messages : Trace.Off);
}

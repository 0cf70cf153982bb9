import { type Connection, type ServerCapabilities, TextDocuments, TextDocumentSyncKind } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "./features/code-actions.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { publishDiagnostics } from "./features/diagnostics.ts";
import { folding } from "./features/folding.ts";
import { hover } from "./features/hover.ts";
import { symbols } from "./features/symbols.ts";
import type { Feature } from "./feature.ts";
import { PlanStore } from "./plan-store.ts";

const features: readonly Feature[] = [completion, hover, definition, symbols, folding, codeActions];

/** Serves plans over a connection until its client ends it. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const plans = new PlanStore(documents);
  connection.onInitialize(() => ({
    capabilities: features.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {
      textDocumentSync: TextDocumentSyncKind.Incremental,
    }),
    serverInfo: { name: "dx-plan" },
  }));
  const subscriptions = [
    documents.onDidChangeContent(({ document }) => publishDiagnostics(connection, plans, document)),
    documents.onDidClose(({ document }) => {
      plans.forget(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }),
    documents.listen(connection),
  ];
  connection.onShutdown(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  for (const feature of features) feature.register(connection, plans);
  connection.listen();
}

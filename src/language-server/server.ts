import { type Connection, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { codeActions } from "./features/code-actions.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { publishDiagnostics } from "./features/diagnostics.ts";
import { folding } from "./features/folding.ts";
import { formatting } from "./features/formatting.ts";
import { hover } from "./features/hover.ts";
import { lenses } from "./features/lenses.ts";
import { pullDiagnostics, wantsPull } from "./features/pull-diagnostics.ts";
import { references } from "./features/references.ts";
import { rename } from "./features/rename.ts";
import { selection } from "./features/selection.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { symbols } from "./features/symbols.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import type { Feature } from "./feature.ts";
import { PlanStore } from "./plan-store.ts";

const features: readonly Feature[] = [
  completion, hover, definition, references, rename, symbols, workspaceSymbols, folding, selection, formatting, lenses, semanticTokens, codeActions,
];

/** Serves plans over a connection until its client ends it. */
export function startServer(connection: Connection): void {
  const plans = new PlanStore();
  let publishes = true;
  connection.onInitialize(({ initializationOptions }) => {
    publishes = !wantsPull(initializationOptions);
    return {
      capabilities: [...features, ...(publishes ? [] : [pullDiagnostics])].reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      }),
      serverInfo: { name: "dx-plan" },
    };
  });
  const subscriptions = [
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      plans.open(uri, version, text);
      if (publishes) publishDiagnostics(connection, plans, uri);
    }),
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      plans.change(uri, version, contentChanges);
      if (publishes) publishDiagnostics(connection, plans, uri);
    }),
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      plans.close(uri);
      if (publishes) void connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  ];
  connection.onShutdown(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  for (const feature of [...features, pullDiagnostics]) feature.register(connection, plans);
  connection.listen();
}

import { type ClientCapabilities, type Connection, type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { codeActions } from "./features/code-actions.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentLinks } from "./features/document-links.ts";
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
import { type RuleLevels, ruleLevelsFrom } from "../model/plan/rule-levels.ts";
import type { LanguageSettings } from "../protocol/language.ts";
import type { Feature } from "./feature.ts";
import { LivePlans } from "./live-plans.ts";
import { PlanStore } from "./plan-store.ts";
import { askAgain } from "./refresh.ts";
import type { RulePages } from "./rule-pages.ts";

const features: readonly Feature[] = [
  completion, hover, definition, references, rename, symbols, workspaceSymbols, folding, selection, formatting, lenses, semanticTokens, codeActions,
  documentLinks,
];

/** Serves plans over a connection until its client ends it. */
export function startServer(connection: Connection, pages: RulePages = new Map()): void {
  const plans = new PlanStore(pages);
  let publishes = true;
  const publish = (uri: string): void => {
    if (publishes) publishDiagnostics(connection, plans, uri);
  };
  let client: ClientCapabilities = {};
  const publishAgain = (some: readonly string[]): void => {
    for (const uri of some) publish(uri);
    askAgain(connection, client, !publishes);
  };
  const live = new LivePlans(connection, plans, (uri) => {
    publishAgain([uri]);
  });
  const changed = (uri: string): void => {
    live.follow(uri);
    publish(uri);
  };
  connection.onInitialize(({ initializationOptions, capabilities }) => {
    client = capabilities;
    publishes = !wantsPull(initializationOptions);
    plans.useLevels(levelsIn(initializationOptions));
    return answerFor(publishes ? features : [...features, pullDiagnostics]);
  });
  const subscriptions = [
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      plans.useLevels(levelsIn(fieldOf(settings, "directConnect")));
      publishAgain(plans.uris);
    }),
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
      plans.open(uri, version, text);
      changed(uri);
    }),
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      plans.change(uri, version, contentChanges);
      changed(uri);
    }),
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      plans.close(uri);
      live.forget(uri);
      if (publishes) void connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  ];
  connection.onShutdown(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  for (const feature of [...features, pullDiagnostics]) feature.register(connection, plans, live, () => client);
  connection.listen();
}

function answerFor(announced: readonly Feature[]): InitializeResult {
  return {
    capabilities: announced.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    }),
    serverInfo: { name: "dx-plan" },
  };
}

/** The levels among settings that may be of any form. */
function levelsIn(settings: unknown): RuleLevels {
  return ruleLevelsFrom(fieldOf(settings, "rules" satisfies keyof LanguageSettings));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? value[name as keyof typeof value] : undefined;
}

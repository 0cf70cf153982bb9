import { type Connection, type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { codeActions } from "./features/code-actions.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { publishDiagnostics } from "./features/diagnostics.ts";
import { folding } from "./features/folding.ts";
import { hover } from "./features/hover.ts";
import { symbols } from "./features/symbols.ts";
import { type RuleLevels, ruleLevelsFrom } from "../model/plan/rule-levels.ts";
import type { LanguageSettings } from "../protocol/language.ts";
import type { Feature } from "./feature.ts";
import { LivePlans } from "./live-plans.ts";
import { PlanStore } from "./plan-store.ts";
import type { RulePages } from "./rule-pages.ts";

const features: readonly Feature[] = [completion, hover, definition, symbols, folding, codeActions];

const answer: InitializeResult = {
  capabilities: features.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  }),
  serverInfo: { name: "dx-plan" },
};

/** Serves plans over a connection until its client ends it. */
export function startServer(connection: Connection, pages: RulePages = new Map()): void {
  const plans = new PlanStore();
  const publish = (uri: string): void => publishDiagnostics(connection, plans, { uri, pages });
  const live = new LivePlans(connection, plans, publish);
  const changed = (uri: string): void => {
    live.follow(uri);
    publish(uri);
  };
  connection.onInitialize(({ initializationOptions }) => {
    plans.useLevels(levelsIn(initializationOptions));
    return answer;
  });
  const subscriptions = [
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      plans.useLevels(levelsIn(fieldOf(settings, "directConnect")));
      for (const uri of plans.uris) publish(uri);
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
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  ];
  connection.onShutdown(() => {
    for (const subscription of subscriptions) subscription.dispose();
  });
  for (const feature of features) feature.register(connection, plans);
  connection.listen();
}

/** The levels among settings that may be of any form. */
function levelsIn(settings: unknown): RuleLevels {
  return ruleLevelsFrom(fieldOf(settings, "rules" satisfies keyof LanguageSettings));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? value[name as keyof typeof value] : undefined;
}

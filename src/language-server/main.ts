import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { readRulePages } from "./rule-pages.ts";
import { startServer } from "./server.ts";
import { tuneEngine } from "./tune-engine.ts";

/** The client's choice of a transport, as the library reads it. */
const transport = /^--(?:stdio|node-ipc|socket(?:=\d+)?|pipe(?:=.+)?)$/;

if (process.argv.slice(2).some((argument) => transport.test(argument))) {
  tuneEngine();
  startServer(createConnection(ProposedFeatures.all), readRulePages(process.argv[1]));
} else {
  process.stderr.write("The language server needs a way to its client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n");
  process.exitCode = 2;
}

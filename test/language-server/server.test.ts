import { PassThrough } from "node:stream";
import { expect, it, onTestFinished } from "vitest";
import {
  type CompletionItem, createConnection, createMessageConnection, type Hover, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter,
} from "vscode-languageserver/node";
import { completionsAt } from "../../src/language-server/features/completion.ts";
import { definitionAt } from "../../src/language-server/features/definition.ts";
import { foldsOf } from "../../src/language-server/features/folding.ts";
import { hoverAt } from "../../src/language-server/features/hover.ts";
import { symbolsOf } from "../../src/language-server/features/symbols.ts";
import { startServer } from "../../src/language-server/server.ts";
import { PlanDocument } from "../../src/model/plan/document.ts";
import { vif } from "../support/plans.ts";
import { processorTime } from "../support/processor-time.ts";

const uri = "file:///plan.dx.yaml";
/** A server of its own and a client that remembers what it was told. */
async function connect() {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(toServer, toClient));
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  onTestFinished(() => client.dispose());
  const published: PublishDiagnosticsParams[] = [];
  const waiting: (() => void)[] = [];
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const resolve of waiting.splice(0)) resolve();
  });
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  return {
    client,
    open: (text: string) => client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "dx-plan", version: 1, text } }),
    change: (version: number, contentChanges: readonly object[]) => client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    diagnosticsAfter: async (send: () => Promise<void>): Promise<PublishDiagnosticsParams | undefined> => {
      const arrived = new Promise<void>((resolve) => waiting.push(resolve));
      await send();
      await arrived;
      return published.at(-1);
    },
  };
}

it("pushes diagnostics at opening and at each change, and takes them back at closing", async () => {
  const { client, open, change, diagnosticsAfter } = await connect();
  const opened = await diagnosticsAfter(() => open(vif("vlan: 0")));
  expect(opened).toMatchObject({ uri, version: 1, diagnostics: [{ code: "DX101", source: "direct-connect" }] });
  const fixed = await diagnosticsAfter(() => change(2, [{ range: { start: { line: 10, character: 10 }, end: { line: 10, character: 11 } }, text: "7" }]));
  expect(fixed).toMatchObject({ version: 2, diagnostics: [] });
  const closed = await diagnosticsAfter(() => client.sendNotification("textDocument/didClose", { textDocument: { uri } }));
  expect(closed?.diagnostics).toEqual([]);
});

it("answers for the text as it is after the last change", async () => {
  const { client, open, change } = await connect();
  await open("version: 1\n");
  await change(2, [{ text: "virtualInterfaces:\n  v:\n    type: " }]);
  const items = await client.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position: { line: 2, character: 10 } });
  expect(items.map(({ label }) => label)).toEqual(["private", "public", "transit"]);
  const hover = await client.sendRequest<Hover>("textDocument/hover", { textDocument: { uri }, position: { line: 2, character: 6 } });
  expect(JSON.stringify(hover)).toContain("What the virtual interface reaches.");
});

it.each(["completion", "hover", "definition", "documentSymbol", "foldingRange", "codeAction"])("answers %s for a document that is not open, and for a half-written one", async (feature) => {
  const { client, open } = await connect();
  const ask = (document: string) =>
    client.sendRequest(`textDocument/${feature}`, {
      textDocument: { uri: document },
      position: { line: 0, character: 3 },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      context: { diagnostics: [] },
    });
  await expect(ask("file:///other.dx.yaml")).resolves.not.toThrow();
  await open("connections: {a: [\n\t\ud800: &x *x\n");
  await expect(ask(uri)).resolves.not.toThrow();
});

it.each([": ", "- ", "{a: ", "[", "a ", "\n", "  a:\n", "'", "x: [{"])("answers every feature within a second on half a megabyte of %j", { timeout: 20_000 }, (part) => {
  const text = `version: 1\nconnections:\n  a:\n    location: ${part.repeat(Math.ceil(500_000 / part.length))}`;
  const plan = new PlanDocument(text);
  const spent = processorTime();
  for (const offset of [0, 30, 250_000, text.length]) {
    completionsAt(plan, offset);
    hoverAt(plan, offset);
    definitionAt(plan, offset, uri);
  }
  symbolsOf(plan);
  foldsOf(plan);
  expect(spent()).toBeLessThan(1000);
});

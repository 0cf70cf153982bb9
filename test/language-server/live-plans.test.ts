import { PassThrough } from "node:stream";
import { expect, it, onTestFinished } from "vitest";
import { createConnection, createMessageConnection, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { startServer } from "../../src/language-server/server.ts";
import { liveStateChanged, type LiveStateParams, liveStateRequest, type LiveStateResult } from "../../src/protocol/language.ts";
import { liveCases, liveState } from "../model/plan/rules/cases/live.ts";

const uri = "file:///plan.dx.yaml";
const wrong = liveCases.DX310?.[0]?.wrong ?? "";

/** A server and a client that knows live accounts; what it was told arrives one by one. */
async function connect(stateOf: (account: string | null) => LiveStateResult, options: object = {}) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(toServer, toClient));
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  onTestFinished(() => client.dispose());
  const asked: (string | null)[] = [];
  const told: string[][] = [];
  client.onRequest(liveStateRequest, ({ account }: LiveStateParams) => {
    asked.push(account);
    return stateOf(account);
  });
  client.onNotification("textDocument/publishDiagnostics", ({ diagnostics }: PublishDiagnosticsParams) => void told.push(diagnostics.map(({ code, severity }) => `${code ?? ""} ${severity ?? ""}`)));
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {}, initializationOptions: options });
  await client.sendNotification("initialized", {});
  return { client, asked, told, open: (text: string) => client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "dx-plan", version: 1, text } }) };
}

it("asks for the account that a plan names once there is something to know, and again after news", async () => {
  const states: LiveStateResult[] = [liveState ?? null, null];
  const { client, asked, told, open } = await connect(() => states.shift() ?? null);
  await open(wrong);
  await expect.poll(() => told).toEqual([[]]);
  expect(asked).toEqual([]);
  await client.sendNotification(liveStateChanged);
  await expect.poll(() => told).toEqual([[], ["DX310 1"]]);
  await client.sendNotification(liveStateChanged);
  await expect.poll(() => told).toEqual([[], ["DX310 1"], []]);
  expect(asked).toEqual(["111122223333", "111122223333"]);
});

it("asks again when an edit names another account, and for the only one where none is named", async () => {
  const { client, asked, open } = await connect(() => null);
  await client.sendNotification(liveStateChanged);
  await open('version: 1\naccount: "111122223333"\n');
  await expect.poll(() => asked).toEqual(["111122223333"]);
  await client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: "version: 1\n" }] });
  await expect.poll(() => asked).toEqual(["111122223333", null]);
});

it("takes levels of rules at the start and when they change", async () => {
  const { client, told, open } = await connect(() => null, { rules: { DX101: "hint" } });
  await open("version: 1\nregion: us-east-1\nlags:\n  l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 9, minimumLinks: 1 }\n");
  await client.sendNotification("workspace/didChangeConfiguration", { settings: { directConnect: { rules: { DX127: "warning" } } } });
  await client.sendNotification("workspace/didChangeConfiguration", { settings: { directConnect: { rules: { DX127: "off" } } } });
  await expect.poll(() => told).toEqual([["DX127 1"], ["DX127 2"], []]);
});

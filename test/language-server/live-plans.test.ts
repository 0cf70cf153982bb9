import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { type CompletionItem, createConnection, createMessageConnection, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter, type WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { startServer } from "../../src/language-server/server.ts";
import { liveStateChanged, type LiveStateNews, type LiveStateParams, liveStateRequest, type LiveStateResult } from "../../src/protocol/language.ts";
import { liveCases, liveState } from "../model/plan/rules/cases/live.ts";

const uri = "file:///plan.dx.yaml";
const wrong = liveCases.DX310?.[0]?.wrong ?? "";

/** A server and a client that knows live accounts; what it was told arrives one by one. */
async function connect(stateOf: (account: string | null) => LiveStateResult | Promise<LiveStateResult>, options: object = {}) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(toServer, toClient));
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  onTestFinished(() => client.dispose());
  const asked: (string | null)[] = [];
  const told: string[][] = [];
  client.onRequest(liveStateRequest, async ({ account }: LiveStateParams) => {
    asked.push(account);
    await setImmediate();
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

it("answers what is asked right after opening with what the live account has", async () => {
  const { client, open } = await connect(() => liveState ?? null);
  const text = 'version: 1\naccount: "111122223333"\nconnections:\n  a:\n    id: ';
  void client.sendNotification(liveStateChanged);
  void open(text);
  const items = await client.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position: { line: 4, character: 8 } });
  expect(items.map(({ label }) => label)).toContain("dxcon-near1111");
});

it("offers the accounts of the news to a plan that names none", async () => {
  const { client, open } = await connect(() => null);
  const news: LiveStateNews = { accounts: [{ id: "111122223333", profiles: ["prod"] }, { id: "222233334444", profiles: ["team"] }] };
  void client.sendNotification(liveStateChanged, news);
  void open("version: 1\naccount: ");
  const items = await client.sendRequest<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position: { line: 1, character: 9 } });
  expect(items.map(({ label }) => label)).toEqual(["111122223333", "222233334444"]);
});

it("delays no answer for long where the client takes its time", async () => {
  const { client, open } = await connect(() => new Promise<never>(() => undefined));
  void client.sendNotification(liveStateChanged);
  void open("version: 1\n");
  expect(await client.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 2 } })).toHaveProperty("contents");
});

it("looks beside the live account also at plans that are not open, when all of a folder are asked for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dx-live-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.dx.yaml"), wrong);
  const { client } = await connect(() => liveState ?? null, { diagnostics: "pull" });
  client.onRequest("workspace/workspaceFolders", () => [{ uri: pathToFileURL(folder).href, name: "plans" }]);
  await client.sendNotification(liveStateChanged);
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
  expect(items.flatMap((report) => (report.kind === "full" ? report.items.map(({ code }) => code) : []))).toEqual(["DX310"]);
});

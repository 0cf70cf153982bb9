import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { type ClientCapabilities, createConnection, createMessageConnection, type MessageConnection, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { RulePages } from "../../src/language-server/rule-pages.ts";
import { startServer } from "../../src/language-server/server.ts";

export const planUri = "file:///plan.dx.yaml";

interface ClientOptions {
  readonly pages?: RulePages;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** Directories that the client has open, as URIs. */
  readonly folders?: readonly string[];
}

export interface TestClient {
  readonly client: MessageConnection;
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** All that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly open: (text: string, uri?: string) => Promise<void>;
  /** Asks a feature about the plan. */
  readonly ask: <T>(feature: string, params?: object) => Promise<T>;
}

/** A server of its own and a client that speaks to it over streams, as an editor does. */
export async function connectClient({ pages, capabilities = {}, initializationOptions, folders = [] }: ClientOptions = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(toServer, toClient), pages);
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  onTestFinished(() => client.dispose());
  const published: PublishDiagnosticsParams[] = [];
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => void published.push(params));
  client.onRequest("workspace/workspaceFolders", () => folders.map((uri) => ({ uri, name: uri })));
  client.listen();
  const answer = await client.sendRequest<{ capabilities: Readonly<Record<string, unknown>> }>("initialize", { processId: null, rootUri: null, capabilities, initializationOptions, workspaceFolders: null });
  await client.sendNotification("initialized", {});
  return {
    client,
    capabilities: answer.capabilities,
    published,
    open: (text, uri = planUri) => client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "dx-plan", version: 1, text } }),
    ask: (feature, params = {}) => client.sendRequest(`textDocument/${feature}`, { textDocument: { uri: planUri }, ...params }),
  };
}

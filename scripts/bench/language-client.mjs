// A client of a language server over stdio, as small as the measurements allow.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const timeoutMs = 30_000;
const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts a server and opens nothing yet.
 *
 * @param {string[]} command Arguments for this machine's Node.js.
 * @param {object} [settings] What the server is told when it asks for its configuration, by section.
 */
export async function startClient(command, settings = {}) {
  const child = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "ignore"] });
  running.add(child);
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let awaited;
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => awaited?.(uri, diagnostics));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => settings[section] ?? null));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onError(() => undefined);
  connection.listen();
  const capabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true }, completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] } },
  };
  await within("initialize", connection.sendRequest("initialize", { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities }));
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings });

  return {
    notify: (method, params) => connection.sendNotification(method, params),
    ask: (method, params) => within(method, connection.sendRequest(method, params)),
    /** Milliseconds from sending something to the diagnostics of a document. */
    diagnosticsAfter: async (uri, send) => {
      const arrived = new Promise((resolve) => (awaited = (of, diagnostics) => of === uri && resolve(diagnostics)));
      const began = performance.now();
      await send();
      const diagnostics = await within("diagnostics", arrived);
      return { ms: performance.now() - began, diagnostics };
    },
    residentMb: () => residentKb(child.pid) / 1024,
    stop: async () => {
      connection.dispose();
      child.stdin.destroy();
      child.kill();
      await new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once("exit", resolve) : resolve()));
      running.delete(child);
    },
  };
}

async function within(what, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`No ${what} within ${timeoutMs} ms.`)), timeoutMs)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function residentKb(pid) {
  const status = `/proc/${pid}/status`;
  const text = existsSync(status) ? (/^VmRSS:\s+(\d+)/m.exec(readFileSync(status, "utf8"))?.[1] ?? "") : spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return Number(text);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Simulator } from "../simulator.ts";
import { answerCall } from "./answer-call.ts";
import { control, controlPrefix } from "./control.ts";
import { isMeantForLoopback } from "./loopback.ts";
import { bodyLimit, readBody } from "./read-body.ts";

export interface RunningServer {
  readonly url: string;
  /** Breaks off what is under way. */
  stop(): void;
}

/** Listens on the loopback address only. Port 0 takes a free one. */
export function startServer(simulator: Simulator, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(simulator, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      sendJson(response, 500, { error: "the simulator has met an error of its own; its log tells more" });
    });
  });
  server.on("clientError", (_error, socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(running(server)));
  });
}

function running(server: Server): RunningServer {
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(simulator: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isMeantForLoopback(request)) {
    refuse(request, response, 403, "only requests to a loopback name are answered");
    return;
  }
  const body = await readBody(request);
  if (body === "aborted") return;
  if (body === "tooLarge") {
    refuse(request, response, 413, `a request may have at most ${bodyLimit} bytes`);
    return;
  }
  await route(simulator, request, response, body.text);
}

async function route(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const method = request.method ?? "GET";
  if (path.startsWith(controlPrefix)) {
    const { status, value } = control(simulator, method, path.slice(controlPrefix.length), body);
    sendJson(response, status, value);
  } else if (path === "/" && method === "POST") {
    await answerCall(simulator, request, response, body);
  } else {
    sendJson(response, 404, { error: `the API answers POST / and ${controlPrefix}…, not ${method} ${path}` });
  }
}

/** Answers without having read everything; the connection cannot be used again. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, error: string): void {
  response.setHeader("connection", "close");
  sendJson(response, status, { error });
  response.once("finish", () => request.socket.destroySoon());
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}

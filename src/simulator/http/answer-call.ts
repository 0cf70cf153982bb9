import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fault } from "../faults.ts";
import { operationNames } from "../input/check-input.ts";
import { ApiFailure } from "../rules/api-failure.ts";
import { simulatorTexts } from "../rules/texts.ts";
import type { Simulator } from "../simulator.ts";
import type { LoggedCall } from "./call-log.ts";
import { type Caller, readCaller } from "./caller.ts";
import { failureOf, throttleHintMs } from "./fault-answers.ts";

const targetPrefix = "OvertureService.";

/** What goes over the wire for one call. */
interface Reply {
  readonly status: number;
  readonly body: string;
  readonly error: string | undefined;
}

/** Answers one call of the API: awsJson1.1, the operation in `X-Amz-Target`. */
export async function answerCall(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const target = headerOf(request, "x-amz-target");
  const operation = target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : target;
  const caller = readCaller(headerOf(request, "authorization"), simulator.defaultRegion);
  const call = simulator.log.begin({ operation, ...caller, requestId: randomUUID() });
  response.once("close", () => (call.aborted = !response.writableFinished && call.status === undefined));

  const known = target.startsWith(targetPrefix) && operationNames.includes(operation);
  const faults = known ? simulator.faults.strike({ operation, ...caller }) : [];
  for (const { latencyMs } of faults) if (latencyMs !== undefined) await pause(latencyMs, response);
  if (response.destroyed || hasKind(faults, "timeout")) return;

  const reply = replyTo(() => {
    if (!known) throw new ApiFailure("UnknownOperationException", 400, simulatorTexts.unknownOperation(target));
    return answer(simulator, { operation, caller, faults, body });
  });
  call.error = reply.error;
  send(response, call, spoil(reply, faults), hasKind(faults, "truncated"));
}

interface KnownCall {
  readonly operation: string;
  readonly caller: Caller;
  readonly faults: readonly Fault[];
  readonly body: string;
}

function answer(simulator: Simulator, { operation, caller, faults, body }: KnownCall): unknown {
  const failure = failureOf(faults, operation, caller);
  if (failure !== undefined) throw failure;
  return simulator.run(operation, caller, readInput(body));
}

function readInput(body: string): unknown {
  if (body.trim() === "") return {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ApiFailure("SerializationException", 400, simulatorTexts.notJson());
  }
}

/** Turns whatever happens into an answer: no call may end the process. */
function replyTo(run: () => unknown): Reply {
  try {
    return { status: 200, body: JSON.stringify(run()), error: undefined };
  } catch (error) {
    if (error instanceof ApiFailure) return failureReply(error);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return failureReply(new ApiFailure("DirectConnectServerException", 500, simulatorTexts.serverTrouble()));
  }
}

function failureReply({ type, status, message }: ApiFailure): Reply {
  return { status, body: JSON.stringify({ __type: type, message }), error: type };
}

function spoil(reply: Reply, faults: readonly Fault[]): Reply {
  if (!hasKind(faults, "malformed")) return reply;
  return { ...reply, body: `<html><body>${"not JSON ".repeat(8)}</body></html>` };
}

function send(response: ServerResponse, call: LoggedCall, reply: Reply, truncated: boolean): void {
  call.status = reply.status;
  response.writeHead(reply.status, {
    "content-type": "application/x-amz-json-1.1",
    "content-length": Buffer.byteLength(reply.body),
    "x-amzn-requestid": call.requestId,
    ...(reply.error === "ThrottlingException" ? { "x-amz-retry-after": String(throttleHintMs) } : {}),
  });
  if (!truncated) return void response.end(reply.body);
  const half = reply.body.slice(0, Math.floor(reply.body.length / 2));
  response.write(half, () => response.destroy());
}

function pause(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function hasKind(faults: readonly Fault[], kind: Fault["kind"]): boolean {
  return faults.some((fault) => fault.kind === kind);
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

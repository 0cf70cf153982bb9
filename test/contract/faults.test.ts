import { connect } from "node:net";
import * as sdk from "@aws-sdk/client-direct-connect";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SimulatorProcess, startSimulator } from "../support/simulator.ts";
import { clientOf, failureOf, ours } from "./clients.ts";

const context = {} as { simulator: SimulatorProcess };

beforeAll(async () => {
  context.simulator = await startSimulator({ estate: "empty" });
});
beforeEach(() => context.simulator.post("reset"));
afterAll(() => context.simulator.stop());

const faults = (...list: object[]) => context.simulator.post("faults", { faults: list });
const describe = (region?: string, maxAttempts?: number) =>
  clientOf(context.simulator.url, ours, region, maxAttempts).send(new sdk.DescribeLagsCommand({}));

interface Logged {
  operation: string;
  region: string;
  status?: number;
  error?: string;
  aborted: boolean;
}

async function lastCalls(count: number): Promise<Logged[]> {
  const { requests } = (await context.simulator.get("requests")) as { requests: Logged[] };
  return requests.slice(-count);
}

test("a throttled client waits as it is told and comes through", async () => {
  await faults({ kind: "throttle", times: 2 });
  const started = Date.now();
  await expect(describe("us-east-1", 3)).resolves.toMatchObject({ lags: [] });
  expect(Date.now() - started).toBeGreaterThanOrEqual(400);
  expect((await lastCalls(3)).map(({ status }) => status)).toEqual([400, 400, 200]);
});

test("a client that is throttled for good says so", async () => {
  await faults({ kind: "throttle" });
  expect(await failureOf(describe())).toEqual({ name: "ThrottlingException", message: "Rate exceeded", status: 400 });
});

test("an expired token and a missing permission look as AWS's", async () => {
  await faults({ kind: "expired" });
  expect(await failureOf(describe())).toMatchObject({ name: "ExpiredTokenException", message: "The security token included in the request is expired" });
  await faults({ kind: "denied" });
  const denied = await failureOf(describe());
  expect(denied.name).toBe("AccessDeniedException");
  expect(denied.message).toContain(`User: arn:aws:iam::${ours}:user/simulated is not authorized to perform: directconnect:DescribeLags`);
});

test("a fault keeps to its operation and Region", async () => {
  await faults({ kind: "denied", operation: "DescribeLags", region: "eu-west-1" });
  await expect(describe("us-east-1")).resolves.toMatchObject({ lags: [] });
  expect((await failureOf(describe("eu-west-1"))).name).toBe("AccessDeniedException");
});

test("a server error is the server's, and tried again", async () => {
  await faults({ kind: "error", times: 1 });
  expect(await failureOf(describe())).toMatchObject({ name: "DirectConnectServerException", status: 500 });
  await faults({ kind: "error", times: 1 });
  await expect(describe("us-east-1", 2)).resolves.toMatchObject({ lags: [] });
});

test("a server error can have another status, and hold for one account", async () => {
  await faults({ kind: "error", status: 503, account: ours });
  expect(await failureOf(describe())).toMatchObject({ name: "DirectConnectServerException", status: 503 });
  const other = clientOf(context.simulator.url, "222233334444").send(new sdk.DescribeLagsCommand({}));
  await expect(other).resolves.toMatchObject({ lags: [] });
});

test("bodies that are no JSON or end early are errors of the client, not answers", async () => {
  await faults({ kind: "malformed" });
  await expect(describe()).rejects.toThrow();
  await faults({ kind: "truncated" });
  await expect(describe()).rejects.toThrow();
});

test("a late answer is late, and one that never comes can be given up", async () => {
  await faults({ kind: "latency", latencyMs: 150 });
  const started = Date.now();
  await describe();
  expect(Date.now() - started).toBeGreaterThanOrEqual(150);
  await faults({ kind: "timeout" });
  const client = clientOf(context.simulator.url);
  const sent = client.send(new sdk.DescribeLagsCommand({}), { abortSignal: AbortSignal.timeout(100) });
  await expect(sent).rejects.toThrow();
  await expect.poll(async () => (await lastCalls(1))[0]).toMatchObject({ operation: "DescribeLags", aborted: true });
});

test("faults that make no sense are refused", async () => {
  await expect(faults({ kind: "slow" })).rejects.toThrow('faults[0]: kind is "slow"; give one of throttle');
  expect(await context.simulator.get("faults")).toEqual({ faults: [] });
});

async function raw(init: RequestInit, path = "/"): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${context.simulator.url}${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test("unknown operations, bodies that are no JSON and wrong types are refused as AWS does", async () => {
  const call = (target: string, body: string) => raw({ method: "POST", headers: { "x-amz-target": target }, body });
  expect(await call("OvertureService.Nope", "{}")).toMatchObject({ status: 400, body: { __type: "UnknownOperationException" } });
  expect(await call("DescribeLags", "{}")).toMatchObject({ status: 400, body: { __type: "UnknownOperationException" } });
  expect(await call("OvertureService.toString", "{}")).toMatchObject({ status: 400, body: { __type: "UnknownOperationException" } });
  expect(await call("OvertureService.DescribeLags", "{")).toMatchObject({ status: 400, body: { __type: "SerializationException" } });
  expect(await call("OvertureService.DescribeLags", '{"lagId": 1}')).toMatchObject({ status: 400, body: { __type: "SerializationException" } });
  expect(await call("OvertureService.DescribeLags", "")).toMatchObject({ status: 200, body: { lags: [] } });
});

test("other paths, methods and control requests are refused in words", async () => {
  expect((await raw({ method: "GET" })).status).toBe(404);
  expect(await raw({}, "/_simulator/nope")).toMatchObject({ status: 404, body: { error: expect.stringContaining("GET health") as string } });
  const post = (path: string, value: unknown) => raw({ method: "POST", body: JSON.stringify(value) }, `/_simulator/${path}`);
  expect(await post("clock", { advanceSeconds: -1 })).toMatchObject({ status: 400, body: { error: expect.stringContaining("advanceSeconds is -1") as string } });
  expect(await post("clock", [])).toMatchObject({ status: 400, body: { error: "the body has to be a JSON object" } });
  expect(await post("world", { event: "flood", id: "x" })).toMatchObject({ status: 400, body: { error: expect.stringContaining("linkDown, linkUp") as string } });
  expect(await post("reset", { estate: { estate: 1, lags: [{}] } })).toMatchObject({ status: 400 });
  expect(await post("reset", { estate: "/nowhere/estate.json" })).toMatchObject({ status: 400, body: { error: expect.stringContaining("ENOENT") as string } });
});

/** Sends what no client would, and reads the status. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(context.simulator.url).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
    setTimeout(() => socket.end(), 300);
  });
}

test("only requests to a loopback name are answered", async () => {
  const get = (headers: string) => sendRaw(`GET /_simulator/health HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
  expect(await get("Host: localhost:1234\r\n")).toContain("200");
  expect(await get("Host: evil.example\r\n")).toContain("403");
  expect(await get("Host: 127.0.0.1.evil.example\r\n")).toContain("403");
  expect(await get("Host: localhost\r\nOrigin: https://evil.example\r\n")).toContain("403");
});

test("a request that is too large is refused, and the next one is answered", async () => {
  const answer = await raw({ method: "POST", headers: { "x-amz-target": "OvertureService.DescribeLags" }, body: "x".repeat(3_000_000) });
  expect(answer.status).toBe(413);
  await expect(describe()).resolves.toMatchObject({ lags: [] });
});

test("no request ends the process", async () => {
  await sendRaw("\u0000\u0001\u0002 HTTP/9\r\n\r\n");
  await sendRaw("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{");
  const deep = `${'{"lagId":'.repeat(50_000)}1${"}".repeat(50_000)}`;
  await raw({ method: "POST", headers: { "x-amz-target": "OvertureService.DescribeLags" }, body: deep });
  await raw({ method: "POST", body: '{"estate":'.repeat(50_000) }, "/_simulator/reset");
  await raw({ method: "POST", body: `${'{"estate":'.repeat(50_000)}1${"}".repeat(50_000)}` }, "/_simulator/reset");
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  for (const [path, body] of [["clock", `{"advanceSeconds":${nested}}`], ["world", `{"event":${nested}}`], ["faults", `{"faults":[{"kind":${nested}}]}`]] as const) {
    expect(await raw({ method: "POST", body }, `/_simulator/${path}`)).toMatchObject({ status: 400, body: { error: expect.stringContaining("is a list; give") as string } });
  }
  expect(await context.simulator.get("health")).toMatchObject({ status: "ok" });
});

test("time can be moved to the year 9999 and no further", async () => {
  const skip = { method: "POST", body: JSON.stringify({ advanceSeconds: 10 * 365 * 24 * 3600 }) };
  let answer = await raw(skip, "/_simulator/clock");
  while (answer.status === 200) answer = await raw(skip, "/_simulator/clock");
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining("the year 9999") as string } });
  await expect(describe()).resolves.toMatchObject({ lags: [] });
  expect(await context.simulator.get("state")).toMatchObject({ estate: 1, now: expect.stringMatching(/^99/) as string });
});

import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as sdk from "@aws-sdk/client-direct-connect";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledOnce, forkSimulator, startSimulator } from "../support/simulator.ts";
import { clientOf, failureOf, ours } from "./clients.ts";

const place = { folder: "" };

beforeAll(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-process-"));
});
afterAll(() => rmSync(place.folder, { recursive: true }));

const inFolder = (name: string) => join(place.folder, name);

/** Runs it to its end, which has to come by itself. */
async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = await forkSimulator(args);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

test("wrong arguments are explained, with exit 2", async () => {
  expect(await run("--clock", "slow")).toMatchObject({ code: 2, stderr: expect.stringContaining('--clock is "slow"') as string });
  expect(await run("--estate", "/nowhere/e.json")).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be read: ENOENT") as string });
  expect(await run("--state", inFolder("no/folder.json"))).toMatchObject({ code: 2, stderr: expect.stringContaining("folder.json cannot be written: ENOENT.") as string });
  expect(await run("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--estate NAME") as string });
});

test("an estate or a fault file with a mistake is refused at its line", async () => {
  writeFileSync(inFolder("estate.json"), '{\n  "estate": 1,\n  "lags": [\n    { "lagId": 5 }\n  ]\n}');
  const estate = await run("--estate", inFolder("estate.json"));
  expect(estate.code).toBe(2);
  expect(estate.stderr).toContain("estate.json, line 4: lags[0].lagId: it is 5; give a text");
  writeFileSync(inFolder("faults.json"), '{"faults": [{"kind": "slow"}]}');
  expect((await run("--faults", inFolder("faults.json"))).stderr).toContain('faults[0]: kind is "slow"');
  writeFileSync(inFolder("faults.json"), '{\n  "faults": [{]\n}');
  expect((await run("--faults", inFolder("faults.json"))).stderr).toContain("faults.json, line 2: ");
});

test("a port that is taken is said in words", async () => {
  const simulator = await startSimulator({ estate: "empty" });
  const second = await run("--port", new URL(simulator.url).port);
  expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining("EADDRINUSE") as string });
  await simulator.stop();
});

test("it says where it listens and ends on SIGTERM and SIGINT", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const simulator = await startSimulator({ estate: "empty" });
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const gone = once(simulator.process, "exit");
    simulator.process.kill(signal);
    expect(await gone).toEqual([0, null]);
  }
});

test("it ends with the process that forked it, also while a call hangs", async () => {
  const simulator = await startSimulator({ estate: "empty" });
  await simulator.post("faults", { faults: [{ kind: "timeout" }] });
  const hanging = clientOf(simulator.url).send(new sdk.DescribeLagsCommand({})).catch(() => "broken off");
  const gone = once(simulator.process, "exit");
  simulator.process.disconnect();
  expect(await gone).toEqual([0, null]);
  expect(await hanging).toBe("broken off");
});

test("without a parent that listens it just prints its address", async () => {
  const child = execFile(process.execPath, [await bundledOnce(), "--estate", "empty"]);
  const [line] = (await once(child.stdout ?? process.stdin, "data")) as [string];
  expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/);
  child.kill("SIGTERM");
  await once(child, "exit");
});

test("it listens on the loopback address only", async () => {
  const simulator = await startSimulator({ estate: "empty" });
  const { port } = new URL(simulator.url);
  const { stdout } = await promisify(execFile)("cat", ["/proc/net/tcp"]).catch(() => ({ stdout: "" }));
  const wanted = Number(port).toString(16).toUpperCase().padStart(4, "0");
  const listening = [...stdout.matchAll(/: ([0-9A-F]{8}):([0-9A-F]{4}) [0-9A-F:]+ 0A /g)].filter(([, , own]) => own === wanted);
  if (stdout !== "") expect(listening.map(([, address]) => address)).toEqual(["0100007F"]);
  await simulator.stop();
});

test("only the Regions that were named answer", async () => {
  const simulator = await startSimulator({ args: ["--region", "eu-west-1"] });
  const locations = (region: string) => clientOf(simulator.url, ours, region).send(new sdk.DescribeLocationsCommand({}));
  await expect(locations("eu-west-1")).resolves.toBeDefined();
  expect((await failureOf(locations("us-east-1"))).name).toBe("UnrecognizedClientException");
  await simulator.stop();
});

test("a state file survives kill -9 and a restart, and time goes on from it", async () => {
  const state = inFolder("state.json");
  const first = await startSimulator({ args: ["--state", state] });
  const client = clientOf(first.url);
  const { connections = [] } = await client.send(new sdk.DescribeConnectionsCommand({}));
  const waiting = connections.find(({ connectionState }) => connectionState === "ordering");
  const { connectionId } = waiting ?? {};
  await client.send(new sdk.ConfirmConnectionCommand({ connectionId }));
  await first.post("clock", { advanceSeconds: 60 });
  const gone = once(first.process, "exit");
  first.process.kill("SIGKILL");
  await gone;

  const second = await startSimulator({ args: ["--state", state] });
  expect(await second.get("health")).toMatchObject({ now: "2026-01-01T00:01:00.000Z" });
  const stateOf = async () => {
    const answer = await clientOf(second.url).send(new sdk.DescribeConnectionsCommand({ connectionId }));
    return answer.connections?.[0]?.connectionState;
  };
  expect(await stateOf()).toBe("pending");
  await second.post("clock", { advanceSeconds: 60 });
  expect(await stateOf()).toBe("available");
  await second.stop();
  expect(readdirSync(place.folder).filter((name) => name.startsWith("state.json"))).toEqual(["state.json"]);
});

test("a kill in the middle of writing loses nothing that was answered", async () => {
  const state = inFolder("killed.json");
  for (const life of [20, 70, 130]) {
    const simulator = await startSimulator({ args: ["--state", state] });
    const client = clientOf(simulator.url);
    const { directConnectGateways: [gateway] = [] } = await client.send(new sdk.DescribeDirectConnectGatewaysCommand({}));
    const directConnectGatewayId = gateway?.directConnectGatewayId;
    const gone = once(simulator.process, "exit");
    let [written, answered] = [0, 0];
    for (;;) {
      written += 1;
      const newDirectConnectGatewayName = `name-${life}-${written}`;
      const renaming = client.send(new sdk.UpdateDirectConnectGatewayCommand({ directConnectGatewayId, newDirectConnectGatewayName }));
      const isAnswered = await renaming.then(() => true, () => false);
      if (!isAnswered) break;
      answered = written;
      if (answered === 1) setTimeout(() => simulator.process.kill("SIGKILL"), life);
    }
    await gone;
    const kept = JSON.parse(readFileSync(state, "utf8")) as { directConnectGateways: { directConnectGatewayName: string }[] };
    expect([`name-${life}-${answered}`, `name-${life}-${answered + 1}`]).toContain(kept.directConnectGateways[0]?.directConnectGatewayName);
  }
});

test("a damaged state file is refused at its line and left as it is", async () => {
  const damaged = '{\n  "estate": 1,\n  "now": "2026-01-01T00:0';
  writeFileSync(inFolder("damaged.json"), damaged);
  const { code, stderr } = await run("--state", inFolder("damaged.json"));
  expect(code).toBe(2);
  expect(stderr).toContain("damaged.json, line 3: ");
  expect(readFileSync(inFolder("damaged.json"), "utf8")).toBe(damaged);
});

test("the fast clock makes a minute of a second", async () => {
  const simulator = await startSimulator({ estate: "empty", clock: "fast" });
  const now = async () => Date.parse(((await simulator.get("health")) as { now: string }).now);
  const [before, started] = [await now(), Date.now()];
  await new Promise((resolve) => setTimeout(resolve, 100));
  const factor = ((await now()) - before) / (Date.now() - started);
  expect(factor).toBeGreaterThan(40);
  expect(factor).toBeLessThan(80);
  await simulator.stop();
});

test("a reset goes back to the start, to another estate, and to none", async () => {
  const simulator = await startSimulator();
  const count = async () => (await clientOf(simulator.url).send(new sdk.DescribeConnectionsCommand({}))).connections?.length;
  expect(await count()).toBe(9);
  await simulator.post("reset", { estate: "empty" });
  expect(await count()).toBe(0);
  await simulator.post("reset");
  expect(await count()).toBe(9);
  await simulator.stop();
});

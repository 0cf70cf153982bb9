import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export interface SimulatorProcess {
  /** The endpoint for clients. */
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
  /** Asks a control endpoint, such as `reset`; throws with its complaint unless it answers 200. */
  post(path: string, body?: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
}

export interface SimulatorStart {
  /** `sample` (the default), `empty`, or a file. */
  readonly estate?: string;
  /** Manual unless said otherwise, so that a test sees no time pass. */
  readonly clock?: "real" | "fast" | "manual";
  readonly args?: readonly string[];
}

/** Starts a simulator process of its own, bundled from the source as it is now. */
export async function startSimulator(start: SimulatorStart = {}): Promise<SimulatorProcess> {
  const { estate = "sample", clock = "manual", args = [] } = start;
  const child = await forkSimulator(["--estate", estate, "--clock", clock, ...args]);
  const url = await readUrl(child);
  return {
    url,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
    post: (path, body = {}) => ask(url, path, { method: "POST", body: JSON.stringify(body) }),
    get: (path) => ask(url, path, {}),
  };
}

/** Starts the process with any arguments, whether or not they let it live. Its output can be read. */
export async function forkSimulator(args: readonly string[]): Promise<ChildProcess> {
  return fork(await bundledOnce(), [...args], { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] });
}

const bundles = new Map<string, Promise<string>>();

/** The bundle's path. Made once in a test process, which takes it away with itself. */
export function bundledOnce(): Promise<string> {
  const made = bundles.get("simulator") ?? bundle();
  bundles.set("simulator", made);
  return made;
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dx-simulator-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "simulator.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "../../src/simulator/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
  });
  return outfile;
}

async function readUrl(child: ChildProcess): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const listening = once(child, "message").then(([message]: { listening?: string }[]) => message?.listening);
  const ended = once(child, "exit").then(() => undefined);
  const url = await Promise.race([listening, ended]);
  if (url === undefined) throw new Error(`The simulator did not start: ${complaint}`);
  return url;
}

async function ask(url: string, path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(`${url}/_simulator/${path.replace(/^\/?(_simulator\/)?/, "")}`, init);
  const answer = (await response.json()) as { error?: string };
  if (!response.ok) throw new Error(`${path}: ${answer.error ?? response.statusText}`);
  return answer;
}

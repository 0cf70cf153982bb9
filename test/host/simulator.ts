// The simulator, reached over HTTP as any other client reaches it: its control endpoints and the API itself.
import { strict as assert } from "node:assert";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { extension } from "./extension.ts";

export interface Fault {
  readonly kind: "throttle" | "error" | "timeout" | "latency" | "expired" | "denied" | "malformed" | "truncated";
  readonly operation?: string;
  readonly region?: string;
  readonly account?: string;
  readonly latencyMs?: number;
  readonly times?: number;
}

export interface LoggedCall {
  readonly sequence: number;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly requestId: string;
  readonly status?: number;
  readonly error?: string;
  readonly aborted: boolean;
}

type EstateRecord = Readonly<Record<string, unknown>>;

/** An estate as the control endpoint tells it: lists of records by the API's own member names. */
export type Estate = Readonly<Record<string, readonly EstateRecord[]>>;

export class SimulatorClient {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Begins anew with the sample estate and without faults. */
  async reset(): Promise<void> {
    await this.#control("POST", "reset", {});
  }

  async setFaults(...faults: readonly Fault[]): Promise<void> {
    await this.#control("POST", "faults", { faults });
  }

  async bringAbout(event: "linkDown" | "linkUp" | "bgpDown" | "bgpUp" | "approve", id: string): Promise<void> {
    await this.#control("POST", "world", { event, id });
  }

  async estate(): Promise<Estate> {
    return (await this.#control("GET", "state")) as Estate;
  }

  /** The latest calls, oldest first. */
  async calls(): Promise<readonly LoggedCall[]> {
    const { requests } = (await this.#control("GET", "requests")) as { requests: readonly LoggedCall[] };
    return requests;
  }

  /** The calls that came in while `run` ran. */
  async callsDuring(run: () => Promise<unknown>): Promise<readonly LoggedCall[]> {
    const last = (await this.calls()).at(-1)?.sequence ?? 0;
    await run();
    return (await this.calls()).filter(({ sequence }) => sequence > last);
  }

  /** One call of the API as an account, past the extension: what somebody else's window does. */
  async call(operation: string, input: object, { account = "111122223333", region = "us-east-1" } = {}): Promise<unknown> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `OvertureService.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}TEST/20260101/${region}/directconnect/aws4_request`,
      },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    assert.equal(response.status, 200, `${operation}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #control(method: "GET" | "POST", name: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}/_simulator/${name}`, body === undefined ? { method } : { method, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    assert.equal(response.status, 200, `${name}: ${JSON.stringify(answer)}`);
    return answer;
  }
}

/** The one that the whole suite shares. */
export function sharedSimulator(): SimulatorClient {
  const url = process.env["DX_SIMULATOR_URL"];
  assert.ok(url, "DX_SIMULATOR_URL names no simulator");
  return new SimulatorClient(url);
}

/** Starts the extension's own bundled simulator as a process of its own, to be killed. */
export async function startOwnSimulator(port = 0): Promise<{ readonly client: SimulatorClient; readonly child: ChildProcess }> {
  const child = fork(join(extension().extensionPath, "dist", "simulator.cjs"), ["--port", String(port)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [message] = (await once(child, "message")) as [{ readonly listening: string }];
  return { client: new SimulatorClient(message.listening), child };
}

/** Kills without a chance to say goodbye, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

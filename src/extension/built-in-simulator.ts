import { fork, type ChildProcess } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { environmentProfile, type Profile } from "../model/profile.ts";
import { Emitter, type Event } from "./emitter.ts";

export interface BuiltInSimulatorConfig {
  /** The bundled simulator. */
  readonly program: string;
  /** Where the estate is kept while the simulator does not run; undefined: nowhere. */
  readonly stateFile: string | undefined;
  readonly log: { info(message: string): void; error(message: string): void };
}

export type SimulatorState = "stopped" | "starting" | "running" | "died";

/** The accounts of its estate, each as a profile of its own. */
const accounts = [
  { id: "111122223333", region: "us-east-1" },
  { id: "222233334444", region: "us-east-1" },
  { id: "444455556666", region: "us-east-1" },
] as const;

/** The Regions in which the estate has something. */
export const simulatorRegions: readonly string[] = ["us-east-1", "eu-west-1"];

export const simulatorProfiles: readonly Profile[] = accounts.map(({ id, region }) => ({
  name: `simulator (${id})`,
  source: "simulator",
  region,
  account: id,
}));

/** The account that a profile of the built-in simulator stands for; undefined for all other profiles. */
export function simulatedAccountOf(profile: string): string | undefined {
  return simulatorProfiles.find(({ name }) => name === profile)?.account;
}

/** The name that the AWS CLI is given for a profile; undefined for those that no file names. */
export function cliProfileOf(profile: string): string | undefined {
  return simulatedAccountOf(profile) === undefined && profile !== environmentProfile ? profile : undefined;
}

/** The simulator that comes with the extension, as a process that lives no longer than the extension. */
export class BuiltInSimulator {
  readonly #config: BuiltInSimulatorConfig;
  readonly #changed = new Emitter<SimulatorState>();
  #child: ChildProcess | undefined;
  /** Counts how often it was stopped, so that a start on its way notices. */
  #round = 0;
  #starting: Promise<string> | undefined;
  #state: SimulatorState = "stopped";
  #url: string | undefined;

  /** Fires when the state has changed, also when the process has ended by itself: the state is then `died`. */
  readonly onDidChange: Event<SimulatorState> = this.#changed.event;

  constructor(config: BuiltInSimulatorConfig) {
    this.#config = config;
  }

  get state(): SimulatorState {
    return this.#state;
  }

  /** Where it listens, or last listened; undefined before the first start. */
  get url(): string | undefined {
    return this.#url;
  }

  /**
   * Starts it unless it runs, and resolves with its address. `fresh` begins with the sample estate instead of the one
   * that was left. Throws an `Error` with the simulator's own complaint when it does not start.
   */
  start({ fresh = false } = {}): Promise<string> {
    this.#starting ??= this.#launchRound(fresh);
    return this.#starting;
  }

  stop(): void {
    this.#round += 1;
    const child = this.#child;
    this.#child = undefined;
    this.#starting = undefined;
    child?.kill();
    this.#become("stopped");
  }

  dispose(): void {
    this.stop();
    this.#changed.dispose();
  }

  async #launchRound(fresh: boolean): Promise<string> {
    const round = this.#round;
    const isWanted = (): boolean => round === this.#round;
    try {
      return await this.#launch(fresh, isWanted);
    } catch (error) {
      // What was stopped may have been started again meanwhile.
      if (isWanted()) {
        this.#starting = undefined;
        this.#become("stopped");
      }
      throw error;
    }
  }

  async #launch(fresh: boolean, isWanted: () => boolean): Promise<string> {
    this.#become("starting");
    const given = await this.#arguments(fresh);
    if (!isWanted()) throw new Error("It was stopped before it had started.");
    const child = fork(this.#config.program, given, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      // The extension host may be run under a debugger, whose port a child must not claim.
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    const url = await untilListening(child);
    this.#url = url;
    child.once("exit", (code, signal) => {
      if (this.#child === child) this.#died(`code ${String(code)}, signal ${String(signal)}`);
    });
    this.#config.log.info(`The built-in simulator listens on ${url}.`);
    this.#become("running");
    return url;
  }

  async #arguments(fresh: boolean): Promise<string[]> {
    const { stateFile } = this.#config;
    const clock = ["--clock", "fast"];
    if (stateFile === undefined) return clock;
    if (fresh) await rm(stateFile, { force: true });
    await mkdir(dirname(stateFile), { recursive: true });
    return [...clock, "--state", stateFile];
  }

  #died(how: string): void {
    this.#child = undefined;
    this.#starting = undefined;
    this.#config.log.error(`The built-in simulator has ended by itself (${how}).`);
    this.#become("died");
  }

  #become(state: SimulatorState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changed.fire(state);
  }
}

const startWithin = 15_000;

async function untilListening(child: ChildProcess): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2_000)));
  return new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(complaint.trim() === "" ? why : complaint.trim()));
    };
    const timer = setTimeout(() => fail(`The simulator said nothing for ${startWithin / 1_000} seconds.`), startWithin);
    child.on("message", (message) => {
      if (!isListening(message)) return;
      clearTimeout(timer);
      resolve(message.listening);
    });
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`The simulator ended with code ${String(code)} before it listened.`));
  });
}

function isListening(message: unknown): message is { readonly listening: string } {
  return typeof message === "object" && message !== null && "listening" in message && typeof message.listening === "string";
}

import { Clock, type ClockMode } from "./clock.ts";
import { loadEstate } from "./estate/load-estate.ts";
import type { StateFile } from "./estate/state-file.ts";
import { type Fault, FaultPlan } from "./faults.ts";
import type { Caller } from "./http/caller.ts";
import { CallLog } from "./http/call-log.ts";
import { checkInput } from "./input/check-input.ts";
import type { Answer } from "./operations/operation.ts";
import { findOperation } from "./operations/index.ts";
import { ApiFailure } from "./rules/api-failure.ts";
import { simulatorTexts } from "./rules/texts.ts";
import { advance } from "./world/passing-of-time.ts";
import type { World } from "./world/world.ts";
import { bringAbout, type WorldEvent } from "./world/world-events.ts";

export interface SimulatorOptions {
  /** `empty`, `sample` or a file. */
  readonly estate: string;
  readonly clock: ClockMode;
  /** The Regions that answer; all if the list is empty. */
  readonly regions: readonly string[];
  readonly stateFile?: StateFile;
  readonly faults?: readonly Fault[];
}

/** One pretended Direct Connect: its world, its time and the trouble it is told to make. */
export class Simulator {
  readonly clock: Clock;
  readonly faults: FaultPlan;
  readonly log = new CallLog();
  readonly #options: SimulatorOptions;
  #world: World;

  /** Throws EstateError when the estate or the state file cannot be used. */
  constructor(options: SimulatorOptions, clock = new Clock(options.clock)) {
    this.#options = options;
    this.clock = clock;
    this.faults = new FaultPlan(options.faults);
    this.#world = options.stateFile?.load(clock.now()) ?? loadEstate(options.estate, clock.now());
    clock.continueFrom(this.#world.now);
  }

  get defaultRegion(): string {
    return this.#options.regions[0] ?? "us-east-1";
  }

  /** The world as it is now. */
  get world(): World {
    advance(this.#world, this.clock.now());
    return this.#world;
  }

  /** Runs one operation. Throws ApiFailure. */
  run(operation: string, caller: Caller, input: unknown): Answer {
    const { regions } = this.#options;
    if (regions.length > 0 && !regions.includes(caller.region)) {
      throw new ApiFailure("UnrecognizedClientException", 400, simulatorTexts.regionNotServed(caller.region));
    }
    const { effect, run } = findOperation(operation);
    const answer = run({ world: this.world, ...caller, input: checkInput(operation, input) as never });
    if (effect === "writes") this.#save();
    return answer;
  }

  /** Starts over, from another estate if one is given. Throws EstateError and changes nothing if it cannot be used. */
  reset(estate: unknown = this.#options.estate): void {
    this.#world = loadEstate(estate, this.clock.now());
    this.clock.continueFrom(this.#world.now);
    this.faults.set(this.#options.faults ?? []);
    this.#save();
  }

  skipTime(milliseconds: number): void {
    this.clock.skip(milliseconds);
    this.#save();
  }

  /** Tells what stands in the way, or undefined when it is done. */
  bringAbout(event: WorldEvent, id: string): string | undefined {
    const problem = bringAbout(this.world, event, id);
    if (problem === undefined) this.#save();
    return problem;
  }

  #save(): void {
    this.#options.stateFile?.save(this.world);
  }
}

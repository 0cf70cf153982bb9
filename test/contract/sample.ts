import type { DirectConnectClient } from "@aws-sdk/client-direct-connect";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type SimulatorProcess, startSimulator } from "../support/simulator.ts";
import { clientOf, sampleIds } from "./clients.ts";

/** A simulator on the sample estate. */
export interface Sample {
  readonly simulator: SimulatorProcess;
  /** The id of what has this name. */
  readonly id: (name: string) => string;
  readonly as: (account?: string, region?: string) => DirectConnectClient;
  readonly passMinutes: (minutes: number) => Promise<unknown>;
  readonly passSeconds: (seconds: number) => Promise<unknown>;
}

/** One for the tests of a file, as it began before each of them. */
export function sampleForEachTest(): Sample {
  const running = {} as { simulator: SimulatorProcess; id: (name: string) => string };
  beforeAll(async () => {
    running.simulator = await startSimulator();
    running.id = await sampleIds(running.simulator.url);
  });
  beforeEach(() => running.simulator.post("reset"));
  afterAll(() => running.simulator.stop());
  const passSeconds = (seconds: number): Promise<unknown> => running.simulator.post("clock", { advanceSeconds: seconds });
  return {
    get simulator() {
      return running.simulator;
    },
    id: (name) => running.id(name),
    as: (account, region) => clientOf(running.simulator.url, account, region),
    passSeconds,
    passMinutes: (minutes) => passSeconds(minutes * 60),
  };
}

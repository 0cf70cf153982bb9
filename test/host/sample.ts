// The sample estate as a suite finds it before each of its tests.
import { before, beforeEach } from "mocha";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { openView } from "./extension.ts";
import { sharedSimulator, type SimulatorClient } from "./simulator.ts";

export interface Sample {
  readonly simulator: SimulatorClient;
  readonly api: DirectConnectApi;
}

/** Has the view open for the suite around, and the sample as it began, and read, before each test. */
export function sampleForEachTest(): Sample {
  const simulator = sharedSimulator();
  const opened = {} as { api: DirectConnectApi };
  before(async () => {
    opened.api = await openView();
  });
  beforeEach(async () => {
    await simulator.reset();
    await opened.api.refresh();
  });
  return {
    simulator,
    get api() {
      return opened.api;
    },
  };
}

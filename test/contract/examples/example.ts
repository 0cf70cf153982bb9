import type { SimulatorProcess } from "../../support/simulator.ts";

/** One call that works, for the account that may make it. */
export interface Example {
  /** Ours if left out. */
  readonly account?: string;
  /** Prepares what the call needs and gives its input; nothing if left out. */
  readonly input?: () => Record<string, unknown> | Promise<Record<string, unknown>>;
}

export type Examples = Readonly<Record<string, Example>>;

/** The simulator with its sample estate, in which things are found by name. */
export interface Sample {
  readonly simulator: SimulatorProcess;
  readonly id: (name: string) => string;
}

export type Estate = Record<string, Record<string, unknown>[]>;

/** Changes the estate as it is now. */
export async function changeEstate({ simulator }: Sample, change: (estate: Estate) => void): Promise<void> {
  const estate = (await simulator.get("state")) as Estate;
  change(estate);
  await simulator.post("reset", { estate });
}

/** The entry of one of an estate's lists by id. */
export function entryOf(estate: Estate, list: string, id: string): Record<string, unknown> {
  const found = estate[list]?.find((item) => Object.values(item).includes(id));
  if (found === undefined) throw new Error(`the estate's ${list} have no ${id}`);
  return found;
}

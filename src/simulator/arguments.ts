import { parseArgs } from "node:util";
import type { ClockMode } from "./clock.ts";
import { isRegion } from "./rules/regions.ts";

export interface Arguments {
  /** 0 takes a free one. */
  readonly port: number;
  readonly estate: string;
  readonly state: string | undefined;
  readonly clock: ClockMode;
  readonly regions: readonly string[];
  readonly faults: string | undefined;
}

export const usage = `Usage: dx simulate [options]
  --port N         the port to listen on (default: a free one)
  --estate NAME    sample, empty, an estate file, or a folder of captured answers (default: sample)
  --state FILE     keep the estate in this file across restarts
  --clock MODE     real, fast (a minute takes a second) or manual (default: real)
  --region R       answer in this Region only; may be given again (default: all Regions)
  --faults FILE    start with the faults of this file
  --help           show this`;

const clockModes: readonly string[] = ["real", "fast", "manual"] satisfies ClockMode[];

export type ReadArguments = { readonly arguments: Arguments } | "help" | { readonly problem: string };

const defaults = { port: "0", estate: "sample", clock: "real", region: [] as readonly string[] };

/** Reads the command line; a text says what is wrong with it, `help` that only the usage is asked for. */
export function readArguments(given: readonly string[]): ReadArguments {
  const parsed = parse(given);
  if (typeof parsed === "string") return { problem: parsed };
  return parsed.help === true ? "help" : check({ ...defaults, ...parsed });
}

type Parsed = Exclude<ReturnType<typeof parse>, string>;

function check({ port, clock, estate, region: regions, state, faults }: Omit<Parsed, keyof typeof defaults> & typeof defaults): ReadArguments {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    return { problem: `--port is "${port}"; give a number from 0 to 65535` };
  }
  if (!clockModes.includes(clock)) return { problem: `--clock is "${clock}"; give one of ${clockModes.join(", ")}` };
  const wrong = regions.find((region) => !isRegion(region));
  if (wrong !== undefined) return { problem: `--region is "${wrong}"; give a Region such as us-east-1` };
  return { arguments: { port: Number(port), estate, state, clock: clock as ClockMode, regions, faults } };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: false,
      options: {
        port: { type: "string" },
        estate: { type: "string" },
        state: { type: "string" },
        clock: { type: "string" },
        region: { type: "string", multiple: true },
        faults: { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

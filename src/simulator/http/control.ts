import { describeValue } from "../describe-value.ts";
import { EstateError } from "../estate/estate-error.ts";
import { lastMoment } from "../estate/times.ts";
import { writeEstate } from "../estate/write-estate.ts";
import { readFaults } from "../faults.ts";
import { servedOperations } from "../operations/index.ts";
import type { Simulator } from "../simulator.ts";
import { type WorldEvent, worldEvents } from "../world/world-events.ts";

/** What a control endpoint answers, as JSON. */
export interface ControlReply {
  readonly status: number;
  readonly value: unknown;
}

type Body = Readonly<Record<string, unknown>>;
type Control = (simulator: Simulator, body: Body) => ControlReply;

export const controlPrefix = "/_simulator/";

/** Longer than anything that the API lets happen. */
const longestSkip = 10 * 365 * 24 * 3600;

const controls: Readonly<Record<string, Control>> = {
  "GET health": (simulator) =>
    done({
      status: "ok",
      clock: simulator.clock.mode,
      now: new Date(simulator.clock.now()).toISOString(),
      operations: servedOperations.length,
    }),
  "GET state": (simulator) => done(writeEstate(simulator.world)),
  "GET requests": (simulator) => done({ requests: simulator.log.calls }),
  "GET faults": (simulator) => done({ faults: simulator.faults.remaining }),
  "POST reset": (simulator, { estate }) => {
    try {
      simulator.reset(estate);
    } catch (error) {
      if (error instanceof EstateError) return refused(error.message);
      throw error;
    }
    return done({ status: "ok" });
  },
  "POST clock": (simulator, { advanceSeconds }) => {
    if (typeof advanceSeconds !== "number" || !(advanceSeconds >= 0 && advanceSeconds <= longestSkip)) {
      return refused(`advanceSeconds is ${describeValue(advanceSeconds)}; give a number from 0 to ${longestSkip}`);
    }
    if (simulator.clock.now() + advanceSeconds * 1000 > lastMoment) return refused("time ends with the year 9999; reset the simulator");
    simulator.skipTime(advanceSeconds * 1000);
    return done({ now: new Date(simulator.clock.now()).toISOString() });
  },
  "POST faults": (simulator, body) => {
    const faults = readFaults(body);
    if (typeof faults === "string") return refused(faults);
    simulator.faults.set(faults);
    return done({ faults });
  },
  "POST world": (simulator, { event, id }) => {
    const known = worldEvents.find((name): name is WorldEvent => name === event);
    if (known === undefined) return refused(`event is ${describeValue(event)}; give one of ${worldEvents.join(", ")}`);
    if (typeof id !== "string") return refused(`id is ${describeValue(id)}; give the id of a resource`);
    const problem = simulator.bringAbout(known, id);
    return problem === undefined ? done({ status: "ok" }) : refused(problem);
  },
};

/** Answers a control request; `name` is what follows the prefix. */
export function control(simulator: Simulator, method: string, name: string, body: string): ControlReply {
  const key = `${method} ${name}`;
  const run = Object.hasOwn(controls, key) ? controls[key] : undefined;
  if (run === undefined) {
    return { status: 404, value: { error: `no such endpoint: ${key}; there are ${Object.keys(controls).join(", ")}` } };
  }
  const parsed = readObject(body);
  return parsed === undefined ? refused("the body has to be a JSON object") : run(simulator, parsed);
}

function readObject(body: string): Body | undefined {
  if (body.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}

function done(value: unknown): ControlReply {
  return { status: 200, value };
}

function refused(error: string): ControlReply {
  return { status: 400, value: { error } };
}

import { describeValue } from "./describe-value.ts";
import { operationNames } from "./input/check-input.ts";
import { isRegion } from "./rules/regions.ts";

const faultKinds = [
  "throttle",
  "error",
  "timeout",
  "latency",
  "expired",
  "denied",
  "malformed",
  "truncated",
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Trouble on request, for the calls that match all of what is given. */
export interface Fault {
  readonly operation?: string;
  readonly region?: string;
  readonly account?: string;
  readonly kind: FaultKind;
  /** The share of matching calls that it hits, spread evenly; 1 if absent. */
  readonly rate?: number;
  readonly latencyMs?: number;
  /** The HTTP status of an `error`; 500 if absent. */
  readonly status?: number;
  /** How many calls it hits before it is over; without end if absent. */
  readonly times?: number;
}

export interface FaultTarget {
  readonly operation: string;
  readonly region: string;
  readonly account: string;
}

interface ActiveFault {
  readonly fault: Fault;
  matched: number;
  hits: number;
}

/** The faults in force and how often they have struck. */
export class FaultPlan {
  #active: ActiveFault[];

  constructor(faults: readonly Fault[] = []) {
    this.#active = faults.map(activate);
  }

  set(faults: readonly Fault[]): void {
    this.#active = faults.map(activate);
  }

  /** Those in force, with the times that are left. */
  get remaining(): readonly Fault[] {
    return this.#active.map(({ fault, hits }) => {
      return fault.times === undefined ? fault : { ...fault, times: fault.times - hits };
    });
  }

  /** Every fault that strikes this call. A rate strikes evenly, not by chance, so that runs can be repeated. */
  strike(target: FaultTarget): readonly Fault[] {
    const struck = this.#active.filter((active) => matches(active.fault, target) && strikes(active));
    this.#active = this.#active.filter(({ fault, hits }) => fault.times === undefined || hits < fault.times);
    return struck.map(({ fault }) => fault);
  }
}

/** Reads the list of faults of a control request or file; a text says what is wrong with it. */
export function readFaults(value: unknown): readonly Fault[] | string {
  const list = (value as { faults?: unknown } | null | undefined)?.faults;
  if (!Array.isArray(list)) return 'give {"faults": [ … ]}';
  for (const [index, item] of list.entries()) {
    const problem = findProblem(item);
    if (problem !== undefined) return `faults[${index}]: ${problem}`;
  }
  return list as Fault[];
}

const memberTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  operation: (value) => operationNames.some((name) => name === value),
  region: (value) => typeof value === "string" && isRegion(value),
  account: (value) => typeof value === "string" && /^\d{12}$/.test(value),
  kind: (value) => faultKinds.some((kind) => kind === value),
  rate: (value) => typeof value === "number" && value >= 0 && value <= 1,
  latencyMs: (value) => typeof value === "number" && value >= 0 && value <= 3_600_000,
  status: (value) => Number.isInteger(value) && (value as number) >= 500 && (value as number) <= 599,
  times: (value) => Number.isInteger(value) && (value as number) > 0,
};

const wanted: Readonly<Record<string, string>> = {
  operation: "one of the service's, such as DescribeLags",
  region: "a Region such as us-east-1",
  account: "twelve digits in quotes",
  kind: `one of ${faultKinds.join(", ")}`,
  rate: "a number from 0 to 1",
  latencyMs: "milliseconds, at most an hour",
  status: "a status from 500 to 599",
  times: "a whole number above 0",
};

function findProblem(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null) return "it has to be an object";
  const { kind, latencyMs } = fault as Partial<Fault>;
  for (const [name, value] of Object.entries(fault)) {
    const problem = findMemberProblem(name, value);
    if (problem !== undefined) return problem;
  }
  if (kind === undefined) return `kind is missing; give ${wanted["kind"] ?? ""}`;
  return kind === "latency" && latencyMs === undefined ? "latencyMs is missing; a latency needs it" : undefined;
}

function findMemberProblem(name: string, value: unknown): string | undefined {
  const fits = Object.hasOwn(memberTypes, name) ? memberTypes[name] : undefined;
  if (fits === undefined) return `no such member: ${name}; it may have ${Object.keys(memberTypes).join(", ")}`;
  return fits(value) ? undefined : `${name} is ${describeValue(value)}; give ${wanted[name] ?? ""}`;
}

function activate(fault: Fault): ActiveFault {
  return { fault, matched: 0, hits: 0 };
}

function matches(fault: Fault, target: FaultTarget): boolean {
  const fits = (wish: string | undefined, is: string) => wish === undefined || wish === is;
  return fits(fault.operation, target.operation) && fits(fault.region, target.region) && fits(fault.account, target.account);
}

function strikes(active: ActiveFault): boolean {
  const rate = active.fault.rate ?? 1;
  active.matched += 1;
  const due = Math.floor(active.matched * rate) > Math.floor((active.matched - 1) * rate);
  if (due) active.hits += 1;
  return due;
}

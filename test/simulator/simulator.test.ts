import { describe, expect, test } from "vitest";
import { layouts, peerLayout } from "../../src/simulator/estate/layouts.ts";
import { readEstate } from "../../src/simulator/estate/read-estate.ts";
import { findDanglingReferences } from "../../src/simulator/estate/references.ts";
import { writeEstate } from "../../src/simulator/estate/write-estate.ts";
import type { Caller } from "../../src/simulator/http/caller.ts";
import { servedOperations } from "../../src/simulator/operations/index.ts";
import { ApiFailure } from "../../src/simulator/rules/api-failure.ts";
import { Simulator } from "../../src/simulator/simulator.ts";
import { findPort, hostedOn, virtualInterfacesOn } from "../../src/simulator/world/links.ts";
import type { Kind, WorldRecord } from "../../src/simulator/world/records.ts";
import type { World } from "../../src/simulator/world/world.ts";
import { worldEvents } from "../../src/simulator/world/world-events.ts";
import { accounts, Dice, type ObviousCall, obviousCalls, randomInput, regions } from "../support/random-calls.ts";

const runs: readonly Start[] = [
  { seed: 7, estate: "empty" },
  { seed: 8, estate: "sample" },
];
const steps = 1000;
/** Further runs, as many as it takes, until every operation has been answered and every state seen. */
const mostRuns = 12;
const minute = 60_000;
const pauses = [1000, 20_000, minute, 3 * minute, 20 * minute, 80 * 60 * minute];

/** How an operation is chosen: what makes something more often than what only reads or takes it away. */
const choices = servedOperations.flatMap((name) => {
  if (/^(Create|Allocate|Associate|Confirm|Accept)/.test(name)) return [name, name, name];
  return /^(Delete|Disassociate)/.test(name) ? [name] : [name, name].slice(0, name.startsWith("Describe") ? 1 : 2);
});

interface Start {
  readonly seed: number;
  readonly estate: string;
  readonly isCompared?: boolean;
}

interface Run {
  readonly simulator: Simulator;
  readonly dice: Dice;
  readonly seen: Set<string>;
  readonly answered: Set<string>;
  /** Whether a refused call is held to having changed nothing, which takes most of the time. */
  readonly isCompared: boolean;
  /** The estate after a refused call; undefined once something may have changed it. */
  text: string | undefined;
}

function startRun({ seed, estate, isCompared = true }: Start): Run {
  const simulator = new Simulator({ estate, clock: "manual", regions: [] });
  return { simulator, dice: new Dice(seed), seen: new Set(), answered: new Set(), isCompared, text: undefined };
}

function step(run: Run): void {
  const { simulator, dice } = run;
  const luck = dice.roll();
  if (luck < 0.12) run.text = undefined;
  if (luck < 0.06) simulator.skipTime(dice.pick(pauses));
  else if (luck < 0.12) happen(run);
  else callSomething(run);
  noteStates(run);
}

function happen({ simulator, dice }: Run): void {
  const records = (["connection", "interconnect", "lag", "virtualInterface"] as const).flatMap((kind) => [...simulator.world.all(kind)]);
  const waiting = records.filter(({ state }) => state === "requested" || state === "verifying");
  if (waiting.length > 0 && dice.chance(0.3)) simulator.bringAbout("approve", dice.pick(waiting).id);
  else if (records.length > 0) simulator.bringAbout(dice.pick(worldEvents), dice.pick(records).id);
}

function callSomething(run: Run): void {
  const { simulator, answered } = run;
  const { operation, account, region, input } = chooseCall(run);
  const before = run.isCompared ? (run.text ?? textOf(simulator.world)) : "";
  run.text = undefined;
  try {
    simulator.run(operation, { account, region }, input);
    answered.add(operation);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw new Error(`${operation} ${JSON.stringify(input)}`, { cause: error });
    const after = run.isCompared ? textOf(simulator.world) : "";
    if (after !== before) throw new Error(`${operation} was refused ("${error.message}") and changed something: ${JSON.stringify(input)}`, { cause: error });
    run.text = after;
  }
}

/** Now and then what somebody waits for, else anything. */
function chooseCall({ simulator, dice }: Run): ObviousCall {
  const obvious = dice.chance(0.3) ? obviousCalls(simulator.world) : [];
  if (obvious.length > 0) return dice.pick(obvious);
  const operation = dice.pick(choices);
  const caller = { account: dice.pick(accounts), region: dice.chance(0.85) ? regions[0] : regions[1] };
  return { operation, ...caller, input: randomInput(operation, { world: simulator.world, dice, caller }) };
}

function noteStates({ simulator, seen }: Run): void {
  for (const kind of kinds) for (const { state } of simulator.world.all(kind)) seen.add(`${kind} ${state}`);
  for (const { bgpPeers } of simulator.world.all("virtualInterface")) for (const { state } of bgpPeers) seen.add(`bgpPeer ${state}`);
}

const kinds = Object.keys(layouts) as Kind[];

/** All that a call can change. */
function textOf(world: World): string {
  return JSON.stringify({ ...writeEstate(world), locations: [] });
}

function problemsOf(world: World): string[] {
  const dangling = findDanglingReferences(world).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const ports = [...world.all("connection"), ...world.all("lag"), ...world.all("interconnect")];
  return [...dangling, ...ports.flatMap(({ id }) => doubledVlans(world, id))];
}

function doubledVlans(world: World, portId: string): string[] {
  const used = [...virtualInterfacesOn(world, portId), ...hostedOn(world, portId)].map(({ vlan }) => vlan);
  return used.filter((vlan, index) => used.indexOf(vlan) !== index).map((vlan) => `VLAN ${vlan ?? 0} stands twice on ${portId}`);
}

/** Who may see a record, stated anew: its owner, who owns what carries it, and both ends of what joins two accounts. */
function audienceOf(world: World, record: WorldRecord): readonly (string | undefined)[] {
  const ownerOf = (id: string | undefined) => (id === undefined ? undefined : findPort(world, id)?.ownerAccount);
  switch (record.kind) {
    case "connection":
      return [record.ownerAccount, ownerOf(record.parentConnectionId)];
    case "virtualInterface":
      return [record.ownerAccount, ownerOf(record.connectionId)];
    case "association":
    case "proposal":
      return [record.directConnectGatewayOwnerAccount, record.associatedGateway?.ownerAccount];
    default:
      return "ownerAccount" in record ? [record.ownerAccount] : accounts;
  }
}

/** The listings without a filter: what each lists, and the member that holds the id. */
const listings: Readonly<Record<string, { readonly kind: Kind; readonly list: string; readonly id: string }>> = {
  DescribeConnections: { kind: "connection", list: "connections", id: "connectionId" },
  DescribeLags: { kind: "lag", list: "lags", id: "lagId" },
  DescribeInterconnects: { kind: "interconnect", list: "interconnects", id: "interconnectId" },
  DescribeVirtualInterfaces: { kind: "virtualInterface", list: "virtualInterfaces", id: "virtualInterfaceId" },
  DescribeDirectConnectGateways: { kind: "directConnectGateway", list: "directConnectGateways", id: "directConnectGatewayId" },
  DescribeDirectConnectGatewayAssociationProposals: { kind: "proposal", list: "directConnectGatewayAssociationProposals", id: "proposalId" },
  ListVirtualInterfaceTestHistory: { kind: "failoverTest", list: "virtualInterfaceTestHistory", id: "testId" },
  ListResiliencyGroups: { kind: "resiliencyGroup", list: "items", id: "resiliencyGroupId" },
};

function strangersIn(simulator: Simulator): string[] {
  const callers = accounts.flatMap((account) => regions.map((region) => ({ account, region })));
  return callers.flatMap((caller) =>
    Object.entries(listings).flatMap(([operation, { kind, list, id }]) => {
      const items = (answerOf(simulator, operation, caller)[list] ?? []) as Record<string, string>[];
      const records = items.map((item) => simulator.world.find<Kind>(kind, item[id] ?? ""));
      const strangers = records.filter((record) => record === undefined || !audienceOf(simulator.world, record).includes(caller.account));
      return strangers.map((record) => `${operation} shows ${record?.id ?? "what is not there"} to ${caller.account}`);
    }),
  );
}

/** Empty where the account may not ask at all, as for interconnects without being a partner. */
function answerOf(simulator: Simulator, operation: string, caller: Caller): Readonly<Record<string, unknown>> {
  try {
    return simulator.run(operation, caller, {});
  } catch (error) {
    if (error instanceof ApiFailure) return {};
    throw error;
  }
}

describe.each(runs)("calls of three accounts at random, on the estate $estate", (given) => {
  const run = startRun(given);

  test("no call is answered with a bug, changes something when it is refused, or leaves the estate inconsistent", () => {
    for (let count = 0; count < steps; count += 1) {
      step(run);
      const problems = problemsOf(run.simulator.world);
      if (problems.length > 0) expect(problems, `after step ${count}`).toEqual([]);
    }
  }, 60_000);

  test("nobody sees what is not theirs", () => {
    expect(strangersIn(run.simulator)).toEqual([]);
  });

  test("the estate that is written is read again without a loss", () => {
    const written = writeEstate(run.simulator.world);
    const { world, problems } = readEstate(written, run.simulator.clock.now());
    expect(problems).toEqual([]);
    expect(writeEstate(world)).toEqual(written);
  });

  test("the same calls bring about the same estate", () => {
    const again = startRun({ ...given, isCompared: false });
    for (let count = 0; count < steps; count += 1) step(again);
    expect(textOf(again.simulator.world) === textOf(run.simulator.world), "both estates").toBe(true);
  }, 60_000);
});

test("every operation can be answered and every state be reached", () => {
  const missing = new Set([...servedOperations, ...everyState().filter((state) => !unseen.includes(state))]);
  for (let seed = 1; seed <= mostRuns && missing.size > 0; seed += 1) {
    const run = startRun({ seed, estate: seed % 2 === 0 ? "sample" : "empty", isCompared: false });
    for (let count = 0; count < steps; count += 1) step(run);
    for (const met of [...run.answered, ...run.seen]) missing.delete(met);
  }
  expect([...missing]).toEqual([]);
}, 60_000);

function everyState(): readonly string[] {
  const states = kinds.flatMap((kind) => statesOf(layouts[kind]).map((state) => `${kind} ${state}`));
  return [...states, ...statesOf(peerLayout).map((state) => `bgpPeer ${state}`)];
}

/** States that no record is ever found in: it is gone by then, or AWS alone knows when it says so. */
const unseen: readonly string[] = [
  ...kinds.map((kind) => `${kind} unknown`),
  // Listed no more from that moment on.
  ...["directConnectGateway deleted", "association disassociated", "resiliencyGroupAssociation disassociated"],
  // A LAG is made pending and deleted at once, as recorded answers show; only an estate can say otherwise.
  ...["lag requested", "lag deleting"],
  // EC2's business.
  ...["cloudGateway pending", "cloudGateway deleting", "cloudGateway deleted"],
];

function statesOf({ members }: (typeof layouts)[Kind]): readonly string[] {
  const type = members["state"]?.type;
  return Array.isArray(type) ? (type as readonly string[]) : [];
}

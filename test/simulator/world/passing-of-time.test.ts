import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { advance, deleteVirtualInterface } from "../../../src/simulator/world/passing-of-time.ts";
import type { Kind, RecordOf } from "../../../src/simulator/world/records.ts";
import type { World } from "../../../src/simulator/world/world.ts";

const start = Date.UTC(2026, 0, 1);
const minute = 60_000;
const hour = 60 * minute;

function sample(): World {
  return loadEstate("sample", start);
}

function named<K extends Kind>(world: World, kind: K, name: string): RecordOf<K> {
  const [found] = world.where(kind, (record) => "name" in record && record.name === name);
  if (found === undefined) throw new Error(`no ${kind} is named ${name}`);
  return found;
}

/** The states that a record goes through, each with the minute at which it is first seen. */
function history(world: World, record: { state: string }, minutes: number): string[] {
  const seen = [`0 ${record.state}`];
  for (let passed = 1; passed <= minutes; passed += 1) {
    const before = record.state;
    advance(world, start + passed * minute);
    if (record.state !== before) seen.push(`${passed} ${record.state}`);
  }
  return seen;
}

test("a requested connection is approved after its review, and up two minutes later", () => {
  const world = sample();
  const connection = named(world, "connection", "new-iad-c");
  advance(world, start + 70 * hour - 1);
  expect(connection.state).toBe("requested");
  advance(world, start + 70 * hour);
  expect(connection.state).toBe("pending");
  advance(world, start + 70 * hour + 2 * minute);
  expect(connection.state).toBe("available");
});

test("a pending virtual interface comes up with its peers and is attached", () => {
  const world = sample();
  const virtualInterface = named(world, "virtualInterface", "prod-lhr-b-backup");
  expect(virtualInterface.attachmentState).toBe("attaching");
  expect(history(world, virtualInterface, 25)).toEqual(["0 pending", "20 available"]);
  expect(virtualInterface.bgpPeers[0]).toMatchObject({ state: "available", bgpStatus: "up" });
  expect(virtualInterface.attachmentState).toBe("attached");
});

test("public prefixes are verified before the session comes up", () => {
  const world = sample();
  const virtualInterface = named(world, "virtualInterface", "public-lhr");
  expect(history(world, virtualInterface, 71 * 60 + 3)).toEqual(["0 verifying", "4260 pending", "4262 available"]);
});

test("a deleted virtual interface is listed for fifteen minutes", () => {
  const world = sample();
  const virtualInterface = named(world, "virtualInterface", "prod-iad-a-private");
  deleteVirtualInterface(world, virtualInterface);
  expect(virtualInterface).toMatchObject({ state: "deleting", attachmentState: "detaching" });
  advance(world, start + minute);
  expect(virtualInterface).toMatchObject({ state: "deleted", attachmentState: "detached" });
  advance(world, start + 16 * minute - 1);
  expect(world.find("virtualInterface", virtualInterface.id)).toBe(virtualInterface);
  advance(world, start + 16 * minute);
  expect(world.find("virtualInterface", virtualInterface.id)).toBeUndefined();
});

test("a proposal expires and is listed for three days more", () => {
  const world = sample();
  const [proposal] = world.where("proposal", ({ state }) => state === "requested");
  if (proposal === undefined) throw new Error("the sample has a proposal");
  advance(world, start + 6 * 24 * hour);
  expect(proposal.state).toBe("deleted");
  advance(world, start + 9 * 24 * hour - 1);
  expect(world.find("proposal", proposal.id)).toBe(proposal);
  advance(world, start + 9 * 24 * hour);
  expect(world.find("proposal", proposal.id)).toBeUndefined();
});

test("a failover test gives the session back when its time is over", () => {
  const world = sample();
  const virtualInterface = named(world, "virtualInterface", "core-iad-b-transit");
  expect(virtualInterface.bgpPeers[0]?.bgpStatus).toBe("down");
  expect(history(world, virtualInterface, 165)).toEqual(["0 testing", "160 available"]);
  expect(virtualInterface.bgpPeers[0]?.bgpStatus).toBe("up");
  const [test] = world.where("failoverTest", ({ virtualInterfaceId }) => virtualInterfaceId === virtualInterface.id);
  expect(test).toMatchObject({ state: "Completed", endTime: start + 160 * minute });
});

test("many small steps end where one large step does", () => {
  const small = sample();
  const large = sample();
  for (let passed = 0; passed <= 100; passed += 1) advance(small, start + passed * hour);
  advance(large, start + 100 * hour);
  const statesOf = (world: World) => [...world.all("virtualInterface"), ...world.all("connection")].map(({ id, state }) => `${id} ${state}`);
  expect(statesOf(small)).toEqual(statesOf(large));
});

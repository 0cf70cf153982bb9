import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { advance } from "../../../src/simulator/world/passing-of-time.ts";
import type { Kind, RecordOf } from "../../../src/simulator/world/records.ts";
import type { World } from "../../../src/simulator/world/world.ts";
import { bringAbout } from "../../../src/simulator/world/world-events.ts";

const start = Date.UTC(2026, 0, 1);

function sample(): World {
  return loadEstate("sample", start);
}

function named<K extends Kind>(world: World, kind: K, name: string): RecordOf<K> {
  const [found] = world.where(kind, (record) => "name" in record && record.name === name);
  if (found === undefined) throw new Error(`no ${kind} is named ${name}`);
  return found;
}

test("a cut link takes its virtual interfaces down and brings them back", () => {
  const world = sample();
  const link = named(world, "connection", "prod-iad-a");
  const carried = ["prod-iad-a-private", "core-iad-a-transit"].map((name) => named(world, "virtualInterface", name));
  expect(bringAbout(world, "linkDown", link.id)).toBeUndefined();
  expect([link, ...carried].map(({ state }) => state)).toEqual(["down", "down", "down"]);
  expect(carried[0]?.bgpPeers[0]?.bgpStatus).toBe("down");
  bringAbout(world, "linkUp", link.id);
  expect([link, ...carried].map(({ state }) => state)).toEqual(["available", "available", "available"]);
});

test("a session that a router holds down stays down when the link comes back", () => {
  const world = sample();
  const link = named(world, "connection", "prod-lhr-b");
  bringAbout(world, "linkDown", link.id);
  bringAbout(world, "linkUp", link.id);
  expect(named(world, "virtualInterface", "prod-lhr-b-private").state).toBe("down");
});

test("a LAG goes down below its minimum of links, with what it carries", () => {
  const world = sample();
  const lag = named(world, "lag", "prod-iad-lag");
  const carried = named(world, "virtualInterface", "prod-iad-lag-private");
  const members = ["prod-iad-lag-1", "prod-iad-lag-2"].map((name) => named(world, "connection", name));
  bringAbout(world, "linkDown", members[0]?.id ?? "");
  expect([lag.state, carried.state]).toEqual(["available", "available"]);
  bringAbout(world, "linkDown", members[1]?.id ?? "");
  expect([lag.state, carried.state]).toEqual(["down", "down"]);
  bringAbout(world, "linkUp", members[0]?.id ?? "");
  expect([lag.state, carried.state]).toEqual(["available", "available"]);
  lag.minimumLinks = 2;
  bringAbout(world, "linkDown", members[1]?.id ?? "");
  expect([lag.state, carried.state]).toEqual(["down", "down"]);
});

test("a LAG with a minimum of zero stays up without a link, but nothing passes", () => {
  const world = sample();
  const lag = named(world, "lag", "prod-iad-lag");
  lag.minimumLinks = 0;
  for (const name of ["prod-iad-lag-1", "prod-iad-lag-2"]) bringAbout(world, "linkDown", named(world, "connection", name).id);
  expect(lag.state).toBe("available");
  expect(named(world, "virtualInterface", "prod-iad-lag-private").state).toBe("down");
});

test("a cut interconnect takes its hosted connections down, but not the one that waits", () => {
  const world = sample();
  const interconnect = named(world, "interconnect", "megaport-iad-1");
  bringAbout(world, "linkDown", interconnect.id);
  expect(named(world, "connection", "branch-iad-data").state).toBe("down");
  expect(named(world, "virtualInterface", "branch-iad-data-private").state).toBe("down");
  expect(named(world, "connection", "branch-iad-voice").state).toBe("ordering");
});

test("one BGP session can go down alone, and all of a virtual interface together", () => {
  const world = sample();
  const virtualInterface = named(world, "virtualInterface", "prod-lhr-a-private");
  const [ipv4, ipv6] = virtualInterface.bgpPeers;
  bringAbout(world, "bgpDown", ipv4?.id ?? "");
  expect([virtualInterface.state, ipv4?.bgpStatus, ipv6?.bgpStatus]).toEqual(["available", "down", "up"]);
  bringAbout(world, "bgpDown", virtualInterface.id);
  expect([virtualInterface.state, ipv4?.bgpStatus, ipv6?.bgpStatus]).toEqual(["down", "down", "down"]);
  bringAbout(world, "bgpUp", virtualInterface.id);
  expect([virtualInterface.state, ipv4?.bgpStatus, ipv6?.bgpStatus]).toEqual(["available", "up", "up"]);
});

test("an approval ends a review at once", () => {
  const world = sample();
  const connection = named(world, "connection", "new-iad-c");
  const virtualInterface = named(world, "virtualInterface", "public-lhr");
  bringAbout(world, "approve", connection.id);
  bringAbout(world, "approve", virtualInterface.id);
  expect([connection.state, virtualInterface.state]).toEqual(["pending", "pending"]);
  advance(world, start + 120_000);
  expect([connection.state, virtualInterface.state]).toEqual(["available", "available"]);
});

test.each([
  ["linkDown", "dxcon-none0000", 'no connection or interconnect has the id "dxcon-none0000"'],
  ["bgpUp", "dxvif-none0000", 'no virtual interface and no BGP peer has the id "dxvif-none0000"'],
  ["reject", "dxcon-none0000", "no connection, interconnect, LAG or virtual interface"],
  ["detachVpc", "tgw-0908dcafc015a9e26", "no virtual private gateway"],
  ["approve", "dxcon-none0000", "no connection, interconnect, LAG or virtual interface"],
] as const)("%s of something unknown says so", (event, id, problem) => {
  expect(bringAbout(sample(), event, id)).toContain(problem);
});

test("an approval of what waits for none says so", () => {
  const world = sample();
  const { id } = named(world, "connection", "prod-iad-a");
  expect(bringAbout(world, "approve", id)).toBe(`${id} is available; only what is requested waits for a review`);
});

test("a rejected order is deleted, rejected prefixes reject their virtual interface, and both leave in time", () => {
  const world = sample();
  const connection = named(world, "connection", "new-iad-c");
  const [virtualInterface] = world.where("virtualInterface", ({ state }) => state === "verifying");
  if (virtualInterface === undefined) throw new Error("the sample has a virtual interface that is verified");
  expect(bringAbout(world, "reject", connection.id)).toBeUndefined();
  expect(bringAbout(world, "reject", virtualInterface.id)).toBeUndefined();
  expect([connection.state, virtualInterface.state]).toEqual(["deleted", "rejected"]);
  expect(bringAbout(world, "reject", connection.id)).toBe(`${connection.id} is deleted; only what is requested can be rejected`);
  expect(bringAbout(world, "reject", virtualInterface.id)).toContain("only what is verifying can be rejected");
  advance(world, start + 15 * 60_000);
  expect(world.find("connection", connection.id)).toBeUndefined();
  expect(world.find("virtualInterface", virtualInterface.id)).toBeUndefined();
});

test("a rejected LAG goes with its requested members, and stays for the others", () => {
  for (const left of [0, 1]) {
    const world = sample();
    const lag = named(world, "lag", "prod-iad-lag");
    for (const carried of world.linked("virtualInterface", "port", lag.id)) carried.state = "deleted";
    const members = world.linked("connection", "lag", lag.id);
    expect(bringAbout(world, "reject", lag.id)).toContain("none of its members is requested");
    for (const member of members.slice(left)) world.change(member, "requested");
    expect(bringAbout(world, "reject", lag.id)).toBeUndefined();
    expect(lag.state).toBe(left === 0 ? "deleted" : "available");
    expect(members.map(({ state }) => state === "deleted")).toEqual(members.map((_, index) => index >= left));
  }
});

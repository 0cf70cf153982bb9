import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { callOverWire, failureOf, networkTeam, ours, partner } from "./clients.ts";
import { changeEstate, entryOf, type Estate } from "./examples/example.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passSeconds } = context;
const world = (event: string, id: string | undefined) => context.simulator.post("world", { event, id });

const order = { location: "EqDC2", connectionsBandwidth: "10Gbps", lagName: "new", numberOfConnections: 2 };
const create = (input: Partial<sdk.CreateLagRequest> = {}, account?: string) => as(account).send(new sdk.CreateLagCommand({ ...order, ...input }));
const join = (connectionId: string | undefined, lagId: string | undefined, account?: string) =>
  as(account).send(new sdk.AssociateConnectionWithLagCommand({ connectionId, lagId }));
const leave = (connectionId: string | undefined, lagId: string | undefined, account?: string) =>
  as(account).send(new sdk.DisassociateConnectionFromLagCommand({ connectionId, lagId }));

async function connection(connectionId: string | undefined, account?: string): Promise<sdk.Connection> {
  const { connections: [found] = [] } = await as(account).send(new sdk.DescribeConnectionsCommand({ connectionId }));
  return found ?? {};
}

async function lag(lagId: string | undefined, account?: string): Promise<sdk.Lag> {
  const { lags: [found] = [] } = await as(account).send(new sdk.DescribeLagsCommand({ lagId }));
  return found ?? {};
}

/** Where a virtual interface is, its state and that of its first session. */
async function traffic(name: string): Promise<unknown[]> {
  const input = { virtualInterfaceId: context.id(name) };
  const { virtualInterfaces: [found] = [] } = await as().send(new sdk.DescribeVirtualInterfacesCommand(input));
  return [found?.connectionId, found?.virtualInterfaceState, found?.bgpPeers?.[0]?.bgpStatus];
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { name, message, status } = await failureOf(call);
  expect([name, status]).toEqual(["DirectConnectClientException", 400]);
  return message;
}

/** The sample with prod-iad-a on the device of prod-iad-lag, so that it may join. */
async function neighbours(change: (estate: Estate, connection: Record<string, unknown>) => void = () => undefined): Promise<[string, string]> {
  const [connectionId, lagId] = [context.id("prod-iad-a"), context.id("prod-iad-lag")];
  await changeEstate(context, (estate) => {
    const found = entryOf(estate, "connections", connectionId);
    found["awsDeviceV2"] = entryOf(estate, "lags", lagId)["awsDeviceV2"];
    change(estate, found);
  });
  return [connectionId, lagId];
}

test("a LAG is ordered with members that AWS names, on one device, and is down until enough of them are up", async () => {
  const ordered = await create({ providerName: "Megaport", tags: [{ key: "a", value: "lag" }], childConnectionTags: [{ key: "a", value: "link" }] });
  expect(ordered).toMatchObject({
    ownerAccount: ours, lagName: "new", lagState: "pending", numberOfConnections: 2, connectionsBandwidth: "10Gbps", minimumLinks: 0,
    location: "EqDC2", region: "us-east-1", allowsHostedConnections: false, providerName: "Megaport", tags: [{ key: "a", value: "lag" }],
  });
  const { lagId = "", connections = [] } = ordered;
  expect(lagId).toMatch(/^dxlag-[0-9a-z]{8}$/);
  expect(connections.map(({ connectionName }) => connectionName)).toEqual([1, 2].map((number) => `Requested Connection ${number} for Lag ${lagId}`));
  for (const member of connections) {
    expect(member).toMatchObject({ connectionState: "requested", lagId, awsDeviceV2: ordered.awsDeviceV2, tags: [{ key: "a", value: "link" }], providerName: "Megaport" });
  }
  await as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 1 }));
  await passSeconds(120);
  expect((await lag(lagId)).lagState).toBe("down");
  await world("approve", lagId);
  await passSeconds(120);
  expect((await lag(lagId)).lagState).toBe("available");
  await as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 2 }));
  await world("linkDown", connections[0]?.connectionId);
  expect((await lag(lagId)).lagState).toBe("down");
  await world("linkUp", connections[0]?.connectionId);
  expect((await lag(lagId)).lagState).toBe("available");
});

test.each<[string, Partial<sdk.CreateLagRequest>, string]>([
  ["no member", { numberOfConnections: 0 }, "A LAG of 10Gbps connections can have 1 to 4 of them, not 0."],
  ["five members of 10 Gbps", { numberOfConnections: 5 }, "can have 1 to 4 of them, not 5."],
  ["three members of 100 Gbps", { numberOfConnections: 3, connectionsBandwidth: "100Gbps" }, "A LAG of 100Gbps connections can have 1 to 2 of them, not 3."],
  ["a speed that the location lacks", { connectionsBandwidth: "400Gbps" }, "The location EqDC2 has no ports of 400Gbps"],
  ["an unknown location", { location: "Nowhere" }, "The location Nowhere does not exist"],
  ["MACsec at a speed without it", { connectionsBandwidth: "1Gbps", requestMACSec: true }, "that are capable of MACsec"],
  ["a provider from elsewhere", { providerName: "eir" }, "The provider eir does not serve"],
  ["an unknown connection", { connectionId: "dxcon-none0000" }, "Could not find Connection with ID dxcon-none0000"],
  ["no name", { lagName: "" }, "The name must have 1 to 100 characters."],
])("a LAG with %s is refused and nothing is ordered", async (_, input, expected) => {
  const before = await context.simulator.get("state");
  expect(await refusalOf(create(input))).toContain(expected);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("an account has ten LAGs in a Region and ten connections at a location, those of LAGs counted", async () => {
  await context.simulator.post("reset", { estate: "empty" });
  for (const location of ["EqDC2", "EqDC2", "CSVA1"]) await create({ location, numberOfConnections: 4 });
  expect(await refusalOf(create({ numberOfConnections: 3 }))).toContain("can have 10 connections at the location EqDC2");
  for (let count = 3; count < 10; count += 1) {
    const made = await create({ location: "CSNY1", numberOfConnections: 1 });
    await as().send(new sdk.DisassociateConnectionFromLagCommand({ connectionId: made.connections?.[0]?.connectionId, lagId: made.lagId }));
  }
  expect(await refusalOf(create({ location: "EqMI1" }))).toBe("An account can have 10 LAGs in us-east-1.");
});

test("a LAG made of a connection takes over its virtual interfaces, which are interrupted", async () => {
  const connectionId = context.id("prod-iad-a");
  const made = await create({ connectionId });
  expect(made).toMatchObject({ numberOfConnections: 2, awsDeviceV2: (await connection(connectionId)).awsDeviceV2 });
  expect(made.connections?.map((member) => [member.connectionId === connectionId, member.connectionState])).toEqual([[true, "pending"], [false, "requested"]]);
  expect(await traffic("prod-iad-a-private")).toEqual([made.lagId, "pending", "down"]);
  await passSeconds(30);
  expect(await connection(connectionId)).toMatchObject({ connectionId, connectionState: "available", lagId: made.lagId });
  await passSeconds(90);
  expect(await traffic("prod-iad-a-private")).toEqual([made.lagId, "available", "up"]);
});

test("a LAG cannot be made of a connection that is not like it", async () => {
  const connectionId = context.id("prod-iad-a");
  expect(await refusalOf(create({ connectionId, location: "CSVA1" }))).toContain("The location EqDC2 is not that of LAG new, which is CSVA1.");
  expect(await refusalOf(create({ connectionId, connectionsBandwidth: "1Gbps" }))).toContain("The bandwidth 10Gbps is not that of LAG new");
  expect(await refusalOf(create({ connectionId, requestMACSec: true }))).toBe(`Connection ${connectionId} and lag should be requested MacSec at the same time`);
  expect(await refusalOf(create({ connectionId: context.id("branch-iad-data"), connectionsBandwidth: "1Gbps" }))).toContain("is a hosted connection and cannot be a member of a LAG");
  expect(await refusalOf(create({ connectionId }, networkTeam))).toBe(`Could not find Connection with ID ${connectionId}`);
});

test("a connection that joins a LAG is interrupted, and what is on it moves and comes up there", async () => {
  const [connectionId, lagId] = await neighbours((estate) => {
    for (const item of estate["virtualInterfaces"] ?? []) if (item["connectionId"] === context.id("prod-iad-a")) item["vlan"] = Number(item["vlan"]) + 2000;
  });
  expect(await join(connectionId, lagId)).toMatchObject({ connectionId, lagId, connectionState: "pending" });
  expect(await traffic("prod-iad-a-private")).toEqual([lagId, "pending", "down"]);
  expect(await refusalOf(leave(connectionId, lagId))).toBe(`Connection ${connectionId} is in a transitioning state.`);
  await passSeconds(30);
  expect((await connection(connectionId)).connectionState).toBe("available");
  expect(await traffic("prod-iad-a-private")).toEqual([lagId, "pending", "down"]);
  await passSeconds(60);
  expect(await traffic("prod-iad-a-private")).toEqual([lagId, "available", "up"]);
  expect(await lag(lagId)).toMatchObject({ numberOfConnections: 3, lagState: "available" });
});

test("a VLAN that both carry keeps a connection out of a LAG, and nothing has moved", async () => {
  const [connectionId, lagId] = await neighbours((estate) => {
    const vlan = entryOf(estate, "virtualInterfaces", context.id("prod-iad-lag-private"))["vlan"];
    entryOf(estate, "virtualInterfaces", context.id("prod-iad-a-private"))["vlan"] = vlan;
  });
  const before = await context.simulator.get("state");
  expect(await refusalOf(join(connectionId, lagId))).toContain(lagId);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("a LAG takes in no more rate limiters and prefixes than it has", async () => {
  const limited = await neighbours((estate) => {
    let vlan = 3000;
    for (const item of estate["virtualInterfaces"] ?? []) if (item["connectionId"] === context.id("prod-iad-a")) item["vlan"] = vlan++;
    const model = entryOf(estate, "virtualInterfaces", context.id("prod-iad-lag-private"));
    for (let count = 0; count < 10; count += 1) {
      const copy = structuredClone(model);
      (copy["bgpPeers"] as Record<string, unknown>[]).forEach((peer) => (peer["bgpPeerId"] = `dxpeer-limited${count}`));
      estate["virtualInterfaces"]?.push({ ...copy, virtualInterfaceId: `dxvif-limited${count}`, vlan: 3500 + count, rateLimit: "50Mbps" });
    }
    entryOf(estate, "virtualInterfaces", context.id("prod-iad-a-private"))["rateLimit"] = "50Mbps";
  });
  expect(await failureOf(join(...limited))).toMatchObject({ name: "LimitExceededException", message: expect.stringContaining("rate limiter limit") as string });
  await context.simulator.post("reset");
  const full = await neighbours((estate) => {
    let vlan = 3000;
    for (const item of estate["virtualInterfaces"] ?? []) if (item["connectionId"] === context.id("prod-iad-a")) item["vlan"] = vlan++;
    entryOf(estate, "virtualInterfaces", context.id("prod-iad-lag-private"))["prefixPoolAllocatedCountIpv6"] = 4900;
    entryOf(estate, "virtualInterfaces", context.id("prod-iad-a-private"))["prefixPoolAllocatedCountIpv6"] = 500;
  });
  expect(await refusalOf(join(...full))).toContain("has not enough prefixes left in its pool");
});

test("a LAG takes in no more transit virtual interfaces than it may have", async () => {
  const [connectionId, lagId] = await neighbours((estate) => {
    const model = entryOf(estate, "virtualInterfaces", context.id("prod-iad-lag-private"));
    estate["virtualInterfaces"] = (estate["virtualInterfaces"] ?? []).filter((item) => item["connectionId"] !== context.id("prod-iad-a"));
    for (let count = 0; count < 5; count += 1) {
      const bgpPeers = structuredClone(model["bgpPeers"]) as Record<string, unknown>[];
      for (const peer of bgpPeers) Object.assign(peer, { bgpPeerId: `dxpeer-transit${count}`, amazonAddress: `10.99.${count}.1/30`, customerAddress: `10.99.${count}.2/30` });
      const connection = count < 4 ? context.id("prod-iad-lag") : context.id("prod-iad-a");
      const own = { virtualInterfaceId: `dxvif-transit${count}`, virtualInterfaceType: "transit", vlan: 3000 + count, connectionId: connection };
      estate["virtualInterfaces"].push({ ...model, ...own, bgpPeers, directConnectGatewayId: "", virtualGatewayId: "" });
    }
  });
  expect(await refusalOf(join(connectionId, lagId))).toBe(`LAG ${lagId} would have more than 4 virtual interfaces of a kind.`);
});

test("a connection joins only a LAG of its device, kind and owner, and once", async () => {
  const [connectionId, lagId] = [context.id("prod-iad-a"), context.id("prod-iad-lag")];
  expect(await refusalOf(join(connectionId, lagId))).toMatch(/^The AWS device EqDC2-\w+ is not that of LAG/);
  expect(await refusalOf(join(context.id("prod-iad-b"), lagId))).toContain("The location CSVA1 is not that of LAG");
  expect(await refusalOf(join(context.id("dev-iad-a"), lagId))).toContain("The bandwidth 1Gbps is not that of LAG");
  expect(await refusalOf(join(context.id("branch-iad-data"), lagId))).toContain("is a hosted connection");
  expect(await refusalOf(join(context.id("prod-iad-lag-1"), lagId))).toBe(`${context.id("prod-iad-lag-1")} is already a member of LAG ${lagId}.`);
  expect(await refusalOf(join(connectionId, lagId, networkTeam))).toBe(`Could not find Lag with ID ${lagId}`);
  expect(await refusalOf(join("dxcon-none0000", lagId))).toBe("Could not find Connection with ID dxcon-none0000");
  const [neighbour] = await neighbours((_, found) => (found["macSecCapable"] = true));
  expect(await refusalOf(join(neighbour, lagId))).toBe(`Connection ${neighbour} and lag should be requested MacSec at the same time`);
  await neighbours((_, found) => (found["connectionState"] = "pending"));
  expect(await refusalOf(join(neighbour, lagId))).toBe(`Connection ${neighbour} is in a transitioning state.`);
  await create({ location: "EqDC2", numberOfConnections: 4 }).then(async (full) => {
    await changeEstate(context, (estate) => {
      Object.assign(entryOf(estate, "connections", neighbour), { connectionState: "available", macSecCapable: false, awsDeviceV2: full.awsDeviceV2 });
    });
    expect(await refusalOf(join(neighbour, full.lagId))).toBe("A LAG of 10Gbps connections can have 1 to 4 of them, not 5.");
  });
});

test("a connection that waits for its review joins a LAG as it is", async () => {
  const made = await create({ numberOfConnections: 1 });
  const [first] = made.connections ?? [];
  const other = await create({ numberOfConnections: 1 });
  await changeEstate(context, (estate) => (entryOf(estate, "lags", other.lagId ?? "")["awsDeviceV2"] = made.awsDeviceV2));
  expect(await join(first?.connectionId, other.lagId)).toMatchObject({ connectionState: "requested", lagId: other.lagId });
  expect(await lag(made.lagId)).toMatchObject({ numberOfConnections: 0, connections: [] });
});

test("a connection that goes from one LAG to another leaves the virtual interfaces on the old one", async () => {
  const [connectionId, oldLag] = [context.id("prod-iad-lag-1"), context.id("prod-iad-lag")];
  const made = await create({ numberOfConnections: 2, connectionId });
  expect(await traffic("prod-iad-lag-private")).toEqual([oldLag, "available", "up"]);
  expect(await lag(oldLag)).toMatchObject({ numberOfConnections: 1, lagState: "available" });
  expect((await connection(connectionId)).lagId).toBe(made.lagId);
});

test("a connection that leaves a LAG is interrupted and leaves everything there; the last one may always leave", async () => {
  const lagId = context.id("prod-iad-lag");
  const [first, second] = [context.id("prod-iad-lag-1"), context.id("prod-iad-lag-2")];
  await as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 2 }));
  expect(await refusalOf(leave(first, lagId))).toBe(`${first} cannot leave it: it would take LAG ${lagId} below its minimum of 2 links.`);
  await as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 1 }));
  const left = await leave(first, lagId);
  expect([left.connectionId, left.lagId, left.connectionState]).toEqual([first, undefined, "pending"]);
  expect(await refusalOf(leave(first, lagId))).toBe(`${first} is not a member of LAG ${lagId}.`);
  expect(await traffic("prod-iad-lag-private")).toEqual([lagId, "available", "up"]);
  await leave(second, lagId);
  expect(await lag(lagId)).toMatchObject({ lagState: "down", numberOfConnections: 0 });
  expect(await traffic("prod-iad-lag-private")).toEqual([lagId, "down", "down"]);
  await passSeconds(30);
  expect((await connection(first)).connectionState).toBe("available");
  await join(first, lagId);
  await passSeconds(30);
  expect(await traffic("prod-iad-lag-private")).toEqual([lagId, "available", "up"]);
});

test("a partner's LAG is made for hosted connections, and what leaves it becomes an interconnect", async () => {
  const made = await create({ numberOfConnections: 2 }, partner);
  expect(made.allowsHostedConnections).toBe(true);
  const [first, second] = made.connections ?? [];
  await world("approve", made.lagId);
  await passSeconds(120);
  const connectionId = first?.connectionId;
  expect(await leave(connectionId, made.lagId, partner)).toMatchObject({ connectionId, connectionState: "pending" });
  await passSeconds(30);
  const { interconnects: [found] = [] } = await as(partner).send(new sdk.DescribeInterconnectsCommand({ interconnectId: connectionId }));
  expect(found).toMatchObject({ interconnectId: connectionId, interconnectState: "available", interconnectName: first?.connectionName });
  expect(await refusalOf(as(partner).send(new sdk.DescribeConnectionsCommand({ connectionId })))).toContain("Could not find Connection");
  expect(await join(connectionId, made.lagId, partner)).toMatchObject({ connectionId, lagId: made.lagId });
  expect(await lag(made.lagId, partner)).toMatchObject({ numberOfConnections: 2 });
  await passSeconds(30);
  await as(partner).send(new sdk.DeleteLagCommand({ lagId: made.lagId }));
  const { interconnects = [] } = await as(partner).send(new sdk.DescribeInterconnectsCommand({}));
  expect(interconnects.filter(({ interconnectId }) => interconnectId === connectionId || interconnectId === second?.connectionId)).toHaveLength(2);
});

test("the answer over the wire tells what the SDK does not know of a LAG", async () => {
  const { body } = await callOverWire(context.simulator.url, "CreateLag", { ...order, connectionsBandwidth: "100Gbps", billingMode: "FlatRateTier4" });
  expect(body).toMatchObject({ billingMode: "FlatRateTier4", prefixPoolSizeIpv4: 30_000, prefixPoolUnallocatedCountIpv6: 30_000, rateLimiterStatus: { maxAllowed: 10, inUse: 0, remaining: 10 } });
  expect((body["connections"] as { billingMode: string }[]).map(({ billingMode }) => billingMode)).toEqual(["FlatRateTier4", "FlatRateTier4"]);
});

import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { callOverWire, clientOf, failureOf, networkTeam, ours, partner } from "./clients.ts";
import { changeEstate, entryOf } from "./examples/example.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passSeconds } = context;
const wire = (operation: string, input: unknown, account = ours, region = "us-east-1") =>
  callOverWire(context.simulator.url, operation, input, [account, region]);
const hour = 3600;

const order = { location: "EqDC2", bandwidth: "10Gbps", connectionName: "new" };
const create = (input: Partial<sdk.CreateConnectionRequest> = {}, account?: string, region?: string) =>
  as(account, region).send(new sdk.CreateConnectionCommand({ ...order, ...input }));
const createInterconnect = (input: Partial<sdk.CreateInterconnectRequest> = {}, account = partner) =>
  as(account).send(new sdk.CreateInterconnectCommand({ location: "EqDC2", bandwidth: "10Gbps", interconnectName: "new", ...input }));

async function connection(connectionId: string | undefined): Promise<sdk.Connection> {
  const { connections: [found] = [] } = await as().send(new sdk.DescribeConnectionsCommand({ connectionId }));
  return found ?? {};
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { name, message, status } = await failureOf(call);
  expect([name, status]).toEqual(["DirectConnectClientException", 400]);
  return message;
}

test("a connection is ordered, approved within three days and comes up", async () => {
  const ordered = await create({ providerName: "Megaport", tags: [{ key: "team", value: "edge" }] });
  expect(ordered).toMatchObject({
    ownerAccount: ours, region: "us-east-1", location: "EqDC2", bandwidth: "10Gbps", connectionName: "new",
    connectionState: "requested", providerName: "Megaport", tags: [{ key: "team", value: "edge" }],
    jumboFrameCapable: true, hasLogicalRedundancy: "unknown", macSecCapable: false, macSecKeys: [],
  });
  expect(ordered.connectionId).toMatch(/^dxcon-[0-9a-z]{8}$/);
  expect(ordered.awsDeviceV2).toMatch(/^EqDC2-[0-9a-z]{12,13}$/);
  expect(ordered.awsLogicalDeviceId).toBe(ordered.awsDeviceV2);
  const letter = { connectionId: ordered.connectionId };
  expect(await refusalOf(as().send(new sdk.DescribeLoaCommand(letter)))).toContain("is not available in state requested");
  await passSeconds(72 * hour - 1);
  expect((await connection(ordered.connectionId)).connectionState).toBe("requested");
  await passSeconds(1);
  expect(await connection(ordered.connectionId)).toMatchObject({ connectionState: "pending", hasLogicalRedundancy: "yes" });
  expect((await as().send(new sdk.DescribeLoaCommand(letter))).loaContentType).toBe("application/pdf");
  expect((await connection(ordered.connectionId)).loaIssueTime).toBeInstanceOf(Date);
  await passSeconds(120);
  expect((await connection(ordered.connectionId)).connectionState).toBe("available");
});

test("connections ordered one after the other land on several devices, the same in every run", async () => {
  const devicesOf = async () => {
    await context.simulator.post("reset", { estate: "empty" });
    const ordered = [];
    for (let count = 0; count < 4; count += 1) ordered.push((await create()).awsDeviceV2);
    return ordered;
  };
  const devices = await devicesOf();
  expect(new Set(devices).size).toBe(3);
  expect(devices[3]).toBe(devices[0]);
  expect(await devicesOf()).toEqual(devices);
});

test.each<[string, Partial<sdk.CreateConnectionRequest>, string]>([
  ["an unknown location", { location: "Nowhere" }, "The location Nowhere does not exist in us-east-1."],
  ["a location of another Region", { location: "EqLD5" }, "The location EqLD5 does not exist in us-east-1."],
  ["a speed that no port has", { bandwidth: "10 Gbps" }, "bandwidth is 10 Gbps and must be one of 1Gbps, 10Gbps, 100Gbps, 400Gbps."],
  ["the speed of a hosted connection", { bandwidth: "500Mbps" }, "bandwidth is 500Mbps and must be one of"],
  ["a speed that the location lacks", { location: "CSNY1", bandwidth: "100Gbps" }, "The location CSNY1 has no ports of 100Gbps; it has 1Gbps, 10Gbps."],
  ["MACsec at a speed without it", { bandwidth: "1Gbps", requestMACSec: true }, "The location EqDC2 has no ports of 1Gbps that are capable of MACsec."],
  ["a provider from elsewhere", { providerName: "eir" }, "The provider eir does not serve the location EqDC2; use one of Equinix, Inc."],
  ["no name", { connectionName: "" }, "The name must have 1 to 100 characters."],
  ["an unknown LAG", { lagId: "dxlag-none0000" }, "Could not find Lag with ID dxlag-none0000"],
  ["a LAG id without form", { lagId: "" }, "Lag ID  has an invalid format."],
  ["a reserved tag", { tags: [{ key: "aws:x" }] }, "which is reserved"],
])("a connection with %s is refused and nothing is ordered", async (_, input, expected) => {
  const before = await context.simulator.get("state");
  expect(await refusalOf(create(input))).toContain(expected);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("tags of a new port obey the rules of tags", async () => {
  const tags = [{ key: "a", value: "1" }, { key: "a", value: "2" }];
  expect((await failureOf(create({ tags }))).name).toBe("DuplicateTagKeysException");
  const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: "" }));
  expect((await failureOf(create({ tags: many }))).name).toBe("TooManyTagsException");
});

test("an account has ten connections at a location of a Region, those that are deleted not counted", async () => {
  await context.simulator.post("reset", { estate: "empty" });
  const ordered = [];
  for (let count = 0; count < 10; count += 1) ordered.push(await create());
  expect(await refusalOf(create())).toBe("An account can have 10 connections at the location EqDC2 in us-east-1.");
  expect((await create({}, networkTeam)).connectionState).toBe("requested");
  expect((await create({ location: "CSVA1" })).connectionState).toBe("requested");
  await as().send(new sdk.DeleteConnectionCommand({ connectionId: ordered[0]?.connectionId }));
  expect((await create()).connectionState).toBe("requested");
});

test("a connection ordered for a LAG lands on its device and has to be like it", async () => {
  const lagId = context.id("prod-iad-lag");
  const { lags: [lag] = [] } = await as().send(new sdk.DescribeLagsCommand({ lagId }));
  const member = await create({ lagId });
  expect(member).toMatchObject({ lagId, awsDeviceV2: lag?.awsDeviceV2, connectionState: "requested" });
  expect(await refusalOf(create({ lagId, location: "CSVA1" }))).toBe(`The location CSVA1 is not that of LAG ${lagId}, which is EqDC2.`);
  expect(await refusalOf(create({ lagId, bandwidth: "1Gbps" }))).toBe(`The bandwidth 1Gbps is not that of LAG ${lagId}, which is 10Gbps.`);
  expect(await refusalOf(create({ lagId, requestMACSec: true }))).toContain("and lag should be requested MacSec at the same time");
  await create({ lagId });
  expect(await refusalOf(create({ lagId }))).toBe("A LAG of 10Gbps connections can have 1 to 4 of them, not 5.");
  expect(await refusalOf(create({ lagId }, networkTeam))).toBe(`Could not find Lag with ID ${lagId}`);
});

test("where the device of the LAG has no port left nothing is ordered", async () => {
  const lagId = context.id("prod-iad-lag");
  await changeEstate(context, (estate) => {
    const { awsDeviceV2 } = entryOf(estate, "lags", lagId);
    const taken = { location: "EqDC2", region: "us-east-1", bandwidth: "10Gbps", ownerAccount: networkTeam, connectionState: "available", awsDeviceV2 };
    for (let port = 0; port < 46; port += 1) {
      estate["connections"]?.push({ ...taken, connectionName: "taken", connectionId: `dxcon-taken0${String(port).padStart(2, "0")}` });
    }
  });
  expect(await refusalOf(create({ lagId }))).toContain("No AWS device at the location EqDC2 has 1 free port of 10Gbps");
  expect((await create()).connectionState).toBe("requested");
});

test("an interconnect is a partner's, of 1, 10 or 100 Gbps", async () => {
  const ordered = await createInterconnect({ bandwidth: "100Gbps", requestMACSec: true, tags: [{ key: "a", value: "b" }] });
  expect(ordered).toMatchObject({ interconnectState: "requested", bandwidth: "100Gbps", macSecCapable: true, encryptionMode: "should_encrypt", tags: [{ key: "a", value: "b" }] });
  await context.simulator.post("world", { event: "approve", id: ordered.interconnectId });
  await passSeconds(120);
  const { interconnects: [found] = [] } = await as(partner).send(new sdk.DescribeInterconnectsCommand({ interconnectId: ordered.interconnectId }));
  expect(found?.interconnectState).toBe("available");
  expect(await refusalOf(createInterconnect({}, ours))).toBe(`Account [${ours}] is not an authorized Direct Connect partner in us-east-1.`);
  expect(await refusalOf(createInterconnect({ bandwidth: "400Gbps" }))).toContain("must be one of 1Gbps, 10Gbps, 100Gbps.");
  expect(await refusalOf(createInterconnect({ location: "Nowhere" }))).toContain("does not exist in us-east-1");
  const { body } = await wire("DescribeInterconnectLoa", { interconnectId: ordered.interconnectId });
  expect(body["message"]).toContain("is not an authorized Direct Connect partner");
});

test("a deleted connection cannot be renamed", async () => {
  const { connectionId } = await create();
  await as().send(new sdk.DeleteConnectionCommand({ connectionId }));
  const renamed = as().send(new sdk.UpdateConnectionCommand({ connectionId, connectionName: "again" }));
  expect(await refusalOf(renamed)).toBe(`Could not find Connection with ID ${connectionId ?? ""}`);
});

test("locations say which billing modes they offer, and an order may choose one", async () => {
  const { body } = await wire("DescribeLocations", {});
  const locations = body["locations"] as { locationCode: string; availableBillingModes: { billingMode: string }[] }[];
  const modesAt = (code: string) => locations.find(({ locationCode }) => locationCode === code)?.availableBillingModes.map(({ billingMode }) => billingMode);
  expect(modesAt("EqDC2")).toContain("FlatRateTier5");
  expect(modesAt("CSNY1")).toEqual(["PayAsYouGo"]);
  expect((await wire("CreateConnection", order)).body).toMatchObject({ billingMode: "PayAsYouGo" });
  expect((await wire("CreateConnection", { ...order, billingMode: "FlatRateTier2" })).body).toMatchObject({ billingMode: "FlatRateTier2" });
  expect((await wire("CreateConnection", { ...order, billingMode: "FlatRateTier5" })).body).toMatchObject({
    message: "The location EqDC2 does not offer the billing mode FlatRateTier5 for ports of 10Gbps.",
  });
});

test("the billing mode of several connections is changed for all of them or for none", async () => {
  const [first, second] = [context.id("prod-iad-a"), context.id("prod-iad-b")];
  const update = (connectionIds: unknown, billingMode = "FlatRateTier1") => wire("UpdateConnectionsBillingMode", { connectionIds, billingMode });
  const { body } = await update([first, second, first]);
  expect(body).toMatchObject({ billingMode: "FlatRateTier1", connections: [{ connectionId: first, billingMode: "FlatRateTier1" }, { connectionId: second }] });
  const before = await context.simulator.get("state");
  const messageOf = async (connectionIds: unknown, billingMode?: string) => (await update(connectionIds, billingMode)).body["message"];
  expect(await messageOf([first, "dxcon-none0000"], "FlatRateTier2")).toBe("Could not find Connection with ID dxcon-none0000");
  expect(await messageOf([first, context.id("dev-iad-a")], "FlatRateTier2")).toContain("does not offer the billing mode FlatRateTier2 for ports of 1Gbps");
  expect(await messageOf([first, context.id("branch-iad-data")])).toContain("is a hosted connection; its partner bills it");
  expect(await messageOf([context.id("prod-iad-lag")])).toContain("has an invalid format");
  expect(await messageOf([first], "PortPairFlatRateTier1")).toContain("'billingMode' is 'PortPairFlatRateTier1' and must be one of");
  expect(await messageOf([])).toContain("'connectionIds' must have a length of 1 or more");
  expect(await messageOf(Array.from({ length: 201 }, () => first))).toContain("'connectionIds' must have a length of 200 or less");
  expect(await context.simulator.get("state")).toEqual(before);
});

test("a LAG is billed as its members are once they are billed alike", async () => {
  const members = [context.id("prod-iad-lag-1"), context.id("prod-iad-lag-2")];
  const modeOf = async () => {
    const { body } = await wire("DescribeLags", { lagId: context.id("prod-iad-lag") });
    return (body["lags"] as { billingMode: string }[])[0]?.billingMode;
  };
  await wire("UpdateConnectionsBillingMode", { connectionIds: members.slice(0, 1), billingMode: "FlatRateTier1" });
  expect(await modeOf()).toBe("PayAsYouGo");
  await wire("UpdateConnectionsBillingMode", { connectionIds: members, billingMode: "FlatRateTier1" });
  expect(await modeOf()).toBe("FlatRateTier1");
});

test("400 Gbps are offered where the location has them, with the largest pool", async () => {
  const west = clientOf(context.simulator.url, ours, "us-west-2");
  const ordered = await west.send(new sdk.CreateConnectionCommand({ location: "EqLA3", bandwidth: "400Gbps", connectionName: "wide" }));
  expect(ordered).toMatchObject({ bandwidth: "400Gbps", connectionState: "requested" });
  const { body } = await wire("DescribeConnections", { connectionId: ordered.connectionId }, ours, "us-west-2");
  expect(body["connections"]).toMatchObject([{ prefixPoolSizeIpv4: 50_000, prefixPoolSizeIpv6: 50_000 }]);
});

test("a port tells its rate limiters and what is left of its prefix pools; a hosted one has none", async () => {
  const name = "prod-iad-a-private";
  await changeEstate(context, (estate) => {
    Object.assign(entryOf(estate, "virtualInterfaces", context.id(name)), {
      rateLimit: "1.5Gbps", prefixPoolAllocatedCountIpv4: 700, prefixPoolAllocatedCountIpv6: 50,
    });
    for (const item of estate["virtualInterfaces"] ?? []) {
      if (item["connectionId"] === context.id("prod-iad-a") && item["virtualInterfaceName"] !== name) {
        Object.assign(item, { prefixPoolAllocatedCountIpv4: 0, prefixPoolAllocatedCountIpv6: 0 });
      }
    }
  });
  const read = async (connectionId: string) => {
    const { body } = await wire("DescribeConnections", { connectionId });
    return (body["connections"] as Record<string, unknown>[])[0] ?? {};
  };
  expect(await read(context.id("prod-iad-a"))).toMatchObject({
    rateLimiterStatus: { maxAllowed: 10, inUse: 1, remaining: 9, totalBandwidth: "1.5Gbps" },
    prefixPoolSizeIpv4: 5000, prefixPoolUnallocatedCountIpv4: 4300, prefixPoolSizeIpv6: 5000, prefixPoolUnallocatedCountIpv6: 4950,
  });
  const { body } = await wire("CreateConnection", { ...order, bandwidth: "100Gbps" });
  expect(body).toMatchObject({ prefixPoolSizeIpv4: 30_000, prefixPoolUnallocatedCountIpv6: 30_000 });
  const hosted = await read(context.id("branch-iad-data"));
  expect(["rateLimiterStatus", "prefixPoolSizeIpv4", "billingMode"].filter((member) => member in hosted)).toEqual([]);
});

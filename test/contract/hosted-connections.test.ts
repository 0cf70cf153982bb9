import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { callOverWire, failureOf, networkTeam, ours, partner } from "./clients.ts";
import { changeEstate, entryOf } from "./examples/example.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passSeconds } = context;
const carrier = () => context.id("megaport-iad-1");

const order = { ownerAccount: networkTeam, bandwidth: "500Mbps", connectionName: "branch", vlan: 900 };
const allocate = (input: Partial<sdk.AllocateHostedConnectionRequest> = {}, account = partner) =>
  as(account).send(new sdk.AllocateHostedConnectionCommand({ ...order, connectionId: carrier(), ...input }));
const move = (connectionId: string | undefined, parentConnectionId: string | undefined, account = partner) =>
  as(account).send(new sdk.AssociateHostedConnectionCommand({ connectionId, parentConnectionId }));

async function connection(connectionId: string | undefined, account = networkTeam): Promise<sdk.Connection> {
  const { connections: [found] = [] } = await as(account).send(new sdk.DescribeConnectionsCommand({ connectionId }));
  return found ?? {};
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { name, message, status } = await failureOf(call);
  expect([name, status]).toEqual(["DirectConnectClientException", 400]);
  return message;
}

/** A second interconnect of the partner's, like the sample's but for what is given. */
async function secondCarrier(changes: Record<string, unknown> = {}): Promise<string> {
  const interconnectId = "dxcon-second00";
  await changeEstate(context, (estate) => {
    const device = { awsDeviceV2: "EqDC2-second", awsLogicalDeviceId: "EqDC2-second" };
    estate["interconnects"]?.push({ ...entryOf(estate, "interconnects", carrier()), ...device, interconnectId, ...changes });
  });
  return interconnectId;
}

test("a partner allocates a hosted connection, which its owner confirms", async () => {
  const allocated = await allocate({ tags: [{ key: "site", value: "norfolk" }] });
  expect(allocated).toMatchObject({
    ownerAccount: networkTeam, connectionName: "branch", connectionState: "ordering", bandwidth: "500Mbps", vlan: 900, location: "EqDC2",
    region: "us-east-1", partnerName: "Megaport", partnerInterconnectMacSecCapable: false, macSecCapable: false, tags: [{ key: "site", value: "norfolk" }],
  });
  const { connectionId } = allocated;
  const { interconnects: [parent] = [] } = await as(partner).send(new sdk.DescribeInterconnectsCommand({ interconnectId: carrier() }));
  expect((await connection(connectionId)).awsDeviceV2).toBe(parent?.awsDeviceV2);
  for (const account of [partner, ours]) {
    expect(await refusalOf(as(account).send(new sdk.ConfirmConnectionCommand({ connectionId })))).toContain("Could not find Connection");
  }
  const confirmed = await as(networkTeam).send(new sdk.ConfirmConnectionCommand({ connectionId }));
  expect(confirmed.connectionState).toBe("pending");
  await passSeconds(120);
  expect((await connection(connectionId)).connectionState).toBe("available");
});

test("a customer's tags are not the partner's to see or to set", async () => {
  const { connectionId = "" } = await allocate({ tags: [{ key: "site", value: "norfolk" }] });
  const { connections = [] } = await as(partner).send(new sdk.DescribeHostedConnectionsCommand({ connectionId: carrier() }));
  expect(connections.find((found) => found.connectionId === connectionId)?.tags).toEqual([]);
  expect((await connection(connectionId)).tags).toEqual([{ key: "site", value: "norfolk" }]);
  const resourceArn = `arn:aws:directconnect:us-east-1:${networkTeam}:dxcon/${connectionId}`;
  const tagged = as(partner).send(new sdk.TagResourceCommand({ resourceArn, tags: [{ key: "a", value: "b" }] }));
  expect(await refusalOf(tagged)).toContain("does not exist");
  expect((await as(partner).send(new sdk.DeleteConnectionCommand({ connectionId }))).tags).toEqual([]);
});

test.each<[string, Partial<sdk.AllocateHostedConnectionRequest>, string]>([
  ["a bandwidth that none has", { bandwidth: "250Mbps" }, "bandwidth is 250Mbps and must be one of 50Mbps, 100Mbps"],
  ["more than its interconnect has", { bandwidth: "25Gbps" }, "A hosted connection of 25Gbps does not fit on"],
  ["no VLAN", { vlan: 0 }, "0"],
  ["too large a VLAN", { vlan: 4095 }, "4095"],
  ["a VLAN in use", { vlan: 732 }, "732"],
  ["no account", { ownerAccount: "customer" }, "Account ID customer has an invalid format."],
  ["no name", { connectionName: "" }, "The name must have 1 to 100 characters."],
  ["an unknown interconnect", { connectionId: "dxcon-none0000" }, "Could not find Connection with ID dxcon-none0000"],
  ["an unknown LAG", { connectionId: "dxlag-none0000" }, "Could not find Lag with ID dxlag-none0000"],
])("a hosted connection with %s is refused and nothing is allocated", async (_, input, expected) => {
  const before = await context.simulator.get("state");
  expect(await refusalOf(allocate(input))).toContain(expected);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("only partners allocate, and only on what is theirs, takes hosted connections and is in service", async () => {
  expect(await refusalOf(allocate({}, ours))).toBe(`Account [${ours}] is not an authorized Direct Connect partner in us-east-1.`);
  expect(await refusalOf(allocate({ connectionId: context.id("prod-iad-a") }))).toContain("Could not find Connection");
  const made = await as(partner).send(new sdk.CreateInterconnectCommand({ location: "EqDC2", bandwidth: "10Gbps", interconnectName: "new" }));
  expect(await refusalOf(allocate({ connectionId: made.interconnectId }))).toBe(`Connection ${made.interconnectId ?? ""} is in a transitioning state.`);
  const plain = await as(partner).send(new sdk.CreateConnectionCommand({ location: "EqDC2", bandwidth: "10Gbps", connectionName: "plain" }));
  expect(await refusalOf(allocate({ connectionId: plain.connectionId }))).toContain("takes no hosted connections");
});

test("the older call allocates on interconnects, but never 25 Gbps", async () => {
  const wire = (input: Record<string, unknown>) =>
    callOverWire(context.simulator.url, "AllocateConnectionOnInterconnect", { ...order, interconnectId: carrier(), ...input }, [partner, "us-east-1"]);
  expect((await wire({})).body).toMatchObject({ connectionState: "ordering", vlan: 900, ownerAccount: networkTeam });
  expect((await wire({ vlan: 901, bandwidth: "25Gbps" })).body["message"]).toContain("bandwidth is 25Gbps and must be one of");
  expect((await wire({ vlan: 900 })).body["message"]).toContain("900");
  expect((await wire({ interconnectId: "dxcon-none0000" })).body["message"]).toContain("dxcon-none0000 does not exist");
});

test("a hosted connection that moves is interrupted, and its virtual interface with it", async () => {
  const second = await secondCarrier();
  const connectionId = context.id("branch-iad-data");
  const traffic = async () => {
    const { virtualInterfaces: [found] = [] } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ connectionId }));
    return [found?.virtualInterfaceState, found?.bgpPeers?.[0]?.bgpStatus];
  };
  expect(await traffic()).toEqual(["available", "up"]);
  expect(await move(connectionId, second)).toMatchObject({ connectionId, connectionState: "pending", awsDeviceV2: "EqDC2-second", vlan: 732 });
  expect(await traffic()).toEqual(["down", "down"]);
  await passSeconds(30);
  expect(await connection(connectionId, ours)).toMatchObject({ connectionState: "available", awsDeviceV2: "EqDC2-second" });
  expect(await traffic()).toEqual(["available", "up"]);
  const listed = async (port: string) => {
    const { connections = [] } = await as(partner).send(new sdk.DescribeHostedConnectionsCommand({ connectionId: port }));
    return connections.map((found) => found.connectionId);
  };
  expect(await listed(second)).toEqual([connectionId]);
  expect(await listed(carrier())).not.toContain(connectionId);
});

test("a hosted connection that still waits for its owner moves without a change of state", async () => {
  const second = await secondCarrier();
  expect(await move(context.id("branch-iad-voice"), second)).toMatchObject({ connectionState: "ordering" });
});

test("what cannot be moved is refused with its reason, and nothing has moved", async () => {
  const second = await secondCarrier();
  const connectionId = context.id("branch-iad-data");
  expect(await refusalOf(move(connectionId, carrier()))).toContain(`is already on ${carrier()}`);
  expect(await refusalOf(move(connectionId, second, ours))).toContain("is not an authorized Direct Connect partner");
  expect(await refusalOf(move(context.id("prod-iad-a"), second))).toContain("Could not find Connection");
  expect(await refusalOf(move(connectionId, "dxcon-none0000"))).toBe("Could not find Connection with ID dxcon-none0000");
  await allocate({ connectionId: second, vlan: 732 });
  const before = await context.simulator.get("state");
  expect(await refusalOf(move(connectionId, second))).toContain("732");
  expect(await context.simulator.get("state")).toEqual(before);
  await context.simulator.post("reset");
  expect(await refusalOf(move(connectionId, await secondCarrier({ location: "CSVA1" })))).toContain("is at the location EqDC2 and cannot go to CSVA1");
  await context.simulator.post("reset");
  const slow = await secondCarrier({ bandwidth: "1Gbps" });
  const { connectionId: fast } = await allocate({ bandwidth: "2Gbps" });
  expect(await refusalOf(move(fast, slow))).toContain("A hosted connection of 2Gbps does not fit on");
});

test("addresses that are in use on the target keep a hosted connection away", async () => {
  const second = await secondCarrier();
  const connectionId = context.id("branch-iad-data");
  await changeEstate(context, (estate) => {
    const model = structuredClone(entryOf(estate, "virtualInterfaces", context.id("branch-iad-data-private")));
    const [peer] = model["bgpPeers"] as Record<string, unknown>[];
    const bgpPeers = [{ ...peer, bgpPeerId: "dxpeer-overlap0" }];
    estate["virtualInterfaces"]?.push({ ...model, virtualInterfaceId: "dxvif-overlap0", connectionId: second, vlan: 800, bgpPeers });
  });
  expect(await refusalOf(move(connectionId, second))).toMatch(/^The subnet of \S+ overlaps with that of another peer on dxcon-second00\.$/);
});

test("an interconnect that joins a partner's LAG takes its hosted connections there", async () => {
  const lagId = "dxlag-partners";
  await changeEstate(context, (estate) => {
    const { awsDeviceV2, location, region, bandwidth } = entryOf(estate, "interconnects", carrier());
    estate["lags"]?.push({
      lagId, lagName: "partners", lagState: "available", ownerAccount: partner, allowsHostedConnections: true,
      awsDeviceV2, location, region, connectionsBandwidth: bandwidth,
    });
  });
  await as(partner).send(new sdk.AssociateConnectionWithLagCommand({ connectionId: carrier(), lagId }));
  const { connections = [] } = await as(partner).send(new sdk.DescribeHostedConnectionsCommand({ connectionId: lagId }));
  expect(connections.map(({ connectionName }) => connectionName)).toEqual(["branch-iad-data", "branch-iad-voice", "net-iad-backup"]);
  await passSeconds(30);
  expect((await connection(context.id("branch-iad-data"), ours)).connectionState).toBe("available");
  expect(await allocate({ connectionId: lagId })).toMatchObject({ connectionState: "ordering", partnerName: expect.any(String) as string });
  expect(await refusalOf(allocate({ vlan: 950 }))).toContain(`is a member of ${lagId}; name the LAG instead`);
  const lag = as(partner).send(new sdk.DeleteLagCommand({ lagId }));
  expect(await refusalOf(lag)).toContain("hosted connections. Delete them first.");
});

import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, partner } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

const move = (name: string, connection: string, account?: string, region?: string) =>
  as(account, region).send(
    new sdk.AssociateVirtualInterfaceCommand({ virtualInterfaceId: context.id(name), connectionId: context.id(connection) }),
  );
const refused = async (...given: Parameters<typeof move>) => (await failureOf(move(...given))).message;

async function describe(name: string): Promise<sdk.VirtualInterface | undefined> {
  const { virtualInterfaces } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id(name) }));
  return virtualInterfaces?.[0];
}

/** Changes one entry of a list of the estate. */
async function change(list: string, idMember: string, name: string, members: Record<string, unknown>): Promise<void> {
  const estate = (await context.simulator.get("state")) as Record<string, Record<string, unknown>[]>;
  for (const item of estate[list] ?? []) if (item[idMember] === context.id(name)) Object.assign(item, members);
  await context.simulator.post("reset", { estate });
}

test("a virtual interface is moved, interrupted, and comes up on the other port", async () => {
  const before = await describe("prod-iad-a-private");
  expect(await move("prod-iad-a-private", "prod-iad-lag")).toMatchObject({
    connectionId: context.id("prod-iad-lag"),
    virtualInterfaceState: "pending",
    vlan: before?.vlan,
    amazonAddress: before?.amazonAddress,
    bgpPeers: [{ bgpStatus: "down" }],
  });
  await passMinutes(2);
  expect(await describe("prod-iad-a-private")).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpStatus: "up" }] });
  const { virtualInterfaces = [] } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ connectionId: context.id("prod-iad-a") }));
  expect(virtualInterfaces.map(({ virtualInterfaceName }) => virtualInterfaceName)).not.toContain("prod-iad-a-private");
});

test("what waits for its owner goes on waiting when it is moved", async () => {
  expect((await move("shared-iad-private", "net-iad-core", networkTeam).catch(() => undefined))?.virtualInterfaceState).toBeUndefined();
  expect(await move("shared-iad-private", "prod-iad-a")).toMatchObject({ virtualInterfaceState: "confirming", connectionId: context.id("prod-iad-a") });
});

test("whoever moves owns the target, and the virtual interface or what carries it", async () => {
  expect(await refused("prod-iad-a-private", "net-iad-core")).toBe(`Could not find Connection with ID ${context.id("net-iad-core")}`);
  expect(await refused("prod-iad-a-private", "net-iad-core", networkTeam)).toContain("does not exist");
  expect(await refused("prod-iad-a-private", "prod-iad-b", partner)).toContain("does not exist");
  // It is the network team's, on our port: both may.
  expect((await move("net-shared-private", "net-iad-core", networkTeam)).connectionId).toBe(context.id("net-iad-core"));
});

test("the Region stays", async () => {
  expect(await refused("prod-iad-a-private", "prod-lhr-a")).toContain("Could not find Connection with ID");
  expect(await refused("prod-iad-a-private", "prod-lhr-a", undefined, "eu-west-1")).toContain("does not exist");
});

test("a target that has the VLAN or the addresses already is refused", async () => {
  expect(await refused("dev-iad-a-private", "dev-iad-b")).toContain("The VLAN 300 is already in use");
  const { amazonAddress, customerAddress } = (await describe("prod-iad-b-private")) ?? {};
  const wish = { virtualInterfaceName: "twin", vlan: 902, asn: 65_001, directConnectGatewayId: context.id("lab-gw"), amazonAddress, customerAddress };
  const { virtualInterfaceId } = await as().send(
    new sdk.CreatePrivateVirtualInterfaceCommand({ connectionId: context.id("prod-iad-a"), newPrivateVirtualInterface: wish }),
  );
  await passMinutes(2);
  const twin = as().send(new sdk.AssociateVirtualInterfaceCommand({ virtualInterfaceId, connectionId: context.id("prod-iad-b") }));
  expect((await failureOf(twin)).message).toBe(`The subnet of ${amazonAddress} overlaps with that of another peer on ${context.id("prod-iad-b")}.`);
});

test("a target that is not in service, the one it is on, and a member of a LAG are refused", async () => {
  expect(await refused("prod-iad-a-private", "new-iad-c")).toContain("The specified Connection ID is not available");
  expect(await refused("prod-iad-a-private", "prod-iad-a")).toContain(`is on ${context.id("prod-iad-a")} already.`);
  expect(await refused("prod-iad-a-private", "prod-iad-lag-1")).toContain("is a member of");
  expect(await refused("core-iad-b-transit", "prod-iad-a")).toContain("is in state testing");
});

test("from a hosted connection nothing goes to a LAG, and to one only with its VLAN", async () => {
  expect(await refused("branch-iad-data-private", "prod-iad-lag")).toContain("cannot go to");
  await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id("branch-iad-data-private") }));
  await passMinutes(2);
  expect(await refused("prod-iad-a-private", "branch-iad-data")).toContain("has to use its VLAN, 732.");
});

test("jumbo frames, rate limits and a second session of a family need a target that has them", async () => {
  await change("virtualInterfaces", "virtualInterfaceId", "prod-iad-a-private", { mtu: 9001 });
  await change("connections", "connectionId", "dev-iad-b", { jumboFrameCapable: false });
  expect(await refused("prod-iad-a-private", "dev-iad-b")).toBe(`${context.id("dev-iad-b")} does not take jumbo frames.`);
  await change("virtualInterfaces", "virtualInterfaceId", "prod-iad-a-private", { mtu: 1500, rateLimit: "5Gbps" });
  expect(await refused("prod-iad-a-private", "dev-iad-b")).toContain("The rate limit 5Gbps is above the bandwidth of");
  await change("virtualInterfaces", "virtualInterfaceId", "prod-iad-b-private", { vlan: 950 });
  await as().send(new sdk.CreateBGPPeerCommand({ virtualInterfaceId: context.id("prod-iad-b-private"), newBGPPeer: {} }));
  await passMinutes(2);
  await change("connections", "connectionId", "prod-iad-a", { hasLogicalRedundancy: "no" });
  expect(await refused("prod-iad-b-private", "prod-iad-a")).toContain("already has an ipv4 peer");
});

test("a refused move changes nothing", async () => {
  const before = await context.simulator.get("state");
  await refused("dev-iad-a-private", "dev-iad-b");
  expect(await context.simulator.get("state")).toEqual(before);
});

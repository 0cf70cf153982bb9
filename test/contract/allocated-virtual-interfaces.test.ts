import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours, partner } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

async function describe(virtualInterfaceId: string | undefined, account = ours): Promise<sdk.VirtualInterface | undefined> {
  const { virtualInterfaces } = await as(account).send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId }));
  return virtualInterfaces?.[0];
}

const wish = { virtualInterfaceName: "for-the-network-team", vlan: 900, asn: 65_001 };
const publicWish = {
  ...wish,
  amazonAddress: "198.51.100.1/30",
  customerAddress: "198.51.100.2/30",
  routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }],
};
const place = (connection = "prod-iad-a", ownerAccount = networkTeam) => ({ connectionId: context.id(connection), ownerAccount });
const allocate = (input = place()) =>
  as().send(new sdk.AllocatePrivateVirtualInterfaceCommand({ ...input, newPrivateVirtualInterfaceAllocation: wish }));

test("the tags of a virtual interface are its owner's to see", async () => {
  const [connectionId, ownerAccount, tags] = [context.id("prod-iad-a"), networkTeam, [{ key: "site", value: "norfolk" }]];
  const { virtualInterfaceId = "" } = await as().send(
    new sdk.AllocatePrivateVirtualInterfaceCommand({ connectionId, ownerAccount, newPrivateVirtualInterfaceAllocation: { ...wish, tags } }),
  );
  expect((await describe(virtualInterfaceId, networkTeam))?.tags).toEqual(tags);
  expect((await describe(virtualInterfaceId, ours))?.tags).toEqual([]);
  const move = new sdk.AssociateVirtualInterfaceCommand({ virtualInterfaceId, connectionId: context.id("prod-iad-lag") });
  expect(await as().send(move)).toMatchObject({ ownerAccount: networkTeam, tags: [] });
});

test("a private virtual interface is given to another account, which puts it on its gateway", async () => {
  const made = await allocate();
  expect(made).toMatchObject({
    ownerAccount: networkTeam,
    virtualInterfaceState: "confirming",
    amazonSideAsn: 7224,
    directConnectGatewayId: "",
    virtualGatewayId: "",
    bgpPeers: [{ bgpPeerState: "pending", bgpStatus: "down" }],
  });
  const { virtualInterfaceId = "" } = made;
  await passMinutes(60);
  for (const account of [ours, networkTeam]) expect((await describe(virtualInterfaceId, account))?.virtualInterfaceState).toBe("confirming");
  expect(await describe(virtualInterfaceId, partner)).toBeUndefined();

  const confirm = (account: string, gateway: string) =>
    as(account).send(new sdk.ConfirmPrivateVirtualInterfaceCommand({ virtualInterfaceId, directConnectGatewayId: context.id(gateway) }));
  expect((await failureOf(confirm(ours, "lab-gw"))).message).toContain("Only the owner of");
  expect((await failureOf(confirm(networkTeam, "lab-gw"))).message).toContain("does not exist");
  expect(await confirm(networkTeam, "net-private-gw")).toMatchObject({ virtualInterfaceState: "pending" });
  expect((await failureOf(confirm(networkTeam, "net-private-gw"))).message).toContain("is in state pending");
  await passMinutes(2);
  const up = await describe(virtualInterfaceId, networkTeam);
  expect(up).toMatchObject({ virtualInterfaceState: "available", directConnectGatewayId: context.id("net-private-gw"), bgpPeers: [{ bgpStatus: "up" }] });
  expect(up?.amazonSideAsn).not.toBe(7224);
});

test("a transit virtual interface is given and confirmed", async () => {
  const input = { ...place("net-iad-core", ours), newTransitVirtualInterfaceAllocation: wish };
  const { virtualInterface } = await as(networkTeam).send(new sdk.AllocateTransitVirtualInterfaceCommand(input));
  expect(virtualInterface).toMatchObject({ virtualInterfaceType: "transit", virtualInterfaceState: "confirming", ownerAccount: ours });
  const { virtualInterfaceId } = virtualInterface ?? {};
  const directConnectGatewayId = context.id("core-transit-gw");
  await as().send(new sdk.ConfirmTransitVirtualInterfaceCommand({ virtualInterfaceId, directConnectGatewayId }));
  await passMinutes(2);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "available", amazonSideAsn: 64_520 });
});

test("a public virtual interface is given, confirmed, verified and comes up", async () => {
  const made = await as().send(new sdk.AllocatePublicVirtualInterfaceCommand({ ...place(), newPublicVirtualInterfaceAllocation: publicWish }));
  expect(made).toMatchObject({ virtualInterfaceState: "confirming", routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }] });
  const { virtualInterfaceId } = made;
  const confirmed = await as(networkTeam).send(new sdk.ConfirmPublicVirtualInterfaceCommand({ virtualInterfaceId }));
  expect(confirmed.virtualInterfaceState).toBe("verifying");
  await passMinutes(72 * 60);
  expect((await describe(virtualInterfaceId))?.virtualInterfaceState).toBe("pending");
  await passMinutes(2);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpStatus: "up" }] });
});

test("its owner turns down what waits, and the giver takes it back", async () => {
  const remove = async (account: string) => {
    const { virtualInterfaceId } = await allocate();
    return (await as(account).send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId }))).virtualInterfaceState;
  };
  expect(await remove(networkTeam)).toBe("rejected");
  expect(await remove(ours)).toBe("deleted");
});

test("nothing is given to the owner of the connection, to nobody, or on a connection of others", async () => {
  expect((await failureOf(allocate(place("prod-iad-a", ours)))).message).toBe("Cannot allocate VirtualInterface for the connection owner.");
  expect((await failureOf(allocate(place("prod-iad-a", "1234567890123")))).message).toBe("Account ID 1234567890123 has an invalid format.");
  expect((await failureOf(allocate(place("net-iad-core")))).message).toContain("Could not find Connection with ID");
  await allocate();
  expect((await failureOf(allocate())).message).toContain("The VLAN 900 is already in use");
});

test("a confirmation is refused where both sides would have one AS number, and changes nothing", async () => {
  const input = { ...place(), newPrivateVirtualInterfaceAllocation: { ...wish, asn: 64_601 } };
  const { virtualInterfaceId } = await as().send(new sdk.AllocatePrivateVirtualInterfaceCommand(input));
  const before = await context.simulator.get("state");
  const command = new sdk.ConfirmPrivateVirtualInterfaceCommand({ virtualInterfaceId, virtualGatewayId: "vgw-031feb724bfa060cd" });
  expect((await failureOf(as(networkTeam).send(command))).message).toBe("The ASN 64601 is that of Amazon's side; both sides cannot have the same.");
  expect(await context.simulator.get("state")).toEqual(before);
});

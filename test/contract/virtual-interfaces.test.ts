import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours } from "./clients.ts";
import { type Members, newVirtualInterface, type Type } from "./new-virtual-interface.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

/** One that the account makes for itself, with some members other than usual. */
async function create(type: Type, members: Members = {}, connection = "prod-iad-a"): Promise<sdk.VirtualInterface> {
  const input = newVirtualInterface(context, type, members, connection) as never;
  if (type === "Private") return as().send(new sdk.CreatePrivateVirtualInterfaceCommand(input));
  if (type === "Public") return as().send(new sdk.CreatePublicVirtualInterfaceCommand(input));
  return (await as().send(new sdk.CreateTransitVirtualInterfaceCommand(input))).virtualInterface ?? {};
}

async function describe(virtualInterfaceId: string | undefined): Promise<sdk.VirtualInterface | undefined> {
  const { virtualInterfaces } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId }));
  return virtualInterfaces?.[0];
}

test("a private virtual interface is made and comes up", async () => {
  const made = await create("Private", { tags: [{ key: "team", value: "net" }] });
  expect(made).toMatchObject({
    virtualInterfaceState: "pending",
    virtualInterfaceType: "private",
    ownerAccount: ours,
    region: "us-east-1",
    location: "EqDC2",
    vlan: 900,
    asn: 65_001,
    asnLong: 65_001,
    mtu: 1500,
    directConnectGatewayId: context.id("lab-gw"),
    virtualGatewayId: "",
    routeFilterPrefixes: [],
    siteLinkEnabled: false,
    tags: [{ key: "team", value: "net" }],
  });
  expect(made.virtualInterfaceId).toMatch(/^dxvif-[0-9a-z]{8}$/);
  expect(made.authKey).toMatch(/^0x[\w-]{22}$/);
  const [peer] = made.bgpPeers ?? [];
  expect(peer).toMatchObject({ bgpPeerState: "pending", bgpStatus: "down", addressFamily: "ipv4", amazonAddress: made.amazonAddress });
  const byGateway = new sdk.DescribeDirectConnectGatewayAttachmentsCommand({ virtualInterfaceId: made.virtualInterfaceId });
  const stateOf = async () => (await as().send(byGateway)).directConnectGatewayAttachments?.[0]?.attachmentState;
  expect(await stateOf()).toBe("attaching");
  await passMinutes(2);
  expect(await stateOf()).toBe("attached");
  const up = await describe(made.virtualInterfaceId);
  expect(up).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpPeerState: "available", bgpStatus: "up" }] });
});

test("on a port that is down a virtual interface is made, and its session stays down", async () => {
  const { virtualInterfaceId } = await create("Private", {}, "dev-iad-b");
  await passMinutes(2);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "down", bgpPeers: [{ bgpStatus: "down" }] });
});

test("addresses that nobody chose are a link-local pair that is free in the account", async () => {
  const pairs = [await create("Private"), await create("Private", { vlan: 901 }), await create("Private", {}, "prod-iad-b")];
  for (const { amazonAddress = "", customerAddress = "" } of pairs) {
    const [, third, fourth] = /^169\.254\.(\d+)\.(\d+)\/30$/.exec(amazonAddress) ?? [];
    expect(Number(fourth) % 4).toBe(1);
    expect(customerAddress).toBe(`169.254.${third}.${Number(fourth) + 1}/30`);
  }
  expect(new Set(pairs.map(({ amazonAddress }) => amazonAddress)).size).toBe(3);
});

test("the same calls after a reset give the same ids, keys and addresses", async () => {
  const first = await create("Private");
  await context.simulator.post("reset");
  expect({ ...(await create("Private")), $metadata: undefined }).toEqual({ ...first, $metadata: undefined });
});

test("an IPv6 session has a /125 of Amazon's", async () => {
  const { amazonAddress, customerAddress, bgpPeers } = await create("Private", { addressFamily: "ipv6" });
  expect(amazonAddress).toMatch(/^2600:1f18:.*[19]\/125$/);
  expect(customerAddress).toMatch(/^2600:1f18:.*[2a]\/125$/);
  expect(bgpPeers?.[0]?.addressFamily).toBe("ipv6");
});

test("a large AS number stands in asnLong, and asn is 0", async () => {
  expect(await create("Private", { asn: 0, asnLong: 4_200_000_001 })).toMatchObject({ asn: 0, asnLong: 4_200_000_001 });
});

test("a transit virtual interface has the AS number of its gateway, and takes jumbo frames and SiteLink", async () => {
  const made = await create("Transit", { mtu: 8500, enableSiteLink: true, directConnectGatewayId: context.id("core-transit-gw") });
  expect(made).toMatchObject({ virtualInterfaceType: "transit", amazonSideAsn: 64_520, mtu: 8500, siteLinkEnabled: true });
  await passMinutes(2);
  expect((await describe(made.virtualInterfaceId))?.virtualInterfaceState).toBe("available");
});

test("a public virtual interface is verified before it comes up", async () => {
  const { virtualInterfaceId, ...made } = await create("Public");
  expect(made).toMatchObject({
    virtualInterfaceState: "verifying",
    amazonSideAsn: 7224,
    amazonAddress: "198.51.100.1/30",
    customerAddress: "198.51.100.2/30",
    routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }],
    bgpPeers: [{ bgpPeerState: "verifying", bgpStatus: "down" }],
  });
  await passMinutes(72 * 60);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "pending", bgpPeers: [{ bgpPeerState: "pending" }] });
  await passMinutes(2);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpStatus: "up" }] });
});

test("a private virtual interface goes on a virtual private gateway of its Region, and has its AS number", async () => {
  const made = await create("Private", { directConnectGatewayId: undefined, virtualGatewayId: "vgw-0289039f11ac8c7a5" });
  expect(made).toMatchObject({ virtualGatewayId: "vgw-0289039f11ac8c7a5", directConnectGatewayId: "", amazonSideAsn: 64_513 });
});

test("old clients may put several prefixes into one, with commas", async () => {
  const { routeFilterPrefixes } = await create("Public", { routeFilterPrefixes: [{ cidr: "198.51.100.0/25, 198.51.100.128/25" }] });
  expect(routeFilterPrefixes).toEqual([{ cidr: "198.51.100.0/25" }, { cidr: "198.51.100.128/25" }]);
});

const tooMany = Array.from({ length: 1001 }, (_, index) => ({ cidr: `${(index >> 8) + 50}.${index & 255}.0.0/16` }));
const pair = (amazonAddress: string, customerAddress: string) => ({ amazonAddress, customerAddress });

const refusals: readonly [what: string, type: Type, members: Members, message: string][] = [
  ["VLAN 0", "Private", { vlan: 0 }, "vlan is 0 and must be between 1 and 4094."],
  ["VLAN 4095", "Private", { vlan: 4095 }, "vlan is 4095 and must be between 1 and 4094."],
  ["a VLAN in use", "Private", { vlan: 110 }, "The VLAN 110 is already in use on "],
  ["no AS number", "Private", { asn: undefined }, "Specify asn or asnLong."],
  ["AS number 0", "Private", { asn: 0 }, "asn is 0 and must be between 1 and 2147483646; use asnLong for larger numbers."],
  ["a large AS number in asn", "Private", { asn: 2_147_483_647 }, "asn is 2147483647 and must be between 1 and 2147483646"],
  ["AS number 2^32-1", "Private", { asnLong: 4_294_967_295 }, "asnLong is 4294967295 and must be between 1 and 4294967294."],
  ["Amazon's own AS number", "Public", { asn: 7224 }, "The ASN 7224 is that of Amazon's side; both sides cannot have the same."],
  ["a short key", "Private", { authKey: "12345" }, "authKey must have 6 to 80 characters."],
  ["a long key", "Private", { authKey: "x".repeat(81) }, "authKey must have 6 to 80 characters."],
  ["an empty name", "Private", { virtualInterfaceName: "" }, "The name must have 1 to 100 characters."],
  ["a long name", "Transit", { virtualInterfaceName: "x".repeat(101) }, "The name must have 1 to 100 characters."],
  ["no name on a transit one", "Transit", { virtualInterfaceName: undefined }, "'virtualInterfaceName' must not be null"],
  ["no VLAN on a transit one", "Transit", { vlan: undefined }, "'vlan' must not be null"],
  ["MTU 9000", "Private", { mtu: 9000 }, "mtu is 9000 and must be one of 1500, 8500, 9001."],
  ["MTU 9001 on transit", "Transit", { mtu: 9001 }, "mtu is 9001 and must be one of 1500, 8500."],
  ["addresses in two subnets", "Private", pair("10.0.0.1/30", "10.0.0.5/30"), "Amazon Address and Customer Address must be in the same CIDR"],
  ["lengths that differ", "Private", pair("10.0.0.1/30", "10.0.0.2/29"), "Amazon Address and Customer Address must be in the same CIDR"],
  ["one address twice", "Private", pair("10.0.0.1/30", "10.0.0.1/30"), "Amazon Address and Customer Address must differ"],
  ["Amazon's address 0", "Private", pair("10.0.0.0/30", "10.0.0.1/30"), "Amazon Address is address 0 on its subnet."],
  ["the customer's address 0", "Private", pair("10.0.0.1/30", "10.0.0.0/30"), "Customer Address is address 0 on its subnet."],
  ["Amazon's broadcast address", "Private", pair("10.0.0.3/30", "10.0.0.1/30"), "Amazon Address is the broadcast address on its subnet."],
  ["the customer's broadcast address", "Private", pair("10.0.0.1/30", "10.0.0.3/30"), "Customer Address is the broadcast address on its subnet."],
  ["a private address on a public one", "Public", pair("10.0.0.1/30", "10.0.0.2/30"), "Amazon Address is not allowed to contain a private IP"],
  ["Amazon's address alone", "Private", { amazonAddress: "10.0.0.1/30" }, "Specify both amazonAddress and customerAddress, or neither."],
  ["the customer's address alone", "Private", { customerAddress: "10.0.0.1/30" }, "Specify both amazonAddress and customerAddress, or neither."],
  ["no length", "Private", pair("10.0.0.1", "10.0.0.2"), "10.0.0.1 is no IPv4 address with a prefix length"],
  ["an address in octal", "Private", pair("10.0.0.01/30", "10.0.0.2/30"), "10.0.0.01/30 is no IPv4 address"],
  ["no addresses on a public one", "Public", pair(undefined as never, undefined as never), "An IPv4 peer of a public virtual interface needs"],
  ["chosen IPv6 addresses", "Private", { addressFamily: "ipv6", ...pair("2001:db8::1/125", "2001:db8::2/125") }, "The addresses of an IPv6 peer are Amazon's to choose"],
  ["no prefixes on a public one", "Public", { routeFilterPrefixes: [] }, "A public virtual interface needs at least one prefix in routeFilterPrefixes."],
  ["a prefix with host bits", "Public", { routeFilterPrefixes: [{ cidr: "198.51.100.1/24" }] }, "The prefix 198.51.100.1/24 is not a valid CIDR."],
  ["a narrow IPv6 prefix", "Public", { routeFilterPrefixes: [{ cidr: "2001:db8::/65" }] }, "The IPv6 prefix 2001:db8::/65 must be /64 or shorter."],
  ["too many prefixes", "Public", { routeFilterPrefixes: tooMany }, "routeFilterPrefixes has 1001 prefixes and can have at most 1000."],
  ["no gateway", "Private", { directConnectGatewayId: undefined }, "Specify exactly one of virtualGatewayId and directConnectGatewayId."],
  ["two gateways", "Private", { virtualGatewayId: "vgw-0289039f11ac8c7a5" }, "Specify exactly one of virtualGatewayId and directConnectGatewayId."],
  ["no gateway for transit", "Transit", { directConnectGatewayId: undefined }, "A transit virtual interface needs a directConnectGatewayId."],
  [
    "a gateway of another Region",
    "Private",
    { directConnectGatewayId: undefined, virtualGatewayId: "vgw-066a9aa3e5e8fde57" },
    "vgw-066a9aa3e5e8fde57 is not a virtual private gateway of this account in the Region",
  ],
  ["tags twice", "Private", { tags: [{ key: "a" }, { key: "a" }] }, "A tag key was specified more than once: a"],
];

test.each(refusals)("a new virtual interface is refused with %s, and nothing is made", async (_what, type, members, message) => {
  const before = await context.simulator.get("state");
  expect((await failureOf(create(type, members))).message).toContain(message);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("a gateway has to be the account's, and of the right kind", async () => {
  const refused = async (type: Type, gateway: string, members: Members = {}) =>
    (await failureOf(create(type, { directConnectGatewayId: context.id(gateway), ...members }))).message;
  expect(await refused("Private", "net-private-gw")).toContain("does not exist");
  expect(await refused("Private", "core-transit-gw")).toContain("has transit virtual interfaces or transit gateways");
  expect(await refused("Transit", "corp-private-gw")).toContain("has private virtual interfaces or virtual private gateways");
  expect(await refused("Private", "corp-private-gw", { asn: 64_512 })).toContain("The ASN 64512 is that of Amazon's side");
});

test("SiteLink needs a Direct Connect gateway", async () => {
  const members = { directConnectGatewayId: undefined, virtualGatewayId: "vgw-0289039f11ac8c7a5", enableSiteLink: true };
  expect((await failureOf(create("Private", members))).message).toBe("SiteLink needs a virtual interface on a Direct Connect gateway.");
});

test("a port has to be there, the account's own, in service, and no member of a LAG", async () => {
  const refused = async (connection: string) => (await failureOf(create("Private", {}, connection))).message;
  expect(await refused("net-iad-core")).toBe(`Could not find Connection with ID ${context.id("net-iad-core")}`);
  expect(await refused("prod-lhr-a")).toBe(`Could not find Connection with ID ${context.id("prod-lhr-a")}`);
  expect(await refused("spare-lhr-lag")).toBe(`Could not find Lag with ID ${context.id("spare-lhr-lag")}`);
  expect(await refused("new-iad-c")).toBe(`The specified Connection ID is not available: ${context.id("new-iad-c")} is in state requested.`);
  expect(await refused("branch-iad-voice")).toContain("The specified Connection ID is not available");
  expect(await refused("prod-iad-lag-1")).toContain(`is a member of ${context.id("prod-iad-lag")}`);
  const malformed = as().send(new sdk.CreatePrivateVirtualInterfaceCommand({ ...newVirtualInterface(context, "Private"), connectionId: "dxcon-1" } as never));
  expect((await failureOf(malformed)).message).toBe("ConnectionID dxcon-1 has an invalid format.");
});

test("a hosted connection takes one virtual interface, with its own VLAN", async () => {
  const onHosted = (vlan: number) => create("Private", { vlan }, "branch-iad-data");
  expect((await failureOf(onHosted(900))).message).toContain("has to use its VLAN, 732.");
  expect((await failureOf(onHosted(732))).message).toContain("already has 1 virtual interface of this kind");
  await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id("branch-iad-data-private") }));
  await passMinutes(2);
  expect((await onHosted(732)).connectionId).toBe(context.id("branch-iad-data"));
});

test("no two sessions of a port share a subnet", async () => {
  await create("Private", { vlan: 900, ...pair("10.255.0.1/28", "10.255.0.2/28") });
  const second = create("Private", { vlan: 901, ...pair("10.255.0.9/30", "10.255.0.10/30") });
  expect((await failureOf(second)).message).toBe(`The subnet of 10.255.0.9/30 overlaps with that of another peer on ${context.id("prod-iad-a")}.`);
  expect((await create("Private", { vlan: 901, ...pair("10.255.0.9/30", "10.255.0.10/30") }, "prod-iad-b")).vlan).toBe(901);
});

test("both addresses of a /31 can be used", async () => {
  expect(await create("Private", pair("10.255.0.0/31", "10.255.0.1/31"))).toMatchObject(pair("10.255.0.0/31", "10.255.0.1/31"));
});

test("jumbo frames need a port that passes them", async () => {
  const estate = (await context.simulator.get("state")) as { connections: Members[] };
  const port = estate.connections.find(({ connectionId }) => connectionId === context.id("prod-iad-a"));
  await context.simulator.post("reset", { estate: { ...estate, connections: [...estate.connections.filter((one) => one !== port), { ...port, jumboFrameCapable: false }] } });
  expect((await failureOf(create("Private", { mtu: 9001 }))).message).toBe(`${context.id("prod-iad-a")} does not take jumbo frames.`);
  expect((await create("Private")).jumboFrameCapable).toBe(false);
});

test("a port carries 50 private and public virtual interfaces, 4 transit ones, and 51 in all", async () => {
  const connection = "dev-iad-b";
  for (let vlan = 2; vlan <= 5; vlan += 1) await create("Transit", { vlan }, connection);
  const fifth = failureOf(create("Transit", { vlan: 6 }, connection));
  expect((await fifth).message).toBe(`${context.id(connection)} already has 4 virtual interfaces of this kind, the most that it can have.`);
  for (let count = 5; count < 51; count += 1) await create("Public", { vlan: 100 + count, ...pair(`198.51.100.${count * 4 + 1}/30`, `198.51.100.${count * 4 + 2}/30`) }, connection);
  expect((await failureOf(create("Public", { vlan: 99 }, connection))).message).toContain("already has 51 virtual interfaces");
});

test("a Direct Connect gateway takes 30 virtual interfaces", async () => {
  for (let vlan = 1000; vlan < 1030; vlan += 1) await create("Private", { vlan });
  expect((await failureOf(create("Private", { vlan: 1030 }))).message).toContain("already has 30 virtual interfaces");
});

test("jumbo frames are being set for a while, and the session comes back", async () => {
  const virtualInterfaceId = context.id("prod-iad-a-private");
  const { virtualInterfaceState, mtu } = (await describe(virtualInterfaceId)) ?? {};
  expect(virtualInterfaceState).toBe("available");
  const other = mtu === 1500 ? 9001 : 1500;
  const changed = await as().send(new sdk.UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId, mtu: other }));
  expect(changed).toMatchObject({ virtualInterfaceState: "pending", mtu: other });
  await passMinutes(1);
  expect(await describe(virtualInterfaceId)).toMatchObject({ virtualInterfaceState: "available", mtu: other, bgpPeers: [{ bgpStatus: "up" }] });
});

test("a deleted virtual interface is listed for 15 minutes, and its VLAN is free at once when it is gone", async () => {
  const { virtualInterfaceId } = await create("Private");
  await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
  expect((await failureOf(create("Private"))).message).toContain("The VLAN 900 is already in use");
  await passMinutes(1);
  expect((await describe(virtualInterfaceId))?.virtualInterfaceState).toBe("deleted");
  expect((await create("Private")).vlan).toBe(900);
  await passMinutes(15);
  expect(await describe(virtualInterfaceId)).toBeUndefined();
});

test("an account sees nothing of another's", async () => {
  const { virtualInterfaceId } = await create("Private");
  const { virtualInterfaces } = await as(networkTeam).send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId }));
  expect(virtualInterfaces).toEqual([]);
});

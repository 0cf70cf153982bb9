import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { interfaceOrders } from "../../src/operations/interface-orders.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, cloudGateway, connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const { allocatePrivateVirtualInterface, createPrivateVirtualInterface, createPublicVirtualInterface, createTransitVirtualInterface } = interfaceOrders;
const port = connection({ id: "dxcon-a" });
const gateway = directConnectGateway({ id: "gw" });
const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;
const inventory: Inventory = {
  ...emptyInventory,
  accounts: [{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }],
  resources: [
    port,
    connection({ id: "dxcon-full", hosted: true, vlan: 7 }),
    virtualInterface({ id: "v-full", connectionId: "dxcon-full", vlan: 7, asn: 65010 }),
    connection({ id: "dxcon-member", lagId: "dxlag-1" }),
    connection({ id: "dxcon-away", region: "eu-west-1" }),
    connection({ id: "dxcon-new", state: "requested" }),
    lag({ id: "dxlag-1", allowsHostedConnections: false }),
    gateway,
    directConnectGateway({ id: "gw-transit" }),
    association({ id: "a", directConnectGatewayId: "gw-transit", gateway: tgw }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-1" }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-2", region: "eu-west-1" }),
  ],
};
const region = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
const session = { asn: 65000, addressFamily: "ipv4", amazonAddress: undefined, customerAddress: undefined, authKey: undefined } as const;
const optional = { mtu: undefined, siteLink: undefined, rateLimit: undefined, prefixPoolIpv4: undefined, prefixPoolIpv6: undefined, tags: undefined };

test("ports in service with room are offered, and gateways of the right use", () => {
  const { connection: carrier, gateway: end, vlan } = createPrivateVirtualInterface.parameters;
  const context = { target: region, inventory, answers: {} };
  expect(carrier.options(context).map(({ id }) => id)).toEqual(["dxcon-a", "dxlag-1"]);
  expect(end.options(context).map(({ id }) => id)).toEqual(["gw", "vgw-1"]);
  expect(createTransitVirtualInterface.parameters.gateway.options(context).map(({ id }) => id)).toEqual(["gw", "gw-transit"]);
  expect(vlan.initial({ ...context, answers: { connection: port } })).toBe(101);
  expect(vlan.initial(context)).toBeUndefined();
});

test("the form opened on a port or a gateway does not ask for it", () => {
  const { connection: carrier, gateway: end } = createPrivateVirtualInterface.parameters;
  expect([port, gateway].map((target) => carrier.when({ target, inventory, answers: {} }))).toEqual([false, true]);
  expect([port, gateway].map((target) => end.when({ target, inventory, answers: {} }))).toEqual([true, false]);
});

test("the ASN that most of the account's virtual interfaces have is offered", () => {
  expect(createPrivateVirtualInterface.parameters.asn.initial({ target: port, inventory, answers: {} })).toBe(65010);
  expect(createPrivateVirtualInterface.parameters.asn.initial({ target: port, inventory: emptyInventory, answers: {} })).toBe(65000);
});

test("a session is held against those that there are: its subnet, and the gateway's ASN", () => {
  const { amazonAddress, asn, name } = createPrivateVirtualInterface.parameters;
  const beside = { ...inventory, resources: [...inventory.resources, virtualInterface({ id: "v-b", connectionId: "dxcon-a", amazonAddress: "10.1.1.1/30" }), virtualInterface({ id: "v-c", connectionId: "dxcon-c", amazonAddress: "10.1.2.1/30" })] };
  const context = { target: region, inventory: beside, answers: { connection: port, gateway } };
  expect(inEnglish(amazonAddress.check("10.1.1.2/30", context))).toMatch(/overlaps with that of v-b on dxcon-a/);
  expect([amazonAddress.check("10.1.2.2/30", context), inEnglish(amazonAddress.remark("10.1.2.2/30", context))]).toEqual([undefined, expect.stringMatching(/overlaps with that of v-c/)]);
  expect(inEnglish(asn.check(64512, context))).toMatch(/also that of gateway gw/);
  expect(inEnglish(asn.remark(7224))).toMatch(/Amazon's own/);
  expect([inEnglish(name.check("x".repeat(130))), inEnglish(name.remark("Web_1"))]).toEqual([expect.stringMatching(/130 characters/), expect.stringMatching(/other characters/)]);
});

test("a private one says its gateway by kind, and only what was answered", () => {
  const answers = { connection: undefined, gateway, name: "prod", vlan: 101, ...session, ...optional };
  const fresh = { virtualInterfaceName: "prod", vlan: 101, asn: 65000, addressFamily: "ipv4" };
  expect(createPrivateVirtualInterface.input(answers, port, "us-east-1")).toEqual({ connectionId: "dxcon-a", newPrivateVirtualInterface: { ...fresh, directConnectGatewayId: "gw" } });
  const vgw = cloudGateway("virtualPrivateGateway", { id: "vgw-1" });
  expect(createPrivateVirtualInterface.input({ ...answers, connection: port, gateway: vgw }, region, "us-east-1").newPrivateVirtualInterface).toMatchObject({ virtualGatewayId: "vgw-1" });
  const onGateway = createTransitVirtualInterface.input({ ...answers, connection: port, gateway: undefined }, gateway, "us-east-1");
  expect(onGateway).toEqual({ connectionId: "dxcon-a", newTransitVirtualInterface: { ...fresh, directConnectGatewayId: "gw" } });
});

test("a large ASN goes into its own member, a lone address gets its other end, and options are sent", () => {
  const answers = {
    connection: undefined,
    gateway,
    name: "prod",
    vlan: 101,
    ...session,
    asn: 4_200_000_000,
    amazonAddress: "169.254.9.1/30",
    authKey: "secret-key",
    mtu: "8500",
    siteLink: true,
    rateLimit: "500Mbps",
    prefixPoolIpv4: 200,
    prefixPoolIpv6: 0,
    tags: { Owner: "me" },
  };
  expect(createPrivateVirtualInterface.input(answers, port, "us-east-1").newPrivateVirtualInterface).toEqual({
    virtualInterfaceName: "prod",
    vlan: 101,
    asnLong: 4_200_000_000,
    addressFamily: "ipv4",
    amazonAddress: "169.254.9.1/30",
    customerAddress: "169.254.9.2/30",
    authKey: "secret-key",
    mtu: 8500,
    enableSiteLink: true,
    rateLimit: "500Mbps",
    prefixPoolAllocatedCountIpv4: 200,
    prefixPoolAllocatedCountIpv6: 0,
    directConnectGatewayId: "gw",
    tags: [{ key: "Owner", value: "me" }],
  });
});

test("addresses have to be given on the Internet only, and only over IPv4", () => {
  const { amazonAddress } = createPublicVirtualInterface.parameters;
  expect([amazonAddress.optional, createPrivateVirtualInterface.parameters.amazonAddress.optional]).toEqual([false, true]);
  expect(amazonAddress.when({ target: port, inventory, answers: { addressFamily: "ipv6" } })).toBe(false);
  expect(inEnglish(amazonAddress.check("10.0.0.1/30", { target: port, inventory, answers: {} }))).toMatch(/private address/);
});

test("a public one announces prefixes over IPv4, none narrower than a /64", () => {
  const { routeFilterPrefixes } = createPublicVirtualInterface.parameters;
  const context = { target: port, inventory, answers: {} };
  expect(inEnglish(routeFilterPrefixes.check([], context))).toMatch(/at least one prefix/);
  expect(routeFilterPrefixes.check([], { ...context, answers: { addressFamily: "ipv6" } })).toBeUndefined();
  expect(inEnglish(routeFilterPrefixes.check(["2001:db8::/80"], context))).toMatch(/\/64/);
});

test("a full hosted connection and a gateway of the other use are refused before any question", () => {
  const full = connection({ id: "dxcon-full", hosted: true, vlan: 7 });
  expect(createPublicVirtualInterface.refusal?.(full, inventory)?.because).toEqual(["virtualInterface/v-full"]);
  expect(createPrivateVirtualInterface.refusal?.(port, inventory)).toBeUndefined();
  const used = directConnectGateway({ id: "gw-transit" });
  expect(createPrivateVirtualInterface.refusal?.(used, inventory)?.because).toEqual(["association/a"]);
  expect(createTransitVirtualInterface.refusal?.(used, inventory)).toBeUndefined();
  const attached = { ...inventory, resources: [...inventory.resources, attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v" })] };
  expect(createTransitVirtualInterface.refusal?.(gateway, attached)?.because).toEqual(["attachment/gw/v"]);
});

test("an allocation is for another account, which is told", () => {
  const { ownerAccount } = allocatePrivateVirtualInterface.parameters;
  const context = { target: port, inventory, answers: {} };
  expect(inEnglish(ownerAccount.check("111122223333", context))).toMatch(/this account itself/);
  expect(inEnglish(ownerAccount.check("1111", context))).toMatch(/twelve digits/);
  expect(ownerAccount.check("222233334444", context)).toBeUndefined();
  const answers = { ownerAccount: "222233334444", name: "theirs", vlan: 9, ...session, mtu: undefined, rateLimit: undefined, tags: undefined };
  expect(allocatePrivateVirtualInterface.input(answers, port, "us-east-1")).toMatchObject({ ownerAccount: "222233334444", newPrivateVirtualInterfaceAllocation: { vlan: 9 } });
  expect(inEnglish(allocatePrivateVirtualInterface.consequence?.(port, inventory, answers))).toMatch(/222233334444 confirms/);
});

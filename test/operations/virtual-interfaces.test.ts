import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource, VirtualInterface } from "../../src/model/resource.ts";
import { virtualInterfaceOperations } from "../../src/operations/virtual-interfaces.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, bgpPeer, cloudGateway, directConnectGateway, virtualInterface } from "../support/sample-inventory.ts";

const { confirmPrivateVirtualInterface, confirmPublicVirtualInterface, confirmTransitVirtualInterface, deleteBgpPeer, deleteVirtualInterface } =
  virtualInterfaceOperations;

const other = "222233334444";
const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: other, region: "us-east-1" } as const;
const estate: readonly Resource[] = [
  directConnectGateway({ id: "free" }),
  directConnectGateway({ id: "private" }),
  attachment({ directConnectGatewayId: "private", virtualInterfaceId: "dxvif-x" }),
  directConnectGateway({ id: "transit" }),
  association({ id: "a", directConnectGatewayId: "transit", gateway: tgw }),
  directConnectGateway({ id: "pending", state: "pending" }),
  directConnectGateway({ id: "foreign", ownerAccount: other }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-here" }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-there", region: "eu-west-1" }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-gone", state: "deleted" }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-foreign", ownerAccount: other }),
  cloudGateway("transitGateway", { id: "tgw-1" }),
];
const inventory: Inventory = {
  ...emptyInventory,
  accounts: [
    { profile: "prod", id: "111122223333", regions: ["us-east-1"] },
    { profile: "network", id: other, regions: ["us-east-1"] },
  ],
  resources: estate,
};

function gatewaysFor(resource: VirtualInterface, all: Inventory = inventory): readonly string[] {
  const { parameters } = resource.type === "private" ? confirmPrivateVirtualInterface : confirmTransitVirtualInterface;
  return parameters.gateway.options({ target: resource, inventory: all, answers: {} }).map(({ id }) => id);
}

test("a private virtual interface is offered gateways of its account without transit use, and VGWs of its Region", () => {
  expect(gatewaysFor(virtualInterface({ id: "v", state: "confirming" }))).toEqual(["free", "private", "vgw-here"]);
  expect(gatewaysFor(virtualInterface({ id: "v", region: "eu-west-1" }))).toEqual(["free", "private", "vgw-there"]);
});

test("a transit virtual interface is offered gateways without private use", () => {
  expect(gatewaysFor(virtualInterface({ id: "v", type: "transit" }))).toEqual(["free", "transit"]);
});

test("another account's virtual interface is offered that account's gateways", () => {
  expect(gatewaysFor(virtualInterface({ id: "v", ownerAccount: other }))).toEqual(["foreign", "vgw-foreign"]);
});

test("a gateway whose account is not told belongs to the profile that reads it", () => {
  const untold = cloudGateway("virtualPrivateGateway", { id: "vgw-untold", ownerAccount: "" });
  const foreign = cloudGateway("virtualPrivateGateway", { id: "vgw-network", ownerAccount: "", profile: "network" });
  const all = { ...inventory, resources: [untold, foreign] };
  expect(gatewaysFor(virtualInterface({ id: "v" }), all)).toEqual(["vgw-untold"]);
});

test("without a gateway to choose, the form says how to get one", () => {
  expect(inEnglish(confirmPrivateVirtualInterface.parameters.gateway.none)).toMatch(/Create a Direct Connect gateway/);
  expect(inEnglish(confirmTransitVirtualInterface.parameters.gateway.none)).toMatch(/Create one/);
});

test("the chosen gateway's kind decides the field", () => {
  const subject = virtualInterface({ id: "dxvif-1" });
  const vgw = cloudGateway("virtualPrivateGateway", { id: "vgw-1" });
  const gateway = directConnectGateway({ id: "gw-1" });
  expect(confirmPrivateVirtualInterface.input({ gateway: vgw }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", virtualGatewayId: "vgw-1" });
  expect(confirmPrivateVirtualInterface.input({ gateway }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", directConnectGatewayId: "gw-1" });
  expect(confirmTransitVirtualInterface.input({ gateway }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", directConnectGatewayId: "gw-1" });
  expect(confirmPublicVirtualInterface.input({}, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1" });
});

test.each<[string, readonly Resource[], boolean]>([
  ["the only peer", [], true],
  ["the only one that stays", [bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", state: "deleting" })], true],
  ["one of two", [bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", state: "pending" })], false],
  ["the only one of its virtual interface", [bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-2" })], true],
])("deleting %s", (_, others, isRefused) => {
  const peer = bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" });
  const port = virtualInterface({ id: "dxvif-1", name: "prod" });
  const refusal = inEnglish(deleteBgpPeer.refusal?.(peer, { ...emptyInventory, resources: [peer, port, ...others] }));
  expect(refusal !== undefined).toBe(isRefused);
  if (isRefused) expect(refusal).toMatchObject({ message: expect.stringContaining("virtual interface prod") as string, because: ["virtualInterface/dxvif-1"] });
});

test.each([
  ["by its id", { id: "dxpeer-1" }, { bgpPeerId: "dxpeer-1" }],
  ["by its session where it has no id", { id: "dxvif-1/ipv4/65000" }, { asn: 65000, customerAddress: "169.254.96.2/30" }],
  ["by a long ASN", { id: "dxvif-1/ipv4/4200000000", asn: 4_200_000_000 }, { asnLong: 4_200_000_000, customerAddress: "169.254.96.2/30" }],
])("a peer is deleted %s", (_, about, named) => {
  const peer = bgpPeer({ virtualInterfaceId: "dxvif-1", asn: 65000, customerAddress: "169.254.96.2/30", ...about });
  expect(deleteBgpPeer.input({}, peer, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", ...named });
});

test("what follows is said", () => {
  expect(inEnglish(deleteVirtualInterface.consequence?.(virtualInterface({ id: "v", state: "confirming" }), inventory, {}))).toMatch(/rejects/);
  expect(inEnglish(deleteVirtualInterface.consequence?.(virtualInterface({ id: "v", ownerAccount: other }), inventory, {}))).toMatch(/belongs to account 222233334444/);
  expect(inEnglish(deleteBgpPeer.consequence?.(bgpPeer({ id: "p", addressFamily: "ipv6" }), inventory, {}))).toMatch(/^IPv6 traffic/);
  expect(deleteBgpPeer.consequence?.(bgpPeer({ id: "p", bgpStatus: "down" }), inventory, {})).toBeUndefined();
});

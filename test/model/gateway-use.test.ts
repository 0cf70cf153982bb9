import { expect, test } from "vitest";
import { accepts, usersOf } from "../../src/model/gateway-use.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { association, attachment, directConnectGateway, virtualInterface } from "../support/sample-inventory.ts";

const gateway = directConnectGateway({ id: "gw" });
const vgw = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;
const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;

const coreNetwork = { id: "core-network-1", type: "coreNetwork", ownerAccount: "111122223333", region: "" } as const;

test.each<[string, readonly Resource[], boolean, boolean]>([
  ["nothing", [], true, true],
  ["a private attachment", [attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v" })], true, false],
  ["a transit attachment", [attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v", type: "transit" })], false, true],
  ["a virtual private gateway", [association({ id: "a", directConnectGatewayId: "gw", gateway: vgw })], true, false],
  ["a transit gateway", [association({ id: "a", directConnectGatewayId: "gw", gateway: tgw })], false, true],
  ["a core network of Cloud WAN", [association({ id: "a", directConnectGatewayId: "gw", gateway: coreNetwork })], false, true],
  ["a transit virtual interface", [virtualInterface({ id: "v", type: "transit", directConnectGatewayId: "gw" })], false, true],
  ["what has ended", [association({ id: "a", directConnectGatewayId: "gw", gateway: tgw, state: "disassociated" })], true, true],
  ["what still leaves", [association({ id: "a", directConnectGatewayId: "gw", gateway: tgw, state: "disassociating" })], false, true],
  ["another gateway's use", [association({ id: "a", directConnectGatewayId: "other", gateway: tgw })], true, true],
])("a Direct Connect gateway with %s", (_, resources, takesPrivate, takesTransit) => {
  const inventory = { ...emptyInventory, resources };
  expect(accepts(gateway, "private", inventory)).toBe(takesPrivate);
  expect(accepts(gateway, "transit", inventory)).toBe(takesTransit);
});

test("users are named, so that a message can say what is in the way", () => {
  const inUse = attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v" });
  expect(usersOf(gateway, "private", { ...emptyInventory, resources: [gateway, inUse] })).toEqual([inUse]);
});

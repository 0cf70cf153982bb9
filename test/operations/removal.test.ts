import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { removalOf } from "../../src/operations/removal.ts";
import { association, attachment, bgpPeer, connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const vgw = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;

function orderOf(resource: Resource, inventory: Inventory): readonly string[] {
  return removalOf(resource, inventory).steps.map(({ resource: { key }, operation = "waits" }) => `${operation} ${key}`);
}

function holding(...resources: readonly Resource[]): Inventory {
  return { ...emptyInventory, resources };
}

const bundle = lag({ id: "dxlag-1" });
const hosted = connection({ id: "dxcon-h", hosted: true, parentId: "dxlag-1" });
const onLag = virtualInterface({ id: "dxvif-1", connectionId: "dxlag-1" });
const onHosted = virtualInterface({ id: "dxvif-2", connectionId: "dxcon-h" });

test("a LAG goes after all that it carries, and that after what it carries itself; peers are implied, members stay", () => {
  const member = connection({ id: "dxcon-m", lagId: "dxlag-1" });
  const inventory = holding(bundle, member, hosted, onLag, onHosted, bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }));
  const order = orderOf(bundle, inventory);
  expect(order).toHaveLength(4);
  expect(order.at(-1)).toBe("deleteLag lag/dxlag-1");
  expect(order.indexOf("deleteVirtualInterface virtualInterface/dxvif-2")).toBeLessThan(order.indexOf("deleteConnection connection/dxcon-h"));
  expect(removalOf(bundle, inventory).steps.at(-1)?.after).toEqual(["connection/dxcon-h", "virtualInterface/dxvif-1"]);
});

test("a gateway goes after its virtual interfaces, which only their attachments may tell, and its associations", () => {
  const gateway = directConnectGateway({ id: "core" });
  const own = virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" });
  const inventory = holding(gateway, own, attachment({ directConnectGatewayId: "core", virtualInterfaceId: "dxvif-1" }), association({ id: "as", directConnectGatewayId: "core", gateway: vgw }));
  const direct = holding(gateway, { ...own, directConnectGatewayId: "core" }, association({ id: "as", directConnectGatewayId: "core", gateway: vgw }));
  for (const held of [inventory, direct]) {
    const order = orderOf(gateway, held);
    expect([...order].sort()).toEqual(["deleteAssociation association/as", "deleteDirectConnectGateway directConnectGateway/core", "deleteVirtualInterface virtualInterface/dxvif-1"]);
    expect(order.at(-1)).toBe("deleteDirectConnectGateway directConnectGateway/core");
  }
});

test("what is leaving is waited for; what is gone is left out", () => {
  const inventory = holding(bundle, { ...onLag, state: "deleting" }, { ...virtualInterface({ id: "dxvif-9", connectionId: "dxlag-1" }), state: "deleted" });
  expect(orderOf(bundle, inventory)).toEqual(["waits virtualInterface/dxvif-1", "deleteLag lag/dxlag-1"]);
  expect(removalOf(bundle, inventory).stuck).toEqual([]);
});

test("another account's is stuck: a hosted connection that only its owner may delete, a virtual interface that is not listed", () => {
  const foreign = connection({ id: "dxcon-h", hosted: true, parentId: "dxlag-1", ownerAccount: "222233334444" });
  expect(removalOf(bundle, holding(bundle, foreign)).stuck.map(({ key }) => key)).toEqual(["connection/dxcon-h"]);
  const gateway = directConnectGateway({ id: "core" });
  const theirs = attachment({ directConnectGatewayId: "core", virtualInterfaceId: "dxvif-x" });
  expect(removalOf(gateway, holding(gateway, theirs)).stuck).toEqual([theirs]);
});

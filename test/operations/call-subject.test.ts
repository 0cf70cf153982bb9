import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { findSubject, subjectName, subjectOf } from "../../src/operations/call-subject.ts";
import { association, bgpPeer, connection, virtualInterface } from "../support/sample-inventory.ts";

test.each([
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-1", bgpPeerId: "dxpeer-1" }, "dxpeer-1"],
  ["DeleteConnection", { connectionId: "dxcon-1" }, "dxcon-1"],
  ["AssociateConnectionWithLag", { connectionId: "dxcon-1", lagId: "dxlag-1" }, "dxcon-1"],
  ["UpdateLag", { lagId: "dxlag-1", lagName: "new" }, "dxlag-1"],
  ["CreateConnection", { location: "EqDC2", connectionName: "prod", lagId: "dxlag-1" }, "prod"],
  ["CreatePrivateVirtualInterface", { connectionId: "dxcon-1", newPrivateVirtualInterface: { virtualInterfaceName: "vif" } }, "vif"],
  ["TagResource", { resourceArn: "arn:aws:x", tags: [] }, "arn:aws:x"],
  ["DescribeLocations", {}, ""],
  ["DescribeConnections", { connectionId: 5 }, ""],
])("%s with %j is about %j", (action, input, expected) => expect(subjectOf(action, input)).toBe(expected));

const inventory = {
  ...emptyInventory,
  resources: [
    connection({ id: "dxcon-1", name: "prod" }),
    connection({ id: "dxcon-2", name: "twin" }),
    connection({ id: "dxcon-3", name: "twin" }),
    virtualInterface({ id: "dxvif-1", name: "vif" }),
    bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
    association({ id: "assoc-1", directConnectGatewayId: "dxgw", gateway: { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } }),
  ],
};

test.each([
  ["DeleteConnection", { connectionId: "dxcon-1" }, "prod", "connection/dxcon-1"],
  ["TagResource", { resourceArn: "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-1" }, "prod", "connection/dxcon-1"],
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-1", bgpPeerId: "dxpeer-1" }, "vif (169.254.96.2/30)", "bgpPeer/dxpeer-1"],
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-1", asnLong: 65001, customerAddress: "169.254.96.2/30" }, "vif (169.254.96.2/30)", "bgpPeer/dxpeer-1"],
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-1", asn: 65002, customerAddress: "169.254.96.2/30" }, "vif", "virtualInterface/dxvif-1"],
  ["DeleteDirectConnectGatewayAssociation", { directConnectGatewayId: "dxgw", virtualGatewayId: "vgw-1" }, "vgw-1", "association/assoc-1"],
  ["CreateDirectConnectGatewayAssociation", { directConnectGatewayId: "dxgw", virtualGatewayId: "vgw-1" }, "dxgw", undefined],
  ["DeleteConnection", { connectionId: "dxcon-gone" }, "dxcon-gone", undefined],
  ["CreateConnection", { connectionName: "prod" }, "prod", "connection/dxcon-1"],
  ["CreateConnection", { connectionName: "twin" }, "twin", undefined],
  ["DescribeLocations", {}, "", undefined],
])("%s with %j is about %s", (action, input, name, key) => {
  expect([subjectName(action, input, inventory), findSubject(action, input, inventory)?.key]).toEqual([name, key]);
});

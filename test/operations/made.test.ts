import { expect, test } from "vitest";
import { madeBy } from "../../src/operations/made.ts";

const peers = [{ bgpPeerId: "dxpeer-1" }, { bgpPeerId: "dxpeer-2" }];

test.each<[string, unknown, unknown]>([
  ["CreateConnection", { connectionId: "dxcon-1", connectionName: "edge", location: "EqDC2" }, { id: "dxcon-1", name: "edge" }],
  ["AllocateHostedConnection", { connectionId: "dxcon-2", connectionName: "edge" }, { id: "dxcon-2", name: "edge" }],
  ["CreateInterconnect", { interconnectId: "dxcon-3", interconnectName: "hub" }, { id: "dxcon-3", name: "hub" }],
  ["CreateLag", { lagId: "dxlag-1", lagName: "bundle", connections: [{ connectionId: "dxcon-4", lagId: "dxlag-1" }] }, { id: "dxlag-1", name: "bundle" }],
  ["CreateTransitVirtualInterface", { virtualInterface: { virtualInterfaceId: "dxvif-1", virtualInterfaceName: "web" } }, { id: "dxvif-1", name: "web" }],
  ["AllocatePrivateVirtualInterface", { virtualInterfaceId: "dxvif-2", virtualInterfaceName: "db" }, { id: "dxvif-2", name: "db" }],
  ["CreateDirectConnectGateway", { directConnectGateway: { directConnectGatewayId: "gw", directConnectGatewayName: "core" } }, { id: "gw", name: "core" }],
  ["CreateDirectConnectGatewayAssociation", { directConnectGatewayAssociation: { associationId: "a", directConnectGatewayId: "gw" } }, { id: "a", name: "" }],
  ["CreateDirectConnectGatewayAssociationProposal", { directConnectGatewayAssociationProposal: { proposalId: "p" } }, { id: "p", name: "" }],
  ["CreateBGPPeer", { virtualInterface: { virtualInterfaceId: "dxvif-1", bgpPeers: peers } }, { id: "dxpeer-2", name: "" }],
  ["UpdateLag", { lagId: "dxlag-1", lagName: "bundle" }, undefined],
  ["CreateConnection", undefined, undefined],
])("what %s has made", (action, output, wanted) => {
  expect(madeBy(action, output, (id) => id === "dxpeer-1")).toEqual(wanted);
});

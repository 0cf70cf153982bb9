import { describe, expect, it } from "vitest";
import { fragmentText } from "../../src/model/plan/fragment.ts";
import { PlanDocument } from "../../src/model/plan/document.ts";
import { planFragment } from "../../src/operations/plan-fragment.ts";

const uuid = "5f294f92-bafb-4011-916d-9b0b00000000";
const session = { vlan: 101, asn: 65001, addressFamily: "ipv4", amazonAddress: "169.254.10.1/30", customerAddress: "169.254.10.2/30" };
const privateOne = { ...session, virtualInterfaceName: "prod-a", authKey: "0xsecret", mtu: 8500, directConnectGatewayId: uuid, tags: [{ key: "env", value: "prod" }] };

const cases: readonly (readonly [action: string, input: object, lines: readonly string[]])[] = [
  ["CreateConnection", { connectionName: "prod dc2", location: "EqDC2", bandwidth: "10Gbps", lagId: "dxlag-fg5678gh", requestMACSec: true, billingMode: "PayAsYouGo" }, ["connections:", "prod-dc2:", 'name: "prod dc2"', "lag: dxlag-fg5678gh", "region: eu-west-1"]],
  ["ConfirmConnection", { connectionId: "dxcon-ffabc123" }, ["hosted: true", "id: dxcon-ffabc123"]],
  ["CreateLag", { lagName: "dc2", location: "EqDC2", connectionsBandwidth: "10Gbps", numberOfConnections: 2, requestMACSec: true }, ["lags:", "numberOfConnections: 2"]],
  ["UpdateLag", { lagId: "dxlag-fg5678gh", minimumLinks: 1 }, ["dxlag-fg5678gh:", "id: dxlag-fg5678gh", "minimumLinks: 1"]],
  ["AssociateConnectionWithLag", { connectionId: "dxcon-fg5678gh", lagId: "dxlag-fg5678gh" }, ["connections:", "id: dxcon-fg5678gh", "lag: dxlag-fg5678gh"]],
  ["CreateInterconnect", { interconnectName: "ic", location: "EqDC2", bandwidth: "10Gbps" }, ["interconnects:"]],
  ["AllocateHostedConnection", { connectionId: "dxlag-fg5678gh", ownerAccount: "444455556666", bandwidth: "500Mbps", connectionName: "customer", vlan: 301 }, ["hostedConnections:", "parent: dxlag-fg5678gh", 'ownerAccount: "444455556666"']],
  ["CreateDirectConnectGateway", { directConnectGatewayName: "core", amazonSideAsn: 64512 }, ["directConnectGateways:", "amazonSideAsn: 64512"]],
  ["CreatePrivateVirtualInterface", { connectionId: "dxcon-fg5678gh", newPrivateVirtualInterface: privateOne }, ["type: private", "connection: dxcon-fg5678gh", 'authKey: "${env:AUTH_KEY}"', "tags: { env: prod }"]],
  ["CreatePrivateVirtualInterface", { connectionId: "dxlag-fg5678gh", newPrivateVirtualInterface: { ...session, virtualInterfaceName: "a", virtualGatewayId: "vgw-0a1b2c3d4e5f60718" } }, ["lag: dxlag-fg5678gh", "virtualGateway: vgw-0a1b2c3d4e5f60718"]],
  ["CreatePublicVirtualInterface", { connectionId: "dxcon-fg5678gh", newPublicVirtualInterface: { ...session, virtualInterfaceName: "s3", amazonAddress: "203.0.113.1/30", customerAddress: "203.0.113.2/30", routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }] } }, ["routeFilterPrefixes: [198.51.100.0/24]"]],
  ["AllocateTransitVirtualInterface", { connectionId: "dxcon-fg5678gh", ownerAccount: "222233334444", newTransitVirtualInterfaceAllocation: { ...session, virtualInterfaceName: "team-b" } }, ["type: transit", 'ownerAccount: "222233334444"']],
  ["ConfirmPrivateVirtualInterface", { virtualInterfaceId: "dxvif-ffhhk74f", directConnectGatewayId: uuid }, ["accept: true", "id: dxvif-ffhhk74f", `directConnectGateway: "${uuid}"`]],
  ["AssociateVirtualInterface", { virtualInterfaceId: "dxvif-ffhhk74f", connectionId: "dxlag-fg5678gh" }, ["id: dxvif-ffhhk74f", "lag: dxlag-fg5678gh"]],
  ["UpdateVirtualInterfaceAttributes", { virtualInterfaceId: "dxvif-ffhhk74f", mtu: 8500 }, ["mtu: 8500"]],
  ["CreateDirectConnectGatewayAssociation", { directConnectGatewayId: uuid, gatewayId: "vgw-0a1b2c3d4e5f60718", addAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0/16" }] }, ["gateway: vgw-0a1b2c3d4e5f60718", "gatewayRegion: eu-west-1", "allowedPrefixes: [10.0.0.0/16]"]],
  ["AcceptDirectConnectGatewayAssociationProposal", { directConnectGatewayId: uuid, proposalId: uuid, associatedGatewayOwnerAccount: "333344445555" }, [`proposal: "${uuid}"`, 'gatewayOwnerAccount: "333344445555"']],
];

describe("a call as a part of a plan", () => {
  it.each(cases)("%s %o", (action, input, lines) => {
    const fragment = planFragment({ action, input, region: "eu-west-1" });
    const text = fragment === undefined ? "" : fragmentText(fragment);
    expect(text.split("\n").map((line) => line.trim())).toEqual(expect.arrayContaining([...lines]));
    expect(new PlanDocument(`version: 1\n${text}`).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("never holds a key, in clear or masked", () => {
    const input = { connectionId: "dxcon-fg5678gh", newPrivateVirtualInterface: privateOne };
    expect(JSON.stringify(planFragment({ action: "CreatePrivateVirtualInterface", input }))).not.toContain("secret");
  });

  it.each([
    ["DeleteConnection", { connectionId: "dxcon-fg5678gh" }],
    ["DescribeLags", {}],
    ["StartBgpFailoverTest", { virtualInterfaceId: "dxvif-ffhhk74f" }],
    ["CreateLag", { lagName: "l", connectionId: "dxcon-fg5678gh" }],
    ["constructor", {}],
  ])("is nothing for %s", (action, input) => expect(planFragment({ action, input })).toBeUndefined());
});

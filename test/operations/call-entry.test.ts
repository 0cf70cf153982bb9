import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { entryOf } from "../../src/operations/call-entry.ts";
import { operationIds, operationOf } from "../../src/operations/index.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, bgpPeer, connection, lag, proposal, virtualInterface } from "../support/sample-inventory.ts";

const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
const resources = [
  connection({ id: "dxcon-a" }),
  lag({ id: "dxlag-a" }),
  virtualInterface({ id: "dxvif-a", connectionId: "dxcon-a", profile: "network" }),
  virtualInterface({ id: "dxvif-a", connectionId: "dxcon-a" }),
  connection({ id: "dxcon-h", hosted: true, parentId: "dxcon-a", ownerAccount: "444455556666" }),
  bgpPeer({ id: "dxpeer-a", virtualInterfaceId: "dxvif-a" }),
  association({ id: "assoc-a", directConnectGatewayId: "gw", gateway: { ...gateway, id: "vgw-1", type: "virtualPrivateGateway" } }),
  { ...proposal({ id: "p-theirs", directConnectGatewayId: "gw", gateway }), owned: false },
];

test.each<[string, JsonObject, string | undefined, JsonObject | undefined]>([
  ["UpdateVirtualInterfaceAttributes", { virtualInterfaceId: "dxvif-a", mtu: 9001 }, "Change MTU…", { mtu: 9001 }],
  ["UpdateVirtualInterfaceAttributes", { virtualInterfaceId: "dxvif-a", rateLimit: "50Mbps" }, "Change Rate Limit…", { rateLimit: "50Mbps" }],
  ["UpdateVirtualInterfaceAttributes", { virtualInterfaceId: "dxvif-a", virtualInterfaceName: "x" }, "Rename Virtual Interface…", { name: "x" }],
  ["UpdateLag", { lagId: "dxlag-a", encryptionMode: "must_encrypt" }, "Set Encryption Mode of LAG…", { encryptionMode: "must_encrypt" }],
  ["AssociateVirtualInterface", { connectionId: "dxlag-a", virtualInterfaceId: "dxvif-a" }, "Move Virtual Interface…", {}],
  ["AssociateConnectionWithLag", { connectionId: "dxcon-a", lagId: "dxlag-a" }, "Move Connection to LAG…", {}],
  ["StartBgpFailoverTest", { virtualInterfaceId: "dxvif-a" }, "Start Failover Test…", undefined],
  ["DeleteDirectConnectGatewayAssociationProposal", { proposalId: "p-theirs" }, "Withdraw Proposal", {}],
  ["UpdateVirtualInterfaceAttributes", { virtualInterfaceId: "dxvif-a", prefixPoolAllocatedCountIpv4: 10 }, "Change Prefix Limits…", { ipv4: 10 }],
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-a", asn: 65001, customerAddress: "169.254.96.2/30" }, "Delete BGP Peer", {}],
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-a", asn: 65001, customerAddress: "192.0.2.2/30" }, undefined, undefined],
  ["DeleteDirectConnectGatewayAssociation", { directConnectGatewayId: "gw", virtualGatewayId: "vgw-1" }, "Delete Gateway Association", {}],
  ["AssociateHostedConnection", { parentConnectionId: "dxcon-a", connectionId: "dxcon-h" }, "Move Hosted Connection…", {}],
  ["DeleteConnection", { connectionId: "dxcon-unlisted" }, undefined, undefined],
  ["DescribeLags", {}, undefined, undefined],
])("%s of %j is an entry of the table", (action, input, label, answers) => {
  const entry = entryOf({ action, input, profile: "prod", region: "us-east-1" }, { ...emptyInventory, resources });
  expect(inEnglish(entry?.operation.label)).toBe(label);
  expect(entry?.answers).toEqual(answers);
  if (entry !== undefined) expect(entry.target.profile).toBe("prod");
  if (entry !== undefined && input["connectionId"] === "dxcon-h") expect(entry.target.id).toBe("dxcon-h");
});

test("entries that make the same call of the same kind say which member is theirs", () => {
  const entries = operationIds.map(operationOf).filter(({ action }) => ["UpdateVirtualInterfaceAttributes", "UpdateLag", "UpdateConnection"].includes(action));
  const members = entries.flatMap(({ action, members: own = {} }) => Object.values(own).map((member) => `${action} ${member}`));
  expect(entries.filter(({ members: own }) => own === undefined).map(({ label }) => label)).toEqual([]);
  expect(new Set(members).size).toBe(members.length);
});

import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { entryOf } from "../../src/operations/call-entry.ts";
import { operationIds, operationOf } from "../../src/operations/index.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, lag, proposal, virtualInterface } from "../support/sample-inventory.ts";

const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
const resources = [
  connection({ id: "dxcon-a" }),
  lag({ id: "dxlag-a" }),
  virtualInterface({ id: "dxvif-a", connectionId: "dxcon-a", profile: "network" }),
  virtualInterface({ id: "dxvif-a", connectionId: "dxcon-a" }),
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
  ["DeleteConnection", { connectionId: "dxcon-unlisted" }, undefined, undefined],
  ["DescribeLags", {}, undefined, undefined],
])("%s of %j is an entry of the table", (action, input, label, answers) => {
  const entry = entryOf({ action, input, profile: "prod", region: "us-east-1" }, { ...emptyInventory, resources });
  expect(inEnglish(entry?.operation.label)).toBe(label);
  expect(entry?.answers).toEqual(answers);
  if (entry !== undefined) expect(entry.target.profile).toBe("prod");
});

test("entries that make the same call of the same kind say which member is theirs", () => {
  const entries = operationIds.map(operationOf).filter(({ action }) => ["UpdateVirtualInterfaceAttributes", "UpdateLag", "UpdateConnection"].includes(action));
  const members = entries.flatMap(({ action, members: own = {} }) => Object.values(own).map((member) => `${action} ${member}`));
  expect(entries.filter(({ members: own }) => own === undefined).map(({ label }) => label)).toEqual([]);
  expect(new Set(members).size).toBe(members.length);
});

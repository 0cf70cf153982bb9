import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { operationIds, operationOf, operationsFor, type OperationId } from "../../src/operations/index.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, interconnect, lag, proposal, virtualInterface } from "../support/sample-inventory.ts";

const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
const other = "222233334444";
const tags = { Owner: "network" };

test.each<[string, Resource, readonly OperationId[]]>([
  ["a connection to confirm", connection({ id: "c", state: "ordering", hosted: true }), ["confirmConnection", "deleteConnection", "setTags"]],
  ["a working connection", connection({ id: "c" }), ["deleteConnection", "setTags"]],
  ["a connection with tags", connection({ id: "c", tags }), ["deleteConnection", "setTags", "removeTags"]],
  ["a connection with AWS's own tags only", connection({ id: "c", tags: { "aws:x": "y" } }), ["deleteConnection", "setTags"]],
  ["another account's connection", connection({ id: "c", ownerAccount: other, tags }), []],
  ["a connection on its way out", connection({ id: "c", state: "deleting" }), []],
  ["a rejected connection", connection({ id: "c", state: "rejected" }), []],
  ["a connection in a state that no model lists", connection({ id: "c", state: "approving" }), []],
  ["an interconnect", interconnect({ id: "c" }), ["deleteInterconnect", "setTags"]],
  ["a LAG", lag({ id: "l", state: "down" }), ["deleteLag", "setTags"]],
  ["a private virtual interface to confirm", virtualInterface({ id: "v", state: "confirming" }), ["confirmPrivateVirtualInterface", "deleteVirtualInterface", "setTags"]],
  ["a public one", virtualInterface({ id: "v", state: "confirming", type: "public" }), ["confirmPublicVirtualInterface", "deleteVirtualInterface", "setTags"]],
  ["a transit one", virtualInterface({ id: "v", state: "confirming", type: "transit" }), ["confirmTransitVirtualInterface", "deleteVirtualInterface", "setTags"]],
  ["another account's on our port", virtualInterface({ id: "v", state: "confirming", ownerAccount: other, tags }), ["deleteVirtualInterface"]],
  ["a virtual interface under test", virtualInterface({ id: "v", state: "testing" }), ["deleteVirtualInterface", "setTags"]],
  ["a BGP peer", bgpPeer({ id: "p" }), ["deleteBgpPeer"]],
  ["a gateway", directConnectGateway({ id: "g" }), ["deleteDirectConnectGateway", "setTags"]],
  ["an association", association({ id: "a", directConnectGatewayId: "g", gateway: tgw }), ["deleteAssociation"]],
  ["an association on its way", association({ id: "a", directConnectGatewayId: "g", gateway: tgw, state: "associating" }), []],
  ["an attachment", attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" }), []],
  ["a proposal to our gateway", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw }), ["acceptProposal", "rejectProposal"]],
  ["a proposal of ours", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw, ownerAccount: other }), ["withdrawProposal"]],
  ["an accepted proposal", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw, state: "accepted" }), []],
  ["a transit gateway", cloudGateway("transitGateway", { id: "tgw-1" }), []],
])("%s", (_, resource, expected) => expect([...operationsFor(resource)].sort()).toEqual([...expected].sort()));

test.each(operationIds)("%s is worded as the others are", (id) => {
  const { label, verb, icon, parameters, danger } = inEnglish(operationOf(id));
  expect(label.endsWith("…"), "an ellipsis promises a question").toBe(Object.keys(parameters).length > 0);
  expect(label).toMatch(/^[A-Z]/);
  expect(verb).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)?$/);
  expect(icon).toMatch(/^[a-z]+(-[a-z]+)*$/);
  if (id.startsWith("delete")) expect(danger).toBe("destroys");
});

test("what destroys is never a button on a tree item", () => {
  for (const id of operationIds) if (operationOf(id).danger === "destroys") expect(operationOf(id).inline, id).not.toBe(true);
});

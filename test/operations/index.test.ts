import { expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import { operationIds, operationOf, operationsFor, type OperationId } from "../../src/operations/index.ts";
import { beginsAt, isOffered } from "../../src/operations/operation.ts";
import type { Target } from "../../src/operations/target.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, interconnect, lag, proposal, virtualInterface } from "../support/sample-inventory.ts";

const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
const other = "222233334444";
const tags = { Owner: "network" };

const orders: readonly OperationId[] = ["createPrivateVirtualInterface", "createTransitVirtualInterface", "createPublicVirtualInterface"];
const allocations: readonly OperationId[] = ["allocatePrivateVirtualInterface", "allocateTransitVirtualInterface", "allocatePublicVirtualInterface"];
const ofConnection: readonly OperationId[] = [
  ...orders,
  ...allocations,
  "createLagFromConnection",
  "moveConnectionToLag",
  "renameConnection",
  "setBillingMode",
  "addToResiliencyGroup",
  "removeFromResiliencyGroup",
  "deleteConnection",
  "saveLetter",
  "showTags",
  "setTags",
];
const ofSession: readonly OperationId[] = ["openRouterConfiguration", "showRoutes", "showTestHistory"];
const waiting: readonly OperationId[] = ["deleteVirtualInterface", "renameVirtualInterface", "moveVirtualInterface", "showTags", "setTags"];

test.each<[string, Target, readonly OperationId[]]>([
  ["a connection to confirm", connection({ id: "c", state: "ordering", hosted: true }), ["confirmConnection", "deleteConnection", "showTags", "setTags"]],
  ["a working connection", connection({ id: "c" }), ofConnection],
  ["a connection with tags", connection({ id: "c", tags }), [...ofConnection, "removeTags"]],
  ["a connection with AWS's own tags only", connection({ id: "c", tags: { "aws:x": "y" } }), ofConnection],
  ["a LAG's member", connection({ id: "c", lagId: "l" }), [...ofConnection.filter((id) => ![...orders, ...allocations, "createLagFromConnection"].includes(id)), "removeConnectionFromLag"]],
  ["a hosted connection", connection({ id: "c", hosted: true }), ofConnection.filter((id) => !["createLagFromConnection", "moveConnectionToLag", "setBillingMode", "saveLetter"].includes(id))],
  ["a hosted connection of a customer", connection({ id: "c", hosted: true, parentId: "p", ownerAccount: other }), ["moveHostedConnection"]],
  ["another account's connection", connection({ id: "c", ownerAccount: other, tags }), []],
  ["a connection on its way out", connection({ id: "c", state: "deleting" }), []],
  ["a rejected connection", connection({ id: "c", state: "rejected" }), []],
  ["a connection in a state that no model lists", connection({ id: "c", state: "approving" }), []],
  ["an interconnect", interconnect({ id: "c" }), ["allocateHostedConnection", "deleteInterconnect", "saveLetter", "showTags", "setTags"]],
  ["a LAG of a partner", lag({ id: "l", state: "down" }), ["addConnectionToLag", "allocateHostedConnection", "deleteLag", "renameLag", "setMinimumLinks", "saveLetter", "showTags", "setTags"]],
  ["a LAG", lag({ id: "l", allowsHostedConnections: false }), [...orders, ...allocations, "addConnectionToLag", "deleteLag", "renameLag", "setMinimumLinks", "saveLetter", "showTags", "setTags"]],
  ["a private virtual interface to confirm", virtualInterface({ id: "v", state: "confirming" }), ["confirmPrivateVirtualInterface", ...waiting]],
  ["a public one", virtualInterface({ id: "v", state: "confirming", type: "public" }), ["confirmPublicVirtualInterface", ...waiting]],
  ["a transit one", virtualInterface({ id: "v", state: "confirming", type: "transit" }), ["confirmTransitVirtualInterface", ...waiting]],
  ["another account's on our port", virtualInterface({ id: "v", state: "confirming", ownerAccount: other, tags }), ["deleteVirtualInterface"]],
  ["a working virtual interface", virtualInterface({ id: "v" }), [...waiting, ...ofSession, "setMtu", "setSiteLink", "setPrefixPool", "setRateLimit", "createBgpPeer", "startFailoverTest"]],
  ["a working public one", virtualInterface({ id: "v", type: "public" }), [...waiting, ...ofSession, "setRateLimit", "createBgpPeer", "startFailoverTest"]],
  ["a virtual interface under test", virtualInterface({ id: "v", state: "testing" }), [...waiting.filter((id) => id !== "moveVirtualInterface"), ...ofSession, "stopFailoverTest"]],
  ["a BGP peer", bgpPeer({ id: "p" }), ["deleteBgpPeer"]],
  ["a gateway", directConnectGateway({ id: "g" }), ["createPrivateVirtualInterface", "createTransitVirtualInterface", "createAssociation", "renameDirectConnectGateway", "deleteDirectConnectGateway", "showTags", "setTags"]],
  ["an association", association({ id: "a", directConnectGatewayId: "g", gateway: tgw }), ["setAllowedPrefixes", "deleteAssociation"]],
  ["an association on its way", association({ id: "a", directConnectGatewayId: "g", gateway: tgw, state: "associating" }), []],
  ["an attachment", attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" }), []],
  ["a proposal to our gateway", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw }), ["acceptProposal", "rejectProposal"]],
  ["a proposal of ours", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw, ownerAccount: other }), ["withdrawProposal"]],
  ["an accepted proposal", proposal({ id: "p", directConnectGatewayId: "g", gateway: tgw, state: "accepted" }), []],
  ["a transit gateway", cloudGateway("transitGateway", { id: "tgw-1" }), ["proposeAssociation"]],
  ["a location", placeOf({ state: "location", profile: "p", region: "us-east-1", location: "EqDC2" }), ["createConnection", "createLag", "createInterconnect", ...orders]],
  ["the heading of the gateways", placeOf({ state: "directConnectGateway", profile: "p" }), ["createDirectConnectGateway"]],
  ["the heading of BGP peers", placeOf({ state: "bgpPeer", profile: "p" }), []],
])("%s", (_, target, expected) => expect([...operationsFor(target)].sort()).toEqual([...expected].sort()));

test("everything that makes something is offered somewhere before there is anything", () => {
  const places = (["account", "region"] as const).map((state) => placeOf({ state, profile: "p", region: "us-east-1" }));
  const there = new Set(places.flatMap(operationsFor));
  const needTargets: readonly OperationId[] = ["createLagFromConnection", "createAssociation", "createBgpPeer"];
  expect(operationIds.filter((id) => id.startsWith("create") && !needTargets.includes(id) && !there.has(id))).toEqual([]);
});

test("all that the API makes can be begun at an account and a Region, where some of it asks for a resource first", () => {
  const making = operationIds.map(operationOf).filter(({ action }) => /^(Create|Allocate)/.test(action));
  for (const state of ["account", "region"] as const) {
    const place = placeOf({ state, profile: "p" });
    const there = making.filter((operation) => isOffered(operation, place) || beginsAt(operation, place));
    expect(making.filter(({ action }) => !there.some((operation) => operation.action === action))).toEqual([]);
    expect(there.filter((operation) => isOffered(operation, place) && beginsAt(operation, place)), "not in two ways").toEqual([]);
  }
});

test("what reads says what to do with the answer, and only that", () => {
  for (const id of operationIds) {
    const entry = operationOf(id);
    expect(entry.then === "show" || entry.then === "save", id).toBe(entry.danger === "reads");
    expect("document" in entry, id).toBe(entry.danger === "reads");
  }
});

test("what interrupts says what stops", () => {
  for (const id of operationIds) if (operationOf(id).danger === "interrupts") expect("consequence" in operationOf(id), id).toBe(true);
});

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

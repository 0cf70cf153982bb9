import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Proposal, Resource } from "../../src/model/resource.ts";
import { gatewayOperations } from "../../src/operations/gateways.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, directConnectGateway, proposal, virtualInterface } from "../support/sample-inventory.ts";

const { acceptProposal, deleteAssociation, deleteDirectConnectGateway, rejectProposal, withdrawProposal } = gatewayOperations;

const other = "222233334444";
const tgw = { id: "tgw-1", type: "transitGateway", ownerAccount: other, region: "us-east-1" } as const;
const vgw = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: other, region: "us-east-1" } as const;
const gateway = directConnectGateway({ id: "gw", name: "core" });
const wish = proposal({ id: "pr-1", directConnectGatewayId: "gw", gateway: tgw, requestedPrefixes: ["10.60.0.0/16", "10.61.0.0/16"] });

test.each<[string, readonly Resource[], readonly string[]]>([
  ["nothing", [], []],
  ["an attachment", [attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v" })], ["attachment/gw/v"]],
  ["an association on its way out", [association({ id: "a", directConnectGatewayId: "gw", gateway: tgw, state: "disassociating" })], ["association/a"]],
  ["a virtual interface whose attachment is not listed", [virtualInterface({ id: "v", directConnectGatewayId: "gw" })], ["virtualInterface/v"]],
  ["a proposal only", [wish], []],
])("a Direct Connect gateway with %s", (_, others, because) => {
  const refusal = deleteDirectConnectGateway.refusal?.(gateway, { ...emptyInventory, resources: [gateway, ...others] });
  expect(refusal?.because ?? []).toEqual(because);
});

test("deleting an association says how many virtual interfaces lose its networks", () => {
  const subject = association({ id: "a", directConnectGatewayId: "gw", gateway: tgw });
  const attachments = ["v1", "v2"].map((virtualInterfaceId) => attachment({ directConnectGatewayId: "gw", virtualInterfaceId }));
  expect(inEnglish(deleteAssociation.consequence?.(subject, { ...emptyInventory, resources: attachments }, {}))).toMatch(/over the 2 virtual interfaces/);
  expect(inEnglish(deleteAssociation.consequence?.(subject, emptyInventory, {}))).toMatch(/behind tgw-1/);
  expect(deleteAssociation.input({}, subject, "us-east-1")).toEqual({ associationId: "a" });
});

test("accepting sends the prefixes only where they differ from what was asked for", () => {
  const call = { directConnectGatewayId: "gw", proposalId: "pr-1", associatedGatewayOwnerAccount: other };
  expect(acceptProposal.input({ allowedPrefixes: ["10.61.0.0/16", "10.60.0.0/16"] }, wish, "us-east-1")).toEqual(call);
  expect(acceptProposal.input({ allowedPrefixes: ["10.60.0.0/16"] }, wish, "us-east-1")).toEqual({
    ...call,
    overrideAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.60.0.0/16" }],
  });
});

test("the form begins with what was asked for", () => {
  const context = { target: wish, inventory: emptyInventory, answers: {} };
  expect(acceptProposal.parameters.allowedPrefixes.initial(context)).toEqual(["10.60.0.0/16", "10.61.0.0/16"]);
});

test.each<[string, Proposal, readonly string[], RegExp | undefined]>([
  ["none for a transit gateway", wish, [], /at least one/],
  ["one for a transit gateway", wish, ["10.60.0.0/16"], undefined],
  ["201 for a transit gateway", wish, Array.from({ length: 201 }, (_, n) => `10.60.${n}.0/24`), /at most 200/],
  ["one that a neighbour has", wish, ["10.70.0.0/16", "10.80.128.0/17"], /10\.80\.128\.0\/17 overlaps 10\.80\.0\.0\/16, which tgw-2/],
  ["none for a virtual private gateway", proposal({ id: "p", directConnectGatewayId: "gw", gateway: vgw }), [], undefined],
])("allowed prefixes: %s", (_, subject, prefixes, expected) => {
  const neighbour = association({ id: "a2", directConnectGatewayId: "gw", gateway: { ...tgw, id: "tgw-2" }, allowedPrefixes: ["10.80.0.0/16"] });
  const own = association({ id: "a1", directConnectGatewayId: "gw", gateway: tgw, allowedPrefixes: ["10.60.0.0/16"] });
  const inventory = { ...emptyInventory, resources: [gateway, neighbour, own] };
  const problem = inEnglish(acceptProposal.parameters.allowedPrefixes.check(prefixes, { target: subject, inventory, answers: {} }));
  if (expected === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(expected);
});

test("a gateway that serves the other use cannot take what is proposed", () => {
  const attached = attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "v" });
  const inventory = { ...emptyInventory, resources: [gateway, attached] };
  expect(acceptProposal.refusal?.(wish, inventory)).toMatchObject({ because: ["attachment/gw/v"] });
  const fitting = proposal({ id: "p", directConnectGatewayId: "gw", gateway: vgw });
  expect(acceptProposal.refusal?.(fitting, inventory)).toBeUndefined();
  expect(acceptProposal.refusal?.(wish, emptyInventory)).toBeUndefined();
});

test("the same call rejects and withdraws, and says whom it concerns", () => {
  expect(rejectProposal.input({}, wish, "us-east-1")).toEqual(withdrawProposal.input({}, wish, "us-east-1"));
  expect(inEnglish(rejectProposal.consequence?.(wish, emptyInventory, {}))).toMatch(/222233334444 has to propose again/);
  expect(inEnglish(withdrawProposal.consequence?.(wish, emptyInventory, {}))).toMatch(/111122223333/);
});

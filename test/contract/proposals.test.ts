import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

/** Gateways of the other account. */
const theirVgw = "vgw-053629d56246a6e16";
const theirTgw = "tgw-00ea7d1a6905ec315";
const prefixes = (...cidrs: string[]) => cidrs.map((cidr) => ({ cidr }));

type NewProposal = Partial<sdk.CreateDirectConnectGatewayAssociationProposalRequest>;

const propose = async (input: NewProposal = {}, account = networkTeam, region = "us-east-1") => {
  const command = new sdk.CreateDirectConnectGatewayAssociationProposalCommand({
    directConnectGatewayId: context.id("corp-private-gw"),
    directConnectGatewayOwnerAccount: ours,
    gatewayId: theirVgw,
    addAllowedPrefixesToDirectConnectGateway: prefixes("10.70.0.0/16"),
    ...input,
  });
  return (await as(account, region).send(command)).directConnectGatewayAssociationProposal;
};

const accept = async (proposalId: string | undefined, region = "us-east-1") => {
  const command = new sdk.AcceptDirectConnectGatewayAssociationProposalCommand({
    directConnectGatewayId: context.id("corp-private-gw"),
    proposalId,
    associatedGatewayOwnerAccount: networkTeam,
  });
  return (await as(ours, region).send(command)).directConnectGatewayAssociation;
};

async function proposalState(proposalId: string | undefined): Promise<string | undefined> {
  const command = new sdk.DescribeDirectConnectGatewayAssociationProposalsCommand({ proposalId });
  return (await as(networkTeam).send(command)).directConnectGatewayAssociationProposals?.[0]?.proposalState;
}

test("a proposal to another account is accepted, and a later one changes the prefixes", async () => {
  const first = await propose();
  expect(first).toMatchObject({
    proposalState: "requested",
    directConnectGatewayOwnerAccount: ours,
    associatedGateway: { id: theirVgw, ownerAccount: networkTeam },
    existingAllowedPrefixesToDirectConnectGateway: [],
    requestedAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.70.0.0/16" }],
  });
  expect((await failureOf(accept(first?.proposalId, "eu-west-1"))).message).toBe(
    `The Virtual Gateway in the Direct Connect Gateway Association Proposal ${first?.proposalId ?? ""} is not found`,
  );
  expect(await accept(first?.proposalId)).toMatchObject({ associationState: "associating" });
  await passMinutes(2);
  const second = await propose({
    addAllowedPrefixesToDirectConnectGateway: prefixes("10.71.0.0/16"),
    removeAllowedPrefixesToDirectConnectGateway: prefixes("10.70.0.0/16"),
  });
  expect(second).toMatchObject({
    existingAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.70.0.0/16" }],
    requestedAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.71.0.0/16" }],
  });
  expect(await accept(second?.proposalId)).toMatchObject({
    associationState: "updating",
    allowedPrefixesToDirectConnectGateway: [{ cidr: "10.71.0.0/16" }],
  });
});

test("a proposal expires after seven days and is listed for three more", async () => {
  const made = await propose();
  await passMinutes(7 * 24 * 60 - 1);
  expect(await proposalState(made?.proposalId)).toBe("requested");
  await passMinutes(1);
  expect(await proposalState(made?.proposalId)).toBe("deleted");
  expect((await failureOf(accept(made?.proposalId))).message).toContain("is in state deleted");
  await passMinutes(3 * 24 * 60);
  expect(await proposalState(made?.proposalId)).toBeUndefined();
});

test("a proposal is made where its gateway is, to who owns the other", async () => {
  const refused = async (...given: Parameters<typeof propose>) => (await failureOf(propose(...given))).message;
  expect(await refused({}, networkTeam, "eu-west-1")).toBe(`The VirtualGateway ${theirVgw} does not exist.`);
  expect(await refused({}, ours)).toBe(`The VirtualGateway ${theirVgw} does not exist.`);
  const gateway = context.id("corp-private-gw");
  expect(await refused({ directConnectGatewayOwnerAccount: networkTeam })).toBe(`Direct Connect Gateway ${gateway} does not exist.`);
  expect(await refused({ directConnectGatewayId: "gw" })).toBe("Direct Connect Gateway ID gw has an invalid format.");
  expect(await refused({ addAllowedPrefixesToDirectConnectGateway: prefixes("10.0.0.0") })).toBe("The prefix 10.0.0.0 is not a valid CIDR.");
  const transit = { gatewayId: theirTgw, directConnectGatewayId: context.id("core-transit-gw"), addAllowedPrefixesToDirectConnectGateway: [] };
  expect(await refused(transit, networkTeam, "eu-west-1")).toBe("An association with a transit gateway needs at least one allowed prefix.");
});

test("a gateway that is being deleted takes no proposal, and the estate is read again once it is gone", async () => {
  const gateway = context.id("lab-gw");
  await as().send(new sdk.DeleteDirectConnectGatewayCommand({ directConnectGatewayId: gateway }));
  const proposed = as(networkTeam).send(
    new sdk.CreateDirectConnectGatewayAssociationProposalCommand({
      directConnectGatewayId: gateway,
      directConnectGatewayOwnerAccount: ours,
      gatewayId: theirVgw,
    }),
  );
  expect((await failureOf(proposed)).message).toContain("is in state deleting");
  await passMinutes(2);
  await context.simulator.post("reset", { estate: await context.simulator.get("state") });
});

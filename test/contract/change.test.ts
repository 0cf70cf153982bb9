import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours, partner } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

async function connectionState(name: string): Promise<string | undefined> {
  const input = { connectionId: context.id(name) };
  const { connections: [found] = [] } = await as().send(new sdk.DescribeConnectionsCommand(input));
  return found?.connectionState;
}

async function virtualInterface(name: string, region = "us-east-1"): Promise<sdk.VirtualInterface | undefined> {
  const input = { virtualInterfaceId: context.id(name) };
  return (await as(ours, region).send(new sdk.DescribeVirtualInterfacesCommand(input))).virtualInterfaces?.[0];
}

test("a hosted connection is confirmed by its owner and comes up", async () => {
  const connectionId = context.id("branch-iad-voice");
  const confirm = () => as().send(new sdk.ConfirmConnectionCommand({ connectionId }));
  expect(await confirm()).toMatchObject({ connectionState: "pending" });
  expect((await failureOf(confirm())).message).toBe(`ConfirmConnection failed. ${connectionId} is in state pending`);
  await passMinutes(2);
  expect(await connectionState("branch-iad-voice")).toBe("available");
});

test("only its owner can confirm a hosted connection", async () => {
  const connectionId = context.id("branch-iad-voice");
  const byPartner = as(partner).send(new sdk.ConfirmConnectionCommand({ connectionId }));
  expect((await failureOf(byPartner)).message).toBe(`Could not find Connection with ID ${connectionId}`);
  const requested = as().send(new sdk.ConfirmConnectionCommand({ connectionId: context.id("new-iad-c") }));
  expect((await failureOf(requested)).message).toBe(`ConfirmConnection failed. ${context.id("new-iad-c")} is in state requested`);
});

test("a private virtual interface is confirmed onto a Direct Connect gateway", async () => {
  const input = { virtualInterfaceId: context.id("shared-iad-private"), directConnectGatewayId: context.id("corp-private-gw") };
  expect(await as().send(new sdk.ConfirmPrivateVirtualInterfaceCommand(input))).toMatchObject({ virtualInterfaceState: "pending" });
  expect(await virtualInterface("shared-iad-private")).toMatchObject({ directConnectGatewayId: input.directConnectGatewayId, amazonSideAsn: 64512 });
  await passMinutes(2);
  const up = await virtualInterface("shared-iad-private");
  expect(up).toMatchObject({ virtualInterfaceState: "available" });
  expect(up?.bgpPeers?.[0]).toMatchObject({ bgpPeerState: "available", bgpStatus: "up" });
  const { directConnectGatewayAttachments: [attachment] = [] } = await as().send(
    new sdk.DescribeDirectConnectGatewayAttachmentsCommand({ virtualInterfaceId: input.virtualInterfaceId }),
  );
  expect(attachment?.attachmentState).toBe("attached");
});

test("a private virtual interface is confirmed onto a virtual private gateway", async () => {
  const { virtualGateways: [gateway] = [] } = await as().send(new sdk.DescribeVirtualGatewaysCommand({}));
  const virtualInterfaceId = context.id("shared-iad-private");
  const virtualGatewayId = gateway?.virtualGatewayId ?? "";
  await as().send(new sdk.ConfirmPrivateVirtualInterfaceCommand({ virtualInterfaceId, virtualGatewayId }));
  expect(await virtualInterface("shared-iad-private")).toMatchObject({ virtualGatewayId, directConnectGatewayId: "" });
});

test("what cannot be confirmed is refused with its reason", async () => {
  const virtualInterfaceId = context.id("shared-iad-private");
  const directConnectGatewayId = context.id("corp-private-gw");
  const confirm = async (input: Partial<sdk.ConfirmPrivateVirtualInterfaceRequest>, account = ours) =>
    (await failureOf(as(account).send(new sdk.ConfirmPrivateVirtualInterfaceCommand({ virtualInterfaceId, ...input })))).message;
  expect(await confirm({})).toBe("Specify exactly one of virtualGatewayId and directConnectGatewayId.");
  expect(await confirm({ directConnectGatewayId, virtualGatewayId: "vgw-12345678" })).toContain("Specify exactly one");
  expect(await confirm({ virtualGatewayId: "vgw-12345678" })).toContain("vgw-12345678 is not a virtual private gateway of this account");
  expect(await confirm({ virtualGatewayId: "vgw-xyz" })).toBe("Gateway ID vgw-xyz has an invalid format.");
  expect(await confirm({ directConnectGatewayId: context.id("core-transit-gw") })).toContain("has transit virtual interfaces or transit gateways");
  expect(await confirm({ directConnectGatewayId: context.id("net-private-gw") })).toContain("does not exist");
  expect(await confirm({ directConnectGatewayId }, networkTeam)).toContain("Only the owner of");
  expect(await confirm({ directConnectGatewayId }, partner)).toContain("does not exist");
  expect(await confirm({ virtualInterfaceId: context.id("prod-iad-a-private"), directConnectGatewayId })).toContain("is in state available");
  expect(await confirm({ virtualInterfaceId: context.id("public-iad"), directConnectGatewayId })).toContain("is a public virtual interface");
});

/** The sample's waiting virtual interface, made one of another type. */
async function waiting(type: "public" | "transit"): Promise<string> {
  const estate = (await context.simulator.get("state")) as { virtualInterfaces: Record<string, unknown>[] };
  const found = estate.virtualInterfaces.find((item) => item["virtualInterfaceName"] === "shared-iad-private");
  if (found === undefined) throw new Error("the sample has a waiting virtual interface");
  found["virtualInterfaceType"] = type;
  await context.simulator.post("reset", { estate });
  return context.id("shared-iad-private");
}

test("a transit virtual interface is confirmed onto a gateway for transit", async () => {
  const virtualInterfaceId = await waiting("transit");
  const confirm = (directConnectGatewayId: string) =>
    as().send(new sdk.ConfirmTransitVirtualInterfaceCommand({ virtualInterfaceId, directConnectGatewayId }));
  expect((await failureOf(confirm(context.id("corp-private-gw")))).message).toContain("has private virtual interfaces");
  expect(await confirm(context.id("core-transit-gw"))).toMatchObject({ virtualInterfaceState: "pending" });
  await passMinutes(2);
  expect(await virtualInterface("shared-iad-private")).toMatchObject({ virtualInterfaceState: "available", amazonSideAsn: 64520 });
});

test("a public virtual interface is verified after it is confirmed", async () => {
  const virtualInterfaceId = await waiting("public");
  const confirmed = await as().send(new sdk.ConfirmPublicVirtualInterfaceCommand({ virtualInterfaceId }));
  expect(confirmed.virtualInterfaceState).toBe("verifying");
  await context.simulator.post("world", { event: "approve", id: virtualInterfaceId });
  expect((await virtualInterface("shared-iad-private"))?.virtualInterfaceState).toBe("pending");
  await passMinutes(2);
  expect((await virtualInterface("shared-iad-private"))?.virtualInterfaceState).toBe("available");
});

async function requestedProposal(): Promise<sdk.DirectConnectGatewayAssociationProposal> {
  const input = { directConnectGatewayId: context.id("corp-private-gw") };
  const answer = await as().send(new sdk.DescribeDirectConnectGatewayAssociationProposalsCommand(input));
  const found = answer.directConnectGatewayAssociationProposals?.find(({ proposalState }) => proposalState === "requested");
  if (found === undefined) throw new Error("the sample has a proposal");
  return found;
}

test("a proposal is accepted, with other prefixes if wished, and its gateways grow together", async () => {
  const { proposalId, directConnectGatewayId } = await requestedProposal();
  const { directConnectGatewayAssociation: association } = await as().send(
    new sdk.AcceptDirectConnectGatewayAssociationProposalCommand({
      proposalId,
      directConnectGatewayId,
      associatedGatewayOwnerAccount: networkTeam,
      overrideAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.65.0.0/24" }],
    }),
  );
  expect(association).toMatchObject({ associationState: "associating", allowedPrefixesToDirectConnectGateway: [{ cidr: "10.65.0.0/24" }] });
  await passMinutes(2);
  const { associationId } = association ?? {};
  const { directConnectGatewayAssociations: [now] = [] } = await as(networkTeam).send(
    new sdk.DescribeDirectConnectGatewayAssociationsCommand({ associationId }),
  );
  expect(now?.associationState).toBe("associated");
});

test("what is no acceptance is refused with its reason", async () => {
  const { proposalId, directConnectGatewayId } = await requestedProposal();
  const accept = async (input: Partial<sdk.AcceptDirectConnectGatewayAssociationProposalRequest>, account = ours, region = "us-east-1") =>
    (
      await failureOf(
        as(account, region).send(
          new sdk.AcceptDirectConnectGatewayAssociationProposalCommand({
            proposalId, directConnectGatewayId, associatedGatewayOwnerAccount: networkTeam, ...input,
          }),
        ),
      )
    ).message;
  expect(await accept({}, networkTeam)).toContain("Only the owner of");
  expect(await accept({}, partner)).toContain("is not found");
  expect(await accept({}, ours, "eu-west-1")).toBe(
    `The Virtual Gateway in the Direct Connect Gateway Association Proposal ${proposalId ?? ""} is not found`,
  );
  expect(await accept({ associatedGatewayOwnerAccount: partner })).toContain(`does not belong to the account ${partner}`);
  expect(await accept({ directConnectGatewayId: context.id("lab-gw") })).toContain("is not for the Direct Connect gateway");
  const prefixes = (...cidrs: string[]) => ({ overrideAllowedPrefixesToDirectConnectGateway: cidrs.map((cidr) => ({ cidr })) });
  expect(await accept(prefixes("10.65.0.1/24"))).toBe("The prefix 10.65.0.1/24 is not a valid CIDR.");
  expect(await accept(prefixes("10.65.4.0/24", "10.65.0.0/18"))).toBe("The allowed prefixes 10.65.4.0/24 and 10.65.0.0/18 overlap.");
});

test("a proposal is rejected or withdrawn, once", async () => {
  const { proposalId } = await requestedProposal();
  const remove = (account: string) => as(account).send(new sdk.DeleteDirectConnectGatewayAssociationProposalCommand({ proposalId }));
  expect((await failureOf(remove(partner))).message).toContain("is not found");
  expect((await remove(networkTeam)).directConnectGatewayAssociationProposal?.proposalState).toBe("deleted");
  expect((await failureOf(remove(ours))).message).toContain("is in state deleted");
});

test("a connection without virtual interfaces is deleted", async () => {
  const { virtualInterfaces = [] } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ connectionId: context.id("dev-iad-b") }));
  const remove = () => as().send(new sdk.DeleteConnectionCommand({ connectionId: context.id("dev-iad-b") }));
  expect((await failureOf(remove())).message).toContain("it has 1 virtual interface. Delete them first.");
  const virtualInterfaceId = virtualInterfaces[0]?.virtualInterfaceId;
  expect(await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId }))).toMatchObject({ virtualInterfaceState: "deleting" });
  await passMinutes(1);
  expect((await remove()).connectionState).toBe("deleting");
  await passMinutes(1);
  expect(await connectionState("dev-iad-b")).toBe("deleted");
  expect((await failureOf(remove())).message).toBe(`Could not find Connection with ID ${context.id("dev-iad-b")}`);
  await passMinutes(15);
  const gone = as().send(new sdk.DescribeConnectionsCommand({ connectionId: context.id("dev-iad-b") }));
  expect((await failureOf(gone)).message).toBe(`Could not find Connection with ID ${context.id("dev-iad-b")}`);
});

test("a requested connection is deleted at once, a hosted one that waits is rejected", async () => {
  const remove = async (name: string, account = ours) =>
    (await as(account).send(new sdk.DeleteConnectionCommand({ connectionId: context.id(name) }))).connectionState;
  expect(await remove("new-iad-c")).toBe("deleted");
  expect(await remove("branch-iad-voice")).toBe("rejected");
  await context.simulator.post("reset");
  expect(await remove("branch-iad-voice", partner)).toBe("deleted");
});

test("a LAG keeps its minimum of links, and its members outlive it", async () => {
  const lagId = context.id("prod-iad-lag");
  const connectionId = context.id("prod-iad-lag-1");
  await as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 2 }));
  const member = as().send(new sdk.DeleteConnectionCommand({ connectionId }));
  expect((await failureOf(member)).message).toContain("below its minimum of 2 links");
  const tooMany = as().send(new sdk.UpdateLagCommand({ lagId, minimumLinks: 3 }));
  expect((await failureOf(tooMany)).message).toContain("minimumLinks is 3");
  const remove = () => as().send(new sdk.DeleteLagCommand({ lagId }));
  expect((await failureOf(remove())).message).toContain("it has 2 virtual interfaces. Delete them first.");
  for (const name of ["prod-iad-lag-private", "public-iad"]) {
    await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id(name) }));
  }
  await passMinutes(1);
  expect((await remove()).lagState).toBe("deleted");
  expect((await failureOf(remove())).message).toBe(`Could not find Lag with ID ${lagId}`);
  const { connections: [survivor] = [] } = await as().send(new sdk.DescribeConnectionsCommand({ connectionId }));
  expect([survivor?.connectionState, survivor?.lagId]).toEqual(["available", undefined]);
});

test("an interconnect goes after its hosted connections", async () => {
  const interconnectId = context.id("megaport-iad-1");
  const remove = () => as(partner).send(new sdk.DeleteInterconnectCommand({ interconnectId }));
  expect((await failureOf(remove())).message).toContain("it has 3 hosted connections. Delete them first.");
  const virtualInterfaceId = context.id("branch-iad-data-private");
  await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
  await passMinutes(1);
  for (const name of ["branch-iad-data", "branch-iad-voice", "net-iad-backup"]) {
    await as(partner).send(new sdk.DeleteConnectionCommand({ connectionId: context.id(name) }));
  }
  await passMinutes(1);
  expect((await remove()).interconnectState).toBe("deleting");
});

test("a virtual interface is deleted by its owner or the port's, and refused by its owner while it waits", async () => {
  const remove = async (name: string, account = ours) =>
    (await as(account).send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id(name) }))).virtualInterfaceState;
  expect(await remove("net-shared-private")).toBe("deleting");
  expect(await remove("shared-iad-private")).toBe("rejected");
  await context.simulator.post("reset");
  expect(await remove("shared-iad-private", networkTeam)).toBe("deleted");
  const gone = as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id("shared-iad-private") }));
  expect((await failureOf(gone)).message).toContain("does not exist");
});

test("peers go one by one, but never the last", async () => {
  const virtualInterfaceId = context.id("prod-lhr-a-private");
  const london = as(ours, "eu-west-1");
  const before = await virtualInterface("prod-lhr-a-private", "eu-west-1");
  const [ipv4, ipv6] = before?.bgpPeers ?? [];
  const bgpPeerId = ipv6?.bgpPeerId;
  const { virtualInterface: after } = await london.send(new sdk.DeleteBGPPeerCommand({ virtualInterfaceId, bgpPeerId }));
  expect(after?.bgpPeers?.map(({ bgpPeerState }) => bgpPeerState)).toEqual(["available", "deleting"]);
  const byAddress = { virtualInterfaceId, asn: ipv4?.asn, customerAddress: ipv4?.customerAddress };
  expect((await failureOf(london.send(new sdk.DeleteBGPPeerCommand(byAddress)))).message).toBe(
    "The last BGP Peer on a Virtual Interface cannot be deleted",
  );
  await passMinutes(1);
  expect((await virtualInterface("prod-lhr-a-private", "eu-west-1"))?.bgpPeers).toHaveLength(1);
  expect((await failureOf(london.send(new sdk.DeleteBGPPeerCommand({ virtualInterfaceId })))).message).toContain("Specify bgpPeerId");
  expect((await failureOf(london.send(new sdk.DeleteBGPPeerCommand({ virtualInterfaceId, bgpPeerId })))).message).toBe("The BGP peer does not exist.");
});

test("a gateway goes after its virtual interfaces and its associations", async () => {
  const remove = (name: string) => as().send(new sdk.DeleteDirectConnectGatewayCommand({ directConnectGatewayId: context.id(name) }));
  expect((await failureOf(remove("corp-private-gw"))).message).toMatch(/cannot be deleted: it has \d attached virtual interfaces/);
  expect((await failureOf(remove("net-private-gw"))).message).toContain("does not exist");
  expect((await remove("lab-gw")).directConnectGateway?.directConnectGatewayState).toBe("deleting");
  await passMinutes(1);
  const { directConnectGateways = [] } = await as().send(new sdk.DescribeDirectConnectGatewaysCommand({}));
  expect(directConnectGateways).toHaveLength(2);
});

test("an association ends from either side", async () => {
  const directConnectGatewayId = context.id("corp-private-gw");
  const list = async () => {
    const answer = await as().send(new sdk.DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId }));
    return answer.directConnectGatewayAssociations ?? [];
  };
  const shared = (await list()).find(({ associatedGateway }) => associatedGateway?.ownerAccount === networkTeam);
  const byPair = { directConnectGatewayId, virtualGatewayId: shared?.virtualGatewayId };
  const ended = await as(networkTeam).send(new sdk.DeleteDirectConnectGatewayAssociationCommand(byPair));
  expect(ended.directConnectGatewayAssociation?.associationState).toBe("disassociating");
  await passMinutes(2);
  expect(await list()).toHaveLength(2);
  const again = as().send(new sdk.DeleteDirectConnectGatewayAssociationCommand({ associationId: shared?.associationId }));
  expect((await failureOf(again)).message).toContain("does not exist");
  const unclear = as().send(new sdk.DeleteDirectConnectGatewayAssociationCommand({ directConnectGatewayId }));
  expect((await failureOf(unclear)).message).toContain("Specify associationId");
});

test("names, SiteLink, MTU and encryption are updated", async () => {
  const connection = await as(ours, "eu-west-1").send(
    new sdk.UpdateConnectionCommand({ connectionId: context.id("secure-lhr-a"), connectionName: "renamed", encryptionMode: "should_encrypt" }),
  );
  expect(connection).toMatchObject({ connectionName: "renamed", encryptionMode: "should_encrypt" });
  const plain = as().send(new sdk.UpdateConnectionCommand({ connectionId: context.id("prod-iad-a"), encryptionMode: "must_encrypt" }));
  expect((await failureOf(plain)).message).toContain("is not capable of MACsec");
  const gateway = await as().send(
    new sdk.UpdateDirectConnectGatewayCommand({ directConnectGatewayId: context.id("lab-gw"), newDirectConnectGatewayName: "lab-2" }),
  );
  expect(gateway.directConnectGateway?.directConnectGatewayName).toBe("lab-2");
  const virtualInterfaceId = context.id("prod-iad-a-private");
  const update = (input: Partial<sdk.UpdateVirtualInterfaceAttributesRequest>) =>
    as().send(new sdk.UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId, ...input }));
  expect(await update({ virtualInterfaceName: "x", enableSiteLink: true })).toMatchObject({ virtualInterfaceName: "x", siteLinkEnabled: true });
  expect((await failureOf(update({ mtu: 1400 }))).message).toContain("mtu is 1400 and must be one of 1500, 8500, 9001");
  expect(await update({ mtu: 8500 })).toMatchObject({ mtu: 8500, virtualInterfaceState: "pending" });
  await passMinutes(1);
  expect((await virtualInterface("prod-iad-a-private"))?.virtualInterfaceState).toBe("available");
});

test("a failover test takes the sessions down until it is stopped", async () => {
  const virtualInterfaceId = context.id("prod-iad-a-private");
  const start = () => as().send(new sdk.StartBgpFailoverTestCommand({ virtualInterfaceId, testDurationInMinutes: 60 }));
  expect((await start()).virtualInterfaceTest).toMatchObject({ status: "In progress", testDurationInMinutes: 60 });
  const testing = await virtualInterface("prod-iad-a-private");
  expect([testing?.virtualInterfaceState, testing?.bgpPeers?.[0]?.bgpStatus]).toEqual(["testing", "down"]);
  expect((await failureOf(start())).message).toContain("A failover test is already running");
  const stop = () => as().send(new sdk.StopBgpFailoverTestCommand({ virtualInterfaceId }));
  expect((await stop()).virtualInterfaceTest?.status).toBe("Cancelled");
  expect((await failureOf(stop())).message).toContain("No failover test is running");
  expect((await virtualInterface("prod-iad-a-private"))?.bgpPeers?.[0]?.bgpStatus).toBe("up");
});

test("tags are set, read and taken off by the owner alone", async () => {
  const resourceArn = `arn:aws:directconnect:us-east-1:${ours}:dxcon/${context.id("prod-iad-a")}`;
  await as().send(new sdk.TagResourceCommand({ resourceArn, tags: [{ key: "team", value: "edge" }, { key: "new" }] }));
  await as().send(new sdk.UntagResourceCommand({ resourceArn, tagKeys: ["circuit"] }));
  const { resourceTags = [] } = await as().send(new sdk.DescribeTagsCommand({ resourceArns: [resourceArn, resourceArn] }));
  expect(resourceTags).toHaveLength(1);
  expect(resourceTags[0]?.tags).toEqual([
    { key: "environment", value: "production" }, { key: "team", value: "edge" }, { key: "new", value: "" },
  ]);
  const gatewayArn = `arn:aws:directconnect::${ours}:dx-gateway/${context.id("lab-gw")}`;
  await as(ours, "eu-west-1").send(new sdk.TagResourceCommand({ resourceArn: gatewayArn, tags: [{ key: "a", value: "b" }] }));
  const sharedArn = `arn:aws:directconnect:us-east-1:${networkTeam}:dxvif/${context.id("net-shared-private")}`;
  const others = as().send(new sdk.TagResourceCommand({ resourceArn: sharedArn, tags: [{ key: "a", value: "b" }] }));
  expect((await failureOf(others)).message).toContain("does not exist");
});

test("tags that break the rules are refused as AWS does", async () => {
  const resourceArn = `arn:aws:directconnect:us-east-1:${ours}:dxcon/${context.id("prod-iad-a")}`;
  const tag = (tags: sdk.Tag[], arn = resourceArn) => failureOf(as().send(new sdk.TagResourceCommand({ resourceArn: arn, tags })));
  expect((await tag([{ key: "a", value: "1" }, { key: "a", value: "2" }])).name).toBe("DuplicateTagKeysException");
  expect((await tag(Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: "" })))).name).toBe("TooManyTagsException");
  expect((await tag([{ key: "aws:x", value: "" }])).message).toContain("which is reserved");
  expect((await tag([{ key: "a", value: "" }], "arn:aws:s3:::bucket")).message).toContain("has an invalid format");
});

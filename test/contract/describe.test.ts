import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours, partner } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as } = context;

test("connections are those of the account in the Region, hosted ones among them", async () => {
  const { connections = [] } = await as().send(new sdk.DescribeConnectionsCommand({}));
  expect(connections.map(({ connectionName }) => connectionName)).toEqual([
    "prod-iad-lag-1", "prod-iad-lag-2", "prod-iad-a", "prod-iad-b", "dev-iad-a", "dev-iad-b", "new-iad-c",
    "branch-iad-data", "branch-iad-voice",
  ]);
  expect(connections.every(({ ownerAccount, region }) => ownerAccount === ours && region === "us-east-1")).toBe(true);
  const elsewhere = await as(ours, "eu-west-1").send(new sdk.DescribeConnectionsCommand({}));
  expect(elsewhere.connections).toHaveLength(4);
  const others = await as(networkTeam).send(new sdk.DescribeConnectionsCommand({}));
  expect(others.connections?.map(({ connectionName }) => connectionName)).toEqual(["net-iad-core", "net-iad-backup"]);
  expect((await as(ours, "ap-south-1").send(new sdk.DescribeConnectionsCommand({}))).connections).toEqual([]);
});

test("a connection is found by its id, in its Region and by its owner only", async () => {
  const connectionId = context.id("prod-iad-a");
  const { connections: [found] = [] } = await as().send(new sdk.DescribeConnectionsCommand({ connectionId }));
  expect(found).toMatchObject({ connectionName: "prod-iad-a", connectionState: "available", bandwidth: "10Gbps" });
  expect(found?.loaIssueTime).toBeInstanceOf(Date);
  const text = { name: "DirectConnectClientException", status: 400, message: `Could not find Connection with ID ${connectionId}` };
  expect(await failureOf(as(ours, "eu-west-1").send(new sdk.DescribeConnectionsCommand({ connectionId })))).toEqual(text);
  expect(await failureOf(as(networkTeam).send(new sdk.DescribeConnectionsCommand({ connectionId })))).toEqual(text);
  const malformed = as().send(new sdk.DescribeConnectionsCommand({ connectionId: "57ff76d2" }));
  expect((await failureOf(malformed)).message).toBe("ConnectionID 57ff76d2 has an invalid format.");
});

test("LAGs come with their members", async () => {
  const { lags: [lag] = [] } = await as().send(new sdk.DescribeLagsCommand({ lagId: context.id("prod-iad-lag") }));
  expect(lag).toMatchObject({ numberOfConnections: 2, minimumLinks: 1, lagState: "available", allowsHostedConnections: false });
  expect(lag?.connections?.map(({ connectionName }) => connectionName)).toEqual(["prod-iad-lag-1", "prod-iad-lag-2"]);
  const unknown = as().send(new sdk.DescribeLagsCommand({ lagId: "dxlag-none0000" }));
  expect((await failureOf(unknown)).message).toBe("Could not find Lag with ID dxlag-none0000");
  const malformed = as().send(new sdk.DescribeLagsCommand({ lagId: "doesntexist" }));
  expect((await failureOf(malformed)).message).toBe("Lag ID doesntexist has an invalid format.");
});

test("virtual interfaces show themselves to their owner and to the port's owner", async () => {
  const namesFor = async (account: string, connectionId: string) => {
    const { virtualInterfaces = [] } = await as(account).send(new sdk.DescribeVirtualInterfacesCommand({ connectionId }));
    return virtualInterfaces.map(({ virtualInterfaceName }) => virtualInterfaceName);
  };
  expect(await namesFor(ours, context.id("prod-iad-b"))).toContain("net-shared-private");
  expect(await namesFor(networkTeam, context.id("prod-iad-b"))).toEqual(["net-shared-private"]);
  expect(await namesFor(networkTeam, context.id("net-iad-core"))).toEqual([
    "shared-iad-private", "shared-iad-refused", "net-iad-core-private",
  ]);
  expect(await namesFor(ours, context.id("net-iad-core"))).toEqual(["shared-iad-private", "shared-iad-refused"]);
});

test("a virtual interface carries what AWS sends, and an unknown id gives an empty list", async () => {
  const virtualInterfaceId = context.id("prod-lhr-a-private");
  const { virtualInterfaces: [found] = [] } = await as(ours, "eu-west-1").send(
    new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId }),
  );
  expect(found).toMatchObject({ virtualGatewayId: "", routeFilterPrefixes: [], mtu: 1500, amazonSideAsn: 64512 });
  expect(found?.bgpPeers?.map(({ addressFamily, bgpStatus }) => [addressFamily, bgpStatus])).toEqual([["ipv4", "up"], ["ipv6", "up"]]);
  expect(found?.customerRouterConfig).toContain(`<logical_connection id="${virtualInterfaceId}">`);
  const unknown = await as().send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: "dxvif-none0000" }));
  expect(unknown.virtualInterfaces).toEqual([]);
});

test("a large AS number stands in asnLong", async () => {
  const { virtualInterfaces: [found] = [] } = await as().send(
    new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id("branch-iad-data-private") }),
  );
  expect([found?.asn, found?.asnLong]).toEqual([0, 4_200_010_001]);
});

test("pages hang together", async () => {
  const names: (string | undefined)[] = [];
  let nextToken: string | undefined;
  let pages = 0;
  do {
    const page: sdk.VirtualInterfaces = await as().send(
      new sdk.DescribeVirtualInterfacesCommand({ maxResults: 5, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    names.push(...(page.virtualInterfaces ?? []).map(({ virtualInterfaceName }) => virtualInterfaceName));
    nextToken = page.nextToken;
    pages += 1;
  } while (nextToken !== undefined);
  expect(pages).toBe(3);
  expect(new Set(names).size).toBe(13);
});

test("gateways belong to no Region, and to one account", async () => {
  for (const region of ["us-east-1", "ap-northeast-1"]) {
    const { directConnectGateways = [] } = await as(ours, region).send(new sdk.DescribeDirectConnectGatewaysCommand({}));
    expect(directConnectGateways.map(({ directConnectGatewayName }) => directConnectGatewayName)).toEqual([
      "corp-private-gw", "core-transit-gw", "lab-gw",
    ]);
  }
  const directConnectGatewayId = context.id("corp-private-gw");
  const theirs = await as(networkTeam).send(new sdk.DescribeDirectConnectGatewaysCommand({ directConnectGatewayId }));
  expect(theirs.directConnectGateways).toEqual([]);
});

test("associations are listed by either gateway, for the owners of both", async () => {
  const directConnectGatewayId = context.id("corp-private-gw");
  const describe = (account: string, input: sdk.DescribeDirectConnectGatewayAssociationsCommandInput) =>
    as(account).send(new sdk.DescribeDirectConnectGatewayAssociationsCommand(input));
  const { directConnectGatewayAssociations: all = [] } = await describe(ours, { directConnectGatewayId });
  expect(all).toHaveLength(3);
  expect(all[0]?.virtualGatewayId).toBe(all[0]?.associatedGateway?.id);
  const { directConnectGatewayAssociations: shared = [] } = await describe(networkTeam, { directConnectGatewayId });
  expect(shared.map(({ associatedGateway }) => associatedGateway?.ownerAccount)).toEqual([networkTeam]);
  const byGateway = await describe(networkTeam, { associatedGatewayId: shared[0]?.associatedGateway?.id ?? "" });
  expect(byGateway.directConnectGatewayAssociations).toEqual(shared);
  expect((await failureOf(describe(ours, {}))).message).toContain("Specify at least one of associationId");
  expect((await failureOf(describe(ours, { associationId: "" }))).message).toBe("Association ID  has an invalid format.");
});

test("attachments follow the virtual interfaces of a gateway, in all Regions", async () => {
  const { directConnectGatewayAttachments: attachments = [] } = await as().send(
    new sdk.DescribeDirectConnectGatewayAttachmentsCommand({ directConnectGatewayId: context.id("corp-private-gw") }),
  );
  expect(new Set(attachments.map(({ virtualInterfaceRegion }) => virtualInterfaceRegion))).toEqual(new Set(["us-east-1", "eu-west-1"]));
  const pending = attachments.find(({ virtualInterfaceId }) => virtualInterfaceId === context.id("prod-lhr-b-backup"));
  expect(pending).toMatchObject({ attachmentState: "attaching", attachmentType: "PrivateVirtualInterface" });
  const none = as().send(new sdk.DescribeDirectConnectGatewayAttachmentsCommand({}));
  expect((await failureOf(none)).message).toContain("Specify at least one of");
});

test("a proposal is seen by both sides and by nobody else", async () => {
  const describe = async (account: string) => {
    const input = { directConnectGatewayId: context.id("corp-private-gw") };
    const answer = await as(account).send(new sdk.DescribeDirectConnectGatewayAssociationProposalsCommand(input));
    return answer.directConnectGatewayAssociationProposals?.map(({ proposalState }) => proposalState);
  };
  expect(await describe(ours)).toEqual(["requested", "accepted"]);
  expect(await describe(networkTeam)).toEqual(["requested", "accepted"]);
  expect(await describe(partner)).toEqual([]);
});

test("partner operations are for partners", async () => {
  const refused = as(ours, "eu-west-2").send(new sdk.DescribeInterconnectsCommand({}));
  expect((await failureOf(refused)).message).toBe(`Account [${ours}] is not an authorized Direct Connect partner in eu-west-2.`);
  const interconnectId = context.id("megaport-iad-1");
  const { interconnects: [found] = [] } = await as(partner).send(new sdk.DescribeInterconnectsCommand({ interconnectId }));
  expect(found).toMatchObject({ interconnectState: "available", bandwidth: "10Gbps" });
  const { connections = [] } = await as(partner).send(new sdk.DescribeHostedConnectionsCommand({ connectionId: interconnectId }));
  expect(connections.map(({ vlan, ownerAccount }) => [vlan, ownerAccount])).toEqual([[732, ours], [731, ours], [733, networkTeam]]);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old clients still call it
  const old = await as(partner).send(new sdk.DescribeConnectionsOnInterconnectCommand({ interconnectId }));
  expect(old.connections).toEqual(connections);
});

test("hosted connections are asked for by their carrier's id", async () => {
  const connectionId = context.id("branch-iad-data");
  const wrong = as().send(new sdk.DescribeHostedConnectionsCommand({ connectionId }));
  expect((await failureOf(wrong)).message).toBe(
    `${ours} DescribeHostedConnections failed for connection ${connectionId} doesn't exist.`,
  );
});

test("locations are those of the Region", async () => {
  const { locations = [] } = await as(ours, "eu-west-1").send(new sdk.DescribeLocationsCommand({}));
  expect(locations.map(({ locationCode }) => locationCode)).toEqual(expect.arrayContaining(["EqLD5", "TCSH"]));
  expect(locations.every(({ region }) => region === "eu-west-1")).toBe(true);
});

test("virtual private gateways are the account's in the Region, transit gateways are none", async () => {
  const { virtualGateways = [] } = await as().send(new sdk.DescribeVirtualGatewaysCommand({}));
  expect(virtualGateways).toHaveLength(3);
  expect(virtualGateways.every(({ virtualGatewayId }) => virtualGatewayId?.startsWith("vgw-"))).toBe(true);
});

test("a letter is a PDF, and asking for it issues it", async () => {
  const connectionId = context.id("prod-iad-a");
  const issued = async () => {
    const { connections: [found] = [] } = await as().send(new sdk.DescribeConnectionsCommand({ connectionId }));
    return found?.loaIssueTime?.getTime() ?? 0;
  };
  const before = await issued();
  const { loaContent, loaContentType } = await as().send(new sdk.DescribeLoaCommand({ connectionId, providerName: "Zayo" }));
  expect(loaContentType).toBe("application/pdf");
  expect(Buffer.from(loaContent ?? []).toString("latin1")).toMatch(/^%PDF-1\.4[\s\S]*Zayo[\s\S]*%%EOF\n$/);
  expect(await issued()).toBeGreaterThan(before);
  const lag = await as().send(new sdk.DescribeLoaCommand({ connectionId: context.id("prod-iad-lag") }));
  expect(lag.loaContentType).toBe("application/pdf");
});

test("the older calls for a letter still answer", async () => {
  const connectionId = context.id("prod-iad-a");
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old clients still call it
  const old = await as().send(new sdk.DescribeConnectionLoaCommand({ connectionId }));
  expect(old.loa?.loaContent?.length).toBeGreaterThan(500);
  const interconnectId = context.id("megaport-iad-1");
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old clients still call it
  const theirs = await as(partner).send(new sdk.DescribeInterconnectLoaCommand({ interconnectId }));
  expect(theirs.loa?.loaContentType).toBe("application/pdf");
});

test("there is no letter for a hosted or a requested connection", async () => {
  const ask = (name: string) => failureOf(as().send(new sdk.DescribeLoaCommand({ connectionId: context.id(name) })));
  expect((await ask("branch-iad-data")).message).toContain("is a hosted connection; its LOA-CFA belongs to the partner");
  expect((await ask("new-iad-c")).message).toContain("is not available in state requested");
});

test("a router configuration is written for a known router", async () => {
  const virtualInterfaceId = context.id("prod-iad-a-private");
  const ask = (routerTypeIdentifier?: string) =>
    as().send(
      new sdk.DescribeRouterConfigurationCommand({ virtualInterfaceId, ...(routerTypeIdentifier === undefined ? {} : { routerTypeIdentifier }) }),
    );
  const junos = await ask("JuniperNetworksInc-MMXSeriesRouters-JunOS95");
  expect(junos.router).toMatchObject({ vendor: "Juniper Networks, Inc.", software: "JunOS 9.5+" });
  expect(junos.customerRouterConfig).toContain("set interfaces ge-0/0/1 unit 110 vlan-id 110");
  expect((await ask()).router?.vendor).toBe("Cisco Systems, Inc.");
  expect((await failureOf(ask("Bay-Networks"))).message).toContain("The router type Bay-Networks does not exist");
});

test("the test history is the owner's, newest running first seen as in progress", async () => {
  const list = async (account: string, input: sdk.ListVirtualInterfaceTestHistoryCommandInput) => {
    const answer = await as(account).send(new sdk.ListVirtualInterfaceTestHistoryCommand(input));
    return answer.virtualInterfaceTestHistory?.map(({ status }) => status);
  };
  expect(await list(ours, {})).toEqual(["In progress", "Completed"]);
  expect(await list(ours, { status: "Completed" })).toEqual(["Completed"]);
  expect(await list(ours, { virtualInterfaceId: context.id("core-iad-b-transit") })).toEqual(["In progress"]);
  expect(await list(networkTeam, {})).toEqual([]);
});

test("who is a partner is told", async () => {
  expect(await as().send(new sdk.DescribeCustomerMetadataCommand({}))).toMatchObject({ agreements: [], nniPartnerType: "nonPartner" });
  expect(await as(partner).send(new sdk.DescribeCustomerMetadataCommand({}))).toMatchObject({ nniPartnerType: "v2" });
});

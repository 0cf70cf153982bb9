import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { servedOperations } from "../../src/simulator/operations/index.ts";
import { networkTeam, ours, partner } from "./clients.ts";
import { changeEstate, type Estate, type Example, type Examples } from "./examples/example.ts";
import { portExamples } from "./examples/ports.ts";
import { sampleForEachTest } from "./sample.ts";

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly of?: Shape;
  readonly shape?: string;
}
type Members = Readonly<Record<string, Shape>>;

/** What the service model says each operation answers. */
const shapes = JSON.parse(readFileSync(join(import.meta.dirname, "answer-shapes.json"), "utf8")) as {
  operations: Readonly<Record<string, Members>>;
  structures: Readonly<Record<string, Members>>;
};

const context = sampleForEachTest();

/** Every place where an answer is not what the model says. */
function deviations(members: Members, value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const shape = members[name];
    return shape === undefined ? [`${path}${name} is not in the model`] : check(shape, member, `${path}${name}`);
  });
}

type Check = (shape: Shape, value: unknown, path: string) => string[];

const isType = (fits: (value: unknown) => boolean, wanted: string): Check => {
  return (_shape, value, path) => (fits(value) ? [] : [`${path} is no ${wanted}`]);
};
const wholeNumber = isType(Number.isInteger, "whole number");

const checks: Readonly<Record<string, Check>> = {
  structure: (shape, value, path) =>
    isObject(value) ? deviations(shapes.structures[shape.shape ?? ""] ?? {}, value, `${path}.`) : [`${path} is no structure`],
  list: (shape, value, path) => {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item: unknown, index) => check(shape.of ?? shape, item, `${path}[${index}]`));
  },
  integer: wholeNumber,
  long: wholeNumber,
  timestamp: isType((value) => typeof value === "number", "time"),
  boolean: isType((value) => typeof value === "boolean", "boolean"),
};

function check(shape: Shape, value: unknown, path: string): string[] {
  const known = checks[shape.type];
  if (known !== undefined) return known(shape, value, path);
  return isText(value, shape) ? [] : [`${path} is ${JSON.stringify(value)}`];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown, { enum: words }: Shape): boolean {
  return typeof value === "string" && (words === undefined || words.includes(value));
}

const con = (name: string): Example => ({ input: () => ({ connectionId: context.id(name) }) });
const vif = (name: string, more: Record<string, unknown> | (() => Record<string, unknown>) = {}): Example => ({
  input: () => ({ virtualInterfaceId: context.id(name), ...(typeof more === "function" ? more() : more) }),
});
const gateway = (name: string): Example => ({ input: () => ({ directConnectGatewayId: context.id(name) }) });
const interconnect = { account: partner, input: () => ({ interconnectId: context.id("megaport-iad-1") }) };
const newVirtualInterface = { virtualInterfaceName: "new", vlan: 900, asn: 65_001, rateLimit: "500Mbps", tags: [{ key: "team", value: "net" }] };
const newPublic = {
  ...newVirtualInterface,
  amazonAddress: "198.51.100.1/30",
  customerAddress: "198.51.100.2/30",
  routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }],
};
const onOwn = () => ({ connectionId: context.id("prod-iad-a") });
const ofOthers = () => ({ ...onOwn(), ownerAccount: networkTeam });
const onLabGateway = () => ({ directConnectGatewayId: context.id("lab-gw"), enableSiteLink: true, prefixPoolAllocatedCountIpv4: 200 });
const tagged = () => `arn:aws:directconnect:us-east-1:${ours}:dxcon/${context.id("prod-iad-a")}`;

/** One call that works, for each operation. */
const examples = (): Examples => ({
  ...portExamples(context),
  AcceptDirectConnectGatewayAssociationProposal: {
    input: async () => ({
      directConnectGatewayId: context.id("corp-private-gw"),
      proposalId: await requestedProposal(),
      associatedGatewayOwnerAccount: networkTeam,
    }),
  },
  AssociateConnectionsToResiliencyGroup: { input: async () => ({ ...(await aGroup()), connectionIdentifiers: [context.id("prod-iad-a")] }) },
  AllocatePrivateVirtualInterface: { input: () => ({ ...ofOthers(), newPrivateVirtualInterfaceAllocation: newVirtualInterface }) },
  AllocatePublicVirtualInterface: { input: () => ({ ...ofOthers(), newPublicVirtualInterfaceAllocation: newPublic }) },
  AllocateTransitVirtualInterface: { input: () => ({ ...ofOthers(), newTransitVirtualInterfaceAllocation: newVirtualInterface }) },
  AssociateVirtualInterface: vif("prod-iad-a-private", () => ({ connectionId: context.id("dev-iad-b") })),
  ConfirmConnection: con("branch-iad-voice"),
  ConfirmCustomerAgreement: { input: anAgreement },
  ConfirmPrivateVirtualInterface: {
    input: () => ({ virtualInterfaceId: context.id("shared-iad-private"), directConnectGatewayId: context.id("lab-gw") }),
  },
  ConfirmPublicVirtualInterface: { ...vif("shared-iad-private"), input: () => asType("public") },
  ConfirmTransitVirtualInterface: {
    input: async () => ({ ...(await asType("transit")), directConnectGatewayId: context.id("lab-gw") }),
  },
  CreateBGPPeer: vif("prod-iad-a-private", { newBGPPeer: { asn: 65_001, addressFamily: "ipv6" } }),
  CreateDirectConnectGateway: { input: () => ({ directConnectGatewayName: "new" }) },
  CreateDirectConnectGatewayAssociation: {
    input: () => ({ directConnectGatewayId: context.id("lab-gw"), gatewayId: "vgw-0289039f11ac8c7a5" }),
  },
  CreateDirectConnectGatewayAssociationProposal: {
    account: networkTeam,
    input: () => ({
      directConnectGatewayId: context.id("lab-gw"),
      directConnectGatewayOwnerAccount: ours,
      gatewayId: "vgw-053629d56246a6e16",
    }),
  },
  CreatePrivateVirtualInterface: { input: () => ({ ...onOwn(), newPrivateVirtualInterface: { ...newVirtualInterface, ...onLabGateway() } }) },
  CreatePublicVirtualInterface: { input: () => ({ ...onOwn(), newPublicVirtualInterface: newPublic }) },
  CreateTransitVirtualInterface: { input: () => ({ ...onOwn(), newTransitVirtualInterface: { ...newVirtualInterface, ...onLabGateway() } }) },
  CreateResiliencyGroup: { input: () => newGroup },
  DeleteBGPPeer: { input: () => peerOf("prod-iad-lag-private") },
  DeleteConnection: con("new-iad-c"),
  DeleteDirectConnectGateway: gateway("lab-gw"),
  DeleteDirectConnectGatewayAssociation: { input: anAssociation },
  DeleteDirectConnectGatewayAssociationProposal: { input: async () => ({ proposalId: await requestedProposal() }) },
  DeleteInterconnect: { account: partner, input: emptyInterconnect },
  DeleteLag: { input: emptyLag },
  DeleteResiliencyGroup: { input: aGroup },
  DeleteVirtualInterface: vif("prod-iad-a-private"),
  DescribeConnectionLoa: con("prod-iad-a"),
  DescribeConnections: {},
  DescribeConnectionsOnInterconnect: interconnect,
  DescribeCustomerMetadata: {},
  DescribeDirectConnectGatewayAssociationProposals: {},
  DescribeDirectConnectGatewayAssociations: gateway("corp-private-gw"),
  DescribeDirectConnectGatewayAttachments: gateway("corp-private-gw"),
  DescribeDirectConnectGateways: {},
  DescribeHostedConnections: { account: partner, input: () => ({ connectionId: context.id("megaport-iad-1") }) },
  DescribeInterconnectLoa: interconnect,
  DescribeInterconnects: { account: partner },
  DescribeLags: {},
  DescribeLoa: con("prod-iad-a"),
  DescribeLocations: {},
  DescribeRouterConfiguration: vif("prod-iad-a-private"),
  DescribeTags: { input: () => ({ resourceArns: [tagged()] }) },
  DescribeVirtualGateways: {},
  DescribeVirtualInterfaces: {},
  DisassociateConnectionsFromResiliencyGroup: { input: aMember },
  GetResiliencyGroup: { input: aGroup },
  ListResiliencyGroupAssociations: { input: aGroup },
  ListResiliencyGroups: {},
  ListVirtualInterfaceRoutes: vif("prod-iad-a-private"),
  ListVirtualInterfaceTestHistory: {},
  StartBgpFailoverTest: vif("prod-iad-a-private"),
  StopBgpFailoverTest: vif("core-iad-b-transit"),
  TagResource: { input: () => ({ resourceArn: tagged(), tags: [{ key: "a", value: "b" }] }) },
  UntagResource: { input: () => ({ resourceArn: tagged(), tagKeys: ["team"] }) },
  UpdateConnection: { input: () => ({ connectionId: context.id("prod-iad-a"), connectionName: "renamed" }) },
  UpdateDirectConnectGateway: {
    input: () => ({ directConnectGatewayId: context.id("lab-gw"), newDirectConnectGatewayName: "renamed" }),
  },
  UpdateDirectConnectGatewayAssociation: { input: anAssociation },
  UpdateResiliencyGroup: { input: async () => ({ ...(await aGroup()), resiliencyGroupName: "renamed" }) },
  UpdateLag: { input: () => ({ lagId: context.id("prod-iad-lag"), lagName: "renamed" }) },
  UpdateVirtualInterfaceAttributes: vif("prod-iad-a-private", { virtualInterfaceName: "renamed" }),
});

async function call(operation: string, account: string, input: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(context.simulator.url, {
    method: "POST",
    headers: {
      "x-amz-target": `OvertureService.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}TEST/20260101/us-east-1/directconnect/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const changed = (change: (estate: Estate) => void) => changeEstate(context, change);

async function requestedProposal(): Promise<unknown> {
  const estate = (await context.simulator.get("state")) as Estate;
  return estate["directConnectGatewayAssociationProposals"]?.find((item) => item["proposalState"] === "requested")?.["proposalId"];
}

async function anAssociation(): Promise<Record<string, unknown>> {
  const estate = (await context.simulator.get("state")) as Estate;
  return { associationId: estate["directConnectGatewayAssociations"]?.[0]?.["associationId"] };
}

const newGroup = { resiliencyGroupName: "pair", intendedResiliencyModel: "high-resiliency", tags: [{ key: "a" }] };

async function aGroup(): Promise<{ resiliencyGroupId: string }> {
  const { body } = await call("CreateResiliencyGroup", ours, newGroup);
  await context.simulator.post("clock", { advanceSeconds: 60 });
  return { resiliencyGroupId: (body["resiliencyGroup"] as { resiliencyGroupId: string }).resiliencyGroupId };
}

async function aMember(): Promise<Record<string, unknown>> {
  const input = { ...(await aGroup()), connectionIdentifiers: [context.id("prod-iad-a")] };
  await call("AssociateConnectionsToResiliencyGroup", ours, input);
  await context.simulator.post("clock", { advanceSeconds: 60 });
  return input;
}

async function anAgreement(): Promise<Record<string, unknown>> {
  await changed((estate) => {
    estate["agreements"] = [{ agreementName: "partner terms", status: "unsigned", ownerAccount: ours }];
  });
  return { agreementName: "partner terms" };
}

async function peerOf(name: string): Promise<Record<string, unknown>> {
  const estate = (await context.simulator.get("state")) as Estate;
  const found = estate["virtualInterfaces"]?.find((item) => item["virtualInterfaceName"] === name);
  const [peer] = found?.["bgpPeers"] as { bgpPeerId: string }[];
  return { virtualInterfaceId: found?.["virtualInterfaceId"], bgpPeerId: peer?.bgpPeerId };
}

async function asType(type: string): Promise<Record<string, unknown>> {
  const virtualInterfaceId = context.id("shared-iad-private");
  await changed((estate) => {
    for (const item of estate["virtualInterfaces"] ?? []) {
      if (item["virtualInterfaceId"] === virtualInterfaceId) item["virtualInterfaceType"] = type;
    }
  });
  return { virtualInterfaceId };
}

async function emptyInterconnect(): Promise<Record<string, unknown>> {
  await changed((estate) => {
    const isFree = (item: Record<string, unknown>) => item["parentConnectionId"] === undefined;
    const hosted = (estate["connections"] ?? []).filter((item) => !isFree(item)).map((item) => item["connectionId"]);
    estate["connections"] = (estate["connections"] ?? []).filter(isFree);
    estate["virtualInterfaces"] = (estate["virtualInterfaces"] ?? []).filter((item) => !hosted.includes(item["connectionId"]));
  });
  return interconnect.input();
}

async function emptyLag(): Promise<Record<string, unknown>> {
  const lagId = context.id("prod-iad-lag");
  await changed((estate) => {
    estate["virtualInterfaces"] = (estate["virtualInterfaces"] ?? []).filter((item) => item["connectionId"] !== lagId);
  });
  return { lagId };
}

test.each(servedOperations)("%s answers what the model says", async (operation) => {
  await context.simulator.post("reset");
  const example = examples()[operation];
  if (example === undefined) throw new Error(`give ${operation} an example here`);
  const answer = await call(operation, example.account ?? ours, (await example.input?.()) ?? {});
  expect(answer).toMatchObject({ status: 200 });
  expect(deviations(shapes.operations[operation] ?? {}, answer.body)).toEqual([]);
});

test("an answer that breaks the model is noticed", () => {
  const members = shapes.operations["DescribeConnections"] ?? {};
  expect(deviations(members, { connections: [{ connectionState: "broken", vlan: 1.5, colour: "red" }] })).toEqual([
    'connections[0].connectionState is "broken"',
    "connections[0].vlan is no whole number",
    "connections[0].colour is not in the model",
  ]);
});

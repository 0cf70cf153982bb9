import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { callOverWire, failureOf, networkTeam, ours } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;
const prefixes = (...cidrs: string[]) => cidrs.map((cidr) => ({ cidr }));

/** Gateways of the sample on the VPCs' side. */
const freeVgw = "vgw-0289039f11ac8c7a5";
const takenVgw = "vgw-01038ab2728f81c77";
const detachedVgw = "vgw-0e0315341bf1cdaab";
const theirVgw = "vgw-053629d56246a6e16";
const euVgw = "vgw-066a9aa3e5e8fde57";
const tgw = "tgw-0908dcafc015a9e26";
const theirTgw = "tgw-00ea7d1a6905ec315";

const create = (input: Partial<sdk.CreateDirectConnectGatewayRequest> = {}, account = ours) =>
  as(account).send(new sdk.CreateDirectConnectGatewayCommand({ directConnectGatewayName: "new-gw", ...input }));

/** A Direct Connect gateway that can be used. */
async function readyGateway(amazonSideAsn?: number, account = ours): Promise<string> {
  const { directConnectGateway } = await create(amazonSideAsn === undefined ? {} : { amazonSideAsn }, account);
  await passMinutes(1);
  return directConnectGateway?.directConnectGatewayId ?? "";
}

type NewAssociation = Partial<sdk.CreateDirectConnectGatewayAssociationRequest>;

const associate = (input: NewAssociation, account = ours, region = "us-east-1") =>
  as(account, region).send(
    new sdk.CreateDirectConnectGatewayAssociationCommand({ directConnectGatewayId: context.id("lab-gw"), ...input }),
  );
const refusalOf = async (...given: Parameters<typeof associate>) => (await failureOf(associate(...given))).message;

async function association(associationId: string | undefined): Promise<sdk.DirectConnectGatewayAssociation | undefined> {
  const command = new sdk.DescribeDirectConnectGatewayAssociationsCommand({ associationId });
  return (await as().send(command)).directConnectGatewayAssociations?.[0];
}

test("a gateway is made, with its tags, and becomes available", async () => {
  const { directConnectGateway } = await create({ amazonSideAsn: 4_200_000_000, tags: [{ key: "team", value: "net" }] });
  expect(directConnectGateway).toMatchObject({
    directConnectGatewayName: "new-gw",
    directConnectGatewayState: "pending",
    amazonSideAsn: 4_200_000_000,
    ownerAccount: ours,
    tags: [{ key: "team", value: "net" }],
  });
  await passMinutes(1);
  const { directConnectGatewayId } = directConnectGateway ?? {};
  const found = await as(ours, "eu-west-1").send(new sdk.DescribeDirectConnectGatewaysCommand({ directConnectGatewayId }));
  expect(found.directConnectGateways?.[0]).toMatchObject({ directConnectGatewayState: "available" });
  expect((await create()).directConnectGateway?.amazonSideAsn).toBe(64512);
});

test.each([64_511, 65_535, 7224, 4_199_999_999, 4_294_967_295, 0])("a gateway cannot have the ASN %d", async (amazonSideAsn) => {
  expect((await failureOf(create({ amazonSideAsn }))).message).toBe(
    `amazonSideAsn is ${amazonSideAsn} and must be between 64512 and 65534 or between 4200000000 and 4294967294.`,
  );
});

test("names and tags of a gateway are checked", async () => {
  expect((await failureOf(create({ directConnectGatewayName: "" }))).message).toBe("The name must have 1 to 100 characters.");
  const twice = [{ key: "a" }, { key: "a" }];
  expect((await failureOf(create({ tags: twice }))).name).toBe("DuplicateTagKeysException");
  const many = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}` }));
  expect((await failureOf(create({ tags: many }))).name).toBe("TooManyTagsException");
});

test("an account has at most 200 gateways", async () => {
  const { directConnectGateways = [] } = await as(networkTeam).send(new sdk.DescribeDirectConnectGatewaysCommand({}));
  for (let made = directConnectGateways.length; made < 200; made += 1) await create({}, networkTeam);
  expect((await failureOf(create({}, networkTeam))).message).toBe("The account already has 200 Direct Connect gateways.");
  await expect(create()).resolves.toBeDefined();
});

test("a virtual private gateway is associated, changed and taken off", async () => {
  const { directConnectGatewayAssociation: made } = await associate({
    gatewayId: freeVgw,
    addAllowedPrefixesToDirectConnectGateway: prefixes("10.1.0.0/16"),
  });
  expect(made).toMatchObject({
    associationState: "associating",
    associatedGateway: { id: freeVgw, type: "virtualPrivateGateway", ownerAccount: ours, region: "us-east-1" },
    virtualGatewayId: freeVgw,
    allowedPrefixesToDirectConnectGateway: [{ cidr: "10.1.0.0/16" }],
  });
  const associationId = made?.associationId;
  const update = () =>
    as().send(
      new sdk.UpdateDirectConnectGatewayAssociationCommand({
        associationId,
        addAllowedPrefixesToDirectConnectGateway: prefixes("10.2.0.0/16"),
        removeAllowedPrefixesToDirectConnectGateway: prefixes("10.1.0.0/16"),
      }),
    );
  expect((await failureOf(update())).message).toBe(`UpdateDirectConnectGatewayAssociation failed. ${associationId ?? ""} is in state associating`);
  await passMinutes(2);
  expect(await association(associationId)).toMatchObject({ associationState: "associated" });
  expect((await update()).directConnectGatewayAssociation).toMatchObject({
    associationState: "updating",
    allowedPrefixesToDirectConnectGateway: [{ cidr: "10.2.0.0/16" }],
  });
  await passMinutes(2);
  await as().send(new sdk.DeleteDirectConnectGatewayAssociationCommand({ associationId }));
  expect(await association(associationId)).toMatchObject({ associationState: "disassociating" });
  await passMinutes(2);
  expect(await association(associationId)).toBeUndefined();
});

test("the older member names a virtual private gateway as well", async () => {
  const { directConnectGatewayAssociation } = await associate({ virtualGatewayId: freeVgw });
  expect(directConnectGatewayAssociation?.virtualGatewayId).toBe(freeVgw);
  expect(await refusalOf({ virtualGatewayId: tgw })).toBe(`The VirtualGateway ${tgw} does not exist.`);
  expect(await refusalOf({})).toBe("Specify exactly one of gatewayId and virtualGatewayId.");
  expect(await refusalOf({ gatewayId: freeVgw, virtualGatewayId: freeVgw })).toContain("Specify exactly one");
});

test("an association is made where its gateway is, by who owns both", async () => {
  expect(await refusalOf({ gatewayId: euVgw })).toBe(`The VirtualGateway ${euVgw} does not exist.`);
  expect(await refusalOf({ gatewayId: theirVgw })).toBe(`The VirtualGateway ${theirVgw} does not exist.`);
  expect(await refusalOf({ gatewayId: theirTgw }, ours, "eu-west-1")).toBe(`The TransitGateway ${theirTgw} does not exist.`);
  expect(await refusalOf({ gatewayId: "vgw-nope" })).toBe("Gateway ID vgw-nope has an invalid format.");
  const gatewayId = context.id("net-private-gw");
  expect(await refusalOf({ directConnectGatewayId: gatewayId, gatewayId: freeVgw })).toBe(`Direct Connect Gateway ${gatewayId} does not exist.`);
  await expect(associate({ gatewayId: freeVgw })).resolves.toBeDefined();
});

test("a virtual private gateway needs a VPC and no other Direct Connect gateway", async () => {
  expect(await refusalOf({ gatewayId: detachedVgw })).toBe(`The virtual private gateway ${detachedVgw} is not attached to a VPC.`);
  expect(await refusalOf({ gatewayId: takenVgw })).toBe(`The gateway ${takenVgw} is already associated with ${context.id("corp-private-gw")}.`);
});

test("a gateway that is not available yet is associated with nothing", async () => {
  const { directConnectGateway } = await create();
  const id = directConnectGateway?.directConnectGatewayId ?? "";
  expect(await refusalOf({ directConnectGatewayId: id, gatewayId: freeVgw })).toBe(`The Direct Connect gateway ${id} is in state pending.`);
});

test("one gateway takes one kind of attachment", async () => {
  const core = context.id("core-transit-gw");
  const corporate = context.id("corp-private-gw");
  expect(await refusalOf({ directConnectGatewayId: core, gatewayId: freeVgw })).toContain(`The Direct Connect gateway ${core} has transit`);
  const add = { addAllowedPrefixesToDirectConnectGateway: prefixes("10.0.0.0/8") };
  expect(await refusalOf({ directConnectGatewayId: corporate, gatewayId: tgw, ...add })).toContain(`The Direct Connect gateway ${corporate} has private`);
});

test("a transit gateway needs prefixes of its own, not too many, and another ASN", async () => {
  const directConnectGatewayId = await readyGateway(64_599);
  const wish = (...cidrs: string[]) => ({ directConnectGatewayId, gatewayId: tgw, addAllowedPrefixesToDirectConnectGateway: prefixes(...cidrs) });
  expect(await refusalOf(wish())).toBe("An association with a transit gateway needs at least one allowed prefix.");
  expect(await refusalOf(wish("10.0.0.1/8"))).toBe("The prefix 10.0.0.1/8 is not a valid CIDR.");
  expect(await refusalOf(wish("2001:db8::/65"))).toBe("The IPv6 prefix 2001:db8::/65 must be /64 or shorter.");
  expect(await refusalOf(wish("10.0.0.0/8", "10.1.0.0/16"))).toBe("The allowed prefixes 10.0.0.0/8 and 10.1.0.0/16 overlap.");
  const many = Array.from({ length: 201 }, (_, index) => `10.${index}.0.0/16`);
  expect(await refusalOf(wish(...many))).toBe("An association with a transit gateway can have at most 200 allowed prefixes.");
  const sameAsn = await readyGateway(64_530);
  expect(await refusalOf({ ...wish("10.0.0.0/8"), directConnectGatewayId: sameAsn })).toBe("The transit gateway and the Direct Connect gateway both have the ASN 64530.");
  await expect(associate(wish(...many.slice(0, 200)))).resolves.toBeDefined();
  expect(await refusalOf(wish("172.16.0.0/12"))).toBe(`The gateway ${tgw} is already associated with ${directConnectGatewayId}.`);
});

/** Makes room for quotas: replaces the gateways on the VPCs' side by as many as wished. */
async function withCloudGateways(prefix: "vgw" | "tgw", count: number): Promise<string[]> {
  const estate = (await context.simulator.get("state")) as Record<string, unknown[]>;
  const ids = Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(17, "0")}`);
  const type = prefix === "tgw" ? "transitGateway" : "virtualPrivateGateway";
  const made = ids.map((gatewayId, index) => ({ gatewayId, type, ownerAccount: ours, region: "us-east-1", amazonSideAsn: 65_100 + index }));
  estate["gateways"] = [...(estate["gateways"] ?? []), ...made];
  await context.simulator.post("reset", { estate });
  return ids;
}

test.each([
  ["vgw", 20],
  ["tgw", 6],
] as const)("a gateway takes no more than its quota of %s: %d", async (prefix, quota) => {
  const ids = await withCloudGateways(prefix, quota + 1);
  const allow = (index: number) => ({ addAllowedPrefixesToDirectConnectGateway: prefixes(`10.${index}.0.0/16`) });
  for (const [index, gatewayId] of ids.slice(0, quota).entries()) await associate({ gatewayId, ...allow(index) });
  expect(await refusalOf({ gatewayId: ids.at(-1), ...allow(quota) })).toBe(
    `The Direct Connect gateway ${context.id("lab-gw")} already has ${quota} associations of this kind.`,
  );
});

test("a transit gateway is on at most 20 Direct Connect gateways", async () => {
  const [gatewayId = ""] = await withCloudGateways("tgw", 1);
  const allow = { gatewayId, addAllowedPrefixesToDirectConnectGateway: prefixes("10.0.0.0/8") };
  for (let made = 0; made < 20; made += 1) await associate({ directConnectGatewayId: await readyGateway(), ...allow });
  expect(await refusalOf({ directConnectGatewayId: await readyGateway(), ...allow })).toBe(
    `The transit gateway ${gatewayId} is already associated with 20 Direct Connect gateways.`,
  );
});

test("only the owner of the Direct Connect gateway changes prefixes, and they stay apart", async () => {
  const { directConnectGatewayAssociations: found = [] } = await as().send(
    new sdk.DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId: context.id("core-transit-gw") }),
  );
  const [one, other] = found;
  const add = async (given: Partial<sdk.UpdateDirectConnectGatewayAssociationRequest>, account = ours) =>
    (await failureOf(as(account).send(new sdk.UpdateDirectConnectGatewayAssociationCommand(given)))).message;
  const overlapping = other?.allowedPrefixesToDirectConnectGateway;
  expect(await add({ associationId: one?.associationId, addAllowedPrefixesToDirectConnectGateway: overlapping })).toContain("overlap");
  const removed = one?.allowedPrefixesToDirectConnectGateway;
  expect(await add({ associationId: one?.associationId, removeAllowedPrefixesToDirectConnectGateway: removed })).toContain("needs at least one allowed prefix");
  expect(await add({})).toBe("'associationId' must not be null");
  expect(await add({ associationId: "" })).toBe("Association ID  has an invalid format.");
  const shared = await as().send(new sdk.DescribeDirectConnectGatewayAssociationsCommand({ associatedGatewayId: "vgw-031feb724bfa060cd" }));
  const { associationId } = shared.directConnectGatewayAssociations?.[0] ?? {};
  expect(await add({ associationId }, networkTeam)).toContain("Only the owner of");
});

test("a gateway that loses its VPC loses its associations, and one under way says what is missing", async () => {
  const event = (name: string) => context.simulator.post("world", { event: name, id: freeVgw });
  const { directConnectGatewayAssociation: made } = await associate({ gatewayId: freeVgw });
  await event("detachVpc");
  await passMinutes(2);
  expect(await association(made?.associationId)).toMatchObject({
    associationState: "associating",
    stateChangeError: `The virtual private gateway ${freeVgw} is not attached to a VPC any more.`,
  });
  await event("attachVpc");
  await passMinutes(2);
  const complete = await association(made?.associationId);
  expect(complete).toMatchObject({ associationState: "associated" });
  expect(complete?.stateChangeError).toBeUndefined();
  await event("detachVpc");
  expect(await association(made?.associationId)).toMatchObject({ associationState: "disassociating" });
});

test("an association with a core network is shown as an estate has it", async () => {
  const coreNetwork = { id: "core-network-0a1b2c3d4e5f60718", ownerAccount: networkTeam, attachmentId: "attachment-0a1b2c3d4e5f60718" };
  const estate = (await context.simulator.get("state")) as Record<string, unknown[]>;
  const associationId = "0a1b2c3d-0000-4000-a000-000000000001";
  estate["directConnectGatewayAssociations"]?.push({
    associationId,
    associationState: "associated",
    directConnectGatewayId: context.id("lab-gw"),
    directConnectGatewayOwnerAccount: ours,
    associatedCoreNetwork: coreNetwork,
  });
  await context.simulator.post("reset", { estate });
  const found = await association(associationId);
  expect(found).toMatchObject({ associatedCoreNetwork: coreNetwork });
  expect(found?.associatedGateway).toBeUndefined();
  const theirs = new sdk.DescribeDirectConnectGatewayAssociationsCommand({ associatedGatewayId: coreNetwork.id });
  expect((await as(networkTeam).send(theirs)).directConnectGatewayAssociations).toHaveLength(1);
  const update = new sdk.UpdateDirectConnectGatewayAssociationCommand({ associationId });
  expect((await failureOf(as().send(update))).message).toContain("is with a core network");
  expect(await refusalOf({ gatewayId: freeVgw })).toContain("has transit virtual interfaces or transit gateways");
});

test("a gateway tells the prefixes that are allocated to what is attached to it", async () => {
  const estate = (await context.simulator.get("state")) as Record<string, Record<string, unknown>[]>;
  const directConnectGatewayId = context.id("corp-private-gw");
  const attached = (estate["virtualInterfaces"] ?? []).filter((item) => item["directConnectGatewayId"] === directConnectGatewayId);
  for (const item of attached) Object.assign(item, { prefixPoolAllocatedCountIpv4: 100, prefixPoolAllocatedCountIpv6: 20 });
  await context.simulator.post("reset", { estate });
  const { body } = await callOverWire(context.simulator.url, "DescribeDirectConnectGateways", { directConnectGatewayId });
  expect(attached.length).toBeGreaterThan(1);
  expect(body["directConnectGateways"]).toMatchObject([{ totalPrefixPoolAllocations: 120 * attached.length }]);
});

test("agreements are shown to their account and signed by it", async () => {
  const estate = (await context.simulator.get("state")) as Record<string, unknown[]>;
  estate["agreements"] = ["one", "two"].map((agreementName) => ({ agreementName, status: "unsigned", ownerAccount: ours }));
  await context.simulator.post("reset", { estate });
  const sign = (agreementName?: string) => as().send(new sdk.ConfirmCustomerAgreementCommand({ agreementName }));
  expect((await failureOf(sign("three"))).message).toBe("The customer agreement three does not exist.");
  expect((await failureOf(sign())).message).toContain("Specify agreementName");
  expect(await sign("one")).toMatchObject({ status: "signed" });
  expect(await sign()).toMatchObject({ status: "signed" });
  const { agreements } = await as().send(new sdk.DescribeCustomerMetadataCommand({}));
  expect(agreements).toEqual([{ agreementName: "one", status: "signed" }, { agreementName: "two", status: "signed" }]);
  const theirs = await callOverWire(context.simulator.url, "DescribeCustomerMetadata", {}, [networkTeam, "us-east-1"]);
  expect(theirs.body).toEqual({ agreements: [], nniPartnerType: "nonPartner" });
});

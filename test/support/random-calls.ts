import shapes from "../../src/simulator/input/shapes.json" with { type: "json" };
import type { Kind, RecordOf, WorldRecord } from "../../src/simulator/world/records.ts";
import type { World } from "../../src/simulator/world/world.ts";

/** The accounts and Regions between which random calls are made. */
export const accounts = ["111122223333", "222233334444", "444455556666"] as const;
export const regions = ["us-east-1", "eu-west-1"] as const;

interface Shape {
  readonly type: string;
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly of?: Shape;
  readonly shape?: string;
}
type Members = Readonly<Record<string, Shape>>;

const operations: Readonly<Record<string, Members>> = shapes.operations;
const structures: Readonly<Record<string, Members>> = shapes.structures;

/** Numbers that follow from a seed: the same in every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  roll(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  below(limit: number): number {
    return Math.floor(this.roll() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

interface Source {
  readonly world: World;
  readonly dice: Dice;
  readonly caller: { readonly account: string; readonly region: string };
}

/** Whatever comes into a caller's mind: an input that has the right members most of the time, on what is theirs most of the time. */
export function randomInput(operation: string, source: Source): Record<string, unknown> {
  return randomStructure(operations[operation] ?? {}, source);
}

function randomStructure(members: Members, source: Source): Record<string, unknown> {
  const { dice } = source;
  const given = Object.entries(members).filter(([name, { required }]) => dice.chance(required === true ? 0.985 : (wanted[name] ?? 0.25)));
  return Object.fromEntries(given.map(([name, shape]) => [name, randomValue(name, shape, source)]));
}

/** How often an optional member is given that nearly every call needs, or that spoils it together with another. */
const wanted: Readonly<Record<string, number>> = {
  virtualInterfaceName: 0.95,
  vlan: 0.95,
  asn: 0.9,
  asnLong: 0.05,
  directConnectGatewayId: 0.7,
  virtualGatewayId: 0.15,
  gatewayId: 0.8,
  associationId: 0.7,
  bgpPeerId: 0.8,
  newBGPPeer: 0.95,
  associatedGatewayOwnerAccount: 0.9,
  requestMACSec: 0.15,
  lagId: 0.15,
  amazonAddress: 0.1,
  customerAddress: 0.1,
  secretARN: 0.3,
  nextToken: 0.03,
  billingMode: 0.1,
  providerName: 0.1,
};

function randomValue(name: string, shape: Shape, source: Source): unknown {
  const { dice } = source;
  if (dice.chance(0.01)) return dice.pick([null, "", -1, {}, [], "\u{1F50C}", 4_294_967_295, true]);
  if (shape.type === "structure") return randomStructure(structures[shape.shape ?? ""] ?? {}, source);
  if (shape.type === "list") return randomList(name, shape.of ?? { type: "string" }, source);
  if (shape.enum !== undefined) return dice.pick(shape.enum);
  return makerOf(name, shape)(source);
}

function makerOf(name: string, { type }: Shape): Maker {
  const known = Object.hasOwn(makers, name) ? makers[name] : undefined;
  return known ?? (type === "boolean" ? oneOf(true, false) : oneOf("a", "b", "c-1", "Name"));
}

function randomList(name: string, element: Shape, source: Source): readonly unknown[] {
  return Array.from({ length: 1 + source.dice.below(2) }, () => randomValue(name, element, source));
}

type Maker = (source: Source) => unknown;

const oneOf = (...values: readonly unknown[]): Maker => {
  return ({ dice }) => dice.pick(values);
};

/** The id of something of these kinds: the caller's own most of the time, sometimes anybody's, gone or of nothing. */
const idOf = (...kinds: readonly Kind[]): Maker => {
  return ({ world, dice, caller }) => {
    const all = kinds.flatMap((kind) => [...(world.all(kind) as Iterable<Owned>)]);
    const own = all.filter(({ ownerAccount, region, state }) => {
      return ownerAccount === caller.account && (region === undefined || region === caller.region) && state !== "deleted";
    });
    const choice = own.length > 0 && dice.chance(0.85) ? own : all;
    return choice.length === 0 || dice.chance(0.02) ? dice.pick(noIds) : dice.pick(choice).id;
  };
};

type Owned = WorldRecord & { readonly ownerAccount?: string; readonly region?: string };
const noIds = ["dxcon-zzzzzzzz", "dxlag-zzzzzzzz", "nothing", "b0a2f6e4-0000-4000-a000-000000000000"];

const port = idOf("connection", "connection", "lag", "interconnect");
const tags = ["team", "env", "aws:own", "cost centre"];

const makers: Readonly<Record<string, Maker>> = {
  connectionId: port,
  connectionIds: port,
  parentConnectionId: port,
  connectionIdentifiers: port,
  interconnectId: idOf("interconnect"),
  lagId: idOf("lag"),
  virtualInterfaceId: idOf("virtualInterface"),
  directConnectGatewayId: idOf("directConnectGateway"),
  associationId: idOf("association"),
  proposalId: idOf("proposal"),
  testId: idOf("failoverTest"),
  resiliencyGroupId: idOf("resiliencyGroup"),
  bgpPeerId: aPeer,
  bgpPeers: aPeer,
  virtualGatewayId: aCloudGateway,
  gatewayId: aCloudGateway,
  associatedGatewayId: aCloudGateway,
  ownerAccount: oneOf(...accounts),
  directConnectGatewayOwnerAccount: oneOf(...accounts),
  associatedGatewayOwnerAccount: oneOf(...accounts),
  location: ({ dice, caller }) => (dice.chance(0.95) ? (caller.region === regions[0] ? "EqDC2" : "EqLD5") : dice.pick(["CSVA1", "nowhere"])),
  bandwidth: oneOf("1Gbps", "10Gbps", "10Gbps", "10Gbps", "100Gbps", "50Mbps", "500Mbps", "fast"),
  connectionsBandwidth: oneOf("10Gbps", "10Gbps", "100Gbps", "1Gbps"),
  numberOfConnections: oneOf(1, 1, 2, 2, 2, 5),
  minimumLinks: oneOf(0, 1, 1, 2),
  vlan: ({ dice }) => (dice.chance(0.98) ? 100 + dice.below(12) : dice.pick([0, 4094, 4095])),
  asn: oneOf(65001, 65001, 65001, 65002, 64600, 64512, 0),
  asnLong: oneOf(65001, 4_200_000_001),
  amazonSideAsn: oneOf(64512, 64513, 4_200_000_000, 65001),
  mtu: oneOf(1500, 1500, 8500, 1400),
  maxResults: oneOf(1, 2, 100),
  testDurationInMinutes: oneOf(1, 30, 180, 5000),
  amazonAddress: anAddress(1),
  customerAddress: anAddress(2),
  cidr: ({ dice }) => (dice.chance(0.9) ? `10.${dice.below(60)}.0.0/16` : dice.pick(["198.51.100.0/24", "203.0.113.0/25", "10.0.0.1/16", "2001:db8::/48"])),
  requestMACSec: oneOf(true, false, false),
  encryptionMode: oneOf("no_encrypt", "should_encrypt", "must_encrypt", "encrypt"),
  secretARN: aSecret,
  ckn: oneOf("a".repeat(64), "b".repeat(64)),
  cak: oneOf("0".repeat(64)),
  providerName: oneOf("Equinix", "Megaport", "nobody"),
  rateLimit: oneOf("50Mbps", "1Gbps", "25Gbps"),
  prefixPoolAllocatedCountIpv4: oneOf(0, 100, 1000, 1001),
  prefixPoolAllocatedCountIpv6: oneOf(0, 100),
  routerTypeIdentifier: oneOf("CiscoSystemsInc-2900SeriesRouters-IOS124", "none"),
  authKey: oneOf("secret-key", "short"),
  resourceArn: anArn,
  resourceArns: anArn,
  key: oneOf(...tags),
  tagKeys: oneOf(...tags),
  nextToken: oneOf("", "bm9uc2Vuc2U"),
  loaContentType: oneOf("application/pdf"),
};

function aPeer({ world, dice }: Source): string {
  const peers = [...world.all("virtualInterface")].flatMap(({ bgpPeers }) => bgpPeers.map(({ id }) => id));
  return peers.length === 0 ? "dxpeer-zzzzzzzz" : dice.pick(peers);
}

function aCloudGateway(source: Source): unknown {
  const { world, dice } = source;
  const isListed = [...world.all("cloudGateway")].length > 0;
  return isListed ? idOf("cloudGateway")(source) : `${dice.pick(["vgw", "vgw", "tgw"])}-0000000000000000${dice.below(6)}`;
}

/** Pairs fit when both come from the same subnet, which two of the four do often enough. */
function anAddress(host: number): Maker {
  return ({ dice }) => dice.pick([`169.254.10.${host}/30`, `169.254.10.${host}/30`, `169.254.20.${host}/30`, `203.0.113.${host}/30`, "169.254.10.0/30", "word"]);
}

function aSecret({ world, dice }: Source): string {
  const ports = [...world.all("connection"), ...world.all("lag"), ...world.all("interconnect")];
  const arns = ports.flatMap(({ macSecKeys }) => macSecKeys.map(({ id }) => id));
  return arns.length === 0 ? "arn:aws:secretsmanager:us-east-1:111122223333:secret:directconnect!x" : dice.pick(arns);
}

function anArn({ world, dice }: Source): string {
  const records: readonly (WorldRecord & { readonly ownerAccount: string; readonly region?: string })[] = [
    ...world.all("connection"),
    ...world.all("lag"),
    ...world.all("virtualInterface"),
    ...world.all("directConnectGateway"),
  ];
  if (records.length === 0) return "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-zzzzzzzz";
  const { kind, id, ownerAccount, region = "" } = dice.pick(records);
  const type = kind === "directConnectGateway" ? "dx-gateway" : id.slice(0, 5);
  return `arn:aws:directconnect:${region}:${ownerAccount}:${type}/${id}`;
}

export interface ObviousCall {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly input: Record<string, unknown>;
}

/** What somebody waits for: a person who knows the estate would make one of these calls next. */
export function obviousCalls(world: World): readonly ObviousCall[] {
  const hosted = [...world.all("connection")].filter(({ state }) => state === "ordering");
  const offered = [...world.all("virtualInterface")].filter(({ state }) => state === "confirming");
  const proposed = [...world.all("proposal")].filter(({ state }) => state === "requested");
  const capable = [...world.all("connection"), ...world.all("lag")].filter(({ macSecCapable, state }) => macSecCapable && state === "available");
  const grouped = [...world.all("resiliencyGroupAssociation")].filter(({ state }) => state === "associated");
  return [
    ...["ConfirmConnection", "DeleteConnection"].flatMap((operation) =>
      hosted.map(({ id, ownerAccount, region }) => ({ operation, account: ownerAccount, region, input: { connectionId: id } })),
    ),
    ...offered.flatMap((one) => confirmations(world, one)),
    ...proposed.map((one) => acceptance(one)),
    ...proposed.map(({ id, associatedGateway }) => ({
      operation: "DeleteDirectConnectGatewayAssociationProposal",
      account: associatedGateway.ownerAccount,
      region: associatedGateway.region,
      input: { proposalId: id },
    })),
    ...[...world.all("interconnect")].slice(0, 3).map(({ id, ownerAccount, region }, index) => ({
      operation: "AllocateHostedConnection",
      account: ownerAccount,
      region,
      input: { connectionId: id, ownerAccount: accounts[0], bandwidth: "50Mbps", connectionName: "ordered", vlan: 300 + index + (world.ids.made % 50) },
    })),
    ...capable.map(({ id, ownerAccount, region }) => ({
      operation: "AssociateMacSecKey",
      account: ownerAccount,
      region,
      input: { connectionId: id, ckn: world.ids.made.toString(16).padStart(64, "0"), cak: "0".repeat(64) },
    })),
    ...capable.flatMap(({ id, ownerAccount, region, macSecKeys }) =>
      macSecKeys.map((key) => ({ operation: "DisassociateMacSecKey", account: ownerAccount, region, input: { connectionId: id, secretARN: key.id } })),
    ),
    ...movesBetweenLags(world),
    ...grouped.map((association) => farewell(world, association)),
    ...peersToSpare(world),
    ...testsToStop(world),
    ...[...world.all("association")].slice(0, 1).map((one) => ({
      operation: "DeleteDirectConnectGatewayAssociation",
      account: one.directConnectGatewayOwnerAccount,
      region: regions[0],
      input: { associationId: one.id },
    })),
    ...movesOfHosted(world),
    ...allocations(world),
    ...accounts.map((account) => ({ operation: "ConfirmCustomerAgreement", account, region: regions[0], input: {} })),
  ];
}

/** With each gateway of its owner's, of which some fit. */
function confirmations(world: World, { id, ownerAccount, region, virtualInterfaceType }: RecordOf<"virtualInterface">): readonly ObviousCall[] {
  const operation = `Confirm${{ private: "Private", public: "Public", transit: "Transit" }[virtualInterfaceType]}VirtualInterface`;
  const call = { operation, account: ownerAccount, region, input: { virtualInterfaceId: id } };
  if (virtualInterfaceType === "public") return [call];
  const gateways = world.linked("directConnectGateway", "owner", ownerAccount).filter(({ state }) => state === "available");
  return gateways.slice(-4).map((gateway) => ({ ...call, input: { ...call.input, directConnectGatewayId: gateway.id } }));
}

function acceptance({ id, directConnectGatewayId, directConnectGatewayOwnerAccount, associatedGateway }: RecordOf<"proposal">): ObviousCall {
  return {
    operation: "AcceptDirectConnectGatewayAssociationProposal",
    account: directConnectGatewayOwnerAccount,
    region: associatedGateway.region,
    input: { directConnectGatewayId, proposalId: id, associatedGatewayOwnerAccount: associatedGateway.ownerAccount },
  };
}

/** Every link in a LAG out of it, every other link of the same owner into one on its device. */
function movesBetweenLags(world: World): readonly ObviousCall[] {
  const links = [...world.all("connection")].filter(({ parentConnectionId, state }) => parentConnectionId === undefined && state === "available");
  return links.flatMap(({ id, lagId, ownerAccount, region, awsDeviceV2 }) => {
    if (lagId !== undefined) return [{ operation: "DisassociateConnectionFromLag", account: ownerAccount, region, input: { connectionId: id, lagId } }];
    const fitting = [...world.all("lag")].filter((lag) => lag.ownerAccount === ownerAccount && lag.awsDeviceV2 === awsDeviceV2);
    return fitting.map((lag) => ({ operation: "AssociateConnectionWithLag", account: ownerAccount, region, input: { connectionId: id, lagId: lag.id } }));
  });
}

function farewell(world: World, association: RecordOf<"resiliencyGroupAssociation">): ObviousCall {
  const group = world.find("resiliencyGroup", association.resiliencyGroupId);
  return {
    operation: "DisassociateConnectionsFromResiliencyGroup",
    account: group?.ownerAccount ?? accounts[0],
    region: group?.region ?? regions[0],
    input: { resiliencyGroupId: association.resiliencyGroupId, connectionIdentifiers: [association.connectionArn] },
  };
}

function peersToSpare(world: World): readonly ObviousCall[] {
  return [...world.all("virtualInterface")].flatMap(({ id, ownerAccount, region, bgpPeers }) => {
    const [first, second] = bgpPeers;
    if (first === undefined || second === undefined) return [];
    return [{ operation: "DeleteBGPPeer", account: ownerAccount, region, input: { virtualInterfaceId: id, bgpPeerId: first.id } }];
  });
}

function testsToStop(world: World): readonly ObviousCall[] {
  const tested = [...world.all("virtualInterface")].filter(({ state }) => state === "testing");
  return tested.map(({ id, ownerAccount, region }) => ({ operation: "StopBgpFailoverTest", account: ownerAccount, region, input: { virtualInterfaceId: id } }));
}

/** Hosted connections from one interconnect or LAG of a partner to another. */
function movesOfHosted(world: World): readonly ObviousCall[] {
  const carriers = [...world.all("interconnect"), ...world.all("lag")];
  const hosted = [...world.all("connection")].filter(({ parentConnectionId }) => parentConnectionId !== undefined);
  return hosted.slice(0, 3).flatMap(({ id, parentConnectionId, region }) => {
    const targets = carriers.filter((carrier) => carrier.id !== parentConnectionId && carrier.region === region);
    return targets.slice(0, 3).map((target) => ({
      operation: "AssociateHostedConnection",
      account: target.ownerAccount,
      region,
      input: { connectionId: id, parentConnectionId: target.id },
    }));
  });
}

/** One virtual interface of each type for the next account, on the first free port; its VLAN may be taken. */
function allocations(world: World): readonly ObviousCall[] {
  const port = [...world.all("connection")].find(({ state, parentConnectionId }) => state === "available" && parentConnectionId === undefined);
  const other = accounts.find((account) => account !== port?.ownerAccount);
  if (port === undefined) return [];
  const place = { account: port.ownerAccount, region: port.region };
  const asked = (vlan: number) => ({ virtualInterfaceName: "for-others", vlan, asn: 65010 });
  const given = { connectionId: port.id, ownerAccount: other };
  const addresses = { amazonAddress: "203.0.113.1/30", customerAddress: "203.0.113.2/30", routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }] };
  return [
    { operation: "AllocatePrivateVirtualInterface", ...place, input: { ...given, newPrivateVirtualInterfaceAllocation: asked(201) } },
    { operation: "AllocateTransitVirtualInterface", ...place, input: { ...given, newTransitVirtualInterfaceAllocation: asked(202) } },
    { operation: "AllocatePublicVirtualInterface", ...place, input: { ...given, newPublicVirtualInterfaceAllocation: { ...asked(203), ...addresses } } },
    { operation: "CreatePublicVirtualInterface", ...place, input: { connectionId: port.id, newPublicVirtualInterface: { ...asked(204), ...addresses } } },
  ];
}

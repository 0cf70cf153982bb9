import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { callOverWire, networkTeam, ours, partner } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

interface Route {
  readonly cidr: string;
  readonly routeDirection: string;
  readonly addressFamily: string;
  readonly asPath: readonly { readonly pathType: string; readonly path: readonly number[] }[];
  readonly communities: readonly string[];
  readonly awsLogicalDeviceId?: string;
  readonly routeInstalledAt: number;
}

interface Listing {
  readonly status: number;
  readonly message?: string;
  readonly routes?: readonly Route[];
  readonly nextToken?: string;
}

/** The SDK of today does not have this call. */
async function list(name: string, input: Record<string, unknown> = {}, caller: [string, string] = [ours, "us-east-1"]): Promise<Listing> {
  const whole = { virtualInterfaceId: context.id(name), ...input };
  const { status, body } = await callOverWire(context.simulator.url, "ListVirtualInterfaceRoutes", whole, caller);
  return { status, ...body };
}

const cidrsOf = ({ routes = [] }: Listing) => routes.map(({ cidr }) => cidr);

test("a private session hears the allowed prefixes of its gateway and what the customer announces", async () => {
  const { routes = [] } = await list("prod-iad-a-private");
  const of = (direction: string) => routes.filter(({ routeDirection }) => routeDirection === direction);
  expect(of("accepted").length).toBeGreaterThan(0);
  for (const { asPath, communities } of of("accepted")) {
    expect({ asPath, communities }).toEqual({ asPath: [{ pathType: "seq", path: [65_100] }], communities: ["7224:7200"] });
  }
  const directConnectGatewayId = context.id("corp-private-gw");
  const { directConnectGatewayAssociations = [] } = await as().send(
    new sdk.DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId }),
  );
  const allowed = directConnectGatewayAssociations
    .filter(({ associationState }) => associationState === "associated")
    .flatMap(({ allowedPrefixesToDirectConnectGateway = [] }) => allowedPrefixesToDirectConnectGateway.map(({ cidr }) => cidr));
  const advertised = of("advertised").filter(({ addressFamily }) => addressFamily === "ipv4");
  expect(advertised.map(({ cidr }) => cidr).sort()).toEqual([...new Set(allowed.filter((cidr) => cidr?.includes(".")))].sort());
  for (const { asPath } of advertised) expect(asPath).toEqual([{ pathType: "seq", path: [64_512] }]);
});

test("a public session announces its own prefixes and hears Amazon's, which go no further", async () => {
  const { virtualInterfaces: [found] = [] } = await as().send(
    new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id("public-iad") }),
  );
  const { routes = [] } = await list("public-iad");
  const accepted = routes.filter(({ routeDirection }) => routeDirection === "accepted");
  expect(accepted.map(({ cidr }) => ({ cidr }))).toEqual(found?.routeFilterPrefixes);
  const advertised = routes.filter(({ routeDirection, addressFamily }) => routeDirection === "advertised" && addressFamily === "ipv4");
  expect(advertised.map(({ communities }) => communities)).toEqual([["7224:8100", "65535:65281"], ["7224:8200", "65535:65281"], ["65535:65281"]]);
});

test("a session that is down has no routes, and one that comes back has had them since then", async () => {
  const id = context.id("prod-iad-a-private");
  const [{ routeInstalledAt: before } = { routeInstalledAt: 0 }] = (await list("prod-iad-a-private")).routes ?? [];
  await context.simulator.post("world", { event: "bgpDown", id });
  expect((await list("prod-iad-a-private")).routes).toEqual([]);
  await passMinutes(10);
  await context.simulator.post("world", { event: "bgpUp", id });
  expect((await list("prod-iad-a-private")).routes?.[0]?.routeInstalledAt).toBe(before + 600);
});

test("SiteLink passes on what other sites announce", async () => {
  const direction = { filters: { routeDirection: "advertised" } };
  const turnOn = (name: string, region: string) =>
    as(ours, region).send(new sdk.UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId: context.id(name), enableSiteLink: true }));
  const paths = async () => ((await list("core-iad-a-transit", direction)).routes ?? []).map(({ asPath }) => asPath[0]?.path.length);
  await as().send(new sdk.UpdateVirtualInterfaceAttributesCommand({ virtualInterfaceId: context.id("core-iad-a-transit"), enableSiteLink: false }));
  expect(new Set(await paths())).toEqual(new Set([1]));
  await turnOn("core-iad-a-transit", "us-east-1");
  await turnOn("core-lhr-a-transit", "eu-west-1");
  expect(new Set(await paths())).toEqual(new Set([1, 2]));
});

test("routes are filtered by direction, family, prefix, AS number and community", async () => {
  const filtered = (filters: Record<string, unknown>) => list("public-iad", { filters });
  const [first] = cidrsOf(await filtered({ routeDirection: "accepted" }));
  expect(cidrsOf(await filtered({ cidrs: [first] }))).toEqual([first]);
  expect(cidrsOf(await filtered({ cidrs: ["0.0.0.0/0"], routeDirection: "accepted" }))).toContain(first);
  expect(cidrsOf(await filtered({ cidrs: ["192.0.2.0/30"] }))).toEqual([]);
  expect((await filtered({ addressFamily: "ipv6" })).routes?.filter(({ addressFamily }) => addressFamily === "ipv4")).toEqual([]);
  const advertised = cidrsOf(await filtered({ routeDirection: "advertised" }));
  expect(cidrsOf(await filtered({ asPath: [16_509] }))).toEqual(advertised);
  expect(cidrsOf(await filtered({ communities: ["7224:8100"] })).length).toBeLessThan(advertised.length);
  expect(await filtered({ cidrs: ["10.0.0.1/8"] })).toMatchObject({ status: 400, message: "The prefix 10.0.0.1/8 is not a valid CIDR." });
  expect((await filtered({ routeDirection: "sideways" })).message).toContain("'filters.routeDirection' is 'sideways'");
});

test("pages join to the whole", async () => {
  const whole = cidrsOf(await list("public-iad"));
  const pages: string[] = [];
  for (let token: string | undefined, count = 0; count === 0 || token !== undefined; count += 1) {
    const page = await list("public-iad", { maxResults: 2, ...(token === undefined ? {} : { nextToken: token }) });
    expect(page.routes?.length).toBeLessThanOrEqual(2);
    pages.push(...cidrsOf(page));
    token = page.nextToken;
  }
  expect(pages).toEqual(whole);
});

test("the owner of the virtual interface and that of its port see the routes; nobody else does", async () => {
  expect((await list("net-shared-private")).status).toBe(200);
  expect((await list("net-shared-private", {}, [networkTeam, "us-east-1"])).status).toBe(200);
  expect(await list("net-shared-private", {}, [partner, "us-east-1"])).toMatchObject({ status: 400 });
  expect((await list("net-shared-private", { virtualInterfaceId: undefined })).message).toBe("VirtualInterface ID  has an invalid format.");
});

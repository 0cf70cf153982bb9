import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

type Peer = sdk.NewBGPPeer;

const add = async (name: string, newBGPPeer: Peer, account?: string, region?: string) =>
  (await as(account, region).send(new sdk.CreateBGPPeerCommand({ virtualInterfaceId: context.id(name), newBGPPeer }))).virtualInterface;

async function peersOf(name: string): Promise<readonly sdk.BGPPeer[]> {
  const { virtualInterfaces } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id(name) }));
  return virtualInterfaces?.[0]?.bgpPeers ?? [];
}

async function remove(name: string, choice: Partial<sdk.DeleteBGPPeerRequest>): Promise<void> {
  await as().send(new sdk.DeleteBGPPeerCommand({ virtualInterfaceId: context.id(name), ...choice }));
}

/** Takes the second device away from every port. */
async function withoutRedundancy(): Promise<void> {
  const estate = (await context.simulator.get("state")) as { connections: Record<string, unknown>[] };
  const connections = estate.connections.map((connection) => ({ ...connection, hasLogicalRedundancy: "no" }));
  await context.simulator.post("reset", { estate: { ...estate, connections } });
}

test("an IPv6 session is added beside an IPv4 one, comes up, and goes again", async () => {
  const { bgpPeers: [, made] = [] } = (await add("dev-iad-a-private", { addressFamily: "ipv6", asn: 65_009 })) ?? {};
  expect(made).toMatchObject({ addressFamily: "ipv6", asn: 65_009, bgpPeerState: "pending", bgpStatus: "down" });
  expect(made?.bgpPeerId).toMatch(/^dxpeer-[0-9a-z]{8}$/);
  expect(made?.amazonAddress).toMatch(/\/125$/);
  await passMinutes(2);
  expect((await peersOf("dev-iad-a-private"))[1]).toMatchObject({ bgpPeerState: "available", bgpStatus: "up" });
  await remove("dev-iad-a-private", { bgpPeerId: made?.bgpPeerId });
  expect((await peersOf("dev-iad-a-private"))[1]).toMatchObject({ bgpPeerState: "deleting", bgpStatus: "down" });
  await passMinutes(2);
  expect(await peersOf("dev-iad-a-private")).toHaveLength(1);
});

test("a session may be removed by its AS number and address; the last one may not", async () => {
  const { bgpPeers: [, made] = [] } = (await add("dev-iad-a-private", { addressFamily: "ipv6" })) ?? {};
  const [first] = await peersOf("dev-iad-a-private");
  expect(made?.asn).toBe(first?.asn);
  await remove("dev-iad-a-private", { asn: made?.asn, customerAddress: made?.customerAddress });
  const last = remove("dev-iad-a-private", { bgpPeerId: first?.bgpPeerId });
  expect((await failureOf(last)).message).toBe("The last BGP Peer on a Virtual Interface cannot be deleted");
});

test("a second session of a family needs a second device", async () => {
  const peer = { amazonAddress: "10.255.0.1/30", customerAddress: "10.255.0.2/30" };
  expect((await add("dev-iad-a-private", peer))?.bgpPeers?.map(({ addressFamily }) => addressFamily)).toEqual(["ipv4", "ipv4"]);
  await withoutRedundancy();
  expect((await failureOf(add("dev-iad-a-private", { ...peer, amazonAddress: "10.255.0.5/30", customerAddress: "10.255.0.6/30" }))).message).toBe(
    `${context.id("dev-iad-a-private")} already has an ipv4 peer, and its connection has no logical redundancy for another.`,
  );
});

test("a session is refused with what a virtual interface would be refused with, and nothing is made", async () => {
  const before = await context.simulator.get("state");
  const refused = async (peer: Peer, account?: string) => (await failureOf(add("dev-iad-a-private", peer, account))).message;
  const [first] = await peersOf("dev-iad-a-private");
  expect(await refused({ amazonAddress: first?.amazonAddress, customerAddress: first?.customerAddress })).toContain("overlaps with that of another peer");
  expect(await refused({ addressFamily: "ipv6", amazonAddress: "2001:db8::1/125", customerAddress: "2001:db8::2/125" })).toContain("Amazon's to choose");
  expect(await refused({ asnLong: 4_294_967_295 })).toContain("asnLong is 4294967295");
  const { virtualInterfaces: [own] = [] } = await as().send(
    new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id("dev-iad-a-private") }),
  );
  expect(await refused({ asnLong: own?.amazonSideAsn, addressFamily: "ipv6" })).toContain("is that of Amazon's side");
  expect(await refused({ authKey: "short" })).toBe("authKey must have 6 to 80 characters.");
  expect(await refused({ addressFamily: "ipv6" }, networkTeam)).toContain("does not exist");
  expect(await context.simulator.get("state")).toEqual(before);
});

test("on a public virtual interface an added session is verified, and its AS number is private or known", async () => {
  const peer = { addressFamily: "ipv6" } as const;
  expect((await failureOf(add("public-iad", { ...peer, asn: 3333 }))).message).toContain("The ASN 3333 has not been verified for this account");
  expect((await add("public-iad", { ...peer, asn: 65_009 }))?.bgpPeers?.at(-1)).toMatchObject({ bgpPeerState: "verifying" });
  await passMinutes(72 * 60);
  await passMinutes(2);
  expect((await peersOf("public-iad")).at(-1)).toMatchObject({ asn: 65_009, bgpPeerState: "available", bgpStatus: "up" });
});

test("nothing is added to what waits for its owner, is under test or being deleted", async () => {
  for (const [name, state] of [["shared-iad-private", "confirming"], ["core-iad-b-transit", "testing"]] as const) {
    expect((await failureOf(add(name, { addressFamily: "ipv6" }))).message).toContain(`is in state ${state}`);
  }
  expect((await failureOf(add("public-lhr-old", { addressFamily: "ipv6" }, undefined, "eu-west-1"))).message).toContain("is in state deleting");
});

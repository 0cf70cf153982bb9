import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { failureOf, networkTeam, ours } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { as, passMinutes } = context;

const start = (name: string, more: Partial<sdk.StartBgpFailoverTestRequest> = {}, account = ours) =>
  as(account).send(new sdk.StartBgpFailoverTestCommand({ virtualInterfaceId: context.id(name), ...more }));
const stop = (name: string, account = ours) => as(account).send(new sdk.StopBgpFailoverTestCommand({ virtualInterfaceId: context.id(name) }));
const refused = async (call: Promise<unknown>) => (await failureOf(call)).message;

async function describe(name: string): Promise<sdk.VirtualInterface | undefined> {
  const { virtualInterfaces } = await as().send(new sdk.DescribeVirtualInterfacesCommand({ virtualInterfaceId: context.id(name) }));
  return virtualInterfaces?.[0];
}

async function historyOf(filter: sdk.ListVirtualInterfaceTestHistoryRequest, account = ours, region = "us-east-1") {
  return (await as(account, region).send(new sdk.ListVirtualInterfaceTestHistoryCommand(filter))).virtualInterfaceTestHistory ?? [];
}

const name = "prod-iad-a-private";

test("a test takes BGP down for its time, and gives it back", async () => {
  const { virtualInterfaceTest } = await start(name, { testDurationInMinutes: 60 });
  expect(virtualInterfaceTest).toMatchObject({ status: "In progress", ownerAccount: ours, testDurationInMinutes: 60 });
  expect(await describe(name)).toMatchObject({ virtualInterfaceState: "testing", bgpPeers: [{ bgpStatus: "down" }] });
  await passMinutes(59);
  expect((await describe(name))?.virtualInterfaceState).toBe("testing");
  await passMinutes(1);
  expect(await describe(name)).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpStatus: "up" }] });
  const [done] = await historyOf({ testId: virtualInterfaceTest?.testId });
  expect(done).toMatchObject({ status: "Completed", startTime: virtualInterfaceTest?.startTime });
  expect(Number(done?.endTime) - Number(done?.startTime)).toBe(60 * 60 * 1000);
});

test("a test lasts three hours unless told otherwise, and three days at most", async () => {
  expect((await start(name)).virtualInterfaceTest?.testDurationInMinutes).toBe(180);
  await stop(name);
  for (const testDurationInMinutes of [0, 4321]) {
    expect(await refused(start(name, { testDurationInMinutes }))).toContain("must be between 1 and 4320.");
  }
  expect((await start(name, { testDurationInMinutes: 4320 })).virtualInterfaceTest?.status).toBe("In progress");
});

test("a stopped test is listed as cancelled", async () => {
  const { virtualInterfaceTest } = await start(name);
  await passMinutes(5);
  expect((await stop(name)).virtualInterfaceTest).toMatchObject({ testId: virtualInterfaceTest?.testId, status: "Cancelled" });
  expect(await describe(name)).toMatchObject({ virtualInterfaceState: "available", bgpPeers: [{ bgpStatus: "up" }] });
  const listed = await historyOf({ virtualInterfaceId: context.id(name), status: "cancelled" });
  expect(listed.map(({ testId }) => testId)).toContain(virtualInterfaceTest?.testId);
  expect(await refused(stop(name))).toBe(`No failover test is running on ${context.id(name)}.`);
});

/** A second session, which comes up; the ids of both. */
async function withTwoPeers(): Promise<readonly (string | undefined)[]> {
  await as().send(new sdk.CreateBGPPeerCommand({ virtualInterfaceId: context.id(name), newBGPPeer: { addressFamily: "ipv6" } }));
  await passMinutes(2);
  return ((await describe(name))?.bgpPeers ?? []).map(({ bgpPeerId }) => bgpPeerId);
}
const statuses = async () => ((await describe(name))?.bgpPeers ?? []).map(({ bgpStatus }) => bgpStatus);

test("only the peers of the test are down; the others go on, as their link lets them", async () => {
  const [first = ""] = await withTwoPeers();
  expect((await start(name, { bgpPeers: [first] })).virtualInterfaceTest?.bgpPeers).toEqual([first]);
  expect(await statuses()).toEqual(["down", "up"]);
  await context.simulator.post("world", { event: "linkDown", id: context.id("prod-iad-a") });
  expect(await statuses()).toEqual(["down", "down"]);
  await context.simulator.post("world", { event: "linkUp", id: context.id("prod-iad-a") });
  expect(await statuses()).toEqual(["down", "up"]);
});

test("peers are named by their id or the customer's address, and all are meant when none is", async () => {
  const peers = await withTwoPeers();
  const address = (await describe(name))?.customerAddress ?? "";
  const tested = async (bgpPeers: string[]) => {
    const { virtualInterfaceTest } = await start(name, { bgpPeers });
    await stop(name);
    return virtualInterfaceTest?.bgpPeers;
  };
  expect(await tested([address])).toEqual([peers[0]]);
  expect(await tested([address.replace(/\/.*/, "")])).toEqual([peers[0]]);
  expect(await tested([address, address, peers[0] ?? ""])).toEqual([peers[0]]);
  expect(await tested([])).toEqual(peers);
  expect(await refused(start(name, { bgpPeers: ["dxpeer-00000000"] }))).toBe("The BGP peer does not exist.");
});

test("only the owner of the virtual interface tests it, also on a connection of another's", async () => {
  expect(await refused(start("net-shared-private"))).toContain("Only the owner of");
  expect(await refused(start(name, {}, networkTeam))).toContain("does not exist");
  expect((await start("net-shared-private", {}, networkTeam)).virtualInterfaceTest?.ownerAccount).toBe(networkTeam);
  expect(await refused(stop("net-shared-private"))).toContain("Only the owner of");
  expect((await historyOf({})).filter(({ ownerAccount }) => ownerAccount !== ours)).toEqual([]);
});

test("what is not in service is not tested, and nothing twice at a time", async () => {
  await start(name);
  expect(await refused(start(name))).toBe(`A failover test is already running on ${context.id(name)}.`);
  expect(await refused(start("shared-iad-private"))).toContain("is in state confirming");
});

test("a virtual interface that is deleted under test ends it, and its history stays for a year", async () => {
  const { virtualInterfaceTest: { testId } = {} } = await start(name);
  await as().send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: context.id(name) }));
  expect((await historyOf({ testId }))[0]?.status).toBe("Failed");
  await passMinutes(60);
  expect(await describe(name)).toBeUndefined();
  const estate = await context.simulator.get("state");
  await context.simulator.post("reset", { estate });
  expect(await historyOf({ testId }, ours, "eu-west-1")).toEqual([]);
  await passMinutes(364 * 24 * 60);
  expect(await historyOf({ testId })).toHaveLength(1);
  await passMinutes(24 * 60);
  expect(await historyOf({ testId })).toEqual([]);
});

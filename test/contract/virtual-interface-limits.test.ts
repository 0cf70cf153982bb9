import { expect, test } from "vitest";
import { callOverWire, ours } from "./clients.ts";
import { type Members, newVirtualInterface } from "./new-virtual-interface.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();

/** A call with members that the SDK of today drops. */
async function over(operation: string, input: unknown, account = ours): Promise<Members> {
  const { status, body } = await callOverWire(context.simulator.url, operation, input, [account, "us-east-1"]);
  return { status, ...body };
}
const createOver = (members: Members, connection = "prod-iad-a") =>
  over("CreatePrivateVirtualInterface", newVirtualInterface(context, "Private", members, connection));
const update = (name: string, members: Members) =>
  over("UpdateVirtualInterfaceAttributes", { virtualInterfaceId: context.id(name), ...members });

test("a rate limit and numbers of prefixes are taken, answered and changed", async () => {
  const made = await createOver({ rateLimit: "500Mbps", prefixPoolAllocatedCountIpv4: 300 });
  expect(made).toMatchObject({ status: 200, rateLimit: "500Mbps", prefixPoolAllocatedCountIpv4: 300, prefixPoolAllocatedCountIpv6: 100 });
  expect(await update("prod-iad-a-private", { rateLimit: "1Gbps", prefixPoolAllocatedCountIpv6: 0 })).toMatchObject({
    rateLimit: "1Gbps",
    prefixPoolAllocatedCountIpv4: 100,
    prefixPoolAllocatedCountIpv6: 0,
  });
  const [port] = (await over("DescribeConnections", { connectionId: context.id("prod-iad-a") }))["connections"] as Members[];
  expect(port).toMatchObject({ rateLimiterStatus: { maxAllowed: 10, inUse: 2, remaining: 8, totalBandwidth: "1.5Gbps" } });
});

test("a public virtual interface has no numbers of prefixes", async () => {
  const made = await over("CreatePublicVirtualInterface", newVirtualInterface(context, "Public"));
  expect(Object.keys(made).filter((name) => name.startsWith("prefixPool"))).toEqual([]);
  const message = `${context.id("public-iad")} is a public virtual interface; its prefixes are not counted.`;
  expect(await update("public-iad", { prefixPoolAllocatedCountIpv4: 5 })).toMatchObject({ status: 400, message });
});

test("a rate limit is one of the list, within the port's bandwidth, and not on a hosted connection", async () => {
  expect(await createOver({ rateLimit: "25Gbps" })).toMatchObject({ status: 400, message: "rateLimit is 25Gbps, which is not one of the supported limits." });
  expect(await createOver({ rateLimit: "12Gbps" })).toMatchObject({ message: `The rate limit 12Gbps is above the bandwidth of ${context.id("prod-iad-a")}.` });
  expect(await createOver({ rateLimit: "12Gbps" }, "prod-iad-lag")).toMatchObject({ status: 200, rateLimit: "12Gbps" });
  expect((await update("branch-iad-data-private", { rateLimit: "50Mbps" }))["message"]).toContain("is a hosted connection; rate limits need");
});

test("a port has ten rate limiters", async () => {
  for (let vlan = 1000; vlan < 1010; vlan += 1) expect(await createOver({ vlan, rateLimit: "50Mbps" })).toMatchObject({ status: 200 });
  expect(await createOver({ vlan: 1010, rateLimit: "50Mbps" })).toMatchObject({ status: 400, __type: "LimitExceededException" });
  expect(await createOver({ vlan: 1010 })).toMatchObject({ status: 200 });
});

test("numbers of prefixes are bounded by the session, the port's pool and the gateway", async () => {
  expect(await createOver({ prefixPoolAllocatedCountIpv4: 1001 })).toMatchObject({
    message: "prefixPoolAllocatedCountIpv4 is 1001 and must be between 0 and 1000.",
  });
  expect((await createOver({ prefixPoolAllocatedCountIpv6: -1 }))["message"]).toContain("must be 0 or more");
  for (let vlan = 1000; vlan < 1005; vlan += 1) await createOver({ vlan, prefixPoolAllocatedCountIpv4: 900, prefixPoolAllocatedCountIpv6: 900 });
  expect((await createOver({ vlan: 1005, prefixPoolAllocatedCountIpv4: 900 }))["message"]).toContain(`The ipv4 prefix pool of ${context.id("prod-iad-a")} has only`);
  const full = { vlan: 1000, prefixPoolAllocatedCountIpv4: 1000, prefixPoolAllocatedCountIpv6: 1000 };
  expect((await createOver(full, "prod-iad-b"))["message"]).toContain("would have more than 10000 prefixes");
});

test("an update is refused before any part of it is made", async () => {
  const before = await context.simulator.get("state");
  expect(await update("prod-iad-a-private", { virtualInterfaceName: "other", mtu: 9001, rateLimit: "25Gbps" })).toMatchObject({ status: 400 });
  expect(await update("prod-iad-a-private", { virtualInterfaceName: "other", mtu: 1501 })).toMatchObject({ status: 400 });
  expect(await context.simulator.get("state")).toEqual(before);
});

test("what was made survives as an estate", async () => {
  await createOver({ rateLimit: "500Mbps", prefixPoolAllocatedCountIpv4: 300, enableSiteLink: true });
  await over("CreatePublicVirtualInterface", newVirtualInterface(context, "Public", { vlan: 901 }));
  const estate = await context.simulator.get("state");
  await context.simulator.post("reset", { estate });
  expect(await context.simulator.get("state")).toEqual(estate);
});

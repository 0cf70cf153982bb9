import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { interfaceChanges } from "../../src/operations/interface-changes.ts";
import type { Target } from "../../src/operations/target.ts";
import { inEnglish } from "../support/in-english.ts";
import { bgpPeer, connection, lag, virtualInterface } from "../support/sample-inventory.ts";

const { createBgpPeer, moveVirtualInterface, renameVirtualInterface, setMtu, setPrefixPool, setRateLimit, setSiteLink, startFailoverTest, stopFailoverTest } = interfaceChanges;
const subject = virtualInterface({ id: "dxvif-1", name: "prod", connectionId: "dxcon-a", vlan: 101, directConnectGatewayId: "gw" });
const sibling = virtualInterface({ id: "dxvif-2", name: "other", connectionId: "dxcon-a", vlan: 102, directConnectGatewayId: "gw" });
const inventory: Inventory = {
  ...emptyInventory,
  accounts: [{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }],
  resources: [
    subject,
    sibling,
    bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
    connection({ id: "dxcon-a", bandwidth: "1Gbps" }),
    connection({ id: "dxcon-free" }),
    connection({ id: "dxcon-taken" }),
    virtualInterface({ id: "dxvif-3", connectionId: "dxcon-taken", vlan: 101 }),
    connection({ id: "dxcon-slow", jumboFrameCapable: false }),
    lag({ id: "dxlag-1", allowsHostedConnections: false }),
  ],
};
const context = { target: subject, inventory, answers: {} };

test("each change says one thing", () => {
  const id = { virtualInterfaceId: "dxvif-1" };
  expect(renameVirtualInterface.input({ name: "new" }, subject, "us-east-1")).toEqual({ ...id, virtualInterfaceName: "new" });
  expect(setMtu.input({ mtu: "8500" }, subject, "us-east-1")).toEqual({ ...id, mtu: 8500 });
  expect(setSiteLink.input({ siteLink: false }, subject, "us-east-1")).toEqual({ ...id, enableSiteLink: false });
  expect(setPrefixPool.input({ ipv4: 200, ipv6: 100 }, subject, "us-east-1")).toEqual({ ...id, prefixPoolAllocatedCountIpv4: 200, prefixPoolAllocatedCountIpv6: 100 });
  expect(setRateLimit.input({ rateLimit: "500Mbps" }, subject, "us-east-1")).toEqual({ ...id, rateLimit: "500Mbps" });
  expect(moveVirtualInterface.input({ connection: connection({ id: "dxcon-free" }) }, subject, "us-east-1")).toEqual({ ...id, connectionId: "dxcon-free" });
  expect(stopFailoverTest.input({}, subject, "us-east-1")).toEqual(id);
});

test("jumbo frames are told to interrupt whatever shares the port", () => {
  expect(inEnglish(setMtu.consequence?.(subject, inventory, { mtu: "8500" }))).toMatch(/30 seconds: also 1 virtual interface \(other\)/);
  expect(inEnglish(setMtu.consequence?.(subject, inventory, { mtu: "1500" }))).toMatch(/dropped or split/);
  expect(setMtu.parameters.mtu.options(context).map(({ value }) => value)).toEqual(["1500", "8500", "9001"]);
  const slow = { ...subject, connectionId: "dxcon-slow" };
  expect(setMtu.parameters.mtu.options({ ...context, target: slow }).map(({ value }) => value)).toEqual(["1500"]);
  const told = (mtu: string, target: Target): unknown => inEnglish(setMtu.parameters.mtu.other(mtu, { ...context, target }));
  expect([told("8500", subject), told("1500", slow)]).toEqual([undefined, undefined]);
  expect(told("8500", slow)).toMatch(/^MTU 8500 is not possible on .+, which is not capable of jumbo frames\. Use 1500\.$/);
  expect([told("9000", subject), told("many", subject)]).toEqual([expect.stringMatching(/^MTU 9000 is not possible on a private/), "Write a whole number."]);
});

test("it moves where its VLAN is free and its packets pass", () => {
  const targets = (target: typeof subject) => moveVirtualInterface.parameters.connection.options({ ...context, target }).map(({ id }) => id);
  expect(targets(subject)).toEqual(["dxcon-free", "dxcon-slow", "dxlag-1"]);
  expect(targets({ ...subject, mtu: 8500 })).toEqual(["dxcon-free", "dxlag-1"]);
});

test("SiteLink needs a Direct Connect gateway, a rate limit a dedicated port that is as fast", () => {
  expect(setSiteLink.refusal?.(subject, inventory)).toBeUndefined();
  expect(inEnglish(setSiteLink.refusal?.({ ...subject, directConnectGatewayId: undefined }, inventory))?.message).toMatch(/on none/);
  expect(setRateLimit.parameters.rateLimit.options(context).at(-1)?.value).toBe("1Gbps");
  expect(inEnglish(setRateLimit.parameters.rateLimit.other("25Gbps"))).toMatch(/no step/);
  const hosted = { ...inventory, resources: [connection({ id: "dxcon-a", hosted: true, vlan: 101 })] };
  expect(setRateLimit.refusal?.(subject, hosted)?.because).toEqual(["connection/dxcon-a"]);
});

test("a second peer is of the other family", () => {
  expect(createBgpPeer.parameters.addressFamily.options(context).map(({ value }) => value)).toEqual(["ipv6"]);
  expect(createBgpPeer.refusal?.(subject, inventory)).toBeUndefined();
  const both = { ...inventory, resources: [...inventory.resources, bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", addressFamily: "ipv6" })] };
  expect(createBgpPeer.refusal?.(subject, both)?.because).toEqual(["bgpPeer/dxpeer-1", "bgpPeer/dxpeer-2"]);
  const answers = { addressFamily: "ipv6", asn: 65001, amazonAddress: undefined, customerAddress: undefined, authKey: undefined };
  expect(createBgpPeer.input(answers, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", newBGPPeer: { asn: 65001, addressFamily: "ipv6" } });
});

test("a failover test says how long, and what else leads to the gateway", () => {
  const answers = { minutes: 30, peers: undefined };
  const told = (given: Inventory) => inEnglish(startFailoverTest.consequence?.(subject, given, answers));
  expect(told(inventory)).toMatch(/down for 30 minutes.*No session of another virtual interface at its gateway is up/);
  const session = bgpPeer({ id: "dxpeer-9", virtualInterfaceId: "dxvif-2", bgpStatus: "up" });
  expect(told({ ...inventory, resources: [...inventory.resources, session] })).toMatch(/Up at the same gateway: 1 virtual interface \(other\)\. .* as far as/);
  const alone = { ...inventory, resources: [subject] };
  expect(inEnglish(startFailoverTest.consequence?.(subject, alone, answers))).toMatch(/No other virtual interface/);
  expect(startFailoverTest.input({ minutes: 30, peers: [bgpPeer({ id: "dxpeer-1" })] }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", testDurationInMinutes: 30, bgpPeers: ["dxpeer-1"] });
  const peers = [bgpPeer({ id: "dxpeer-1", virtualInterfaceId: subject.id }), bgpPeer({ id: `${subject.id}/ipv4/65000`, virtualInterfaceId: subject.id })];
  const options = startFailoverTest.parameters.peers.options({ target: subject, inventory: { ...emptyInventory, resources: peers }, answers: {} });
  expect(options.map(({ id }) => id)).toEqual(["dxpeer-1"]);
  expect(inEnglish(startFailoverTest.parameters.minutes.check(4321))).toMatch(/4320/);
});

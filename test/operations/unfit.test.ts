import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Connection, Lag, Resource } from "../../src/model/resource.ts";
import { unfitCarrier, unfitGateway, unfitLag } from "../../src/operations/unfit.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const port = connection({ id: "dxcon-1", name: "prod-a" });
const bundle = lag({ id: "dxlag-1", name: "pair", location: port.location, bandwidth: port.bandwidth, awsDevice: port.awsDevice, connectionIds: ["dxcon-8"] });
const withKeys = { ...port.macSec, capable: true };

test.each<[string, Partial<Lag>, Partial<Connection>, string | undefined]>([
  ["one that fits", {}, {}, undefined],
  ["one on a device that is not told yet", { awsDevice: "" }, {}, undefined],
  ["its own", {}, { lagId: "dxlag-1" }, "prod-a is in LAG pair already."],
  ["one on its way out", { state: "deleting" }, {}, "LAG pair is deleting."],
  ["one elsewhere", { location: "CSVA1" }, { location: "EqDC2" }, "LAG pair is at CSVA1 and prod-a at EqDC2: all of a LAG is at one location."],
  ["a slower one", { bandwidth: "1Gbps" }, { bandwidth: "10Gbps" }, "LAG pair has connections of 1Gbps and prod-a has 10Gbps: all of a LAG are of one speed."],
  ["one on another device", { awsDevice: "EqDC2-2" }, { awsDevice: "EqDC2-1" }, "LAG pair is on AWS's device EqDC2-2 and prod-a on EqDC2-1: all of a LAG ends on one device."],
  ["one with MACsec", { macSec: withKeys }, {}, "LAG pair was ordered for MACsec and prod-a was not."],
  ["one without", {}, { macSec: withKeys }, "prod-a was ordered for MACsec and LAG pair was not."],
  ["a full one", { bandwidth: "100Gbps", connectionIds: ["a", "b"] }, { bandwidth: "100Gbps" }, "LAG pair has 2 connections, and a LAG of 100Gbps takes no more."],
])("a connection onto a LAG: %s", (_, ofLag, ofConnection, problem) => expect(inEnglish(unfitLag({ ...bundle, ...ofLag }, { ...port, ...ofConnection }))).toBe(problem));

const moved = virtualInterface({ id: "dxvif-1", name: "core", connectionId: "dxcon-1", vlan: 101 });
const user = virtualInterface({ id: "dxvif-2", name: "other", connectionId: "dxcon-2", vlan: 101 });
const free = connection({ id: "dxcon-2", name: "prod-b" });

test.each<[string, Connection, readonly Resource[], string | undefined]>([
  ["one that fits", free, [], undefined],
  ["its own", port, [], "core is on prod-a already."],
  ["one in another Region", { ...free, region: "eu-west-1" }, [], "prod-b is in eu-west-1 and core in us-east-1: it moves within its Region only."],
  ["one that is not in service", { ...free, state: "pending" }, [], "prod-b is pending: what takes a virtual interface has to be up or down."],
  ["a LAG's member", { ...free, lagId: "dxlag-1" }, [], "prod-b is in a LAG, which carries the virtual interfaces. Put it onto the LAG."],
  ["one whose VLAN is taken", free, [user], "VLAN 101 is already used by other on prod-b."],
  ["a hosted one that is taken", { ...free, hosted: true }, [user], "Hosted connection prod-b carries other already, and takes one virtual interface only."],
  ["a hosted one of another VLAN", { ...free, hosted: true, vlan: 7 }, [], "VLAN 101 is not that of the hosted connection prod-b, which is 7."],
])("a virtual interface onto a port: %s", (_, onto, others, problem) => expect(inEnglish(unfitCarrier(onto, moved, inventoryOf(others)))).toBe(problem));

test("jumbo frames stay where they are carried", () => {
  const problem = unfitCarrier({ ...free, jumboFrameCapable: false }, { ...moved, mtu: 8500 }, inventoryOf([]));
  expect(inEnglish(problem)).toBe("MTU 8500 is not possible on prod-b, which is not capable of jumbo frames. Use 1500.");
});

test("a Direct Connect gateway keeps to its use", () => {
  const gateway = directConnectGateway({ id: "gw", name: "edge" });
  const served = inventoryOf([virtualInterface({ id: "dxvif-3", name: "hub", type: "transit", directConnectGatewayId: "gw" })]);
  expect(inEnglish(unfitGateway("private", gateway, served))).toBe("Direct Connect gateway edge serves 1 virtual interface (hub) and cannot take a private virtual interface as well. Choose another one.");
  expect([unfitGateway("transit", gateway, served), unfitGateway("private", port, served)]).toEqual([undefined, undefined]);
});

function inventoryOf(resources: readonly Resource[]): Inventory {
  return { ...emptyInventory, resources };
}

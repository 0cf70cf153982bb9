import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { dropsOnto } from "../../src/operations/drop.ts";
import { connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const core = directConnectGateway({ id: "core" });
const waiting = virtualInterface({ id: "dxvif-1", state: "confirming" });
const running = virtualInterface({ id: "dxvif-2" });
const port = connection({ id: "dxcon-1" });
const inventory = { ...emptyInventory, accounts: [{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }], resources: [core, waiting, running, port] };

test("a virtual interface that waits is confirmed on the gateway that it is dropped onto", () => {
  expect(dropsOnto([waiting], core, inventory)).toEqual([{ id: "confirmPrivateVirtualInterface", preset: { gateway: core } }]);
});

test("what the form would not offer cannot be dropped", () => {
  expect(dropsOnto([running], core, inventory)).toEqual([]);
  expect(dropsOnto([waiting], { ...core, state: "deleting" }, { ...inventory, resources: [{ ...core, state: "deleting" }] })).toEqual([]);
  expect(dropsOnto([core], core, inventory)).toEqual([]);
  expect(dropsOnto([], core, inventory)).toEqual([]);
});

test("a connection moves into a LAG, a virtual interface to another port or LAG, by what their forms offer", () => {
  const bundle = lag({ id: "dxlag-1", location: port.location, bandwidth: port.bandwidth, awsDevice: port.awsDevice, allowsHostedConnections: false });
  const other = connection({ id: "dxcon-2" });
  const onPort = virtualInterface({ id: "dxvif-4", connectionId: "dxcon-2", vlan: 7 });
  const all = { ...inventory, resources: [bundle, port, other, onPort] };
  const idsOf = (dragged: Resource, onto: Resource): readonly string[] => dropsOnto([dragged], onto, all).map(({ id }) => id);
  expect(idsOf(port, bundle)).toContain("moveConnectionToLag");
  expect(idsOf(onPort, bundle)).toContain("moveVirtualInterface");
  expect(idsOf(onPort, port)).toContain("moveVirtualInterface");
  expect(idsOf(onPort, other)).toEqual([]);
});

test("several can be dropped where each of them could be", () => {
  expect(dropsOnto([waiting, running], core, inventory)).toEqual([]);
  const second = { ...waiting, id: "dxvif-3", key: "virtualInterface/dxvif-3" };
  expect(dropsOnto([waiting, second], core, { ...inventory, resources: [...inventory.resources, second] })).toHaveLength(1);
});

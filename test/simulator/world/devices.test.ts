import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { findDevice, hasRoom } from "../../../src/simulator/world/devices.ts";
import { type NewPort, orderConnection } from "../../../src/simulator/world/new-ports.ts";
import type { World } from "../../../src/simulator/world/world.ts";

const now = Date.UTC(2026, 0, 1);
const place = { region: "us-east-1", location: "EqDC2", bandwidth: "100Gbps" };

function order(world: World, device: string): void {
  const port: NewPort = { ...place, name: "a", ownerAccount: "111122223333", device, providerName: undefined, macSec: false, tags: [] };
  orderConnection(world, { ...port, lagId: undefined, billingMode: "PayAsYouGo" });
}

test("ports are spread over three devices until each of them is full", () => {
  const world = loadEstate("empty", now);
  const taken = new Map<string, number>();
  for (let device = findDevice(world, place, 1); device !== undefined; device = findDevice(world, place, 1)) {
    order(world, device);
    taken.set(device, (taken.get(device) ?? 0) + 1);
    const counts = [...taken.values()];
    if (taken.size === 3) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
  expect([...taken.values()]).toEqual([12, 12, 12]);
  expect(findDevice(world, { ...place, bandwidth: "10Gbps" }, 1)).toBeDefined();
  expect(findDevice(world, { ...place, location: "CSVA1" }, 1)).toBeDefined();
});

test("several ports are found on one device or not at all", () => {
  const world = loadEstate("empty", now);
  const device = findDevice(world, place, 12);
  expect(device).toMatch(/^EqDC2-[0-9a-z]{13}$/);
  expect(findDevice(world, place, 13)).toBeUndefined();
  order(world, device ?? "");
  expect(hasRoom(world, place, device, 11)).toBe(true);
  expect(hasRoom(world, place, device, 12)).toBe(false);
  expect(findDevice(world, place, 12)).not.toBe(device);
});

test("where the estate has devices new ports land on them", () => {
  const world = loadEstate("sample", now);
  const known = [...world.all("connection"), ...world.all("interconnect")].map(({ awsDeviceV2 }) => awsDeviceV2);
  expect(known).toContain(findDevice(world, { ...place, bandwidth: "10Gbps" }, 1));
});

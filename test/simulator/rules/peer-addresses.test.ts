import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { checkAddressesFree, checkAddressPair, drawAddresses } from "../../../src/simulator/rules/peer-addresses.ts";
import type { VirtualInterfaceRecord } from "../../../src/simulator/world/records.ts";
import type { World } from "../../../src/simulator/world/world.ts";

const account = "111122223333";
const start = Date.UTC(2026, 0, 1);

function portOf(world: World): VirtualInterfaceRecord {
  const [found] = world.where("virtualInterface", ({ name }) => name === "prod-iad-a-private");
  if (found === undefined) throw new Error("the sample has prod-iad-a-private");
  return found;
}

test.each([
  ["10.0.0.1/30", "10.0.0.2/30", undefined],
  ["10.0.0.0/31", "10.0.0.1/31", undefined],
  ["10.0.0.1/28", "10.0.0.14/28", undefined],
  ["10.0.0.1/30", "10.0.0.5/30", "must be in the same CIDR"],
  ["10.0.0.1/32", "10.0.0.2/32", "must be in the same CIDR"],
  ["10.0.0.0/28", "10.0.0.1/28", "Amazon Address is address 0"],
  ["10.0.0.1/28", "10.0.0.15/28", "Customer Address is the broadcast address"],
  ["10.1/30", "10.2/30", "10.1/30 is no IPv4 address"],
  ["10.0.0.1/33", "10.0.0.2/33", "10.0.0.1/33 is no IPv4 address"],
])("%s and %s are the ends of a private session, or are refused", (amazonAddress, customerAddress, message) => {
  const check = () => checkAddressPair({ amazonAddress, customerAddress }, "private");
  if (message === undefined) expect(check).not.toThrow();
  else expect(check).toThrow(message);
});

test.each(["10.0.0.1/30", "172.16.0.1/30", "192.168.0.1/30", "169.254.1.1/30", "100.64.0.1/30", "127.0.0.1/30"])(
  "%s is no address of a public session",
  (amazonAddress) => {
    const pair = { amazonAddress, customerAddress: amazonAddress.replace(".1/", ".2/") };
    expect(() => checkAddressPair(pair, "public")).toThrow("is not allowed to contain a private IP");
    expect(() => checkAddressPair(pair, "private")).not.toThrow();
  },
);

test("a thousand drawn pairs are different, and none lies where addresses are reserved", () => {
  const world = loadEstate("sample", start);
  const existing = portOf(world);
  const drawn = new Set<string>();
  for (let count = 0; count < 1000; count += 1) {
    const pair = drawAddresses(world, "ipv4", { portId: existing.connectionId, account });
    drawn.add(pair.amazonAddress);
    expect(pair.amazonAddress).not.toMatch(/^169\.254\.(0|169|255)\./);
    const [peer] = existing.bgpPeers;
    if (peer === undefined) throw new Error("it has a session");
    const id = `dxvif-t${String(count).padStart(7, "0")}`;
    world.add({ ...existing, id, bgpPeers: [{ ...peer, virtualInterfaceId: id, ...pair }] });
  }
  expect(drawn.size).toBe(1000);
});

test("a wide link-local subnet takes all the pairs in it", () => {
  const world = loadEstate("sample", start);
  const existing = portOf(world);
  const [peer] = existing.bgpPeers;
  if (peer === undefined) throw new Error("it has a session");
  world.add({ ...existing, id: "dxvif-wide0000", bgpPeers: [{ ...peer, amazonAddress: "169.254.0.1/17" }] });
  for (let count = 0; count < 50; count += 1) {
    const { amazonAddress } = drawAddresses(world, "ipv4", { portId: existing.connectionId, account });
    expect(Number(amazonAddress.split(".")[2])).toBeGreaterThanOrEqual(128);
  }
});

test.each([16, 8, 0])("when a port has no pair left because a subnet of /%i takes them all, it says so at once", (length) => {
  const world = loadEstate("sample", start);
  const existing = portOf(world);
  const [peer] = existing.bgpPeers;
  if (peer === undefined) throw new Error("it has a session");
  world.add({ ...existing, id: "dxvif-wide0000", bgpPeers: [{ ...peer, amazonAddress: `169.254.0.1/${length}` }] });
  const draw = (portId: string) => drawAddresses(world, "ipv4", { portId, account });
  expect(() => draw(existing.connectionId)).toThrow("No link-local addresses are left on this connection.");
  expect(draw("dxcon-other000").amazonAddress).toMatch(/^169\.254\./);
});

test("a subnet is free again when its session has ended", () => {
  const world = loadEstate("sample", start);
  const { id, connectionId, bgpPeers: [peer] } = portOf(world);
  if (peer === undefined) throw new Error("it has a session");
  expect(() => checkAddressesFree(world, connectionId, peer)).toThrow("overlaps with that of another peer");
  expect(() => checkAddressesFree(world, connectionId, peer, { id })).not.toThrow();
  peer.state = "deleted";
  expect(() => checkAddressesFree(world, connectionId, peer)).not.toThrow();
});

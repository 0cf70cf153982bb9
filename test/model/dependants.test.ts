import { expect, test } from "vitest";
import { dependantsOf, directDependantsOf, isOver, namesOf, parentKeysOf } from "../../src/model/dependants.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { english } from "../../src/model/text.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, interconnect, lag, proposal, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const vgw = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;

const estate: readonly Resource[] = [
  interconnect({ id: "dxcon-inter" }),
  connection({ id: "dxcon-hosted", hosted: true, parentId: "dxcon-inter" }),
  virtualInterface({ id: "dxvif-1", name: "prod", connectionId: "dxcon-hosted", directConnectGatewayId: "gw" }),
  bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
  bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", addressFamily: "ipv6" }),
  attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-1" }),
  directConnectGateway({ id: "gw" }),
  association({ id: "as-1", directConnectGatewayId: "gw", gateway: vgw }),
  proposal({ id: "pr-1", directConnectGatewayId: "gw", gateway: vgw }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-1" }),
  virtualInterface({ id: "dxvif-2", name: "straight", connectionId: "dxlag-1", virtualGatewayId: "vgw-1" }),
  virtualInterface({ id: "dxvif-3", connectionId: "dxlag-1", state: "deleted" }),
  lag({ id: "dxlag-1", connectionIds: ["dxcon-m1", "dxcon-m2"] }),
  connection({ id: "dxcon-m1", lagId: "dxlag-1" }),
  connection({ id: "dxcon-m2", lagId: "dxlag-1" }),
];
const inventory: Inventory = { ...emptyInventory, resources: estate };

function check(key: string, expected: readonly string[]): void {
  const resource = estate.find((one) => one.key === key);
  if (resource === undefined) throw new Error(`No such resource: ${key}`);
  expect(dependantsOf(inventory, resource).map((dependant) => dependant.id).sort()).toEqual([...expected].sort());
}

test("what hangs on a port hangs on it through everything between", () => {
  check("interconnect/dxcon-inter", ["dxcon-hosted", "dxvif-1", "dxpeer-1", "dxpeer-2", "gw/dxvif-1"]);
  check("connection/dxcon-hosted", ["dxvif-1", "dxpeer-1", "dxpeer-2", "gw/dxvif-1"]);
});

test("a LAG's members are its parts, and what has ended does not count", () => {
  check("lag/dxlag-1", ["dxvif-2"]);
  check("connection/dxcon-m1", []);
});

test("gateways lose their virtual interfaces, associations and proposals", () => {
  check("directConnectGateway/gw", ["dxvif-1", "gw/dxvif-1", "as-1", "pr-1", "dxpeer-1", "dxpeer-2"]);
  check("virtualPrivateGateway/vgw-1", ["as-1", "pr-1", "dxvif-2"]);
});

test("the last things have no dependants", () => {
  check("bgpPeer/dxpeer-1", []);
  check("association/as-1", []);
});

test("nearest first, each once", () => {
  const [gateway] = estate.filter(({ id }) => id === "gw");
  const found = gateway === undefined ? [] : dependantsOf(inventory, gateway);
  expect(found.at(-1)?.kind).toBe("bgpPeer");
  expect(new Set(found).size).toBe(found.length);
});

test("direct dependants are those that name the resource", () => {
  const [hosted] = estate.filter(({ id }) => id === "dxcon-hosted");
  expect(hosted === undefined ? [] : directDependantsOf(inventory, hosted).map(({ id }) => id)).toEqual(["dxvif-1"]);
});

test("a circle of parents ends", () => {
  const one = connection({ id: "dxcon-1", parentId: "dxcon-2" });
  const two = connection({ id: "dxcon-2", parentId: "dxcon-1" });
  expect(dependantsOf({ ...emptyInventory, resources: [one, two] }, one)).toEqual([two]);
});

test("every parent that the sample names is another resource", () => {
  const { resources } = sampleInventory();
  for (const resource of resources) expect(parentKeysOf(resource), resource.key).not.toContain(resource.key);
});

test("few are named, of many the first", () => {
  // A peer and an attachment have no names of their own.
  expect(english(namesOf([...estate.slice(3, 4), ...estate.slice(5, 6)], inventory))).toBe("1 BGP peer and 1 gateway attachment (169.254.96.2/30, prod)");
  expect(english(namesOf(estate.slice(2, 3), inventory))).toBe("1 virtual interface (prod)");
  expect(english(namesOf(estate.slice(2, 6), inventory))).toMatch(/ \(prod, [^,]+, [^,]+ and 1 more\)$/);
});

test.each([
  [connection({ id: "c", state: "rejected" }), true],
  [connection({ id: "c", state: "deleting" }), false],
  [connection({ id: "c", state: "down" }), false],
  [proposal({ id: "p", directConnectGatewayId: "gw", gateway: vgw, state: "accepted" }), true],
  [association({ id: "a", directConnectGatewayId: "gw", gateway: vgw, state: "disassociated" }), true],
])("whether $kind in $state is over", (resource, expected) => expect(isOver(resource)).toBe(expected));

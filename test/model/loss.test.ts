import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { lossOf } from "../../src/model/loss.ts";
import type { Resource } from "../../src/model/resource.ts";
import { attachment, bgpPeer, cloudGateway, connection, directConnectGateway, interconnect, lag, virtualInterface } from "../support/sample-inventory.ts";

/** Two links in a LAG that needs both and one beside it; a virtual interface on each to one gateway, one straight to a VPC. */
const estate: readonly Resource[] = [
  lag({ id: "dxlag-1", connectionIds: ["dxcon-m1", "dxcon-m2"], minimumLinks: 2 }),
  connection({ id: "dxcon-m1", lagId: "dxlag-1" }),
  connection({ id: "dxcon-m2", lagId: "dxlag-1" }),
  connection({ id: "dxcon-b" }),
  directConnectGateway({ id: "gw" }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-1" }),
  virtualInterface({ id: "dxvif-1", connectionId: "dxlag-1", directConnectGatewayId: "gw" }),
  // AWS names its gateway in the attachment alone.
  virtualInterface({ id: "dxvif-2", connectionId: "dxcon-b" }),
  attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-2" }),
  virtualInterface({ id: "dxvif-3", connectionId: "dxcon-b", virtualGatewayId: "vgw-1" }),
  bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
  bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-2" }),
  bgpPeer({ id: "dxpeer-3", virtualInterfaceId: "dxvif-3" }),
  bgpPeer({ id: "dxpeer-4", virtualInterfaceId: "dxvif-3", addressFamily: "ipv6", bgpStatus: "down" }),
];

function check(taken: readonly string[], resources: readonly Resource[] = estate): Record<string, readonly string[]> {
  const loss = lossOf(resources.filter(({ id }) => taken.includes(id)), { ...emptyInventory, resources });
  const idsOf = (some: readonly Resource[]): readonly string[] => some.map(({ id }) => id).sort();
  return { dependants: idsOf(loss.dependants), lags: loss.lags.map(({ lag: { id }, links }) => `${id}: ${links}`), sessions: idsOf(loss.sessions), cutOff: idsOf(loss.cutOff) };
}

test("only sessions that are up go down, and a gateway with another way stays in reach", () => {
  expect(check(["dxcon-b"])).toEqual({
    dependants: ["dxpeer-2", "dxpeer-3", "dxpeer-4", "dxvif-2", "dxvif-3", "gw/dxvif-2"],
    lags: [],
    sessions: ["dxpeer-2", "dxpeer-3"],
    cutOff: ["vgw-1"],
  });
});

test("a gateway is cut off with the last session that is up, and is no loss when it goes itself", () => {
  expect(check(["dxvif-1", "dxvif-2"]).cutOff).toEqual(["gw"]);
  expect(check(["gw"])).toMatchObject({ sessions: ["dxpeer-1"], cutOff: [] });
  const oneDown = estate.map((one) => (one.id === "dxpeer-2" ? bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-2", bgpStatus: "down" }) : one));
  expect(check(["dxvif-1"], oneDown).cutOff).toEqual(["gw"]);
});

test("what another account has attached may be another way", () => {
  const foreign = attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-theirs" });
  expect(check(["dxvif-1", "dxvif-2"], [...estate, foreign]).cutOff).toEqual([]);
});

test("a LAG that keeps too few links goes down with all that it carries", () => {
  expect(check(["dxcon-m1"])).toEqual({ dependants: ["dxpeer-1", "dxvif-1"], lags: ["dxlag-1: 1"], sessions: ["dxpeer-1"], cutOff: [] });
  const one = estate.map((resource) => (resource.kind === "lag" ? lag({ ...resource, minimumLinks: 0 }) : resource));
  expect(check(["dxcon-m1"], one).lags).toEqual([]);
  expect(check(["dxcon-m1", "dxcon-m2"], one).lags).toEqual(["dxlag-1: 0"]);
});

test("what a LAG carries is none of its links, and an interconnect can be one", () => {
  const hosted = connection({ id: "dxcon-h", hosted: true, lagId: "dxlag-1", parentId: "dxlag-1" });
  expect(check(["dxcon-h"], [...estate, hosted]).lags).toEqual([]);
  expect(check(["dxcon-m1"], [...estate, hosted]).lags).toEqual(["dxlag-1: 1"]);
  const ofPartner = [lag({ id: "dxlag-2", minimumLinks: 1 }), interconnect({ id: "dxcon-i", lagId: "dxlag-2" })];
  expect(check(["dxcon-i"], ofPartner).lags).toEqual(["dxlag-2: 0"]);
});

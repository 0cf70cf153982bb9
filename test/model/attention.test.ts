import { expect, test } from "vitest";
import { waitingIn, waitingOnText, waitingText } from "../../src/model/attention.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { english } from "../../src/model/text.ts";
import { bgpPeer, connection, networkTeamAccount, proposal, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

function waiting(...resources: readonly Resource[]): readonly string[] {
  const inventory: Inventory = { ...sampleInventory(), resources };
  return waitingIn(inventory).map(({ attention, name }) => `${attention}: ${english(name)}`);
}

const link = connection({ id: "dxcon-1", name: "link", state: "down" });
const virtual = virtualInterface({ id: "dxvif-1", name: "virtual", connectionId: "dxcon-1", state: "down" });
const session = bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1", bgpStatus: "down" });

test("what is down is counted where it began", () => {
  expect(waiting(link, virtual, session)).toEqual(["down: link"]);
  expect(waiting({ ...link, state: "available" }, virtual, session)).toEqual(["down: virtual"]);
  expect(waiting(link, virtual)).toEqual(["down: link"]);
  expect(waiting(virtual)).toEqual(["down: virtual"]);
});

test("what a failover test holds down is as somebody wants it", () => {
  expect(waiting({ ...virtual, state: "testing" }, session)).toEqual([]);
});

test("one session of two that is down is named with its virtual interface", () => {
  expect(waiting({ ...virtual, state: "available" }, session)).toEqual(["down: virtual (169.254.96.2/30)"]);
});

test("what is to be confirmed or accepted is named as the tree does", () => {
  const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: networkTeamAccount, region: "us-east-1" } as const;
  expect(waiting(connection({ id: "a", name: "hosted", state: "ordering" }), proposal({ id: "p", directConnectGatewayId: "g", gateway }))).toEqual([
    "confirm: hosted",
    "accept: vgw-1",
  ]);
});

test("nothing waits where everything works", () => {
  expect(waiting(connection({ id: "a" }), virtualInterface({ id: "v" }))).toEqual([]);
});

test("what waits is counted in few words, what is down first", () => {
  expect([waitingText(["accept", "down", "confirm", "down"]), waitingText([])].map(english)).toEqual(["2 down · 1 to confirm · 1 to accept", ""]);
  expect([waitingOnText(["confirm", "confirm", "down"]), waitingOnText(["down", "down"])].map(english)).toEqual(["1 down below · 2 to confirm", "2 down below"]);
});

import { describe, expect, test } from "vitest";
import { attentionOf, healthOf, isSettling, worstHealth, type Attention, type Health } from "../../src/model/health.ts";
import type { Resource } from "../../src/model/resource.ts";
import { bgpPeer, connection, lag, networkTeamAccount, proposal, virtualInterface } from "../support/sample-inventory.ts";

const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: networkTeamAccount, region: "us-east-1" } as const;

describe("health", () => {
  const cases: readonly (readonly [Resource, Health])[] = [
    [connection({ id: "a" }), "good"],
    [connection({ id: "a", state: "down" }), "bad"],
    [connection({ id: "a", state: "ordering" }), "waiting"],
    [connection({ id: "a", state: "deleted" }), "ended"],
    [virtualInterface({ id: "a", state: "testing" }), "changing"],
    [virtualInterface({ id: "a", state: "approving" }), "unknown"],
    [virtualInterface({ id: "a", state: "constructor" }), "unknown"],
    [bgpPeer({ id: "a", bgpStatus: "up" }), "good"],
    [bgpPeer({ id: "a", bgpStatus: "down" }), "bad"],
    [bgpPeer({ id: "a", bgpStatus: "unknown" }), "unknown"],
    [bgpPeer({ id: "a", state: "pending", bgpStatus: "down" }), "changing"],
  ];
  test.each(cases.map(([resource, health]) => ({ resource, health, name: `${resource.kind} ${resource.state}` })))(
    "$name is $health",
    ({ resource, health }) => expect(healthOf(resource)).toBe(health),
  );

  test("the worse of two wins, whichever comes first", () => {
    expect(worstHealth("good", "bad")).toBe("bad");
    expect(worstHealth("waiting", "changing")).toBe("waiting");
    expect(worstHealth("ended", "unknown")).toBe("unknown");
  });
});

describe("settling", () => {
  const cases: readonly (readonly [Resource, boolean])[] = [
    [virtualInterface({ id: "a", state: "pending" }), true],
    [virtualInterface({ id: "a", state: "deleting" }), true],
    [virtualInterface({ id: "a", state: "verifying" }), false],
    [virtualInterface({ id: "a", state: "testing" }), false],
    [virtualInterface({ id: "a" }), false],
    [connection({ id: "a", state: "pending", hosted: true }), true],
    [connection({ id: "a", state: "pending" }), false],
    [lag({ id: "a", state: "pending" }), false],
    [connection({ id: "a", state: "deleting" }), true],
    [connection({ id: "a", state: "requested" }), false],
  ];
  test.each(cases.map(([resource, isIt]) => ({ resource, isIt, name: `${resource.kind} ${resource.state}` })))(
    "$name: $isIt",
    ({ resource, isIt }) => expect(isSettling(resource)).toBe(isIt),
  );
});

describe("attention", () => {
  const proposed = proposal({ id: "a", directConnectGatewayId: "g", gateway });
  const cases: readonly (readonly [string, Resource, Attention | undefined])[] = [
    ["a hosted connection of ours", connection({ id: "a", state: "ordering" }), "confirm"],
    ["somebody else's", connection({ id: "a", state: "ordering", ownerAccount: networkTeamAccount }), undefined],
    ["an allocated virtual interface", virtualInterface({ id: "a", state: "confirming" }), "confirm"],
    ["a proposal to us", proposed, "accept"],
    ["a proposal of ours", { ...proposed, owned: false }, undefined],
    ["an accepted proposal", { ...proposed, state: "accepted" }, undefined],
    ["a link that is down", connection({ id: "a", state: "down" }), "down"],
    ["a session that is down", bgpPeer({ id: "a", bgpStatus: "down" }), "down"],
    ["what was rejected", virtualInterface({ id: "a", state: "rejected" }), undefined],
    ["what works", connection({ id: "a" }), undefined],
  ];
  test.each(cases)("%s", (_, resource, attention) => expect(attentionOf(resource)).toBe(attention));
});

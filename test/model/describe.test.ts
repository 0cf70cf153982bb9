import { describe, expect, test } from "vitest";
import { bandwidthText, rowOf, stateMeaning, summaryOf, titleOf } from "../../src/model/describe.ts";
import { healthOf } from "../../src/model/health.ts";
import { indexResources } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import {
  association,
  attachment,
  bgpPeer,
  cloudGateway,
  connection,
  directConnectGateway,
  lag,
  networkTeamAccount,
  proposal, resiliencyGroup,
  sampleInventory,
  virtualInterface,
} from "../support/sample-inventory.ts";
import { english, phrase } from "../../src/model/text.ts";

const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: networkTeamAccount, region: "us-east-1" } as const;

const coreNetwork = { id: "core-network-1", type: "coreNetwork", ownerAccount: networkTeamAccount, region: "" } as const;

describe("the summary", () => {
  const cases: readonly (readonly [Resource, string])[] = [
    [connection({ id: "a" }), "10 Gbps · available"],
    [connection({ id: "a", bandwidth: "500Mbps", hosted: true, vlan: 220, state: "ordering" }), "ordering · 500 Mbps · hosted · VLAN 220"],
    [lag({ id: "a", connectionIds: ["b", "c"], minimumLinks: 1 }), "2 × 10 Gbps · min 1 · available"],
    [virtualInterface({ id: "a" }), "VLAN 101 · private · AS 65001 · available"],
    [virtualInterface({ id: "a", state: "testing" }), "testing · VLAN 101 · private · AS 65001"],
    [{ ...virtualInterface({ id: "a", state: "testing" }), testMinutesLeft: 12 }, "testing, 12 min left · VLAN 101 · private · AS 65001"],
    [bgpPeer({ id: "a", addressFamily: "ipv6", bgpStatus: "down" }), "BGP down · AS 65001 · available"],
    [directConnectGateway({ id: "a" }), "AS 64512 · available"],
    [proposal({ id: "a", directConnectGatewayId: "g", gateway }), "requested · proposal · 1 prefix"],
    [connection({ id: "a", ownerAccount: networkTeamAccount }), `10 Gbps · account ${networkTeamAccount} · available`],
    [connection({ id: "a", state: "down" }), "down · 10 Gbps"],
    [association({ id: "a", directConnectGatewayId: "g", gateway: coreNetwork, allowedPrefixes: ["10.0.0.0/16"] }), "1 prefix · associated"],
    [resiliencyGroup({ id: "dxrg-1", connectionIds: ["dxcon-a"] }), "1 connection · available"],
    [resiliencyGroup({ id: "dxrg-1", state: "deleting" }), "deleting · 0 connections"],
    [resiliencyGroup({ id: "dxrg-1", connectionIds: undefined }), "available"],
    [cloudGateway("coreNetwork", { id: "core-network-1", state: "unknown" }), ""],
    [cloudGateway("transitGateway", { id: "a", state: "unknown", ownerAccount: networkTeamAccount }), `account ${networkTeamAccount}`],
    [virtualInterface({ id: "a", asn: 0, vlan: 0, state: "unknown" }), "unknown · private"],
  ];
  test.each(cases.map(([resource, text]) => ({ resource, text })))("$text", ({ resource, text }) =>
    expect(english(summaryOf(resource))).toBe(text),
  );

  test("names the state of every resource of the sample, first unless it is good", () => {
    for (const resource of sampleInventory().resources) {
      const words = english(summaryOf(resource)).split(" · ");
      expect(words).toContain(resource.state);
      if (healthOf(resource) !== "good" && resource.kind !== "bgpPeer") expect(words[0]).toBe(resource.state);
    }
  });
});

describe("a row", () => {
  const session = phrase("BGP 1/2 up");
  test.each([
    [rowOf(connection({ id: "a" })), "10 Gbps"],
    [rowOf(connection({ id: "a", state: "down" }), phrase("1 to confirm")), "down · 1 to confirm · 10 Gbps"],
    [rowOf(virtualInterface({ id: "a" }), session), "BGP 1/2 up · VLAN 101 · private · AS 65001"],
    [rowOf(bgpPeer({ id: "a", bgpStatus: "down" })), "BGP down · AS 65001"],
    [rowOf(bgpPeer({ id: "a", bgpStatus: "down", state: "deleting" })), "deleting · BGP down · AS 65001"],
    [rowOf(cloudGateway("transitGateway", { id: "a", state: "unknown" })), ""],
  ])("tells no state that is as it should be, and else that first", (text, expected) => expect(english(text)).toBe(expected));
});

describe("the title", () => {
  const inventory = sampleInventory();
  const index = indexResources(inventory);

  test("is the name where there is one, and never empty", () => {
    for (const resource of inventory.resources) {
      expect(titleOf(resource, index)).not.toBe("");
      if (resource.name !== "") expect(titleOf(resource, index)).toBe(resource.name);
    }
  });

  test("of what joins two things is the far one's", () => {
    const known = attachment({ directConnectGatewayId: "g", virtualInterfaceId: "dxvif-fgprv001" });
    expect(titleOf(known, index)).toBe("prod-private-a");
    expect(titleOf({ ...known, virtualInterfaceId: "dxvif-elsewhere" }, index)).toBe("dxvif-elsewhere");
  });
});

describe("the meaning of a state", () => {
  test("differs for the one who has to act", () => {
    const waiting = connection({ id: "a", state: "ordering" });
    expect(english(stateMeaning(waiting))).toContain("confirm it");
    expect(english(stateMeaning({ ...waiting, owned: false }))).toBe("its owner has to confirm it");
    expect(english(stateMeaning(connection({ id: "a" })))).toBe("");
    expect(english(stateMeaning(connection({ id: "a", state: "valueOf" })))).toBe("");
  });

  test("does not speak of a cross connect where a partner's port carries it", () => {
    const hosted = connection({ id: "a", hosted: true, state: "pending" });
    expect(english(stateMeaning(hosted))).toContain("partner");
    expect(english(stateMeaning({ ...hosted, hosted: false }))).toContain("cross connect");
    expect(english(stateMeaning({ ...hosted, state: "ordering" }))).toContain("confirm it");
  });
});

test("a bandwidth that is spelt differently is left alone", () => {
  expect([bandwidthText("10Gbps"), bandwidthText("500Mbps"), bandwidthText("fast"), bandwidthText("")].map(english)).toEqual(["10 Gbps", "500 Mbps", "fast", ""]);
});

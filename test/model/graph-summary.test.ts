import { describe, expect, it } from "vitest";
import { countSessions, sessionsHealth, sessionsText, summaryOfNode } from "../../src/model/graph-summary.ts";
import {
  bgpPeer,
  cloudGateway,
  connection,
  directConnectGateway,
  interconnect,
  lag,
  networkTeamAccount,
  partnerAccount,
  virtualInterface,
} from "../support/sample-inventory.ts";
import { inEnglish } from "../support/in-english.ts";

describe("the line under a name", () => {
  const sessions = { all: 2, up: 1, down: 1 };
  const summary = (...subject: Parameters<typeof summaryOfNode>): string => inEnglish(summaryOfNode(...subject));

  it.each([
    [connection({ id: "c", bandwidth: "500Mbps", hosted: true }), "500 Mbps · hosted"],
    [connection({ id: "c", macSec: { capable: true, mode: "must_encrypt", portStatus: "Encryption Up", keys: 1 } }), "10 Gbps · MACsec up"],
    [connection({ id: "c", ownerAccount: partnerAccount }), `10 Gbps · account ${partnerAccount}`],
    [interconnect({ id: "i" }), "10 Gbps · interconnect"],
    [lag({ id: "l", connectionIds: ["a", "b"] }), "2 × 10 Gbps · min 1"],
    [directConnectGateway({ id: "g", amazonSideAsn: 64512 }), "AS 64512"],
    [cloudGateway("transitGateway", { id: "t", region: "eu-west-1", ownerAccount: networkTeamAccount }), `eu-west-1 · account ${networkTeamAccount}`],
    [cloudGateway("virtualPrivateGateway", { id: "v", ownerAccount: "" }), "us-east-1 · another account"],
  ])("%# tells the few facts that matter", (resource, expected) => {
    expect(summary(resource, undefined)).toBe(expected);
  });

  it("begins with BGP sessions only when some are down", () => {
    const resource = virtualInterface({ id: "v", type: "transit", vlan: 7 });
    expect(summary(resource, undefined)).toBe("transit · VLAN 7");
    expect(summary(resource, { all: 2, up: 2, down: 0 })).toBe("transit · VLAN 7 · BGP 2/2 up");
    expect(summary(resource, sessions)).toBe("BGP 1/2 up · transit · VLAN 7");
  });
});

describe("BGP sessions", () => {
  it("are counted by what is asked for, ended peers not among them", () => {
    const peers = [
      bgpPeer({ id: "1", asn: 65001 }),
      bgpPeer({ id: "2", asn: 65001, bgpStatus: "down" }),
      bgpPeer({ id: "3", asn: 65001, bgpStatus: "down", state: "deleted" }),
      bgpPeer({ id: "4", asn: 65002, bgpStatus: "unknown" }),
    ];
    expect([...countSessions(peers, ({ asn }) => asn)]).toEqual([
      [65001, { all: 2, up: 1, down: 1 }],
      [65002, { all: 1, up: 0, down: 0 }],
    ]);
  });

  it("are told in words and in health", () => {
    expect(inEnglish(sessionsText({ all: 1, up: 1, down: 0 }))).toBe("1 of 1 BGP session up");
    expect(inEnglish(sessionsText({ all: 4, up: 3, down: 1 }))).toBe("3 of 4 BGP sessions up");
    expect(sessionsHealth({ all: 4, up: 3, down: 1 })).toBe("bad");
    expect(sessionsHealth({ all: 4, up: 4, down: 0 })).toBe("good");
    expect(sessionsHealth({ all: 1, up: 0, down: 0 })).toBe("unknown");
  });
});

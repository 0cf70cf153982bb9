import { describe, expect, test } from "vitest";
import type { Reader } from "../../src/aws/map-base.ts";
import { toBgpPeers, toVirtualInterface } from "../../src/aws/map-virtual-interfaces.ts";

const reader: Reader = { profile: "prod", region: "us-east-1", account: "111122223333" };
const theirs = "222233334444";

describe("a virtual interface", () => {
  const record = { virtualInterfaceId: "dxvif-1", virtualInterfaceType: "private", virtualInterfaceState: "available", ownerAccount: theirs, vlan: 101, asn: 65001, virtualGatewayId: "", directConnectGatewayId: "" };

  test("has no gateway where the API sends an empty id", () => {
    expect(toVirtualInterface(record, reader)).toMatchObject({ virtualGatewayId: undefined, directConnectGatewayId: undefined, owned: false, type: "private" });
  });

  test("has the long ASN where only that can hold it", () => {
    expect(toVirtualInterface({ ...record, asn: 0, asnLong: 4200000001 }, reader).asn).toBe(4200000001);
  });

  test("brings its peers, with ids also where they have none", () => {
    const peers = toBgpPeers({ ...record, bgpPeers: [{ bgpPeerId: "dxpeer-1", bgpPeerState: "available", bgpStatus: "up", asn: 65001 }, { addressFamily: "ipv6", asn: 65001 }] }, reader);
    expect(peers.map(({ id }) => id)).toEqual(["dxpeer-1", "dxvif-1/ipv6/65001"]);
    expect(peers[1]).toMatchObject({ state: "unknown", bgpStatus: "unknown", virtualInterfaceId: "dxvif-1", ownerAccount: theirs, owned: false });
  });
});

import { resourceKey, type AddressFamily, type BgpPeer, type JsonObject, type VirtualInterface, type VirtualInterfaceType } from "../model/resource.ts";
import { baseOf, type Reader } from "./map-base.ts";
import { flagIn, idIn, numberIn, recordsIn, textIn } from "./record.ts";

export function toVirtualInterface(record: JsonObject, reader: Reader): VirtualInterface {
  return {
    kind: "virtualInterface",
    ...baseOf({
      kind: "virtualInterface",
      record,
      reader,
      id: "virtualInterfaceId",
      name: "virtualInterfaceName",
      state: "virtualInterfaceState",
    }),
    type: typeOf(textIn(record, "virtualInterfaceType")),
    connectionId: textIn(record, "connectionId"),
    location: textIn(record, "location"),
    vlan: numberIn(record, "vlan") ?? 0,
    asn: asnOf(record),
    amazonSideAsn: numberIn(record, "amazonSideAsn"),
    addressFamily: familyOf(record),
    amazonAddress: textIn(record, "amazonAddress"),
    customerAddress: textIn(record, "customerAddress"),
    mtu: numberIn(record, "mtu") ?? 0,
    siteLinkEnabled: flagIn(record, "siteLinkEnabled"),
    virtualGatewayId: idIn(record, "virtualGatewayId"),
    directConnectGatewayId: idIn(record, "directConnectGatewayId"),
    routeFilterPrefixes: recordsIn(record, "routeFilterPrefixes").map((prefix) => textIn(prefix, "cidr")),
  };
}

/** With the minutes that its failover test still has, of which only the history of tests tells. */
export function withTest(virtualInterface: VirtualInterface, history: readonly JsonObject[], now: number): VirtualInterface {
  const ends = history.filter((test) => !/complete|cancel|fail/i.test(textIn(test, "status"))).map(plannedEnd);
  const left = Math.ceil((Math.max(now, ...ends) - now) / minute);
  return left > 0 ? { ...virtualInterface, testMinutesLeft: left } : virtualInterface;
}

const minute = 60_000;

/** From its beginning, because AWS does not say whether a running test has an end; 0 where it does not tell. */
function plannedEnd(test: JsonObject): number {
  const start = Date.parse(textIn(test, "startTime"));
  return Number.isNaN(start) ? 0 : start + (numberIn(test, "testDurationInMinutes") ?? 0) * minute;
}

/** The peers in a virtual interface's record; they have its owner and Region. */
export function toBgpPeers(record: JsonObject, reader: Reader): readonly BgpPeer[] {
  const virtualInterface = toVirtualInterface(record, reader);
  return recordsIn(record, "bgpPeers").map((peer) => {
    // Sessions from before peers had ids are told apart by family and ASN.
    const id = textIn(peer, "bgpPeerId") || `${virtualInterface.id}/${familyOf(peer)}/${asnOf(peer)}`;
    return {
      kind: "bgpPeer",
      key: resourceKey("bgpPeer", id),
      id,
      name: "",
      state: textIn(peer, "bgpPeerState") || "unknown",
      ownerAccount: virtualInterface.ownerAccount,
      region: virtualInterface.region,
      profile: reader.profile,
      owned: virtualInterface.owned,
      tags: {},
      record: peer,
      virtualInterfaceId: virtualInterface.id,
      asn: asnOf(peer),
      addressFamily: familyOf(peer),
      amazonAddress: textIn(peer, "amazonAddress"),
      customerAddress: textIn(peer, "customerAddress"),
      bgpStatus: textIn(peer, "bgpStatus") || "unknown",
    };
  });
}

/** The service answers 0 in `asn` where only `asnLong` can hold the number. */
function asnOf(record: JsonObject): number {
  return numberIn(record, "asnLong") ?? numberIn(record, "asn") ?? 0;
}

function familyOf(record: JsonObject): AddressFamily {
  return textIn(record, "addressFamily") === "ipv6" ? "ipv6" : "ipv4";
}

function typeOf(word: string): VirtualInterfaceType {
  return word === "public" || word === "transit" ? word : "private";
}

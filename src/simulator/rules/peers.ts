import { findPort, type Port } from "../world/links.ts";
import type { AddressFamily, BgpPeerRecord, VirtualInterfaceRecord, VirtualInterfaceType } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { type AsnWish, checkOtherAsn, chooseAsn } from "./asns.ts";
import { type AddressPair, checkAddressesFree, checkAddressPair, drawAddresses } from "./peer-addresses.ts";
import { simulatorTexts } from "./texts.ts";

/** What a request says of a session. */
export interface PeerWish extends AsnWish, Partial<AddressPair> {
  readonly authKey?: string;
  readonly addressFamily?: AddressFamily;
}

/** Where the session is to be. */
export interface PeerPlace {
  readonly portId: string;
  /** Of whoever owns the virtual interface. */
  readonly account: string;
  readonly type: VirtualInterfaceType;
  readonly amazonSideAsn: number;
}

/** A session with everything that its maker left to Amazon. */
export interface ChosenPeer extends AddressPair {
  readonly asn: number;
  readonly authKey: string;
  readonly addressFamily: AddressFamily;
}

const keyLengths = { shortest: 6, longest: 80 };

/** Refuses a session that cannot be; draws its key and addresses where none are given, so it comes after every other check. */
export function choosePeer(world: World, wish: PeerWish, place: PeerPlace): ChosenPeer {
  const { authKey, addressFamily = "ipv4" } = wish;
  const asn = chooseAsn(wish);
  if (asn === undefined) throw refusal(simulatorTexts.asnNeeded());
  checkOtherAsn(asn, place.amazonSideAsn);
  const { shortest, longest } = keyLengths;
  if (authKey !== undefined && (authKey.length < shortest || authKey.length > longest)) {
    throw refusal(simulatorTexts.authKeyInvalid(shortest, longest));
  }
  const given = givenAddresses(wish, addressFamily, place.type);
  if (given !== undefined) checkAddressesFree(world, place.portId, given);
  return { asn, addressFamily, authKey: authKey ?? world.ids.authKey(), ...(given ?? drawAddresses(world, addressFamily, place)) };
}

export function newPeer(world: World, virtualInterfaceId: string, chosen: ChosenPeer): BgpPeerRecord {
  return {
    kind: "bgpPeer",
    id: world.ids.resource("dxpeer"),
    order: 0,
    state: "pending",
    becomes: undefined,
    virtualInterfaceId,
    ...chosen,
    bgpStatus: "down",
    upSince: undefined,
    sessionDown: false,
  };
}

/** A second session of one family runs on a second device, and needs a port that has one. */
export function checkFamilyFree(world: World, virtualInterface: VirtualInterfaceRecord, family: AddressFamily): void {
  const isTaken = virtualInterface.bgpPeers.some((peer) => peer.addressFamily === family && peer.state !== "deleted");
  const port = findPort(world, virtualInterface.connectionId);
  if (isTaken && port?.hasLogicalRedundancy !== "yes") throw refusal(simulatorTexts.familyTaken(virtualInterface.id, family));
}

/** Refuses a port without a second device for two sessions of one family. */
export function checkFamiliesFit({ id, bgpPeers }: VirtualInterfaceRecord, port: Port): void {
  const families = bgpPeers.filter(({ state }) => state !== "deleted").map(({ addressFamily }) => addressFamily);
  const doubled = families.find((family, index) => families.indexOf(family) < index);
  if (doubled !== undefined && port.hasLogicalRedundancy !== "yes") throw refusal(simulatorTexts.familyTaken(id, doubled));
}

/** Only IPv4 addresses can be chosen, both or none; on the public internet they have to be. */
function givenAddresses(wish: PeerWish, family: AddressFamily, type: VirtualInterfaceType): AddressPair | undefined {
  const { amazonAddress, customerAddress } = wish;
  if (amazonAddress === undefined && customerAddress === undefined) {
    if (family === "ipv4" && type === "public") throw refusal(simulatorTexts.publicAddressesNeeded());
    return undefined;
  }
  if (family === "ipv6") throw refusal(simulatorTexts.ipv6AddressesGiven());
  if (amazonAddress === undefined || customerAddress === undefined) throw refusal(simulatorTexts.oneAddress());
  checkAddressPair({ amazonAddress, customerAddress }, type);
  return { amazonAddress, customerAddress };
}

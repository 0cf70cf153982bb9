import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { chooseAsn, isPrivateAsn } from "../rules/asns.ts";
import { type Asker, findOwnVirtualInterface } from "../rules/ownership.ts";
import { checkFamilyFree, choosePeer, newPeer, type PeerWish } from "../rules/peers.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { refreshSessions, setSession } from "../world/links.ts";
import type { BgpPeerRecord, VirtualInterfaceRecord } from "../world/records.ts";
import { writes } from "./operation.ts";

interface PeerChoice {
  readonly virtualInterfaceId?: string;
  readonly bgpPeerId?: string;
  readonly asn?: number;
  readonly asnLong?: number;
  readonly customerAddress?: string;
}

export const bgpPeers = {
  CreateBGPPeer: writes<{ virtualInterfaceId?: string; newBGPPeer?: PeerWish }>((call) => {
    const { virtualInterfaceId = "", newBGPPeer: wish = {} } = call.input;
    const { world } = call;
    const virtualInterface = findOwnVirtualInterface(call, "CreateBGPPeer", virtualInterfaceId);
    checkAddition(call, virtualInterface, wish);
    const chosen = choosePeer(world, withAsn(wish, virtualInterface), {
      portId: virtualInterface.connectionId,
      account: virtualInterface.ownerAccount,
      type: virtualInterface.virtualInterfaceType,
      amazonSideAsn: virtualInterface.amazonSideAsn,
    });
    const peer = newPeer(world, virtualInterface.id, chosen);
    virtualInterface.bgpPeers = [...virtualInterface.bgpPeers, peer];
    const isPublic = virtualInterface.virtualInterfaceType === "public";
    if (isPublic) world.change(peer, "verifying", { state: "pending", after: durations.review });
    else world.change(peer, "pending", { state: "available", after: durations.session });
    return { virtualInterface: virtualInterfaceAnswer(world, virtualInterface) };
  }),

  DeleteBGPPeer: writes<PeerChoice>((call) => {
    const { virtualInterfaceId = "" } = call.input;
    const { world } = call;
    const virtualInterface = findOwnVirtualInterface(call, "DeleteBGPPeer", virtualInterfaceId);
    const peer = findPeer(virtualInterface, call.input);
    const remaining = virtualInterface.bgpPeers.filter((other) => other !== peer && other.state !== "deleting");
    if (remaining.length === 0) throw refusal(awsTexts.lastPeer());
    if (peer.state !== "deleting") world.change(peer, "deleting", { state: "deleted", after: durations.deletion });
    setSession(world, peer, "down");
    refreshSessions(world, virtualInterface);
    return { virtualInterface: virtualInterfaceAnswer(world, virtualInterface) };
  }),
};

function checkAddition(call: Asker, virtualInterface: VirtualInterfaceRecord, wish: PeerWish): void {
  const { id, state } = virtualInterface;
  if (!["available", "down", "pending", "verifying"].includes(state)) throw refusal(simulatorTexts.wrongState("CreateBGPPeer", id, state));
  checkFamilyFree(call.world, virtualInterface, wish.addressFamily ?? "ipv4");
  const asn = chooseAsn(wish);
  if (virtualInterface.virtualInterfaceType !== "public" || asn === undefined || isPrivateAsn(asn)) return;
  if (!isVerified(call, asn)) throw refusal(simulatorTexts.asnNotAllowed(asn));
}

/** Who leaves out the AS number of another peer means the one that the virtual interface has. */
function withAsn(wish: PeerWish, { asn }: VirtualInterfaceRecord): PeerWish {
  return chooseAsn(wish) === undefined ? { ...wish, asnLong: asn } : wish;
}

/** A public AS number is on Amazon's list for an account once a review of one of its sessions has ended. */
function isVerified({ world, account }: Asker, asn: number): boolean {
  const own = world.linked("virtualInterface", "owner", account).filter(({ virtualInterfaceType }) => virtualInterfaceType === "public");
  return own.some(({ bgpPeers }) => bgpPeers.some((peer) => peer.asn === asn && peer.state !== "verifying"));
}

function findPeer(virtualInterface: VirtualInterfaceRecord, choice: PeerChoice): BgpPeerRecord {
  const { bgpPeerId, asnLong, customerAddress } = choice;
  const asn = asnLong ?? choice.asn;
  if (bgpPeerId === undefined && (asn === undefined || customerAddress === undefined)) {
    throw refusal(simulatorTexts.peerChoiceNeeded());
  }
  const found = virtualInterface.bgpPeers.find((peer) =>
    bgpPeerId === undefined ? peer.asn === asn && peer.customerAddress === customerAddress : peer.id === bgpPeerId,
  );
  if (found === undefined) throw refusal(simulatorTexts.peerNotFound());
  return found;
}

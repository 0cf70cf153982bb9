import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { findOwnVirtualInterface } from "../rules/ownership.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { refreshSessions } from "../world/links.ts";
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
  DeleteBGPPeer: writes<PeerChoice>((call) => {
    const { virtualInterfaceId = "" } = call.input;
    const { world } = call;
    const virtualInterface = findOwnVirtualInterface(call, "DeleteBGPPeer", virtualInterfaceId);
    const peer = findPeer(virtualInterface, call.input);
    const remaining = virtualInterface.bgpPeers.filter((other) => other !== peer && other.state !== "deleting");
    if (remaining.length === 0) throw refusal(awsTexts.lastPeer());
    if (peer.state !== "deleting") world.change(peer, "deleting", { state: "deleted", after: durations.deletion });
    peer.bgpStatus = "down";
    refreshSessions(world, virtualInterface);
    return { virtualInterface: virtualInterfaceAnswer(world, virtualInterface) };
  }),
};

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

import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkOtherAsn } from "../rules/asns.ts";
import { findCarrier } from "../rules/carriers.ts";
import { checkAttachable, findPrivateGateway, type GatewayChoice } from "../rules/gateway-attachment.ts";
import { begin, makeVirtualInterface, type VirtualInterfaceWish } from "../rules/new-virtual-interface.ts";
import { type Asker, checkAccount, findGateway, findOwnVirtualInterface } from "../rules/ownership.ts";
import { checkGatewayPool } from "../rules/prefix-pools.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import type { CloudGatewayRecord, GatewayRecord, VirtualInterfaceRecord, VirtualInterfaceType } from "../world/records.ts";
import { type Call, writes } from "./operation.ts";

interface Allocation {
  readonly connectionId: string;
  readonly ownerAccount: string;
}

interface Confirmation {
  readonly virtualInterfaceId: string;
}

/** Virtual interfaces that the owner of a port makes for another account, and that account's part in it. */
export const allocations = {
  AllocatePrivateVirtualInterface: writes<Allocation & { newPrivateVirtualInterfaceAllocation: VirtualInterfaceWish }>((call) =>
    allocate(call, "private", call.input.newPrivateVirtualInterfaceAllocation),
  ),

  AllocatePublicVirtualInterface: writes<Allocation & { newPublicVirtualInterfaceAllocation: VirtualInterfaceWish }>((call) =>
    allocate(call, "public", call.input.newPublicVirtualInterfaceAllocation),
  ),

  AllocateTransitVirtualInterface: writes<Allocation & { newTransitVirtualInterfaceAllocation: VirtualInterfaceWish }>((call) => ({
    virtualInterface: allocate(call, "transit", call.input.newTransitVirtualInterfaceAllocation),
  })),

  ConfirmPrivateVirtualInterface: writes<Confirmation & GatewayChoice>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmPrivateVirtualInterface", "private");
    return attach(call, virtualInterface, findPrivateGateway(call, call.input, virtualInterface));
  }),

  ConfirmTransitVirtualInterface: writes<Confirmation & { directConnectGatewayId: string }>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmTransitVirtualInterface", "transit");
    const gateway = findGateway(call, call.input.directConnectGatewayId);
    checkAttachable(call.world, gateway, "transit");
    return attach(call, virtualInterface, gateway);
  }),

  ConfirmPublicVirtualInterface: writes<Confirmation>((call) => {
    const virtualInterface = findConfirmable(call, "ConfirmPublicVirtualInterface", "public");
    virtualInterface.state = "verifying";
    begin(call, virtualInterface);
    return { virtualInterfaceState: virtualInterface.state };
  }),
};

function allocate(call: Call<Allocation>, virtualInterfaceType: VirtualInterfaceType, wish: VirtualInterfaceWish) {
  const { connectionId, ownerAccount } = call.input;
  checkAccount(ownerAccount);
  const carrier = findCarrier(call, connectionId);
  if (ownerAccount === carrier.ownerAccount) throw refusal(awsTexts.allocationForOwner());
  const made = makeVirtualInterface(call, { virtualInterfaceType, carrier, ownerAccount, gateway: undefined, state: "confirming", wish });
  return virtualInterfaceAnswer(call.world, made);
}

/** One that its owner, and nobody else, can take over now. */
function findConfirmable(call: Call<Confirmation>, operation: string, type: VirtualInterfaceType): VirtualInterfaceRecord {
  const virtualInterface = findOwnVirtualInterface(call, operation, call.input.virtualInterfaceId);
  const { id, virtualInterfaceType, state } = virtualInterface;
  if (virtualInterfaceType !== type) throw refusal(simulatorTexts.otherType(operation, id, virtualInterfaceType));
  if (state !== "confirming") throw refusal(simulatorTexts.wrongState(operation, id, state));
  return virtualInterface;
}

function attach(asker: Asker, virtualInterface: VirtualInterfaceRecord, gateway: CloudGatewayRecord | GatewayRecord) {
  const { prefixPoolAllocatedCountIpv4 = 0, prefixPoolAllocatedCountIpv6 = 0 } = virtualInterface;
  const isOnGateway = gateway.kind === "directConnectGateway";
  for (const peer of virtualInterface.bgpPeers) checkOtherAsn(peer.asn, gateway.amazonSideAsn);
  if (isOnGateway) checkGatewayPool(asker.world, gateway.id, { prefixPoolAllocatedCountIpv4, prefixPoolAllocatedCountIpv6 });
  asker.world.tie(virtualInterface, {
    virtualGatewayId: isOnGateway ? "" : gateway.id,
    directConnectGatewayId: isOnGateway ? gateway.id : "",
  });
  virtualInterface.amazonSideAsn = gateway.amazonSideAsn;
  if (isOnGateway) virtualInterface.attachmentState = "attaching";
  virtualInterface.state = "pending";
  begin(asker, virtualInterface);
  return { virtualInterfaceState: virtualInterface.state };
}

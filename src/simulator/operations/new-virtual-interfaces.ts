import { virtualInterfaceAnswer } from "../answers/virtual-interfaces.ts";
import { findCarrier } from "../rules/carriers.ts";
import { checkAttachable, findPrivateGateway, type GatewayChoice } from "../rules/gateway-attachment.ts";
import { type Draft, makeVirtualInterface, type VirtualInterfaceWish } from "../rules/new-virtual-interface.ts";
import { refusal } from "../rules/api-failure.ts";
import { findGateway } from "../rules/ownership.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { type Call, writes } from "./operation.ts";

interface OnConnection {
  readonly connectionId: string;
}

/** Virtual interfaces that an account makes for itself; those for others are in allocations.ts. */
export const newVirtualInterfaces = {
  CreatePrivateVirtualInterface: writes<OnConnection & { newPrivateVirtualInterface: VirtualInterfaceWish & GatewayChoice }>((call) => {
    const wish = call.input.newPrivateVirtualInterface;
    const carrier = findCarrier(call, call.input.connectionId);
    const gateway = findPrivateGateway(call, wish, carrier);
    return answer(call, { virtualInterfaceType: "private", carrier, gateway, state: "pending", wish });
  }),

  CreatePublicVirtualInterface: writes<OnConnection & { newPublicVirtualInterface: VirtualInterfaceWish }>((call) => {
    const wish = call.input.newPublicVirtualInterface;
    const carrier = findCarrier(call, call.input.connectionId);
    return answer(call, { virtualInterfaceType: "public", carrier, gateway: undefined, state: "verifying", wish });
  }),

  CreateTransitVirtualInterface: writes<
    OnConnection & { newTransitVirtualInterface: VirtualInterfaceWish & Pick<GatewayChoice, "directConnectGatewayId"> }
  >((call) => {
    const wish = call.input.newTransitVirtualInterface;
    const carrier = findCarrier(call, call.input.connectionId);
    if (wish.directConnectGatewayId === undefined) throw refusal(simulatorTexts.transitGatewayNeeded());
    const gateway = findGateway(call, wish.directConnectGatewayId);
    checkAttachable(call.world, gateway, "transit");
    return { virtualInterface: answer(call, { virtualInterfaceType: "transit", carrier, gateway, state: "pending", wish }) };
  }),
};

function answer(call: Call<unknown>, draft: Omit<Draft, "ownerAccount">) {
  return virtualInterfaceAnswer(call.world, makeVirtualInterface(call, { ...draft, ownerAccount: call.account }));
}

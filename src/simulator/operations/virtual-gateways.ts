import { isOwn } from "../rules/ownership.ts";
import { reads } from "./operation.ts";

export const virtualGateways = {
  DescribeVirtualGateways: reads((call) => {
    const own = call.world.where("cloudGateway", (gateway) => gateway.type === "virtualPrivateGateway" && isOwn(call, gateway));
    return {
      virtualGateways: own.map((gateway) => ({ virtualGatewayId: gateway.id, virtualGatewayState: gateway.state })),
    };
  }),
};

import { ownOf } from "../rules/ownership.ts";
import { reads } from "./operation.ts";

export const virtualGateways = {
  DescribeVirtualGateways: reads((call) => {
    const own = ownOf(call, "cloudGateway").filter(({ type }) => type === "virtualPrivateGateway");
    return {
      virtualGateways: own.map((gateway) => ({ virtualGatewayId: gateway.id, virtualGatewayState: gateway.state })),
    };
  }),
};

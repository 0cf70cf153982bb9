import { routerTypes } from "../router-configuration/router-types.ts";
import { routerSession } from "../router-configuration/session.ts";
import { refusal } from "../rules/api-failure.ts";
import { findVirtualInterface } from "../rules/ownership.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { reads } from "./operation.ts";

export const routerConfigurations = {
  DescribeRouterConfiguration: reads<{ virtualInterfaceId: string; routerTypeIdentifier?: string }>((call) => {
    const virtualInterface = findVirtualInterface(call, call.input.virtualInterfaceId);
    const { write, ...router } = findRouterType(call.input.routerTypeIdentifier);
    return {
      customerRouterConfig: write(routerSession(virtualInterface)),
      router,
      virtualInterfaceId: virtualInterface.id,
      virtualInterfaceName: virtualInterface.name,
    };
  }),
};

function findRouterType(identifier: string | undefined) {
  if (identifier === undefined) return routerTypes[0];
  const found = routerTypes.find((type) => type.routerTypeIdentifier === identifier);
  if (found !== undefined) return found;
  const known = routerTypes.map((type) => type.routerTypeIdentifier);
  throw refusal(simulatorTexts.routerTypeUnknown(identifier, known));
}

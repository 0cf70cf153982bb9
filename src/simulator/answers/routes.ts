import type { Route } from "../rules/routes.ts";
import { seconds } from "./values.ts";

/** A Route as the API sends it. */
export function routeAnswer({ asPath, routeInstalledAt, cidr, routeDirection, addressFamily, communities, awsLogicalDeviceId }: Route) {
  return {
    cidr,
    routeDirection,
    addressFamily,
    asPath: [{ pathType: "seq", path: asPath }],
    communities,
    awsLogicalDeviceId,
    routeInstalledAt: seconds(routeInstalledAt),
  };
}

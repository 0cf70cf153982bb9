import { routeAnswer } from "../answers/routes.ts";
import { refusal } from "../rules/api-failure.ts";
import { findVirtualInterface } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { findWithin, isPrefix } from "../rules/prefixes.ts";
import { type Route, routesOf } from "../rules/routes.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { reads } from "./operation.ts";

interface RouteFilters {
  readonly routeDirection?: string;
  readonly addressFamily?: string;
  readonly cidrs?: readonly string[];
  readonly asPath?: readonly number[];
  readonly communities?: readonly string[];
}

export const routes = {
  ListVirtualInterfaceRoutes: reads<PageInput & { virtualInterfaceId?: string; filters?: RouteFilters }>((call) => {
    const { virtualInterfaceId = "", filters = {} } = call.input;
    const virtualInterface = findVirtualInterface(call, virtualInterfaceId);
    const malformed = filters.cidrs?.find((cidr) => !isPrefix(cidr));
    if (malformed !== undefined) throw refusal(simulatorTexts.prefixInvalid(malformed));
    const found = routesOf(call.world, virtualInterface).filter((route) => matches(route, filters));
    const { items, nextToken } = pageOf(found, call.input);
    return { virtualInterfaceId, routes: items.map(routeAnswer), nextToken };
  }),
};

/** A route matches prefixes that hold it, AS numbers that are all on its path, and communities that it all has. */
function matches(route: Route, filters: RouteFilters): boolean {
  const { routeDirection, addressFamily, cidrs, asPath = [], communities = [] } = filters;
  return (
    (routeDirection === undefined || routeDirection === route.routeDirection) &&
    (addressFamily === undefined || addressFamily === route.addressFamily) &&
    (cidrs === undefined || findWithin(cidrs, route.cidr) !== undefined) &&
    asPath.every((asn) => route.asPath.includes(asn)) &&
    communities.every((community) => route.communities.includes(community))
  );
}

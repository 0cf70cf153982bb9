import type { Sample } from "./sample.ts";

export type Members = Record<string, unknown>;
export type Type = "Private" | "Public" | "Transit";

/** What asks for a virtual interface of the type that the sample has room for, with some members other than usual. */
export function newVirtualInterface({ id }: Pick<Sample, "id">, type: Type, members: Members = {}, connection = "prod-iad-a"): Members {
  return {
    connectionId: id(connection),
    [`new${type}VirtualInterface`]: { virtualInterfaceName: "new", vlan: 900, asn: 65_001, ...usual[type](id), ...members },
  };
}

const usual = {
  Private: (id: Sample["id"]): Members => ({ directConnectGatewayId: id("lab-gw") }),
  Transit: (id: Sample["id"]): Members => ({ directConnectGatewayId: id("lab-gw") }),
  Public: (): Members => ({
    amazonAddress: "198.51.100.1/30",
    customerAddress: "198.51.100.2/30",
    routeFilterPrefixes: [{ cidr: "198.51.100.0/24" }],
  }),
};

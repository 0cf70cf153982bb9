import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, lag, virtualInterface } from "./sample-inventory.ts";

const states = ["available", "available", "available", "available", "down", "pending", "available"];
const regions = ["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1"];

/** A large estate that is the same at every call; about so many of its resources are drawn as nodes. */
export function largeInventory(nodes: number): Inventory {
  const sites = Math.max(1, Math.round(nodes / 20));
  return { ...emptyInventory, resources: Array.from({ length: sites }, (_, site) => siteOf(site, sites)).flat() };
}

/** Six ports, ten virtual interfaces, and a gateway with its virtual private gateways for every second site. */
function siteOf(site: number, sites: number): readonly Resource[] {
  const region = regions[site % regions.length] ?? "us-east-1";
  const place = { region, location: `Site${Math.floor(site / 2) + 1}` };
  const id = (kind: string, index: number): string => `${kind}-${(site * 100 + index).toString(36).padStart(8, "f")}`;
  const stateAt = (index: number): string => states[(site + index) % states.length] ?? "available";
  const members = [id("dxcon", 0), id("dxcon", 1)];
  const ports: Resource[] = [
    lag({ id: id("dxlag", 0), name: `lag-${site}`, connectionIds: members, ...place }),
    ...members.map((member, index) => connection({ id: member, name: `lag-${site}-${index}`, lagId: id("dxlag", 0), ...place })),
    ...[2, 3, 4].map((index) => connection({ id: id("dxcon", index), name: `port-${site}-${index}`, state: stateAt(index), ...place })),
  ];
  const carriers = [id("dxlag", 0), id("dxcon", 2), id("dxcon", 3), id("dxcon", 4)];
  const gateway = `gateway-${Math.floor(((site * 7) % sites) / 2)}`;
  const interfaces = Array.from({ length: 10 }, (_, index): Resource[] => {
    const given = { id: id("dxvif", index), name: `vif-${site}-${index}`, region, state: stateAt(index), vlan: 100 + index };
    const carried = { connectionId: carriers[index % 4] ?? "", location: place.location, asn: 64512 + (site % 12) };
    return [
      virtualInterface({ ...given, ...carried, directConnectGatewayId: gateway }),
      bgpPeer({ id: id("dxpeer", index), virtualInterfaceId: given.id, asn: carried.asn, region, bgpStatus: index % 9 === 0 ? "down" : "up" }),
      attachment({ directConnectGatewayId: gateway, virtualInterfaceId: given.id, virtualInterfaceRegion: region }),
    ];
  }).flat();
  return [...ports, ...interfaces, ...(site % 2 === 0 ? gatewaysOf(site / 2, region) : [])];
}

function gatewaysOf(index: number, region: string): readonly Resource[] {
  const gateway = `gateway-${index}`;
  const clouds = [0, 1, 2, 3, 4, 5].map((cloud) => `vgw-${index}-${cloud}`);
  return [
    directConnectGateway({ id: gateway, name: `dxgw-${index}` }),
    ...clouds.flatMap((id): Resource[] => [
      cloudGateway("virtualPrivateGateway", { id, region }),
      association({ id: `assoc-${id}`, directConnectGatewayId: gateway, gateway: { id, type: "virtualPrivateGateway", ownerAccount: "111122223333", region } }),
    ]),
  ];
}

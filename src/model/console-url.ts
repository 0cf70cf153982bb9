import { partitionOf } from "./arn.ts";
import type { Resource, ResourceKind, ResourceOf } from "./resource.ts";

/**
 * The page of AWS's console that shows a resource, or what it is a part of; undefined in partitions whose console has
 * no public address. `home` is a Region of the account, for what is global.
 * Source of the paths: AWS's own agent instructions for Direct Connect.
 */
export function consoleUrlOf(resource: Resource, home: string): string | undefined {
  const region = resource.region ?? home;
  const host = hosts[partitionOf(region)];
  if (host === undefined) return undefined;
  const page = pages[resource.kind] as (resource: Resource) => string;
  const [path, fragment] = page(resource).split("#");
  return `https://${host(region)}/${path ?? ""}?region=${encodeURIComponent(region)}#${fragment ?? ""}`;
}

const hosts: Readonly<Record<string, (region: string) => string>> = {
  aws: (region) => `${region}.console.aws.amazon.com`,
  "aws-cn": () => "console.amazonaws.cn",
  "aws-us-gov": () => "console.amazonaws-us-gov.com",
};

const pages: { readonly [K in ResourceKind]: (resource: ResourceOf<K>) => string } = {
  connection: ({ id }) => directConnectPage("connections", id),
  interconnect: ({ id }) => directConnectPage("connections", id),
  lag: ({ id }) => directConnectPage("lags", id),
  virtualInterface: ({ id }) => directConnectPage("virtual-interfaces", id),
  bgpPeer: ({ virtualInterfaceId }) => directConnectPage("virtual-interfaces", virtualInterfaceId),
  directConnectGateway: ({ id }) => directConnectPage("dxgateways", id),
  association: ({ directConnectGatewayId }) => directConnectPage("dxgateways", directConnectGatewayId),
  attachment: ({ directConnectGatewayId }) => directConnectPage("dxgateways", directConnectGatewayId),
  proposal: ({ directConnectGatewayId }) => directConnectPage("dxgateways", directConnectGatewayId),
  virtualPrivateGateway: ({ id }) => `vpcconsole/home#VpnGateways:VpnGatewayId=${encodeURIComponent(id)}`,
  coreNetwork: () => "networkmanager/home#/networks",
  transitGateway: ({ id }) => `vpcconsole/home#TransitGateways:transitGatewayId=${encodeURIComponent(id)}`,
};

function directConnectPage(list: string, id: string): string {
  return `directconnect/v2/home#/${list}/${encodeURIComponent(id)}`;
}

import { partitionOf } from "./arn.ts";
import type { Resource, ResourceKind, ResourceOf } from "./resource.ts";

/**
 * The page of AWS's console that shows a resource, or what it is a part of; undefined in partitions whose console has
 * no public address. `home` is a Region of the account, for what is global.
 * Source of the paths: AWS's own agent instructions for Direct Connect.
 */
export function consoleUrlOf(resource: Resource, home: string): string | undefined {
  const page = pages[resource.kind] as (resource: Resource) => string;
  return urlOf(page(resource), resource.region ?? home);
}

/** Kinds whose page is known by the id alone, as a plan has it. */
export type PlanIdKind = keyof typeof idPages;

/** The page of what an id means, as `consoleUrlOf` gives it for a resource. */
export function consolePageOf(kind: PlanIdKind, id: string, region: string): string | undefined {
  return urlOf(idPages[kind](id), region);
}

function urlOf(page: string, region: string): string | undefined {
  const host = hosts[partitionOf(region)];
  if (host === undefined) return undefined;
  const [path, fragment] = page.split("#");
  return `https://${host(region)}/${path ?? ""}?region=${encodeURIComponent(region)}#${fragment ?? ""}`;
}

const hosts: Readonly<Record<string, (region: string) => string>> = {
  aws: (region) => `${region}.console.aws.amazon.com`,
  "aws-cn": () => "console.amazonaws.cn",
  "aws-us-gov": () => "console.amazonaws-us-gov.com",
};

const idPages = {
  connection: (id: string) => directConnectPage("connections", id),
  lag: (id: string) => directConnectPage("lags", id),
  virtualInterface: (id: string) => directConnectPage("virtual-interfaces", id),
  directConnectGateway: (id: string) => directConnectPage("dxgateways", id),
  virtualPrivateGateway: (id: string) => `vpcconsole/home#VpnGateways:VpnGatewayId=${encodeURIComponent(id)}`,
  transitGateway: (id: string) => `vpcconsole/home#TransitGateways:transitGatewayId=${encodeURIComponent(id)}`,
} as const;

const pages: { readonly [K in ResourceKind]: (resource: ResourceOf<K>) => string } = {
  connection: ({ id }) => idPages.connection(id),
  interconnect: ({ id }) => idPages.connection(id),
  lag: ({ id }) => idPages.lag(id),
  virtualInterface: ({ id }) => idPages.virtualInterface(id),
  bgpPeer: ({ virtualInterfaceId }) => idPages.virtualInterface(virtualInterfaceId),
  directConnectGateway: ({ id }) => idPages.directConnectGateway(id),
  association: ({ directConnectGatewayId }) => idPages.directConnectGateway(directConnectGatewayId),
  attachment: ({ directConnectGatewayId }) => idPages.directConnectGateway(directConnectGatewayId),
  proposal: ({ directConnectGatewayId }) => idPages.directConnectGateway(directConnectGatewayId),
  // No document names the page of one.
  resiliencyGroup: () => "directconnect/v2/home",
  virtualPrivateGateway: ({ id }) => idPages.virtualPrivateGateway(id),
  coreNetwork: () => "networkmanager/home#/networks",
  transitGateway: ({ id }) => idPages.transitGateway(id),
};

function directConnectPage(list: string, id: string): string {
  return `directconnect/v2/home#/${list}/${encodeURIComponent(id)}`;
}

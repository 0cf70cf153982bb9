import type { Health } from "../model/health.ts";
import { healthOf } from "../model/health.ts";
import type { HeadingNode } from "../model/outline.ts";
import type { Resource, ResourceKind } from "../model/resource.ts";

/** A codicon and the id of a theme colour. */
export interface TreeIcon {
  readonly icon: string;
  readonly color: string | undefined;
}

/** The icon says the kind, the colour the health; the state's word stands beside it, so nothing is said by colour alone. */
export function iconOf(resource: Resource, health = healthOf(resource)): TreeIcon {
  return { icon: shapeOf(resource), color: colors[health] };
}

export function headingIcon({ heading }: HeadingNode): TreeIcon {
  return { icon: headingIcons[heading], color: undefined };
}

function shapeOf(resource: Resource): string {
  if (resource.kind === "connection" && resource.hosted) return "link";
  return resource.kind === "virtualInterface" ? virtualInterfaceIcons[resource.type] : icons[resource.kind];
}

const virtualInterfaceIcons = { private: "lock", public: "broadcast", transit: "arrow-swap" } as const;

const icons: Readonly<Record<Exclude<ResourceKind, "virtualInterface">, string>> = {
  connection: "plug",
  interconnect: "server",
  lag: "layers",
  bgpPeer: "pulse",
  directConnectGateway: "circuit-board",
  association: "git-compare",
  attachment: "pin",
  proposal: "mail",
  resiliencyGroup: "shield",
  virtualPrivateGateway: "cloud",
  transitGateway: "type-hierarchy",
  coreNetwork: "globe",
};

const headingIcons: Readonly<Record<HeadingNode["heading"], string>> = {
  account: "account",
  region: "globe",
  location: "location",
  group: "list-tree",
};

const colors: Readonly<Record<Health, string | undefined>> = {
  good: "charts.green",
  bad: "charts.red",
  waiting: "charts.yellow",
  changing: "charts.blue",
  ended: "disabledForeground",
  unknown: undefined,
};

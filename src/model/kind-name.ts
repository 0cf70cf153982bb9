import type { Resource, ResourceKind } from "./resource.ts";
import { listOf, phrase, type Text } from "./text.ts";

/** AWS's word for a kind, in the middle of a sentence. */
export function kindName(kind: ResourceKind): Text {
  return kindWords[kind].one;
}

/** The same for several, as a heading: `Virtual interfaces`. */
export function kindHeading(kind: ResourceKind): Text {
  return kindWords[kind].heading;
}

/** `2 virtual interfaces, 3 BGP peers and 1 gateway attachment`; no text for no resources. */
export function countByKind(resources: readonly Resource[]): Text {
  const counts = new Map<ResourceKind, number>();
  for (const { kind } of resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return listOf([...counts].map(([kind, count]) => (count === 1 ? kindWords[kind].single : kindWords[kind].several(count))));
}

interface KindWords {
  readonly one: Text;
  readonly heading: Text;
  readonly single: Text;
  several(count: number): Text;
}

const kindWords: Readonly<Record<ResourceKind, KindWords>> = {
  connection: {
    one: phrase("connection"),
    heading: phrase("Connections"),
    single: phrase("1 connection"),
    several: (count) => phrase("{0} connections", count),
  },
  interconnect: {
    one: phrase("interconnect"),
    heading: phrase("Interconnects"),
    single: phrase("1 interconnect"),
    several: (count) => phrase("{0} interconnects", count),
  },
  lag: {
    one: phrase("LAG"),
    heading: phrase("LAGs"),
    single: phrase("1 LAG"),
    several: (count) => phrase("{0} LAGs", count),
  },
  virtualInterface: {
    one: phrase("virtual interface"),
    heading: phrase("Virtual interfaces"),
    single: phrase("1 virtual interface"),
    several: (count) => phrase("{0} virtual interfaces", count),
  },
  bgpPeer: {
    one: phrase("BGP peer"),
    heading: phrase("BGP peers"),
    single: phrase("1 BGP peer"),
    several: (count) => phrase("{0} BGP peers", count),
  },
  directConnectGateway: {
    one: phrase("Direct Connect gateway"),
    heading: phrase("Direct Connect gateways"),
    single: phrase("1 Direct Connect gateway"),
    several: (count) => phrase("{0} Direct Connect gateways", count),
  },
  association: {
    one: phrase("gateway association"),
    heading: phrase("Gateway associations"),
    single: phrase("1 gateway association"),
    several: (count) => phrase("{0} gateway associations", count),
  },
  attachment: {
    one: phrase("gateway attachment"),
    heading: phrase("Gateway attachments"),
    single: phrase("1 gateway attachment"),
    several: (count) => phrase("{0} gateway attachments", count),
  },
  proposal: {
    one: phrase("association proposal"),
    heading: phrase("Association proposals"),
    single: phrase("1 association proposal"),
    several: (count) => phrase("{0} association proposals", count),
  },
  resiliencyGroup: {
    one: phrase("resiliency group"),
    heading: phrase("Resiliency groups"),
    single: phrase("1 resiliency group"),
    several: (count) => phrase("{0} resiliency groups", count),
  },
  virtualPrivateGateway: {
    one: phrase("virtual private gateway"),
    heading: phrase("Virtual private gateways"),
    single: phrase("1 virtual private gateway"),
    several: (count) => phrase("{0} virtual private gateways", count),
  },
  transitGateway: {
    one: phrase("transit gateway"),
    heading: phrase("Transit gateways"),
    single: phrase("1 transit gateway"),
    several: (count) => phrase("{0} transit gateways", count),
  },
  coreNetwork: {
    one: phrase("Cloud WAN core network"),
    heading: phrase("Cloud WAN core networks"),
    single: phrase("1 Cloud WAN core network"),
    several: (count) => phrase("{0} Cloud WAN core networks", count),
  },
};

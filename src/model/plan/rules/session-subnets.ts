import { addressIn, broadcastOf, formatAddress, type Ipv4Address, networkOf, parseAddress } from "../addresses.ts";
import { type Block, blocksOf, enclosingBlocks } from "../enclosing-blocks.ts";
import { isThere } from "../live-account.ts";
import { onceFor } from "../once-for.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has, placeOf, scalarOf, textOf, type View } from "../view.ts";
import { labelOf, livePortOf, othersOn } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, ownerOf, portKeyOf, prefixesOf, typeOf } from "./relations.ts";
import type { Beside, Rule } from "./rule.ts";
import { sessionsOf } from "./sessions.ts";

/** The subnets of BGP sessions beside each other, and beside what is routed through them. */
export const sessionSubnetRules: readonly Rule[] = [
  {
    code: "DX216",
    severity: "error",
    title: "Peer subnets on one connection or LAG do not overlap.",
    aws: "documented",
    why: "The operation fails for the conflicting address.",
    source: "API model, AssociateVirtualInterface",
    sections: ["virtualInterfaces"],
    group: { key: portKeyOf, check: (members, index, report) => reportOverlaps(members, { sharesPort: true, index }, report) },
    live: { sections: ["virtualInterfaces"], group: { key: portKeyOf, check: reportLiveOverlaps } },
  },
  {
    code: "DX217",
    severity: "warning",
    title: "Peer subnets of an account's virtual interfaces on different connections do not overlap.",
    aws: "accepts",
    why: "AWS takes them, but a router that has both cannot tell the sessions apart.",
    source: "derived from IP routing",
    sections: ["virtualInterfaces"],
    group: { key: neighbourhoodOf, check: (members, index, report) => reportOverlaps(members, { sharesPort: false, index }, report) },
  },
  {
    code: "DX218",
    severity: "warning",
    title: "A peer subnet is not inside a prefix that is advertised over the session.",
    aws: "accepts",
    why: "A router that has the subnet not on a link of its own looks for the peer behind AWS, through the session itself: what watches the session from there sees the prefix, not the peer, and a session of more than one hop would take turns coming up and going down.",
    source: "derived from BGP",
    sections: ["virtualInterfaces", "associations"],
    group: { key: (resource, index) => (typeOf(resource) === "public" ? `public/${resource.view.name}` : gatewayKeyOf(resource, index)), check: reportInside },
  },
];

/** What has a subnet: a session of a virtual interface, or what advertises prefixes. */
interface Holder {
  readonly resource: Resource;
  readonly view: View;
}

/** The subnet of a virtual interface's IPv4 session, the only one whose addresses can be chosen. */
const sessionBlock = onceFor((resource: Resource): Block<Holder> | undefined => {
  for (const view of sessionsOf(resource.view)) {
    const node = scalarOf(view, textOf(view, "amazonAddress") === undefined ? "customerAddress" : "amazonAddress");
    const address = node && addressIn(node);
    if (node !== undefined && address?.family === "ipv4" && (address.length ?? 0) >= widest) return { of: { resource, view }, text: node.source, address };
  }
  return undefined;
});

/** Wider ones are hinted at by DX206; to leave them out keeps neighbourhoods small. */
const widest = 24;

/** The /24 that a session is in, so that only sessions close to each other are compared. */
function neighbourhoodOf(resource: Resource): string | undefined {
  const address = sessionBlock(resource)?.address;
  return address === undefined ? undefined : formatAddress(networkOf({ ...address, length: widest }));
}

function reportOverlaps(members: readonly Resource[], { sharesPort, index }: { sharesPort: boolean; index: PlanIndex }, report: PlacedReport): void {
  const blocks = members.flatMap((resource) => sessionBlock(resource) ?? []);
  if (blocks.length < 2) return;
  const order = new Map(members.map((resource, at) => [resource, at]));
  for (const { block, holders } of enclosingBlocks(blocks)) {
    const onPort = holders.find((holder) => isOnSamePort(holder, block, index));
    // One that overlaps on its own port is told there. Two accounts have two routers.
    const elsewhere = holders.find((holder) => ownerOf(holder.of.resource.view, index) === ownerOf(block.of.resource.view, index));
    const conflict = sharesPort ? onPort : onPort === undefined ? elsewhere : undefined;
    if (conflict === undefined) continue;
    const [first, second] = [conflict, block].sort((one, other) => placeIn(order, one) - placeIn(order, other)) as [Block<Holder>, Block<Holder>];
    const where = sharesPort ? ` on ${index.portOf(second.of.resource)?.label ?? "the same port"}` : "";
    report({
      range: placed(second.of.resource, addressPlace(second.of.view)),
      message: `The subnet of \`${second.text}\` overlaps with that of \`${first.of.resource.view.name}\`${where}, \`${first.text}\`. Choose another subnet.`,
      related: [relatedTo(first.of.resource, addressPlace(first.of.view), `The session of \`${first.of.resource.view.name}\``)],
    });
  }
}

function placeIn(order: ReadonlyMap<Resource, number>, { of }: Block<Holder>): number {
  return order.get(of.resource) ?? 0;
}

function isOnSamePort(one: Block<Holder>, other: Block<Holder>, index: PlanIndex): boolean {
  const port = portKeyOf(one.of.resource, index);
  return port !== undefined && port === portKeyOf(other.of.resource, index);
}

function reportLiveOverlaps(members: readonly Resource[], beside: Beside, report: PlacedReport): void {
  const port = members[0] && livePortOf(members[0], beside);
  if (port === undefined) return;
  const live = othersOn(port.id, beside).flatMap((one) => blocksOf({ one }, [one.amazonAddress]));
  const planned = members.flatMap((resource) => sessionBlock(resource) ?? []);
  for (const { of, text, address } of live.length === 0 ? [] : planned) {
    const other = live.find((block) => block.address.family === "ipv4" && networkOf(block.address) <= broadcastOf(address) && networkOf(address) <= broadcastOf(block.address));
    if (other === undefined) continue;
    report({
      range: placed(of.resource, addressPlace(of.view)),
      message: `The subnet of \`${text}\` overlaps with that of ${labelOf(other.of.one)} on ${labelOf(port)}, \`${other.text}\`. Choose another subnet.`,
    });
  }
}

/** Where the IPv4 sessions of the plan and of the live account are, on whatever port: a router may have any two of them. */
export function subnetsTaken(index: PlanIndex): readonly Ipv4Address[] {
  const sessions = index.of("virtualInterfaces").flatMap(({ view }) => sessionsOf(view));
  const planned = sessions.flatMap((view) => ["amazonAddress", "customerAddress"].flatMap((field) => textOf(view, field) ?? []));
  const live = index.live?.state.interfaces.filter(isThere) ?? [];
  return [...planned, ...live.flatMap(({ amazonAddress, customerAddress }) => [amazonAddress, customerAddress])].flatMap((text) => {
    const address = parseAddress(text);
    return address?.family === "ipv4" ? [address] : [];
  });
}

function addressPlace(view: View): ReturnType<typeof placeOf> {
  return placeOf(view, has(view, "amazonAddress") ? "amazonAddress" : "customerAddress");
}

function reportInside(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const sessions = interfacesOf(members).flatMap((resource) => sessionBlock(resource) ?? []);
  if (sessions.length === 0) return;
  const prefixes = members.flatMap((resource) => blocksOf<Holder>({ resource, view: resource.view }, prefixesOf(resource.view)));
  for (const { block, holders } of enclosingBlocks([...prefixes.filter(isRoute), ...sessions])) {
    const holder = holders.find((one) => prefixes.includes(one));
    if (holder === undefined || !sessions.includes(block)) continue;
    const user = holder.of.resource === block.of.resource ? "it advertises itself" : `${called(holder.of.view)} allows`;
    report({
      range: placed(block.of.resource, addressPlace(block.of.view)),
      message: `The session's subnet \`${block.text}\` is inside \`${holder.text}\`, which ${user}: routers further away would look for the peer through the session itself. Choose a subnet outside.`,
      related: [relatedTo(holder.of.resource, prefixPlace(holder.of.view), "The prefixes")],
    });
  }
}

/** A default route holds everything and is never more specific than the link. */
function isRoute({ address }: Block<Holder>): boolean {
  return (address.length ?? 0) > 0 && networkOf(address) === address.value && broadcastOf(address) > address.value;
}

function prefixPlace(view: View): ReturnType<typeof placeOf> {
  return placeOf(view, view.schema.name === "associations" ? "allowedPrefixes" : "routeFilterPrefixes");
}

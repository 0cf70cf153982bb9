import { broadcastOf, formatAddress, networkOf } from "../addresses.ts";
import { type Block, blocksOf, enclosingBlocks } from "../enclosing-blocks.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport, Report } from "../problem.ts";
import { called, has, integerOf, isNew, lacks, nodeOf, placeOf, textOf, type View } from "../view.ts";
import { labelOf, liveGatewayId } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, portKeyOf, prefixesOf, typeOf } from "./relations.ts";
import type { Rule } from "./rule.ts";

/** BGP sessions beside each other, and beside what is routed through them. */
export const sessionRules: readonly Rule[] = [
  {
    code: "DX210",
    severity: "hint",
    title: "A private or transit virtual interface has peer addresses of its own choice.",
    aws: "accepts",
    why: "Without them AWS takes link-local ones from 169.254.0.0/16, which cannot be the source or destination of traffic: a private IP VPN, for one, needs others.",
    source: "API model, CreateBGPPeer; user guide, create-vif",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (!isNew(view) || !["private", "transit"].includes(textOf(view, "type") ?? "") || familyOf(view) !== "ipv4") return;
      if (!lacks(view, "amazonAddress") || !lacks(view, "customerAddress")) return;
      report({ range: view.place, message: `AWS will choose the peer addresses of \`${view.name}\` from 169.254.0.0/16. Add \`amazonAddress\` and \`customerAddress\` where your routers need others.` });
    },
  },
  {
    code: "DX212",
    severity: "error",
    title: "A virtual interface has at most one IPv4 and one IPv6 session.",
    aws: "documented",
    why: "One session of each family is possible; only old connections with two sessions per family differ, which DX211 sees in the live account.",
    source: "user guide, add-peer-to-vif",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (isNew(view)) reportDoubledFamily(view, report);
    },
  },
  {
    code: "DX214",
    severity: "warning",
    title: "A further peer of a public virtual interface has a private ASN, or one that is already in use there.",
    aws: "documented",
    why: "Any other ASN has to be on AWS's list for the virtual interface, which a plan cannot show: hence a warning.",
    source: "API model, CreateBGPPeer",
    maps: ["bgpPeers"],
    map: (view, report) => {
      const asn = asnOf(view);
      if (asn === undefined || view.parent === undefined || textOf(view.parent, "type") !== "public") return;
      if (isPrivateAsn(asn) || asn === asnOf(view.parent)) return;
      report({ range: placeOf(view, asnField(view)), message: `ASN ${asn} is neither private nor that of \`${view.parent.name}\`: AWS refuses the peer unless the ASN was allowed before. Use a private one, or ask AWS first.` });
    },
  },
  {
    code: "DX215",
    severity: "error",
    title: "The customer's ASN differs from Amazon's.",
    aws: "unsourced",
    why: "The session is an external one: both ends with one ASN would make it internal, which AWS does not speak.",
    source: "Landing Zone Accelerator, DxVirtualInterfaceConfig",
    sections: ["directConnectGateways", "virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportEqualAsns },
    live: {
      sections: ["virtualInterfaces"],
      resource: (resource, beside, report) => {
        const gateway = beside.live.gateway(liveGatewayId(resource, beside));
        const target = beside.index.resolve(["directConnectGateways"], textOf(resource.view, "directConnectGateway") ?? "");
        // A gateway whose ASN stands in the plan is told without the live account.
        if (gateway === undefined || gateway.amazonSideAsn !== asnOf(resource.view) || (target !== undefined && has(target.view, "amazonSideAsn"))) return;
        report({ range: placed(resource, placeOf(resource.view, asnField(resource.view))), message: `ASN ${gateway.amazonSideAsn} is also that of gateway ${labelOf(gateway)}: a session needs two different ones. Use your router's own.` });
      },
    },
  },
  {
    code: "DX216",
    severity: "error",
    title: "Peer subnets on one connection or LAG do not overlap.",
    aws: "documented",
    why: "The operation fails for the conflicting address.",
    source: "API model, AssociateVirtualInterface",
    sections: ["virtualInterfaces"],
    group: { key: portKeyOf, check: (members, index, report) => reportOverlaps(members, { sharesPort: true, index }, report) },
  },
  {
    code: "DX217",
    severity: "warning",
    title: "Peer subnets of virtual interfaces on different connections do not overlap.",
    aws: "accepts",
    why: "AWS takes them, but a router that has both cannot tell the sessions apart.",
    source: "derived from IP routing",
    sections: ["virtualInterfaces"],
    group: { key: neighbourhoods, check: (members, index, report) => reportOverlaps(members, { sharesPort: false, index }, report) },
  },
  {
    code: "DX218",
    severity: "warning",
    title: "A peer subnet is not inside a prefix that is advertised over the session.",
    aws: "accepts",
    why: "The way to the peer would lead through the session itself, and the session would take turns coming up and going down.",
    source: "derived from BGP",
    sections: ["virtualInterfaces", "associations"],
    group: { key: (resource, index) => (typeOf(resource) === "public" ? `public/${resource.view.name}` : gatewayKeyOf(resource, index)), check: reportInside },
  },
];

export function asnOf(view: View): number | undefined {
  return integerOf(view, asnField(view));
}

function asnField(view: View): string {
  return has(view, "asnLong") ? "asnLong" : "asn";
}

function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}

/** The family of a session; undefined where what stands there means nothing. */
export function familyOf(view: View): string | undefined {
  const given = has(view, "addressFamily") ? textOf(view, "addressFamily") : "ipv4";
  return given === "ipv4" || given === "ipv6" ? given : undefined;
}

/** The further peers of a virtual interface, with where their names stand. */
export function peersOf(view: View): readonly { readonly view: View; readonly name: string }[] {
  const node = nodeOf(view, "bgpPeers");
  if (node?.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value.kind !== "map") return [];
    const fields = new Map(value.entries.map((entry) => [entry.key.source, entry]));
    return [{ name: key.source, view: { ...view, name: key.source, place: key.range, fields, meant: new Set<string>(), parent: view } }];
  });
}

function reportDoubledFamily(view: View, report: Report): void {
  const firsts = new Map<string, View>();
  const first = familyOf(view);
  if (first !== undefined) firsts.set(first, view);
  for (const { view: peer, name } of peersOf(view)) {
    const family = familyOf(peer);
    const other = family === undefined ? undefined : firsts.get(family);
    if (family !== undefined && other === undefined) firsts.set(family, peer);
    // A name that stands twice is told as that.
    if (family === undefined || other === undefined || other.name === name) continue;
    report({
      range: peer.place,
      message: `\`${name}\` would be a second ${family === "ipv4" ? "IPv4" : "IPv6"} session of \`${view.name}\`; one of each family is possible. Remove it, or give it the other \`addressFamily\`.`,
      related: [{ range: other.place, message: "The session that there is" }],
    });
  }
}

function reportEqualAsns(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const gateway = members.find(({ section }) => section === "directConnectGateways");
  const amazon = gateway === undefined ? undefined : amazonAsnOf(gateway.view);
  if (gateway === undefined || amazon === undefined) return;
  for (const resource of interfacesOf(members)) {
    if (asnOf(resource.view) !== amazon) continue;
    report({
      range: placed(resource, placeOf(resource.view, asnField(resource.view))),
      message: `ASN ${amazon} is also that of gateway \`${gateway.view.name}\`: a session needs two different ones. Use your router's own.`,
      related: [relatedTo(gateway, placeOf(gateway.view, "amazonSideAsn"), has(gateway.view, "amazonSideAsn") ? "Amazon's side" : "Amazon's side: 64512 unless given")],
    });
  }
}

/** Of a new gateway also the default; of one that is there already only what stands in the plan. */
export function amazonAsnOf(gateway: View): number | undefined {
  return integerOf(gateway, "amazonSideAsn") ?? (isNew(gateway) && lacks(gateway, "amazonSideAsn") ? 64_512 : undefined);
}

/** The subnet of a virtual interface's session, where it could be one. */
function sessionBlock(resource: Resource): Block<Resource> | undefined {
  const [block] = blocksOf(resource, [textOf(resource.view, "amazonAddress") ?? textOf(resource.view, "customerAddress") ?? ""]);
  return block?.address.family === "ipv4" && (block.address.length ?? 0) >= widest ? block : undefined;
}

/** Wider ones are hinted at by DX206; to leave them out keeps neighbourhoods small. */
const widest = 24;

/** The /24 that a session is in, so that only sessions close to each other are compared. */
function neighbourhoods(resource: Resource): string | undefined {
  const address = sessionBlock(resource)?.address;
  return address === undefined ? undefined : formatAddress("ipv4", networkOf({ ...address, length: widest }));
}

function reportOverlaps(members: readonly Resource[], { sharesPort, index }: { sharesPort: boolean; index: PlanIndex }, report: PlacedReport): void {
  const blocks = members.flatMap((resource) => sessionBlock(resource) ?? []);
  if (blocks.length < 2) return;
  const order = new Map(members.map((resource, at) => [resource, at]));
  for (const { block, holders } of enclosingBlocks(blocks)) {
    const onPort = holders.find((holder) => isOnSamePort(holder.of, block.of, index));
    // One that overlaps on its own port is told there.
    const conflict = sharesPort === (onPort !== undefined) ? (onPort ?? holders[0]) : undefined;
    if (conflict === undefined) continue;
    const [first, second] = [conflict, block].sort((one, other) => (order.get(one.of) ?? 0) - (order.get(other.of) ?? 0)) as [Block<Resource>, Block<Resource>];
    const where = sharesPort ? ` on ${index.portOf(second.of)?.label ?? "the same port"}` : "";
    report({
      range: placed(second.of, addressPlace(second.of.view)),
      message: `The subnet of \`${second.text}\` overlaps with that of \`${first.of.view.name}\`${where}, \`${first.text}\`. Choose another subnet.`,
      related: [relatedTo(first.of, addressPlace(first.of.view), `The session of \`${first.of.view.name}\``)],
    });
  }
}

function isOnSamePort(one: Resource, other: Resource, index: PlanIndex): boolean {
  const port = portKeyOf(one, index);
  return port !== undefined && port === portKeyOf(other, index);
}

function addressPlace(view: View): ReturnType<typeof placeOf> {
  return placeOf(view, has(view, "amazonAddress") ? "amazonAddress" : "customerAddress");
}

function reportInside(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const sessions = interfacesOf(members).flatMap((resource) => sessionBlock(resource) ?? []);
  if (sessions.length === 0) return;
  const prefixes = members.flatMap((resource) => blocksOf(resource, prefixesOf(resource.view)));
  for (const { block, holders } of enclosingBlocks([...prefixes.filter(isRoute), ...sessions])) {
    const holder = holders.find((one) => prefixes.includes(one));
    if (holder === undefined || !sessions.includes(block)) continue;
    report({
      range: placed(block.of, addressPlace(block.of.view)),
      message: `The session's subnet \`${block.text}\` is inside \`${holder.text}\`, which ${holder.of === block.of ? "it advertises itself" : `${called(holder.of.view)} allows`}: the way to the peer would lead through the session. Choose a subnet outside.`,
      related: [relatedTo(holder.of, prefixPlace(holder.of.view), "The prefixes")],
    });
  }
}

/** A default route holds everything and is never more specific than the link. */
function isRoute({ address }: Block<Resource>): boolean {
  return (address.length ?? 0) > 0 && networkOf(address) === address.value && broadcastOf(address) > address.value;
}

function prefixPlace(view: View): ReturnType<typeof placeOf> {
  return placeOf(view, view.schema.name === "associations" ? "allowedPrefixes" : "routeFilterPrefixes");
}

import { partitionOf } from "../../arn.ts";
import { blocksOf, enclosingBlocks } from "../enclosing-blocks.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has, isNew, isTrue, keyOf, lacks, nodeOf, placeOf, scalarOf, textOf, textsOf, type View } from "../view.ts";
import { prefixPlace, reportLiveDefaultAsn, reportLivePrefixes } from "./live-gateways.ts";
import { liveGatewayId } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, prefixesOf } from "./relations.ts";
import { staying } from "./removed.ts";
import type { Rule } from "./rule.ts";
import { amazonAsnOf } from "./sessions.ts";

const mostPrefixes = 200;

/** Direct Connect gateways and what is associated with them. */
export const gatewayRules: readonly Rule[] = [
  {
    code: "DX401",
    severity: "warning",
    title: "A Direct Connect gateway and its transit gateways have different ASNs.",
    aws: "documented",
    why: "The association fails where both have one ASN. A plan does not show a transit gateway's, but 64512 is the default of both: hence a warning.",
    source: "API model, CreateTransitVirtualInterface; user guide",
    sections: ["directConnectGateways", "associations"],
    group: { key: gatewayKeyOf, check: reportDefaultAsns },
    live: { sections: ["associations"], resource: reportLiveDefaultAsn },
  },
  {
    code: "DX403",
    severity: "error",
    title: "An association with a transit gateway has allowed prefixes.",
    aws: "documented",
    why: "What stands there is what is advertised to the customer; without it nothing is.",
    source: "API model, CreateDirectConnectGatewayAssociation",
    maps: ["associations"],
    map: (view, report) => {
      if (!isTransit(view) || !isNew(view)) return;
      const node = nodeOf(view, "allowedPrefixes");
      const isEmpty = node?.kind === "list" && node.items.length === 0;
      if (!isEmpty && !lacks(view, "allowedPrefixes")) return;
      report({ range: keyOf(view, "allowedPrefixes"), message: `Nothing would be advertised for transit gateway \`${textOf(view, "gateway") ?? ""}\`. Add its VPCs' prefixes as \`allowedPrefixes\`.` });
    },
  },
  {
    code: "DX404",
    severity: "error",
    title: "Allowed prefixes of two transit gateways on one Direct Connect gateway do not overlap.",
    aws: "rejects",
    why: "AWS refuses the second: each route leads to one transit gateway. Virtual private gateways may share prefixes, which only filter there.",
    source: "user guide, allowed-to-prefixes",
    sections: ["associations"],
    group: { key: gatewayKeyOf, check: reportSharedPrefixes },
    live: { sections: ["associations"], group: { key: gatewayKeyOf, check: reportLivePrefixes } },
  },
  {
    code: "DX405",
    severity: "error",
    title: "An association with a transit gateway has at most 200 allowed prefixes.",
    aws: "documented",
    why: "IPv4 and IPv6 count together. Older pages say 20.",
    source: "quotas page",
    maps: ["associations"],
    map: (view, report) => {
      const count = textsOf(view, "allowedPrefixes").length;
      if (!isTransit(view) || count <= mostPrefixes) return;
      report({ range: keyOf(view, "allowedPrefixes"), message: `${count} allowed prefixes are more than the ${mostPrefixes} of one transit gateway. Join neighbouring ones.` });
    },
  },
  {
    code: "DX408",
    severity: "error",
    title: "A virtual private gateway is associated with one Direct Connect gateway.",
    aws: "documented",
    why: "AWS refuses the second association.",
    source: "API reference, CreateDirectConnectGatewayAssociation",
    sections: ["associations"],
    group: { key: ({ view }) => (isTransit(view) ? undefined : textOf(view, "gateway")), check: reportSharedGateway },
    live: {
      sections: ["associations"],
      resource: (resource, beside, report) => {
        const id = textOf(resource.view, "gateway");
        const [other] = isTransit(resource.view) ? [] : staying(beside.live.associationsOfCloudGateway(id), beside.index);
        const gateway = liveGatewayId(resource, beside);
        if (other === undefined || other.directConnectGatewayId === gateway) return;
        report({ range: placed(resource, placeOf(resource.view, "gateway")), message: `\`${id ?? ""}\` is associated with Direct Connect gateway \`${other.directConnectGatewayId}\`, and has one only. Take that association away first.` });
      },
    },
  },
  {
    code: "DX418",
    severity: "warning",
    title: "A new Direct Connect gateway has a virtual interface and an association.",
    aws: "accepts",
    why: "With one of the two missing it carries nothing, unless its sites reach each other over SiteLink.",
    source: "derived from what a gateway does",
    sections: ["directConnectGateways", "virtualInterfaces", "associations"],
    group: { key: gatewayKeyOf, check: reportIdleGateway },
  },
  {
    code: "DX423",
    severity: "error",
    title: "Everything on a Direct Connect gateway is in one partition.",
    aws: "documented",
    why: "Nothing reaches from AWS China or GovCloud to another partition.",
    source: "API model; user guide",
    sections: ["virtualInterfaces", "associations"],
    group: { key: gatewayKeyOf, check: reportMixedPartitions },
  },
];

export function isTransit(view: View): boolean {
  return textOf(view, "gateway")?.startsWith("tgw-") === true;
}

function reportDefaultAsns(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const gateway = members.find(({ section }) => section === "directConnectGateways");
  const association = members.find(({ section, view }) => section === "associations" && isTransit(view));
  if (gateway === undefined || association === undefined || amazonAsnOf(gateway.view) !== 64_512) return;
  const isGiven = has(gateway.view, "amazonSideAsn");
  report({
    range: placed(gateway, placeOf(gateway.view, "amazonSideAsn")),
    message: `Gateway \`${gateway.view.name}\` has ASN 64512${isGiven ? "" : " unless another is given"}, which is also a transit gateway's default: with equal ASNs the association fails. Choose another \`amazonSideAsn\`, unless \`${textOf(association.view, "gateway") ?? ""}\` has one of its own.`,
    related: [relatedTo(association, placeOf(association.view, "gateway"), "The transit gateway")],
  });
}

function reportSharedPrefixes(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const blocks = members.filter(({ view }) => isTransit(view)).flatMap((resource) => blocksOf(resource, prefixesOf(resource.view)));
  const order = new Map(members.map((resource, at) => [resource, at]));
  const told = new Set<Resource>();
  for (const { block, holders } of enclosingBlocks(blocks)) {
    const holder = holders.find(({ of }) => textOf(of.view, "gateway") !== textOf(block.of.view, "gateway"));
    if (holder === undefined) continue;
    const isLater = (order.get(block.of) ?? 0) > (order.get(holder.of) ?? 0);
    const [second, first] = isLater ? [block, holder] : [holder, block];
    if (told.has(second.of)) continue;
    told.add(second.of);
    report({
      range: placed(second.of, prefixPlace(second.of.view, second.text)),
      message: `\`${second.text}\` overlaps with \`${first.text}\`, which leads to transit gateway \`${textOf(first.of.view, "gateway") ?? ""}\` on the same Direct Connect gateway. Each prefix can lead to one: narrow or remove one of the two.`,
      related: [relatedTo(first.of, prefixPlace(first.of.view, first.text), `Allowed for \`${first.of.view.name}\``)],
    });
  }
}

function reportSharedGateway(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const [first, ...others] = members.filter(({ view }) => textOf(view, "directConnectGateway") !== undefined);
  for (const other of others) {
    if (first === undefined || gatewayKeyOf(other, index) === gatewayKeyOf(first, index)) continue;
    report({
      range: placed(other, placeOf(other.view, "gateway")),
      message: `\`${textOf(other.view, "gateway") ?? ""}\` is associated with \`${textOf(first.view, "directConnectGateway") ?? ""}\` already: a virtual private gateway has one Direct Connect gateway. Keep one association.`,
      related: [relatedTo(first, placeOf(first.view, "gateway"), `\`${first.view.name}\` associates it`)],
    });
  }
}

function reportIdleGateway(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const gateway = members.find(({ section }) => section === "directConnectGateways");
  if (gateway === undefined || !isNew(gateway.view) || !gateway.view.isComplete) return;
  const interfaces = interfacesOf(members);
  const hasAssociation = members.some(({ section }) => section === "associations") || interfaces.some(({ view }) => isTrue(view, "enableSiteLink"));
  if (interfaces.length > 0 && hasAssociation) return;
  const missing = [...(interfaces.length > 0 ? [] : ["virtual interface"]), ...(hasAssociation ? [] : ["association"])];
  report({
    range: placed(gateway, gateway.key.range),
    message: `Gateway \`${gateway.view.name}\` has no ${missing.join(" and no ")} in this plan, so it carries nothing. Add one${missing.length === 1 ? "" : " of each"} that names it.`,
  });
}

function reportMixedPartitions(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const regions = members.flatMap((resource) => {
    const region = regionFor(resource, index);
    return region === undefined ? [] : [{ resource, region, partition: partitionOf(region) }];
  });
  const [first] = regions;
  const other = regions.find(({ partition }) => first !== undefined && partition !== first.partition);
  if (first === undefined || other === undefined) return;
  report({
    range: placed(other.resource, scalarPlace(other.resource.view)),
    message: `The ${called(other.resource.view)} is in ${other.region}, the ${called(first.resource.view)} on the same gateway in ${first.region}: nothing reaches from one partition of AWS to another. Use a gateway for each.`,
    related: [relatedTo(first.resource, scalarPlace(first.resource.view), `In ${first.region}`)],
  });
}

function regionFor(resource: Resource, index: PlanIndex): string | undefined {
  if (resource.section === "virtualInterfaces") return index.regionOf(resource);
  return textOf(resource.view, "gatewayRegion") ?? textOf(index.plan, "region");
}

function scalarPlace(view: View): ReturnType<typeof placeOf> {
  const field = ["gatewayRegion", "region"].find((name) => scalarOf(view, name) !== undefined);
  return placeOf(view, field ?? "directConnectGateway");
}

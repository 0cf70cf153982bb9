import { inMap, removal } from "../fixes.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has, isNew, isTrue, keyOf, lacks, placeOf, scalarOf, textOf, type View } from "../view.ts";
import { reportLiveMix } from "./live-gateways.ts";
import { gatewayKeyOf } from "./relations.ts";
import type { Beside, Rule } from "./rule.ts";

/** What virtual interfaces hang on. */
export const attachmentRules: readonly Rule[] = [
  {
    code: "DX301",
    severity: "error",
    title: "A private virtual interface names one of `directConnectGateway` and `virtualGateway`.",
    aws: "documented",
    why: "Both are optional for the API, but without either nothing is reached, and both at once are refused.",
    source: "API reference, CreatePrivateVirtualInterface; Terraform provider",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (textOf(view, "type") !== "private") return;
      if (isGiven(view, "directConnectGateway") && isGiven(view, "virtualGateway")) {
        report({
          range: keyOf(view, "virtualGateway"),
          message: `The ${called(view)} names a \`directConnectGateway\` and a \`virtualGateway\`. Keep one.`,
          related: [{ range: keyOf(view, "directConnectGateway"), message: "The other gateway" }],
        });
      } else if (needsGateway(view) && lacks(view, "directConnectGateway") && lacks(view, "virtualGateway")) {
        report({ range: view.place, message: `The private ${called(view)} names no gateway. Add \`directConnectGateway\` or \`virtualGateway\`.` });
      }
    },
  },
  {
    code: "DX302",
    severity: "error",
    title: "A transit virtual interface names a `directConnectGateway` and no `virtualGateway`.",
    aws: "documented",
    why: "Transit gateways are reached through a Direct Connect gateway only.",
    source: "API model, CreateTransitVirtualInterface and ConfirmTransitVirtualInterface",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (textOf(view, "type") !== "transit") return;
      if (isGiven(view, "virtualGateway")) {
        const isLeft = has(view, "directConnectGateway") || !needsGateway(view);
        report({ range: keyOf(view, "virtualGateway"), message: `A transit virtual interface cannot take a \`virtualGateway\`. ${isLeft ? "Remove it." : "Name a `directConnectGateway` instead."}`, ...(isLeft ? removal(inMap(view), "virtualGateway") : {}) });
      } else if (needsGateway(view) && lacks(view, "directConnectGateway")) {
        report({ range: view.place, message: `The transit ${called(view)} names no gateway. Add \`directConnectGateway\`.` });
      }
    },
  },
  {
    code: "DX303",
    severity: "error",
    title: "A public virtual interface names no gateway.",
    aws: "documented",
    why: "It reaches AWS's public addresses directly.",
    source: "user guide, virtualgateways",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      const field = ["directConnectGateway", "virtualGateway"].find((name) => isGiven(view, name));
      if (textOf(view, "type") !== "public" || field === undefined) return;
      report({ range: keyOf(view, field), message: `A public virtual interface has no gateway. Remove \`${field}\`, or make the type private or transit.`, ...(has(view, "routeFilterPrefixes") ? removal(inMap(view), "directConnectGateway", "virtualGateway") : {}) });
    },
  },
  {
    code: "DX304",
    severity: "error",
    title: "A Direct Connect gateway has either private virtual interfaces and virtual private gateways, or transit ones of both.",
    aws: "documented",
    why: "The service refuses to mix the two on one gateway.",
    source: "user guide, direct-connect-transit-gateways",
    sections: ["virtualInterfaces", "associations"],
    group: { key: (resource, index) => (sideOf(resource) === undefined ? undefined : gatewayKeyOf(resource, index)), check: reportMixedGateways },
    live: {
      sections: ["virtualInterfaces", "associations"],
      resource: (resource, beside, report) => {
        const side = sideOf(resource);
        if (side !== undefined) reportLiveMix(resource, { side, beside }, report);
      },
    },
  },
  {
    code: "DX305",
    severity: "error",
    title: "A private virtual interface on a virtual private gateway is in that gateway's Region.",
    aws: "documented",
    why: "Only a Direct Connect gateway reaches other Regions. The plan shows a gateway's Region where an association names it.",
    source: "API reference, CreatePrivateVirtualInterface",
    sections: ["virtualInterfaces", "associations"],
    group: { key: virtualGatewayOf, check: reportOtherRegions },
    live: { sections: ["virtualInterfaces", "associations"], group: { key: virtualGatewayOf, check: reportOtherLiveRegions } },
  },
];

/** Whether the gateway is chosen here: on creating one for this account, and on confirming one allocated to it. */
function needsGateway(view: View): boolean {
  return !has(view, "ownerAccount") && (isNew(view) || isTrue(view, "accept"));
}

/** An empty field is told already, and whatever it will be is not known. */
function isGiven(view: View, field: string): boolean {
  return has(view, field) && scalarOf(view, field)?.value !== null;
}

type Side = "private" | "transit";

/** The first of the other side stands for all of them. */
function reportMixedGateways(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const first = members[0];
  const other = members.find((resource) => first !== undefined && sideOf(resource) !== sideOf(first));
  if (first === undefined || other === undefined) return;
  const gateway = textOf(other.view, "directConnectGateway") ?? "";
  report({
    range: placed(other, placeOf(other.view, "directConnectGateway")),
    message: `Gateway \`${gateway}\` would be both ${sideOf(first) ?? ""} (${called(first.view)}) and ${sideOf(other) ?? ""} (${called(other.view)}). Use one Direct Connect gateway for each.`,
    related: [relatedTo(first, placeOf(first.view, "directConnectGateway"), `The ${sideOf(first) ?? ""} side`)],
  });
}

function sideOf(resource: Resource): Side | undefined {
  if (resource.section === "associations") {
    const gateway = textOf(resource.view, "gateway");
    if (gateway?.startsWith("tgw-") === true) return "transit";
    return gateway?.startsWith("vgw-") === true ? "private" : undefined;
  }
  const type = resource.section === "virtualInterfaces" ? textOf(resource.view, "type") : undefined;
  return type === "private" || type === "transit" ? type : undefined;
}

function virtualGatewayOf(resource: Resource): string | undefined {
  return textOf(resource.view, resource.section === "associations" ? "gateway" : "virtualGateway");
}

function reportOtherRegions(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const teller = members.find((resource) => resource.section === "associations" && gatewayRegionOf(resource, index) !== undefined);
  const known = teller && gatewayRegionOf(teller, index);
  if (teller === undefined || known === undefined) return;
  for (const resource of members) {
    const region = resource.section === "associations" ? undefined : index.regionOf(resource);
    if (region === undefined || region === known) continue;
    const gateway = virtualGatewayOf(resource) ?? "";
    report({
      range: placed(resource, placeOf(resource.view, "virtualGateway")),
      message: `\`${gateway}\` is in ${known}, the ${called(resource.view)} in ${region}. Reach it through a Direct Connect gateway.`,
      related: [relatedTo(teller, placeOf(teller.view, "gatewayRegion"), `Says where \`${gateway}\` is`)],
    });
  }
}

function reportOtherLiveRegions(members: readonly Resource[], { index, live }: Beside, report: PlacedReport): void {
  const [first] = members;
  const gateway = first && live.associationsOfCloudGateway(virtualGatewayOf(first))[0]?.gateway;
  // An association of the plan tells it itself.
  if (gateway === undefined || gateway.region === "" || members.some(({ section }) => section === "associations")) return;
  for (const resource of members) {
    const region = index.regionOf(resource);
    if (region === undefined || region === gateway.region || !isNew(resource.view)) continue;
    report({ range: placed(resource, placeOf(resource.view, "virtualGateway")), message: `\`${gateway.id}\` is in ${gateway.region}, the ${called(resource.view)} in ${region}. Reach it through a Direct Connect gateway.` });
  }
}

function gatewayRegionOf(association: Resource, index: PlanIndex): string | undefined {
  return textOf(association.view, "gatewayRegion") ?? textOf(index.plan, "region");
}

import { partitionOf } from "../../arn.ts";
import { inMap, inResource, removal } from "../fixes.ts";
import { placed, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { has, isNew, isTrue, keyOf, textOf } from "../view.ts";
import { gatewayKeyOf, interfacesOf, isForOther } from "./relations.ts";
import type { Rule } from "./rule.ts";

/** SiteLink: sites that reach each other over AWS's backbone. */
export const siteLinkRules: readonly Rule[] = [
  {
    code: "DX313",
    severity: "error",
    title: "SiteLink is on a private or transit virtual interface of a Direct Connect gateway.",
    aws: "documented",
    why: "It works between virtual interfaces of one Direct Connect gateway, so neither for public ones nor for those on a virtual private gateway.",
    source: "user guide, SiteLink",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (!isTrue(view, "enableSiteLink")) return;
      const isPublic = textOf(view, "type") === "public";
      // A virtual private gateway that cannot stay is told as that.
      const isDirect = textOf(view, "type") === "private" && has(view, "virtualGateway") && !has(view, "directConnectGateway");
      if (!isPublic && !isDirect) return;
      const reason = isPublic ? "a public virtual interface has no Direct Connect gateway" : "this virtual interface is on a virtual private gateway";
      report({ range: keyOf(view, "enableSiteLink"), message: `SiteLink is not possible here: ${reason}. Remove \`enableSiteLink\`${isPublic ? "" : ", or name a `directConnectGateway`"}.`, ...(isPublic ? removal(inMap(view), "enableSiteLink") : {}) });
    },
  },
  {
    code: "DX314",
    severity: "warning",
    title: "SiteLink is on for at least two virtual interfaces of a gateway.",
    aws: "accepts",
    why: "Both ends need it; one alone costs money and connects nothing.",
    source: "AWS's agent toolkit, sitelink",
    sections: ["directConnectGateways", "virtualInterfaces"],
    group: { key: gatewayKeyOf, check: (members, _, report) => reportLonely(members, report) },
  },
  {
    code: "DX316",
    severity: "error",
    title: "SiteLink is in a commercial Region.",
    aws: "documented",
    why: "It is not offered in AWS GovCloud and in China, and does not reach from one partition to another.",
    source: "user guide, SiteLink",
    sections: ["virtualInterfaces"],
    resource: (resource, index, report) => {
      const region = isTrue(resource.view, "enableSiteLink") ? index.regionOf(resource) : undefined;
      if (region === undefined || !["aws-cn", "aws-us-gov"].includes(partitionOf(region))) return;
      report({ range: placed(resource, keyOf(resource.view, "enableSiteLink")), message: `SiteLink is not offered in ${region}. Remove \`enableSiteLink\`.`, ...removal(inResource(resource), "enableSiteLink") });
    },
  },
  {
    code: "DX317",
    severity: "error",
    title: "SiteLink is turned on by the owner of a virtual interface.",
    aws: "unsourced",
    why: "The operations that allocate to another account have no such field; its owner turns it on after confirming.",
    source: "API model, NewPrivateVirtualInterfaceAllocation; Terraform provider, issue 49571",
    sections: ["virtualInterfaces"],
    resource: (resource, index, report) => {
      const { view } = resource;
      if (!isTrue(view, "enableSiteLink") || !isForOther(view, index) || has(view, "virtualGateway") || textOf(view, "type") === "public") return;
      report({ range: placed(resource, keyOf(view, "enableSiteLink")), message: `\`${view.name}\` is for account ${textOf(view, "ownerAccount") ?? ""}, whose owner has to turn SiteLink on. Remove \`enableSiteLink\`.`, ...removal(inResource(resource), "enableSiteLink") });
    },
  },
];

function reportLonely(members: readonly Resource[], report: PlacedReport): void {
  const gateway = members.find(({ section }) => section === "directConnectGateways");
  const [one, ...others] = interfacesOf(members).filter(({ view }) => isTrue(view, "enableSiteLink"));
  // A gateway that is there already may have other virtual interfaces: only the live account shows them.
  if (gateway === undefined || !isNew(gateway.view) || one === undefined || others.length > 0) return;
  const range = placed(one, keyOf(one.view, "enableSiteLink"));
  report({ range, message: `Only \`${one.view.name}\` has SiteLink on gateway \`${gateway.view.name}\`: there is no second site to reach. Turn it on at the other end too, or remove it.` });
}

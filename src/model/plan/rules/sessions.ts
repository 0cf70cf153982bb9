import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport, Report } from "../problem.ts";
import { has, integerOf, isNew, lacks, nodeOf, placeOf, textOf, type View } from "../view.ts";
import { labelOf, liveGatewayId } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf } from "./relations.ts";
import type { Rule } from "./rule.ts";

/** BGP sessions of a virtual interface, and both their ends. */
export const sessionRules: readonly Rule[] = [
  {
    code: "DX210",
    severity: "hint",
    title: "A private or transit virtual interface has peer addresses of its own choice.",
    aws: "accepts",
    why: "Without them AWS takes link-local ones from 169.254.0.0/16, which cannot be the source or destination of traffic: a private IP VPN, for one, needs others.",
    source: "API model, CreateBGPPeer; user guide, create-vif",
    maps: ["virtualInterfaces", "bgpPeers"],
    map: (view, report) => {
      if (!letsAwsChoose(view) || !isAsked(view)) return;
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
    why: "The session is an external one: both ends with one ASN would make it internal, which AWS does not speak. Amazon's is the Direct Connect gateway's, and 7224 on a public virtual interface.",
    source: "Landing Zone Accelerator, DxVirtualInterfaceConfig; AWS CLI examples",
    maps: ["virtualInterfaces", "bgpPeers"],
    map: (view, report) => {
      if (textOf(view.parent ?? view, "type") !== "public" || asnOf(view) !== publicAsn) return;
      report({ range: placeOf(view, asnField(view)), message: `ASN ${publicAsn} is Amazon's own on a public virtual interface: a session needs two different ones. Use your router's own.` });
    },
    sections: ["directConnectGateways", "virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportEqualAsns },
    live: {
      sections: ["virtualInterfaces"],
      resource: (resource, beside, report) => {
        const gateway = beside.live.gateway(liveGatewayId(resource, beside));
        const target = beside.index.resolve(["directConnectGateways"], textOf(resource.view, "directConnectGateway") ?? "");
        // A gateway whose ASN stands in the plan is told without the live account.
        if (gateway === undefined || (target !== undefined && has(target.view, "amazonSideAsn"))) return;
        for (const view of sessionsOf(resource.view)) {
          if (asnOf(view) === gateway.amazonSideAsn) report({ range: placed(resource, placeOf(view, asnField(view))), message: `ASN ${gateway.amazonSideAsn} is also that of gateway ${labelOf(gateway)}: a session needs two different ones. Use your router's own.` });
        }
      },
    },
  },
];

function letsAwsChoose(view: View): boolean {
  return familyOf(view) === "ipv4" && lacks(view, "amazonAddress") && lacks(view, "customerAddress");
}

/** One that is only begun has greater needs, and a second session of one family is told as that. */
function isAsked(view: View): boolean {
  const owner = view.parent ?? view;
  const isFirst = view.parent === undefined || familyOf(view.parent) === "ipv6";
  return isFirst && isNew(owner) && has(owner, "vlan") && ["private", "transit"].includes(textOf(owner, "type") ?? "");
}

/** Amazon's end of public virtual interfaces. */
const publicAsn = 7224;

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

/** All sessions of a virtual interface: its own fields are the first. */
export function sessionsOf(view: View): readonly View[] {
  return has(view, "bgpPeers") ? [view, ...peersOf(view).map((peer) => peer.view)] : [view];
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
  const sessions = interfacesOf(members).flatMap((resource) => sessionsOf(resource.view).map((view) => ({ resource, view })));
  for (const { resource, view } of sessions) {
    if (asnOf(view) !== amazon) continue;
    report({
      range: placed(resource, placeOf(view, asnField(view))),
      message: `ASN ${amazon} is also that of gateway \`${gateway.view.name}\`: a session needs two different ones. Use your router's own.`,
      related: [relatedTo(gateway, placeOf(gateway.view, "amazonSideAsn"), has(gateway.view, "amazonSideAsn") ? "Amazon's side" : "Amazon's side: 64512 unless given")],
    });
  }
}

/** Of a new gateway also the default; of one that is there already only what stands in the plan. */
export function amazonAsnOf(gateway: View): number | undefined {
  return integerOf(gateway, "amazonSideAsn") ?? (isNew(gateway) && lacks(gateway, "amazonSideAsn") ? 64_512 : undefined);
}

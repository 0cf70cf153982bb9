import { checkJumbo } from "../../port-limits.ts";
import { english } from "../../text.ts";
import { inResource, setting } from "../fixes.ts";
import type { LiveInterface, LivePort } from "../live.ts";
import { placed, type Resource } from "../plan-index.ts";
import type { PlacedFinding, PlacedReport } from "../problem.ts";
import { called, has, integerOf, isNew, isTrue, keyOf, placeOf, textOf, textsOf, type View } from "../view.ts";
import { adoptedInterface, idOf, labelOf, livePortOf } from "./live-relations.ts";
import { typeOf } from "./relations.ts";
import { removedOf } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";
import { asnOf, familyOf, peersOf } from "./sessions.ts";

const sections = ["virtualInterfaces"] as const;

/** Virtual interfaces of a plan beside those that there are. */
export const liveInterfaceRules: readonly Rule[] = [
  {
    code: "DX211",
    severity: "error",
    title: "A second session of one address family needs a connection with logical redundancy.",
    aws: "documented",
    why: "Elsewhere the peer cannot be in the family of one that there is.",
    source: "API reference, CreateBGPPeer",
    live: { sections, resource: reportDoubledLiveFamily },
  },
  {
    code: "DX308",
    severity: "error",
    title: "VLAN, type, ASN, peer addresses and virtual private gateway of a virtual interface stay as they are.",
    aws: "documented",
    why: "No operation changes them: the virtual interface would have to be made anew, with an outage. MTU, SiteLink, name, rate limit, prefix counts and tags can change.",
    source: "API model, UpdateVirtualInterfaceAttributes",
    live: { sections, resource: reportFixedFields },
  },
  {
    code: "DX309",
    severity: "warning",
    title: "A virtual interface is renamed or moved, not removed and made anew.",
    aws: "accepts",
    why: "Both can be done in place; making it anew drops its sessions.",
    source: "Terraform provider, issues 31318 and 33984",
    live: { sections, resource: reportMadeAnew },
  },
  {
    code: "DX310",
    severity: "error",
    title: "Jumbo frames need a connection that is capable of them.",
    aws: "documented",
    why: "AWS refuses a larger MTU elsewhere.",
    source: "user guide, set-jumbo-frames-vif",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const port = portMeant(resource, beside);
        // One that moves takes its MTU with it.
        const mtu = integerOf(resource.view, "mtu") ?? adoptedInterface(resource, beside)?.mtu;
        const problem = port === undefined || mtu === undefined ? undefined : checkJumbo(mtu, port, labelOf(port));
        if (problem === undefined) return;
        const field = has(resource.view, "mtu") ? "mtu" : portField(resource);
        report({ range: placed(resource, placeOf(resource.view, field)), message: english(problem), ...setting(inResource(resource), "mtu", "1500") });
      },
    },
  },
  {
    code: "DX311",
    severity: "warning",
    title: "Raising the MTU of a virtual interface in use is done in a quiet hour.",
    aws: "accepts",
    why: "It may change the connection itself, which disrupts all its virtual interfaces for up to 30 seconds.",
    source: "API model, UpdateVirtualInterfaceAttributes",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const [one, mtu] = [adoptedInterface(resource, beside), integerOf(resource.view, "mtu")];
        if (one === undefined || mtu === undefined || mtu <= 1500 || one.mtu > 1500) return;
        // Where it is not possible at all, that is told.
        if (portMeant(resource, beside)?.jumboFrameCapable === false) return;
        report({ range: placed(resource, placeOf(resource.view, "mtu")), message: `${labelOf(one)} has MTU ${one.mtu}: raising it to ${mtu} may interrupt everything on its connection for up to 30 seconds. Apply it in a quiet hour.` });
      },
    },
  },
  {
    code: "DX315",
    severity: "warning",
    title: "SiteLink is turned on knowingly.",
    aws: "accepts",
    why: "It is charged by hour and gigabyte from that moment, and changes which paths are chosen.",
    source: "AWS's agent toolkit, sitelink; user guide",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const one = adoptedInterface(resource, beside);
        if (one === undefined || one.siteLinkEnabled || !isTrue(resource.view, "enableSiteLink")) return;
        report({ range: placed(resource, placeOf(resource.view, "enableSiteLink")), message: `SiteLink is off for ${labelOf(one)}: turning it on costs money from that moment, and changes which paths are chosen. Apply it if that is meant.` });
      },
    },
  },
  {
    code: "DX318",
    severity: "error",
    title: "A new virtual interface is on a connection that is ready.",
    aws: "rejects",
    why: "The API answers that the connection is not available.",
    source: "Terraform provider, issue 33746",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const port = livePortOf(resource, beside);
        const carrier = beside.index.portOf(resource)?.resource;
        const isConfirmed = port?.state === "ordering" && carrier !== undefined && isTrue(carrier.view, "hosted");
        if (port === undefined || !isNew(resource.view) || isConfirmed || !unready.includes(port.state)) return;
        report({ range: placed(resource, placeOf(resource.view, portField(resource))), message: `${labelOf(port)} is \`${port.state}\`: AWS refuses virtual interfaces on it. Wait until it is \`available\` or \`down\`.` });
      },
    },
  },
  {
    code: "DX321",
    severity: "warning",
    title: "What is allocated to somebody is confirmed.",
    aws: "accepts",
    why: "Until its owner confirms it, it carries no traffic.",
    source: "API reference, ConfirmPrivateVirtualInterface and ConfirmConnection",
    live: { sections: ["virtualInterfaces", "connections", "hostedConnections"], resource: reportUnconfirmed },
  },
  {
    code: "DX324",
    severity: "warning",
    title: "The prefixes of a public virtual interface stay as they are.",
    aws: "accepts",
    why: "No operation changes them; AWS support does.",
    source: "user guide, create-vif; API model",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const one = adoptedInterface(resource, beside);
        const planned = textsOf(resource.view, "routeFilterPrefixes");
        if (one?.type !== "public" || planned.length === 0 || one.routeFilterPrefixes.length === 0) return;
        const added = planned.filter((prefix) => !one.routeFilterPrefixes.includes(prefix));
        const gone = one.routeFilterPrefixes.filter((prefix) => !planned.includes(prefix));
        if (added.length + gone.length === 0) return;
        report({ range: placed(resource, keyOf(resource.view, "routeFilterPrefixes")), message: `${labelOf(one)} advertises ${listed(one.routeFilterPrefixes)}; the plan ${changes(added, gone)}. No operation does that: open a case with AWS support.` });
      },
    },
  },
  {
    code: "DX325",
    severity: "error",
    title: "A virtual interface of a hosted connection does not move to a LAG.",
    aws: "documented",
    why: "The hosted connection is moved instead, with AssociateHostedConnection.",
    source: "API reference, AssociateVirtualInterface",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const one = adoptedInterface(resource, beside);
        const port = beside.live.port(one?.connectionId);
        if (one === undefined || port?.hosted !== true || !has(resource.view, "lag")) return;
        report({ range: placed(resource, placeOf(resource.view, "lag")), message: `${labelOf(one)} is on hosted connection ${labelOf(port)} and cannot move to a LAG. Have the partner move the hosted connection.` });
      },
    },
  },
  {
    code: "DX326",
    severity: "error",
    title: "A virtual interface stays in its Region.",
    aws: "documented",
    why: "It cannot be migrated to another one.",
    source: "user guide, migratevirtualinterface",
    live: {
      sections,
      resource: (resource, beside, report) => {
        const one = adoptedInterface(resource, beside);
        const region = beside.index.regionOf(resource);
        if (one?.region === undefined || region === undefined || one.region === region) return;
        const field = has(resource.view, "region") ? "region" : "id";
        report({ range: placed(resource, placeOf(resource.view, field)), message: `${labelOf(one)} is in ${one.region}, not in ${region}, and cannot move there. Give it \`region: ${one.region}\`, or make a new one.` });
      },
    },
  },
  {
    code: "DX327",
    severity: "warning",
    title: "A virtual interface in use is moved in a quiet hour.",
    aws: "accepts",
    why: "Moving it to another connection or LAG interrupts it for a moment.",
    source: "API reference, AssociateVirtualInterface",
    live: {
      sections,
      resource: reportMove,
    },
  },
];

const unready: readonly string[] = ["requested", "pending", "ordering", "deleting", "deleted", "rejected"];

function reportMove(resource: Resource, beside: Beside, report: PlacedReport): void {
  const [one, to] = [adoptedInterface(resource, beside), livePortOf(resource, beside)];
  const target = to === undefined ? newPort(resource, beside) : labelOf(to);
  if (one === undefined || target === undefined || to?.id === one.connectionId || !canMove(resource, one, { beside, to })) return;
  const from = beside.live.port(one.connectionId) ?? { id: one.connectionId, name: "" };
  report({ range: placed(resource, placeOf(resource.view, portField(resource))), message: `${labelOf(one)} is on ${labelOf(from)}: moving it to ${target} interrupts it. Apply it in a quiet hour.` });
}

/** What the port is called that the plan creates for it. */
function newPort(resource: Resource, { index }: Beside): string | undefined {
  const port = index.portOf(resource)?.resource;
  return port !== undefined && isNew(port.view) ? called(port.view) : undefined;
}

/** Where it is going to be: where the plan puts it, else where it is. */
function portMeant(resource: Resource, beside: Beside): LivePort | undefined {
  const isPut = beside.index.portOf(resource) !== undefined;
  return isPut ? livePortOf(resource, beside) : beside.live.port(adoptedInterface(resource, beside)?.connectionId);
}

function portField({ view }: Resource): string {
  return has(view, "connection") ? "connection" : "lag";
}

/** What cannot move at all is told as that. */
function canMove(resource: Resource, one: LiveInterface, { beside, to }: { readonly beside: Beside; readonly to: LivePort | undefined }): boolean {
  const isFromHosted = beside.live.port(one.connectionId)?.hosted === true;
  return (to === undefined || to.region === one.region) && !(isFromHosted && has(resource.view, "lag"));
}

function reportDoubledLiveFamily(resource: Resource, beside: Beside, report: PlacedReport): void {
  const one = adoptedInterface(resource, beside);
  const port = beside.live.port(one?.connectionId);
  if (one === undefined || port === undefined || port.logicalRedundancy === "yes") return;
  const seen = new Set<string>([one.addressFamily]);
  for (const { view: peer, name } of peersOf(resource.view)) {
    const family = familyOf(peer);
    if (family === undefined) continue;
    if (seen.has(family)) report({ range: placed(resource, peer.place), message: `\`${name}\` would be a second ${family === "ipv4" ? "IPv4" : "IPv6"} session of ${labelOf(one)}, but ${labelOf(port)} has no logical redundancy. Give the peer the other \`addressFamily\`.` });
    seen.add(family);
  }
}

interface Fixed {
  readonly field: string;
  readonly what: string;
  readonly planned: (view: View) => string | number | undefined;
  readonly live: (one: LiveInterface) => string | number;
}

const fixed: readonly Fixed[] = [
  { field: "type", what: "the type", planned: (view) => textOf(view, "type"), live: ({ type }) => type },
  { field: "vlan", what: "VLAN", planned: (view) => integerOf(view, "vlan"), live: ({ vlan }) => vlan },
  { field: "asn", what: "ASN", planned: (view) => (has(view, "asnLong") ? undefined : asnOf(view)), live: ({ asn }) => asn },
  { field: "asnLong", what: "ASN", planned: (view) => integerOf(view, "asnLong"), live: ({ asn }) => asn },
  { field: "amazonAddress", what: "Amazon's address", planned: (view) => textOf(view, "amazonAddress"), live: ({ amazonAddress }) => amazonAddress },
  { field: "customerAddress", what: "the customer's address", planned: (view) => textOf(view, "customerAddress"), live: ({ customerAddress }) => customerAddress },
  { field: "virtualGateway", what: "gateway", planned: (view) => textOf(view, "virtualGateway"), live: (one) => one.virtualGatewayId ?? one.directConnectGatewayId ?? "" },
];

function reportFixedFields(resource: Resource, beside: Beside, report: PlacedReport): void {
  const one = adoptedInterface(resource, beside);
  if (one === undefined) return;
  for (const { field, what, planned, live } of fixed) {
    const [wanted, is] = [planned(resource.view), live(one)];
    if (wanted === undefined || is === "" || wanted === is) continue;
    report({ range: placed(resource, placeOf(resource.view, field)), message: `${labelOf(one)} has ${is} for ${what}, not ${wanted}, and it cannot be changed. Write ${is}, or plan a new virtual interface beside it.` });
  }
}

function reportMadeAnew(resource: Resource, { index, live }: Beside, report: PlacedReport): void {
  if (!isNew(resource.view)) return;
  for (const { id } of removedOf(index)) {
    const one = live.virtualInterface(id);
    if (one === undefined || one.type !== typeOf(resource) || one.vlan !== integerOf(resource.view, "vlan") || one.asn !== asnOf(resource.view)) continue;
    report({ range: placed(resource, resource.key.range), message: `\`${resource.view.name}\` looks like ${labelOf(one)}, which the plan removes: made anew, its sessions drop. Give it \`id: ${id}\` instead, and take that out of \`removed\`.` });
    return;
  }
}

function reportUnconfirmed(resource: Resource, { live }: Beside, report: PlacedReport): void {
  const id = idOf(resource);
  const known = live.virtualInterface(id) ?? live.port(id);
  if (known === undefined || !["confirming", "ordering"].includes(known.state)) return;
  const isOurs = known.ownerAccount === live.state.account;
  const confirms = resource.section === "connections" ? "hosted" : "accept";
  if (isOurs && isTrue(resource.view, confirms)) return;
  const remedy = isOurs && resource.section !== "hostedConnections" ? confirmation(resource, confirms) : { words: `Ask account ${known.ownerAccount} to confirm it`, fixed: {} };
  report({ range: placed(resource, placeOf(resource.view, "id")), message: `${labelOf(known)} is \`${known.state}\`: it carries nothing until its owner confirms it. ${remedy.words}.`, ...remedy.fixed });
}

/** Confirming a virtual interface needs its type, which has to be written first. */
function confirmation(resource: Resource, field: "hosted" | "accept"): { readonly words: string; readonly fixed: Pick<PlacedFinding, "fix"> } {
  const isWhole = field === "hosted" || has(resource.view, "type");
  const words = `Confirm it by \`${field}: true\``;
  return isWhole ? { words, fixed: setting(inResource(resource), field, "true") } : { words: `${words}, with its \`type\``, fixed: {} };
}

function changes(added: readonly string[], gone: readonly string[]): string {
  const parts = [...(added.length > 0 ? [`adds ${listed(added)}`] : []), ...(gone.length > 0 ? [`leaves out ${listed(gone)}`] : [])];
  return parts.join(" and ");
}

function listed(prefixes: readonly string[]): string {
  const some = prefixes.slice(0, 4).map((prefix) => `\`${prefix}\``).join(", ");
  return prefixes.length > 4 ? `${some} and ${prefixes.length - 4} more` : some;
}

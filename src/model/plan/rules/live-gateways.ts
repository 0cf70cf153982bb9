import { blocksOf, enclosingBlocks } from "../enclosing-blocks.ts";
import { inResource, setting } from "../fixes.ts";
import type { LiveAssociation } from "../live.ts";
import { placed, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { has, isNew, keyOf, lacks, nodeOf, placeOf, textOf, textsOf, type View } from "../view.ts";
import { isKnownState } from "../../health.ts";
import { idOf, labelOf, liveGatewayId } from "./live-relations.ts";
import { staying } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

const sections = ["associations"] as const;

/** Associations of a plan, and what it adopts, beside what there is. */
export const liveGatewayRules: readonly Rule[] = [
  {
    code: "DX411",
    severity: "error",
    title: "An association with another account's gateway names that account.",
    aws: "rejects",
    why: "It takes two steps, a proposal and its acceptance; as one call AWS does not find the gateway.",
    source: "AWS CLI, issue 6597; Terraform provider, issue 37791",
    live: {
      sections,
      resource: (resource, { live }, report) => {
        const known = knownGateway(resource, live);
        if (known === undefined || known.ownerAccount === live.state.account || known.ownerAccount === "" || !lacks(resource.view, "gatewayOwnerAccount")) return;
        report({ range: placed(resource, placeOf(resource.view, "gateway")), message: `\`${known.id}\` belongs to account ${known.ownerAccount}. Add \`gatewayOwnerAccount: "${known.ownerAccount}"\`, so that a proposal is made.`, ...setting(inResource(resource), "gatewayOwnerAccount", `"${known.ownerAccount}"`) });
      },
    },
  },
  {
    code: "DX412",
    severity: "warning",
    title: "An association names its gateway's Region.",
    aws: "accepts",
    why: "The call has to be made in the Region of the virtual private or transit gateway.",
    source: "AWS CLI examples; Terraform provider, issue 21608",
    live: {
      sections,
      resource: (resource, { index, live }, report) => {
        const known = knownGateway(resource, live);
        const region = textOf(resource.view, "gatewayRegion") ?? textOf(index.plan, "region");
        if (known === undefined || known.region === "" || region === undefined || known.region === region) return;
        const field = has(resource.view, "gatewayRegion") ? "gatewayRegion" : "gateway";
        report({ range: placed(resource, placeOf(resource.view, field)), message: `\`${known.id}\` is in ${known.region}, not in ${region}. Write \`gatewayRegion: ${known.region}\`.`, ...setting(inResource(resource), "gatewayRegion", known.region) });
      },
    },
  },
  {
    code: "DX413",
    severity: "warning",
    title: "A proposal that is to be accepted still waits for it.",
    aws: "accepts",
    why: "It expires after 7 days, and vanishes 3 days after it was accepted or deleted.",
    source: "user guide, virtualgateways",
    live: {
      sections,
      resource: (resource, { live }, report) => {
        const id = textOf(resource.view, "proposal");
        const state = live.proposal(id)?.state;
        if (id === undefined || state === "requested" || (state === undefined && !live.state.isGlobalRead)) return;
        const fault = state === undefined ? "is not there any more" : `is \`${state}\``;
        report({ range: placed(resource, placeOf(resource.view, "proposal")), message: `Proposal \`${id}\` ${fault}; one expires after 7 days. Ask ${textOf(resource.view, "gatewayOwnerAccount") ?? "its account"} for a new one.` });
      },
    },
  },
  {
    code: "DX414",
    severity: "warning",
    title: "A proposal is accepted for the prefixes that were asked for.",
    aws: "accepts",
    why: "The accepter's list wins, and the other account finds its own changed.",
    source: "user guide, multi-account associations",
    live: {
      sections,
      resource: (resource, { live }, report) => {
        const proposal = live.proposal(textOf(resource.view, "proposal"));
        const planned = textsOf(resource.view, "allowedPrefixes");
        if (proposal === undefined || planned.length === 0 || isSame(planned, proposal.requestedPrefixes)) return;
        report({ range: placed(resource, keyOf(resource.view, "allowedPrefixes")), message: `The proposal asks for ${proposal.requestedPrefixes.map((prefix) => `\`${prefix}\``).slice(0, 6).join(", ")}; this list takes its place. Tell account ${proposal.gateway.ownerAccount} what it gets.` });
      },
    },
  },
  {
    code: "DX806",
    severity: "hint",
    title: "The state of what the plan adopts is a known one.",
    aws: "ours",
    why: "The service uses words that no document lists. What such a state allows is not known.",
    source: "Terraform provider, issue 11594",
    live: {
      resource: (resource, { live }, report) => {
        const id = idOf(resource);
        const state = id === undefined ? undefined : live.stateOf(id);
        if (state === undefined || state === "unknown" || isKnownState(state)) return;
        report({ range: placed(resource, placeOf(resource.view, "id")), message: `\`${id ?? ""}\` is in state \`${state}\`, which no document explains. Look at it in the console before you apply.` });
      },
    },
  },
  {
    code: "DX808",
    severity: "hint",
    title: "What the plan adopts is there.",
    aws: "ours",
    why: "It may have been deleted, or be in another account or Region. What is there and not in the plan is left alone, so it is not reported.",
    source: "plan format",
    live: { resource: reportMissing },
  },
];

function knownGateway(resource: Resource, live: Beside["live"]): { readonly id: string; readonly region: string; readonly ownerAccount: string } | undefined {
  const [known] = live.associationsOfCloudGateway(textOf(resource.view, "gateway"));
  return known?.gateway;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((prefix) => other.includes(prefix));
}

function reportMissing(resource: Resource, { index, live }: Beside, report: PlacedReport): void {
  const id = idOf(resource);
  // Resiliency groups are not read with the rest.
  if (id === undefined || live.stateOf(id) !== undefined || resource.section === "resiliencyGroups") return;
  const isGlobal = resource.section === "directConnectGateways" || resource.section === "associations";
  const region = isGlobal ? undefined : index.regionOf(resource);
  if (!isRead(live, isGlobal ? "global" : region)) return;
  const [where, orWhere] = isGlobal ? ["", ""] : [`, ${region ?? ""}`, " or Region"];
  report({ range: placed(resource, placeOf(resource.view, "id")), message: `\`${id}\` is not in account ${live.state.account}${where}. It may be deleted, or in another account${orWhere}.` });
}

function isRead({ state }: Beside["live"], where: string | undefined): boolean {
  return where === "global" ? state.isGlobalRead : where !== undefined && state.regions.includes(where);
}

/** Whether a live gateway is already used by the other kind of virtual interface or gateway. */
export function reportLiveMix(resource: Resource, { side, beside }: { readonly side: "private" | "transit"; readonly beside: Beside }, report: PlacedReport): void {
  const id = liveGatewayId(resource, beside);
  const { index, live } = beside;
  const other = side === "private" ? "transit" : "private";
  const association = staying(live.associationsOf(id), index).find(({ gateway }) => (gateway.type === "transitGateway") === (other === "transit"));
  const attached = staying(live.interfacesOfGateway(id), index).find(({ type }) => type === other);
  if (association === undefined && attached === undefined) return;
  const user = attached === undefined ? `\`${association?.gateway.id ?? ""}\`` : labelOf(attached);
  report({ range: placed(resource, placeOf(resource.view, "directConnectGateway")), message: `Gateway \`${id ?? ""}\` is used by ${user}, on the ${other} side, and cannot be on the ${side} side too. Use another Direct Connect gateway.` });
}

/** A gateway whose ASN stands in the plan is told without the live account, and one that has the transit gateway already shows that it can. */
export function reportLiveDefaultAsn(resource: Resource, beside: Beside, report: PlacedReport): void {
  const { index, live } = beside;
  const gateway = live.gateway(liveGatewayId(resource, beside));
  const id = textOf(resource.view, "gateway") ?? "";
  const planned = index.resolve(["directConnectGateways"], textOf(resource.view, "directConnectGateway") ?? "");
  if (gateway?.amazonSideAsn !== 64_512 || !id.startsWith("tgw-") || !isNew(resource.view) || (planned !== undefined && has(planned.view, "amazonSideAsn"))) return;
  if (live.associationsOf(gateway.id).some((one) => one.gateway.id === id)) return;
  report({ range: placed(resource, placeOf(resource.view, "gateway")), message: `Gateway ${labelOf(gateway)} has ASN 64512, which is also a transit gateway's default: with equal ASNs the association fails. Make sure that \`${id}\` has another, or use another Direct Connect gateway.` });
}

interface PrefixOwner {
  readonly resource?: Resource;
  readonly live?: LiveAssociation;
}

/** Allowed prefixes of the plan beside those of transit gateways that it does not have. */
export function reportLivePrefixes(members: readonly Resource[], beside: Beside, report: PlacedReport): void {
  const transit = members.filter(({ view }) => textOf(view, "gateway")?.startsWith("tgw-") === true);
  const planned = new Set(transit.map(({ view }) => textOf(view, "gateway")));
  const known = beside.live.associationsOf(members[0] && liveGatewayId(members[0], beside));
  const others = staying(known, beside.index).filter(({ gateway }) => gateway.type === "transitGateway" && !planned.has(gateway.id));
  if (others.length === 0 || transit.length === 0) return;
  const blocks = [
    ...others.flatMap((live) => blocksOf<PrefixOwner>({ live }, live.allowedPrefixes)),
    ...transit.flatMap((resource) => blocksOf<PrefixOwner>({ resource }, textsOf(resource.view, "allowedPrefixes"))),
  ];
  const told = new Set<Resource>();
  for (const { block, holders } of enclosingBlocks(blocks)) {
    for (const holder of holders) {
      const [own, other] = block.of.resource === undefined ? [holder, block] : [block, holder];
      const [{ resource }, { live }] = [own.of, other.of];
      if (resource === undefined || live === undefined || told.has(resource)) continue;
      told.add(resource);
      report({ range: placed(resource, prefixPlace(resource.view, own.text)), message: `\`${own.text}\` overlaps with \`${other.text}\`, which leads to transit gateway \`${live.gateway.id}\` on the same Direct Connect gateway. Each prefix can lead to one: narrow or remove one of the two.` });
    }
  }
}

/** Where one of the allowed prefixes stands. */
export function prefixPlace(view: View, text: string): ReturnType<typeof placeOf> {
  const node = nodeOf(view, "allowedPrefixes");
  const item = node?.kind === "list" ? node.items.find((one) => one.kind === "scalar" && one.value === text) : undefined;
  return item?.range ?? placeOf(view, "allowedPrefixes");
}

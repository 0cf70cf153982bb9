import { inResource, removal } from "../fixes.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedRange } from "../place.ts";
import type { PlacedReport, Related } from "../problem.ts";
import { has, integerOf, isNew, isTrue, keyOf, lacks, placeOf, scalarOf, textOf, type View } from "../view.ts";
import { adoptedInterface, idMeant, labelOf, liveGatewayId, livePortOf, othersOfGateway } from "./live-relations.ts";
import { gatewayKeyOf, interfacesOf, isForOther, named, portKeyOf, typeOf } from "./relations.ts";
import type { Beside, Rule } from "./rule.ts";

/** Whose a virtual interface is, and how it stands beside others. */
export const interfaceRules: readonly Rule[] = [
  {
    code: "DX312",
    severity: "warning",
    title: "Virtual interfaces of one Direct Connect gateway have one MTU.",
    aws: "accepts",
    why: "Where the same route comes over paths of different MTU, 1500 is used for all.",
    source: "user guide, set-jumbo-frames-vif",
    sections: ["virtualInterfaces"],
    group: { key: gatewayKeyOf, check: reportMixedMtus },
    live: { sections: ["virtualInterfaces"], group: { key: gatewayKeyOf, check: reportOtherLiveMtus } },
  },
  {
    code: "DX319",
    severity: "error",
    title: "A virtual interface is allocated to another account than the connection's owner.",
    aws: "rejects",
    why: "The API answers that it cannot allocate for the connection's owner: one's own are created, not allocated.",
    source: "Terraform provider, issue 5726",
    sections: ["virtualInterfaces"],
    resource: (resource, index, report) => {
      const { view } = resource;
      const owner = textOf(view, "ownerAccount");
      if (owner === undefined || owner !== textOf(index.plan, "account") || isTrue(view, "accept")) return;
      report({ range: placed(resource, placeOf(view, "ownerAccount")), message: `\`${view.name}\` would be allocated to ${owner}, the plan's own account, which AWS refuses. Remove \`ownerAccount\`.`, related: accountPlace(index), ...removal(inResource(resource), "ownerAccount") });
    },
    live: {
      sections: ["virtualInterfaces"],
      resource: (resource, beside, report) => {
        const [owner, port] = [textOf(resource.view, "ownerAccount"), livePortOf(resource, beside)];
        if (owner === undefined || port?.ownerAccount !== owner || owner === textOf(beside.index.plan, "account") || isTrue(resource.view, "accept")) return;
        report({ range: placed(resource, placeOf(resource.view, "ownerAccount")), message: `${labelOf(port)} belongs to ${owner} itself, and AWS allocates nothing to a connection's owner. Remove \`ownerAccount\`.`, ...removal(inResource(resource), "ownerAccount") });
      },
    },
  },
  {
    code: "DX320",
    severity: "error",
    title: "A virtual interface for another account names no gateway.",
    aws: "documented",
    why: "The operations that allocate have no such field; the owner chooses the gateway on confirming.",
    source: "API model, AllocatePrivateVirtualInterface and AllocateTransitVirtualInterface",
    sections: ["virtualInterfaces"],
    resource: (resource, index, report) => {
      const { view } = resource;
      const field = ["directConnectGateway", "virtualGateway"].find((name) => has(view, name) && scalarOf(view, name)?.value !== null);
      if (field === undefined || !isForOther(view, index) || isTrue(view, "accept") || typeOf(resource) === "public") return;
      // What is wrong with this type is told as that.
      if (typeOf(resource) === "transit" && field === "virtualGateway") return;
      const owner = textOf(view, "ownerAccount") ?? "";
      report({
        range: placed(resource, keyOf(view, field)),
        message: `\`${view.name}\` is for account ${owner}, whose owner chooses the gateway on confirming. Remove \`${field}\`.`,
        related: [relatedTo(resource, placeOf(view, "ownerAccount"), "The other account")],
        ...removal(inResource(resource), "directConnectGateway", "virtualGateway"),
      });
    },
  },
  {
    code: "DX328",
    severity: "error",
    title: "A virtual interface is attached to one Direct Connect gateway.",
    aws: "documented",
    why: "An attachment cannot be moved: the virtual interface has to be made anew.",
    source: "user guide, virtualgateways",
    sections: ["virtualInterfaces"],
    group: { key: ({ view }) => textOf(view, "id"), check: reportTwoGateways },
    live: {
      sections: ["virtualInterfaces"],
      resource: (resource, beside, report) => {
        const [one, gateway] = [adoptedInterface(resource, beside), idMeant(resource, "directConnectGateway", beside)];
        const attached = one?.directConnectGatewayId ?? one?.virtualGatewayId;
        if (one === undefined || attached === undefined || !has(resource.view, "directConnectGateway") || gateway === one.directConnectGatewayId) return;
        report({ range: placed(resource, placeOf(resource.view, "directConnectGateway")), message: `${labelOf(one)} is attached to gateway \`${attached}\`, and that cannot be changed. Name that one, or plan a new virtual interface.` });
      },
    },
  },
  {
    code: "DX329",
    severity: "hint",
    title: "Few private virtual interfaces of one connection go to virtual private gateways directly.",
    aws: "accepts",
    why: "Each costs a VLAN and a session and reaches one VPC. A Direct Connect gateway, or a transit virtual interface, reaches many.",
    source: "AWS's agent toolkit",
    sections: ["virtualInterfaces"],
    group: { key: (resource, index) => (has(resource.view, "virtualGateway") ? portKeyOf(resource, index) : undefined), check: reportManyDirect },
  },
];

function accountPlace(index: PlanIndex): readonly Related<PlacedRange>[] {
  const [place, node] = [index.placeOfTop("account"), scalarOf(index.plan, "account")];
  return place === undefined || node === undefined ? [] : [{ range: placed({ place }, node.range), message: "The plan's account" }];
}

/** From here on one gateway for all is plainly better. */
const many = 4;

function reportManyDirect(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const last = members[many - 1];
  if (last === undefined) return;
  report({
    range: placed(last, keyOf(last.view, "virtualGateway")),
    message: `${members.length} virtual interfaces on ${index.portOf(last)?.label ?? "this connection"} reach one VPC each: ${named(members)}. One Direct Connect gateway with associations would reach them all.`,
  });
}

/** Those that differ from most. */
function reportMixedMtus(members: readonly Resource[], _: PlanIndex, report: PlacedReport): void {
  const known = interfacesOf(members).filter(({ view }) => mtuOf(view) !== undefined);
  const jumbo = known.filter(({ view }) => isJumbo(mtuOf(view)));
  const standard = known.filter(({ view }) => !isJumbo(mtuOf(view)));
  const [usual, others] = standard.length > jumbo.length || (standard.length === jumbo.length && known[0] === standard[0]) ? [standard, jumbo] : [jumbo, standard];
  const [one] = usual;
  if (one === undefined) return;
  for (const other of others) {
    report({
      range: placed(other, placeOf(other.view, "mtu")),
      message: `\`${other.view.name}\` has MTU ${mtuOf(other.view) ?? ""}, but \`${one.view.name}\` on the same gateway ${mtuOf(one.view) ?? ""}: routes that come over both use 1500. Give both one MTU.`,
      related: [relatedTo(one, placeOf(one.view, "mtu"), `The MTU of \`${one.view.name}\``)],
    });
  }
}

/** Where those of the plan agree with each other. */
function reportOtherLiveMtus(members: readonly Resource[], beside: Beside, report: PlacedReport): void {
  const [first, ...rest] = interfacesOf(members).filter(({ view }) => mtuOf(view) !== undefined);
  if (first === undefined || rest.some(({ view }) => isJumbo(mtuOf(view)) !== isJumbo(mtuOf(first.view)))) return;
  const other = othersOfGateway(liveGatewayId(first, beside), beside).find((one) => isJumbo(one.mtu) !== isJumbo(mtuOf(first.view)));
  if (other === undefined) return;
  report({
    range: placed(first, placeOf(first.view, "mtu")),
    message: `\`${first.view.name}\` has MTU ${mtuOf(first.view) ?? ""}, but ${labelOf(other)} on the same gateway ${other.mtu}: routes that come over both use 1500. Give both one MTU.`,
  });
}

/** Whether the one that sources disagree on is 8500 or 9001 makes no difference between two that have it. */
function isJumbo(mtu: number | undefined): boolean {
  return mtu !== undefined && mtu > 1500;
}

/** Also of a new one without the field; undefined where nothing, or nothing possible, is said. */
function mtuOf(view: View): number | undefined {
  const mtu = integerOf(view, "mtu");
  if (mtu === undefined) return isNew(view) && lacks(view, "mtu") && !has(view, "ownerAccount") ? 1500 : undefined;
  return [1500, 8500, 9001].includes(mtu) ? mtu : undefined;
}

function reportTwoGateways(members: readonly Resource[], index: PlanIndex, report: PlacedReport): void {
  const attached = members.filter(({ view }) => textOf(view, "directConnectGateway") !== undefined);
  const [first] = attached;
  const other = attached.find((resource) => first !== undefined && gatewayKeyOf(resource, index) !== gatewayKeyOf(first, index));
  if (first === undefined || other === undefined) return;
  report({
    range: placed(other, placeOf(other.view, "directConnectGateway")),
    message: `\`${textOf(other.view, "id") ?? ""}\` is attached to gateway \`${textOf(first.view, "directConnectGateway") ?? ""}\` as \`${first.view.name}\`. One virtual interface has one gateway: keep one of the two.`,
    related: [relatedTo(first, placeOf(first.view, "directConnectGateway"), "The other gateway")],
  });
}

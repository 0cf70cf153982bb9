import { directDependantsOf, isOver, namesOf } from "../model/dependants.ts";
import { usersOf, type GatewayUse } from "../model/gateway-use.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { findOverlap } from "../model/prefix.ts";
import { labelOf, type Proposal, type Resource } from "../model/resource.ts";
import { operation, type FormContext, type Refusal } from "./operation.ts";

export const gatewayOperations = {
  deleteDirectConnectGateway: operation({
    action: "DeleteDirectConnectGateway",
    label: "Delete Direct Connect Gateway",
    verb: "Delete",
    icon: "trash",
    on: [{ kind: "directConnectGateway", states: ["pending", "available"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, gateway) => ({ directConnectGatewayId: gateway.id }),
    /** Source: all attached virtual interfaces and all associated gateways have to go first (DX415). */
    refusal: (gateway, inventory) => {
      const users = directDependantsOf(inventory, gateway).filter(({ kind }) => kind !== "proposal");
      if (users.length === 0) return undefined;
      return {
        message: `Direct Connect gateway ${labelOf(gateway)} is still used by ${namesOf(users)}. Delete its virtual interfaces and its associations first.`,
        because: users.map(({ key }) => key),
      };
    },
  }),
  deleteAssociation: operation({
    action: "DeleteDirectConnectGatewayAssociation",
    label: "Delete Gateway Association",
    verb: "Delete",
    icon: "trash",
    on: [{ kind: "association", states: ["associated", "updating"] }],
    danger: "destroys",
    parameters: {},
    input: (_, association) => ({ associationId: association.id }),
    consequence: ({ gateway, directConnectGatewayId }, inventory) => {
      const virtualInterfaces = resourcesOf(inventory, "attachment").filter(
        (attachment) => attachment.directConnectGatewayId === directConnectGatewayId && !isOver(attachment),
      ).length;
      const reached = `The networks behind ${gateway.id} are no longer reached`;
      if (virtualInterfaces === 0) return `${reached} through this Direct Connect gateway.`;
      return `${reached} over the ${virtualInterfaces === 1 ? "virtual interface" : `${virtualInterfaces} virtual interfaces`} of this Direct Connect gateway.`;
    },
  }),
  acceptProposal: operation({
    action: "AcceptDirectConnectGatewayAssociationProposal",
    label: "Accept Proposal…",
    verb: "Accept",
    icon: "check",
    on: [{ kind: "proposal", states: ["requested"], traits: ["owned"] }],
    danger: "changes",
    inline: true,
    parameters: {
      allowedPrefixes: {
        type: "prefixes",
        label: "Allowed Prefixes",
        hint: "What the Direct Connect gateway advertises to the virtual interfaces. Change the list to allow other prefixes than were asked for.",
        initial: ({ resource }) => (resource.kind === "proposal" ? resource.requestedPrefixes : []),
        check: checkAllowedPrefixes,
      },
    },
    input: ({ allowedPrefixes }, proposal) => ({
      directConnectGatewayId: proposal.directConnectGatewayId,
      proposalId: proposal.id,
      associatedGatewayOwnerAccount: proposal.gateway.ownerAccount,
      ...(isSameList(allowedPrefixes, proposal.requestedPrefixes)
        ? {}
        : { overrideAllowedPrefixesToDirectConnectGateway: allowedPrefixes.map((cidr) => ({ cidr })) }),
    }),
    refusal: refuseMixedUse,
    consequence: ({ gateway }) => `The networks behind ${gateway.id} of account ${gateway.ownerAccount} are reached through this Direct Connect gateway.`,
  }),
  rejectProposal: operation({
    action: "DeleteDirectConnectGatewayAssociationProposal",
    label: "Reject Proposal",
    verb: "Reject",
    icon: "close",
    on: [{ kind: "proposal", states: ["requested"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, proposal) => ({ proposalId: proposal.id }),
    consequence: ({ gateway }) => `Account ${gateway.ownerAccount} has to propose again if it should be associated after all.`,
  }),
  withdrawProposal: operation({
    action: "DeleteDirectConnectGatewayAssociationProposal",
    label: "Withdraw Proposal",
    verb: "Withdraw",
    icon: "discard",
    on: [{ kind: "proposal", states: ["requested"], without: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, proposal) => ({ proposalId: proposal.id }),
    consequence: ({ directConnectGatewayOwnerAccount }) =>
      `Account ${directConnectGatewayOwnerAccount}, which owns the Direct Connect gateway, can then no longer accept it.`,
  }),
};

/** Source: allowed prefixes are required for a transit gateway (DX403), at most 200 (DX405), without overlaps between transit gateways (DX404). */
function checkAllowedPrefixes(prefixes: readonly string[], { resource, inventory }: FormContext): string | undefined {
  if (resource.kind !== "proposal" || resource.gateway.type !== "transitGateway") return undefined;
  if (prefixes.length === 0) return "A transit gateway needs at least one allowed prefix.";
  if (prefixes.length > 200) return `A transit gateway takes at most 200 allowed prefixes; these are ${prefixes.length}. Summarise them.`;
  for (const neighbour of neighboursOf(resource, inventory)) {
    const overlap = findOverlap(prefixes, neighbour.allowedPrefixes);
    if (overlap !== undefined) {
      return `${overlap[0]} overlaps ${overlap[1]}, which ${neighbour.gateway.id} already has on this Direct Connect gateway.`;
    }
  }
  return undefined;
}

function neighboursOf(proposal: Proposal, inventory: Inventory) {
  return resourcesOf(inventory, "association").filter(
    (association) =>
      association.directConnectGatewayId === proposal.directConnectGatewayId &&
      association.gateway.id !== proposal.gateway.id &&
      association.gateway.type === "transitGateway" &&
      !isOver(association),
  );
}

/** A Direct Connect gateway connects virtual private gateways or transit gateways, never both (DX304). */
function refuseMixedUse(proposal: Proposal, inventory: Inventory): Refusal | undefined {
  const gateway = resourcesOf(inventory, "directConnectGateway").find(({ id }) => id === proposal.directConnectGatewayId);
  if (gateway === undefined) return undefined;
  const isTransit = proposal.gateway.type === "transitGateway";
  const users: readonly Resource[] = usersOf(gateway, otherUse(isTransit), inventory);
  if (users.length === 0) return undefined;
  return {
    message: isTransit
      ? `Direct Connect gateway ${labelOf(gateway)} serves ${namesOf(users)} and cannot take a transit gateway as well. Ask for a proposal to another Direct Connect gateway.`
      : `Direct Connect gateway ${labelOf(gateway)} serves ${namesOf(users)} and cannot take a virtual private gateway as well. Ask for a proposal to another Direct Connect gateway.`,
    because: users.map(({ key }) => key),
  };
}

function otherUse(isTransit: boolean): GatewayUse {
  return isTransit ? "private" : "transit";
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

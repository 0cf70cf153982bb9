import { directDependantsOf, isOver, namesOf } from "../model/dependants.ts";
import { useOf, usersOf, type GatewayUse } from "../model/gateway-use.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { labelOf, type Proposal, type Resource } from "../model/resource.ts";
import { phrase } from "../model/text.ts";
import { checkAllowedPrefixes } from "./gateway-parameters.ts";
import { operation, type Refusal } from "./operation.ts";

export const gatewayOperations = {
  deleteDirectConnectGateway: operation({
    action: "DeleteDirectConnectGateway",
    label: phrase("Delete Direct Connect Gateway"),
    verb: phrase("Delete"),
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
        message: phrase(
          "Direct Connect gateway {0} is still used by {1}. Delete its virtual interfaces and its associations first.",
          labelOf(gateway),
          namesOf(users, inventory),
        ),
        because: users.map(({ key }) => key),
      };
    },
  }),
  deleteAssociation: operation({
    action: "DeleteDirectConnectGatewayAssociation",
    label: phrase("Delete Gateway Association"),
    verb: phrase("Delete"),
    icon: "trash",
    on: [{ kind: "association", states: ["associated", "updating"] }],
    danger: "destroys",
    parameters: {},
    input: (_, association) => ({ associationId: association.id }),
    consequence: ({ gateway, directConnectGatewayId }, inventory) => {
      const virtualInterfaces = resourcesOf(inventory, "attachment").filter(
        (attachment) => attachment.directConnectGatewayId === directConnectGatewayId && !isOver(attachment),
      ).length;
      if (virtualInterfaces === 0) return phrase("The networks behind {0} are no longer reached through this Direct Connect gateway.", gateway.id);
      return virtualInterfaces === 1
        ? phrase("The networks behind {0} are no longer reached over the virtual interface of this Direct Connect gateway.", gateway.id)
        : phrase("The networks behind {0} are no longer reached over the {1} virtual interfaces of this Direct Connect gateway.", gateway.id, virtualInterfaces);
    },
  }),
  acceptProposal: operation({
    action: "AcceptDirectConnectGatewayAssociationProposal",
    label: phrase("Accept Proposal…"),
    verb: phrase("Accept"),
    icon: "check",
    on: [{ kind: "proposal", states: ["requested"], traits: ["owned"] }],
    danger: "changes",
    inline: true,
    parameters: {
      allowedPrefixes: {
        type: "prefixes",
        label: phrase("Allowed Prefixes"),
        hint: phrase("What the Direct Connect gateway advertises to the virtual interfaces. Change the list to allow other prefixes than were asked for."),
        initial: ({ target }) => (target.kind === "proposal" ? target.requestedPrefixes : []),
        check: (prefixes, { target, inventory }) =>
          target.kind === "proposal"
            ? checkAllowedPrefixes(
                { directConnectGatewayId: target.directConnectGatewayId, gatewayId: target.gateway.id, isTransit: target.gateway.type === "transitGateway", prefixes },
                inventory,
              )
            : undefined,
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
    consequence: ({ gateway }) =>
      phrase("The networks behind {0} of account {1} are reached through this Direct Connect gateway.", gateway.id, gateway.ownerAccount),
  }),
  rejectProposal: operation({
    action: "DeleteDirectConnectGatewayAssociationProposal",
    label: phrase("Reject Proposal"),
    verb: phrase("Reject"),
    icon: "close",
    on: [{ kind: "proposal", states: ["requested"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, proposal) => ({ proposalId: proposal.id }),
    consequence: ({ gateway }) => phrase("Account {0} has to propose again if it should be associated after all.", gateway.ownerAccount),
  }),
  withdrawProposal: operation({
    action: "DeleteDirectConnectGatewayAssociationProposal",
    label: phrase("Withdraw Proposal"),
    verb: phrase("Withdraw"),
    icon: "discard",
    on: [{ kind: "proposal", states: ["requested"], without: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, proposal) => ({ proposalId: proposal.id }),
    consequence: ({ directConnectGatewayOwnerAccount }) =>
      phrase("Account {0}, which owns the Direct Connect gateway, can then no longer accept it.", directConnectGatewayOwnerAccount),
  }),
};

/** A Direct Connect gateway connects virtual private gateways, or transit gateways and core networks, never both (DX304). */
function refuseMixedUse(proposal: Proposal, inventory: Inventory): Refusal | undefined {
  const gateway = resourcesOf(inventory, "directConnectGateway").find(({ id }) => id === proposal.directConnectGatewayId);
  if (gateway === undefined) return undefined;
  const isTransit = useOf(proposal.gateway) === "transit";
  const users: readonly Resource[] = usersOf(gateway, otherUse(isTransit), inventory);
  if (users.length === 0) return undefined;
  return {
    message: isTransit
      ? phrase(
          "Direct Connect gateway {0} serves {1} and cannot take a transit gateway as well. Ask for a proposal to another Direct Connect gateway.",
          labelOf(gateway),
          namesOf(users, inventory),
        )
      : phrase(
          "Direct Connect gateway {0} serves {1} and cannot take a virtual private gateway as well. Ask for a proposal to another Direct Connect gateway.",
          labelOf(gateway),
          namesOf(users, inventory),
        ),
    because: users.map(({ key }) => key),
  };
}

function otherUse(isTransit: boolean): GatewayUse {
  return isTransit ? "private" : "transit";
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

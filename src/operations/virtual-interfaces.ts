import { isOver } from "../model/dependants.ts";
import { familyText, titleOf } from "../model/describe.ts";
import { accepts, type GatewayUse } from "../model/gateway-use.ts";
import { indexResources, resourcesOf } from "../model/inventory.ts";
import { labelOf, type CloudGateway, type DirectConnectGateway, type Resource } from "../model/resource.ts";
import { phrase, type Text } from "../model/text.ts";
import { hasOwnId, isSameAccount } from "./context.ts";
import { operation } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import { asnMember } from "./session-parameters.ts";
import { unfitGateway } from "./unfit.ts";

export const virtualInterfaceOperations = {
  confirmPrivateVirtualInterface: operation({
    action: "ConfirmPrivateVirtualInterface",
    label: phrase("Confirm Private Virtual Interface…"),
    verb: phrase("Confirm"),
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "private"] }],
    danger: "changes",
    inline: true,
    parameters: {
      gateway: {
        type: "resource",
        label: phrase("Gateway"),
        hint: phrase("Choose a Direct Connect gateway, or a virtual private gateway of its Region"),
        options: (context) => [...directConnectGatewaysFor("private", context), ...virtualPrivateGatewaysFor(context)],
        unfit: (resource, { inventory }) => unfitGateway("private", resource, inventory),
        none: phrase("No gateway of this account fits a private virtual interface. Create a Direct Connect gateway, or a virtual private gateway in its Region, and refresh. A Direct Connect gateway that serves transit virtual interfaces cannot take it."),
      },
    },
    input: ({ gateway }, { id }) =>
      gateway.kind === "virtualPrivateGateway"
        ? { virtualInterfaceId: id, virtualGatewayId: gateway.id }
        : { virtualInterfaceId: id, directConnectGatewayId: gateway.id },
    consequence: () => acceptance,
  }),
  confirmPublicVirtualInterface: operation({
    action: "ConfirmPublicVirtualInterface",
    label: phrase("Confirm Public Virtual Interface"),
    verb: phrase("Confirm"),
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "public"] }],
    danger: "changes",
    inline: true,
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    consequence: () => phrase("{0} AWS checks first that the prefixes it advertises are yours.", acceptance),
  }),
  confirmTransitVirtualInterface: operation({
    action: "ConfirmTransitVirtualInterface",
    label: phrase("Confirm Transit Virtual Interface…"),
    verb: phrase("Confirm"),
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "transit"] }],
    danger: "changes",
    inline: true,
    parameters: {
      gateway: {
        type: "resource",
        label: phrase("Direct Connect Gateway"),
        hint: phrase("Choose the Direct Connect gateway in front of the transit gateways"),
        options: (context) => directConnectGatewaysFor("transit", context),
        unfit: (resource, { inventory }) => unfitGateway("transit", resource, inventory),
        none: phrase("No Direct Connect gateway of this account fits a transit virtual interface. Create one and refresh. A gateway that serves private virtual interfaces or virtual private gateways cannot take it."),
      },
    },
    input: ({ gateway }, { id }) => ({ virtualInterfaceId: id, directConnectGatewayId: gateway.id }),
    consequence: () => acceptance,
  }),
  deleteVirtualInterface: operation({
    action: "DeleteVirtualInterface",
    label: phrase("Delete Virtual Interface"),
    verb: phrase("Delete"),
    icon: "trash",
    // Not for its owner alone: it is listed to the owner of the port that carries it too, who may take it away.
    on: [
      { kind: "virtualInterface", states: ["confirming", "verifying", "pending", "available", "down", "testing"] },
    ],
    danger: "destroys",
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    consequence: ({ state, owned, ownerAccount }) => {
      if (!owned) return phrase("It belongs to account {0}, which loses it without being asked.", ownerAccount);
      return state === "confirming"
        ? phrase("It has not been confirmed: deleting rejects it.")
        : phrase("Its VLAN, addresses and key are given up.");
    },
  }),
  deleteBgpPeer: operation({
    action: "DeleteBGPPeer",
    label: phrase("Delete BGP Peer"),
    verb: phrase("Delete"),
    icon: "trash",
    on: [{ kind: "bgpPeer", states: ["verifying", "pending", "available"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, peer) => ({ virtualInterfaceId: peer.virtualInterfaceId, ...(hasOwnId(peer) ? { bgpPeerId: peer.id } : { ...asnMember(peer.asn), customerAddress: peer.customerAddress }) }),
    /** Source: "The last BGP Peer on a Virtual Interface cannot be deleted" (DX213). */
    refusal: (peer, inventory) => {
      const others = resourcesOf(inventory, "bgpPeer").filter(
        (other) => other.virtualInterfaceId === peer.virtualInterfaceId && other.id !== peer.id && !isLeaving(other),
      );
      if (others.length > 0) return undefined;
      const port = resourcesOf(inventory, "virtualInterface").find(({ id }) => id === peer.virtualInterfaceId);
      return {
        message: phrase(
          "{0} is the only BGP peer of virtual interface {1}, which has to keep one. Delete the virtual interface, or add another peer first.",
          titleOf(peer, indexResources(inventory)),
          port === undefined ? peer.virtualInterfaceId : labelOf(port),
        ),
        because: port === undefined ? [] : [port.key],
      };
    },
    consequence: ({ bgpStatus, addressFamily }) =>
      bgpStatus === "up" ? phrase("{0} traffic over its BGP session stops.", familyText(addressFamily)) : undefined,
  }),
};

const acceptance: Text = phrase("From then on, AWS charges this account for the data that leaves through it.");

function directConnectGatewaysFor(
  use: GatewayUse,
  { target, inventory }: FormContext,
): readonly DirectConnectGateway[] {
  return resourcesOf(inventory, "directConnectGateway").filter(
    (gateway) => gateway.state === "available" && isSameAccount(gateway, target, inventory) && accepts(gateway, use, inventory),
  );
}

/** A virtual private gateway takes virtual interfaces of its own Region only (DX305). */
function virtualPrivateGatewaysFor({ target, inventory }: FormContext): readonly CloudGateway[] {
  return inventory.resources.filter(
    (gateway): gateway is CloudGateway =>
      gateway.kind === "virtualPrivateGateway" &&
      gateway.state === "available" &&
      gateway.region === target.region &&
      isSameAccount(gateway, target, inventory),
  );
}

function isLeaving(resource: Resource): boolean {
  return resource.state === "deleting" || isOver(resource);
}

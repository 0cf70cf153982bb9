import { isOver } from "../model/dependants.ts";
import { accepts, type GatewayUse } from "../model/gateway-use.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { labelOf, type CloudGateway, type DirectConnectGateway, type Resource } from "../model/resource.ts";
import { operation, type FormContext } from "./operation.ts";

export const virtualInterfaceOperations = {
  confirmPrivateVirtualInterface: operation({
    action: "ConfirmPrivateVirtualInterface",
    label: "Confirm Private Virtual Interface…",
    verb: "Confirm",
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "private"] }],
    danger: "changes",
    inline: true,
    parameters: {
      gateway: {
        type: "resource",
        label: "Gateway",
        hint: "Choose a Direct Connect gateway, or a virtual private gateway of its Region",
        options: (context) => [...directConnectGatewaysFor("private", context), ...virtualPrivateGatewaysFor(context)],
        none: "No gateway of this account fits a private virtual interface. Create a Direct Connect gateway, or a virtual private gateway in its Region, and refresh. A Direct Connect gateway that serves transit virtual interfaces cannot take it.",
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
    label: "Confirm Public Virtual Interface",
    verb: "Confirm",
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "public"] }],
    danger: "changes",
    inline: true,
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    consequence: () => `${acceptance} AWS checks first that the prefixes it advertises are yours.`,
  }),
  confirmTransitVirtualInterface: operation({
    action: "ConfirmTransitVirtualInterface",
    label: "Confirm Transit Virtual Interface…",
    verb: "Confirm",
    icon: "check",
    on: [{ kind: "virtualInterface", states: ["confirming"], traits: ["owned", "transit"] }],
    danger: "changes",
    inline: true,
    parameters: {
      gateway: {
        type: "resource",
        label: "Direct Connect Gateway",
        hint: "Choose the Direct Connect gateway in front of the transit gateways",
        options: (context) => directConnectGatewaysFor("transit", context),
        none: "No Direct Connect gateway of this account fits a transit virtual interface. Create one and refresh. A gateway that serves private virtual interfaces or virtual private gateways cannot take it.",
      },
    },
    input: ({ gateway }, { id }) => ({ virtualInterfaceId: id, directConnectGatewayId: gateway.id }),
    consequence: () => acceptance,
  }),
  deleteVirtualInterface: operation({
    action: "DeleteVirtualInterface",
    label: "Delete Virtual Interface",
    verb: "Delete",
    icon: "trash",
    // Not for its owner alone: it is listed to the owner of the port that carries it too, who may take it away.
    on: [
      { kind: "virtualInterface", states: ["confirming", "verifying", "pending", "available", "down", "testing"] },
    ],
    danger: "destroys",
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    consequence: ({ state, owned, ownerAccount }) => {
      if (!owned) return `It belongs to account ${ownerAccount}, which loses it without being asked.`;
      return state === "confirming" ? "It has not been confirmed: deleting rejects it." : "Its VLAN, addresses and key are given up.";
    },
  }),
  deleteBgpPeer: operation({
    action: "DeleteBGPPeer",
    label: "Delete BGP Peer",
    verb: "Delete",
    icon: "trash",
    on: [{ kind: "bgpPeer", states: ["verifying", "pending", "available"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, peer) => ({ virtualInterfaceId: peer.virtualInterfaceId, bgpPeerId: peer.id }),
    /** Source: "The last BGP Peer on a Virtual Interface cannot be deleted" (DX213). */
    refusal: (peer, inventory) => {
      const others = resourcesOf(inventory, "bgpPeer").filter(
        (other) => other.virtualInterfaceId === peer.virtualInterfaceId && other.id !== peer.id && !isLeaving(other),
      );
      if (others.length > 0) return undefined;
      const port = resourcesOf(inventory, "virtualInterface").find(({ id }) => id === peer.virtualInterfaceId);
      return {
        message: `${labelOf(peer)} is the only BGP peer of virtual interface ${port === undefined ? peer.virtualInterfaceId : labelOf(port)}, which has to keep one. Delete the virtual interface, or add another peer first.`,
        because: port === undefined ? [] : [port.key],
      };
    },
    consequence: ({ bgpStatus, addressFamily }) =>
      bgpStatus === "up" ? `Its BGP session is up: ${familyNames[addressFamily]} traffic over it stops.` : undefined,
  }),
};

const acceptance = "From then on, AWS charges this account for the data that leaves through it.";

const familyNames = { ipv4: "IPv4", ipv6: "IPv6" } as const;

function directConnectGatewaysFor(
  use: GatewayUse,
  { resource, inventory }: FormContext,
): readonly DirectConnectGateway[] {
  return resourcesOf(inventory, "directConnectGateway").filter(
    (gateway) => gateway.state === "available" && isSameAccount(gateway, resource, inventory) && accepts(gateway, use, inventory),
  );
}

/** A virtual private gateway takes virtual interfaces of its own Region only (DX305). */
function virtualPrivateGatewaysFor({ resource, inventory }: FormContext): readonly CloudGateway[] {
  return inventory.resources.filter(
    (gateway): gateway is CloudGateway =>
      gateway.kind === "virtualPrivateGateway" &&
      gateway.state === "available" &&
      gateway.region === resource.region &&
      isSameAccount(gateway, resource, inventory),
  );
}

/** Not every listing tells an account; then the profile that reads both does. */
function isSameAccount(one: Resource, other: Resource, inventory: Inventory): boolean {
  if (one.ownerAccount !== "" && other.ownerAccount !== "") return one.ownerAccount === other.ownerAccount;
  const account = (profile: string): string =>
    inventory.accounts.find((candidate) => candidate.profile === profile)?.id ?? profile;
  return account(one.profile) === account(other.profile);
}

function isLeaving(resource: Resource): boolean {
  return resource.state === "deleting" || isOver(resource);
}

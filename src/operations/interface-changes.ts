import { directDependantsOf, namesOf } from "../model/dependants.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { rateLimits } from "../model/plan/speeds.ts";
import type { Connection, Lag, VirtualInterface } from "../model/resource.ts";
import { noText, phrase, type Text } from "../model/text.ts";
import { vlansOn, type Port } from "../model/vlan.ts";
import { hasOwnId } from "./context.ts";
import { carriersFor, checkTypedMtu, mtuOptions, prefixPool, rateLimitOptions } from "./interface-parameters.ts";
import { operation, type Offer } from "./operation.ts";
import { newInterfaceName } from "./parameters.ts";
import type { FormContext } from "./parameter.ts";
import { addresses, addressFamily, asn, authKey, sessionMembers } from "./session-parameters.ts";
import { unfitCarrier } from "./unfit.ts";

const living = ["confirming", "verifying", "pending", "available", "down", "testing"] as const;
const working = ["available", "down"] as const;
const own = { kind: "virtualInterface", states: living, traits: ["owned"] } as const satisfies Offer;

export const interfaceChanges = {
  renameVirtualInterface: operation({
    action: "UpdateVirtualInterfaceAttributes",
    label: phrase("Rename Virtual Interface…"),
    verb: phrase("Rename"),
    icon: "edit",
    on: [own],
    danger: "changes",
    parameters: { name: newInterfaceName },
    members: { name: "virtualInterfaceName" },
    input: ({ name }, { id }) => ({ virtualInterfaceId: id, virtualInterfaceName: name }),
  }),
  setMtu: operation({
    action: "UpdateVirtualInterfaceAttributes",
    label: phrase("Change MTU…"),
    verb: phrase("Change"),
    icon: "symbol-ruler",
    on: [
      { ...own, states: working, traits: ["owned", "private"] },
      { ...own, states: working, traits: ["owned", "transit"] },
    ],
    danger: "interrupts",
    parameters: {
      mtu: {
        type: "choice",
        label: phrase("MTU"),
        options: ({ target, inventory }) => (target.kind === "virtualInterface" ? mtuOptions(target.type, portOf(target, inventory)) : []),
        initial: ({ target }) => (target.kind === "virtualInterface" ? String(target.mtu) : undefined),
        other: (mtu, { target, inventory }) => (target.kind === "virtualInterface" ? checkTypedMtu(mtu, target.type, portOf(target, inventory)) : undefined),
      },
    },
    members: { mtu: "mtu" },
    input: ({ mtu }, { id }) => ({ virtualInterfaceId: id, mtu: Number(mtu) }),
    consequence: jumboConsequence,
  }),
  setSiteLink: operation({
    action: "UpdateVirtualInterfaceAttributes",
    label: phrase("Turn SiteLink On or Off…"),
    verb: phrase("Change"),
    icon: "arrow-both",
    on: [
      { ...own, states: ["pending", ...working], traits: ["owned", "private"] },
      { ...own, states: ["pending", ...working], traits: ["owned", "transit"] },
    ],
    danger: "changes",
    parameters: {
      siteLink: {
        type: "yesNo",
        label: phrase("SiteLink"),
        yes: phrase("traffic goes straight between locations, which AWS charges for at once"),
        no: phrase("no traffic between locations"),
        initial: ({ target }) => target.kind === "virtualInterface" && !target.siteLinkEnabled,
      },
    },
    members: { siteLink: "enableSiteLink" },
    input: ({ siteLink }, { id }) => ({ virtualInterfaceId: id, enableSiteLink: siteLink }),
    refusal: (virtualInterface, inventory) =>
      gatewayIdOf(virtualInterface, inventory) === undefined
        ? { message: phrase("SiteLink works on a Direct Connect gateway only, and {0} is on none.", virtualInterface.name || virtualInterface.id), because: [virtualInterface.key] }
        : undefined,
  }),
  setPrefixPool: operation({
    action: "UpdateVirtualInterfaceAttributes",
    label: phrase("Change Prefix Limits…"),
    verb: phrase("Change"),
    icon: "list-unordered",
    on: [
      { ...own, states: ["pending", ...working], traits: ["owned", "private"] },
      { ...own, states: ["pending", ...working], traits: ["owned", "transit"] },
    ],
    danger: "changes",
    parameters: {
      ipv4: { ...prefixPool(phrase("Prefixes over IPv4")), optional: false, initial: ({ target }) => numberIn(target, "prefixPoolAllocatedCountIpv4") },
      ipv6: { ...prefixPool(phrase("Prefixes over IPv6")), optional: false, initial: ({ target }) => numberIn(target, "prefixPoolAllocatedCountIpv6") },
    },
    members: { ipv4: "prefixPoolAllocatedCountIpv4", ipv6: "prefixPoolAllocatedCountIpv6" },
    input: ({ ipv4, ipv6 }, { id }) => ({ virtualInterfaceId: id, prefixPoolAllocatedCountIpv4: ipv4, prefixPoolAllocatedCountIpv6: ipv6 }),
    consequence: () => phrase("A router that announces more than this loses its BGP session."),
  }),
  setRateLimit: operation({
    action: "UpdateVirtualInterfaceAttributes",
    label: phrase("Change Rate Limit…"),
    verb: phrase("Change"),
    icon: "dashboard",
    on: [{ ...own, states: ["pending", ...working] }],
    danger: "interrupts",
    parameters: {
      rateLimit: {
        type: "choice",
        label: phrase("Rate Limit"),
        hint: phrase("The most that it may send and receive, such as 500Mbps"),
        options: ({ target, inventory }) => rateLimitOptions(target.kind === "virtualInterface" ? portOf(target, inventory) : undefined),
        other: (limit) => (rateLimits.includes(limit) ? undefined : phrase("{0} is no step of the rate limiter, such as 500Mbps or 2Gbps.", limit)),
      },
    },
    members: { rateLimit: "rateLimit" },
    input: ({ rateLimit }, { id }) => ({ virtualInterfaceId: id, rateLimit }),
    refusal: (virtualInterface, inventory) => {
      const port = portOf(virtualInterface, inventory);
      if (port?.kind !== "connection" || !port.hosted) return undefined;
      return { message: phrase("{0} is on a hosted connection, whose speed is its limit already.", virtualInterface.name || virtualInterface.id), because: [port.key] };
    },
    consequence: () => phrase("What is sent above the limit is dropped from now on."),
  }),
  moveVirtualInterface: operation({
    action: "AssociateVirtualInterface",
    label: phrase("Move Virtual Interface…"),
    verb: phrase("Move"),
    icon: "move",
    on: [{ ...own, states: ["confirming", "verifying", ...working] }],
    danger: "interrupts",
    touches: ["connection"],
    parameters: {
      connection: {
        type: "resource",
        label: phrase("Connection or LAG"),
        hint: phrase("What is to carry it from now on"),
        options: targetsFor,
        unfit: (resource, { target, inventory }) =>
          (resource.kind === "connection" || resource.kind === "lag") && target.kind === "virtualInterface" ? unfitCarrier(resource, target, inventory) : undefined,
        none: phrase("No other connection and no LAG of the account in this Region can take it: its VLAN has to be free there, and a hosted connection carries one virtual interface only."),
      },
    },
    input: ({ connection }, { id }) => ({ virtualInterfaceId: id, connectionId: connection.id }),
    consequence: () => phrase("Its BGP sessions go down while it moves and come up again on the new port, often within a minute. Your router has to be ready there, with the same VLAN and addresses."),
  }),
  createBgpPeer: operation({
    action: "CreateBGPPeer",
    label: phrase("Add BGP Peer…"),
    verb: phrase("Add"),
    icon: "pulse",
    on: [{ ...own, states: ["pending", ...working] }],
    alsoAt: ["account", "region", "virtualInterface"],
    danger: "changes",
    touches: ["bgpPeer"],
    parameters: {
      addressFamily: { ...addressFamily, options: familiesFor },
      asn: { ...asn, initial: ({ target }) => (target.kind === "virtualInterface" ? target.asn : undefined) },
      ...addresses(true, typeOf),
      authKey,
    },
    input: ({ addressFamily: family, ...answers }, { id }) => ({
      virtualInterfaceId: id,
      newBGPPeer: sessionMembers({ ...answers, addressFamily: family === "ipv6" ? "ipv6" : "ipv4" }),
    }),
    refusal: (virtualInterface, inventory) => {
      const peers = peersOf(virtualInterface, inventory);
      if (new Set(peers.map(({ addressFamily: family }) => family)).size < 2) return undefined;
      return {
        message: phrase("{0} has a peer of each family already ({1}).", virtualInterface.name || virtualInterface.id, namesOf(peers, inventory)),
        because: peers.map(({ key }) => key),
      };
    },
  }),
  startFailoverTest: operation({
    action: "StartBgpFailoverTest",
    label: phrase("Start Failover Test…"),
    verb: phrase("Test"),
    icon: "debug-start",
    on: [{ ...own, states: working }],
    danger: "interrupts",
    touches: ["bgpPeer"],
    parameters: {
      minutes: {
        type: "number",
        label: phrase("Minutes"),
        hint: phrase("How long the sessions stay down, unless the test is stopped: 1 to 4320"),
        initial: () => 180,
        check: (value) => (value >= 1 && value <= 4320 ? undefined : phrase("A test lasts 1 to 4320 minutes.")),
      },
      peers: {
        type: "resources",
        label: phrase("BGP Peers"),
        hint: phrase("Which sessions go down; all unless chosen"),
        optional: true,
        options: ({ target, inventory }) => (target.kind === "virtualInterface" ? peersOf(target, inventory).filter(hasOwnId) : []),
        none: phrase("The virtual interface has no BGP peer."),
      },
    },
    members: { minutes: "testDurationInMinutes" },
    input: ({ minutes, peers }, { id }) => ({
      virtualInterfaceId: id,
      testDurationInMinutes: minutes,
      ...(peers === undefined ? {} : { bgpPeers: peers.map((peer) => peer.id) }),
    }),
    consequence: (virtualInterface, inventory, { minutes }) =>
      phrase("Its BGP sessions go down for {0} minutes, or until you stop the test. {1}", minutes, pathsBeside(virtualInterface, inventory)),
  }),
  stopFailoverTest: operation({
    action: "StopBgpFailoverTest",
    label: phrase("Stop Failover Test"),
    verb: phrase("Stop Testing"),
    icon: "debug-stop",
    on: [{ ...own, states: ["testing"] }],
    danger: "changes",
    inline: true,
    touches: ["bgpPeer"],
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    consequence: () => phrase("The sessions come up again."),
  }),
};

function typeOf({ target }: FormContext) {
  return target.kind === "virtualInterface" ? target.type : "private";
}

function portOf({ connectionId }: VirtualInterface, { resources }: Inventory): Connection | Lag | undefined {
  return resources.find((resource): resource is Connection | Lag => (resource.kind === "connection" || resource.kind === "lag") && resource.id === connectionId);
}

function peersOf({ id }: VirtualInterface, inventory: Inventory) {
  return resourcesOf(inventory, "bgpPeer").filter(({ virtualInterfaceId, state }) => virtualInterfaceId === id && state !== "deleted" && state !== "deleting");
}

/** Source: CreateBGPPeer; a second one of a family needs a port with a second device, which few have. */
function familiesFor({ target, inventory }: FormContext) {
  const taken = target.kind === "virtualInterface" ? peersOf(target, inventory).map(({ addressFamily: family }) => family) : [];
  return addressFamily.options.filter(({ value }) => !taken.includes(value));
}

function gatewayIdOf(virtualInterface: VirtualInterface, inventory: Inventory): string | undefined {
  return virtualInterface.directConnectGatewayId ?? resourcesOf(inventory, "attachment").find(({ virtualInterfaceId }) => virtualInterfaceId === virtualInterface.id)?.directConnectGatewayId;
}

/** Source: AssociateVirtualInterface: the VLAN has to be free, and nothing goes from a hosted connection onto a LAG. */
function targetsFor({ target, inventory }: FormContext): readonly (Connection | Lag)[] {
  if (target.kind !== "virtualInterface") return [];
  const current = portOf(target, inventory);
  const isFromHosted = current?.kind === "connection" && current.hosted;
  return carriersFor(target.type, target, inventory).filter(
    (port) => port.id !== target.connectionId && canTake(port, target, inventory) && !(isFromHosted && port.kind === "lag") && (target.mtu <= 1500 || port.jumboFrameCapable),
  );
}

function canTake(port: Port, { vlan, id }: VirtualInterface, inventory: Inventory): boolean {
  if (port.kind === "connection" && port.hosted) return port.vlan === vlan;
  const user = vlansOn(port, inventory).get(vlan);
  return user === undefined || user.id === id;
}

function jumboConsequence(virtualInterface: VirtualInterface, inventory: Inventory, { mtu }: { readonly mtu: string }): Text | undefined {
  if (Number(mtu) <= 1500) return phrase("Larger packets are dropped or split from now on, and its sessions may start anew.");
  const port = portOf(virtualInterface, inventory);
  const others = port === undefined ? [] : directDependantsOf(inventory, port).filter(({ id }) => id !== virtualInterface.id);
  return others.length === 0
    ? phrase("If its port has no jumbo frames yet, it is interrupted for up to 30 seconds.")
    : phrase("If its port has no jumbo frames yet, everything on that is interrupted for up to 30 seconds: also {0}.", namesOf(others, inventory));
}

/** What else leads to its gateway. Which networks are announced there the API does not tell, so nothing is promised. */
function pathsBeside(virtualInterface: VirtualInterface, inventory: Inventory): Text {
  const gateway = gatewayOfUse(virtualInterface, inventory);
  if (gateway === undefined) return noText;
  const others = resourcesOf(inventory, "virtualInterface").filter((other) => other.id !== virtualInterface.id && gatewayOfUse(other, inventory) === gateway);
  if (others.length === 0) return phrase("No other virtual interface leads to its gateway: what is behind it is not reached over Direct Connect meanwhile.");
  const live = new Set(resourcesOf(inventory, "bgpPeer").flatMap(({ virtualInterfaceId, bgpStatus }) => (bgpStatus === "up" ? [virtualInterfaceId] : [])));
  const up = others.filter(({ id }) => live.has(id));
  return up.length === 0
    ? phrase("No session of another virtual interface at its gateway is up: what is behind it is not reached over Direct Connect meanwhile.")
    : phrase("Up at the same gateway: {0}. Traffic goes there as far as the same networks are announced there.", namesOf(up, inventory));
}

function gatewayOfUse(virtualInterface: VirtualInterface, inventory: Inventory): string | undefined {
  return gatewayIdOf(virtualInterface, inventory) ?? virtualInterface.virtualGatewayId;
}

function numberIn(target: FormContext["target"], member: string): number {
  const value = "record" in target ? target.record[member] : undefined;
  return typeof value === "number" ? value : 100;
}


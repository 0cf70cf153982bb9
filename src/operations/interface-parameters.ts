import { bandwidthText } from "../model/describe.ts";
import { accepts, type GatewayUse } from "../model/gateway-use.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { rateLimits } from "../model/plan/speeds.ts";
import { checkJumbo, checkMtu, megabitsOf, possibleMtus } from "../model/port-limits.ts";
import { carriedByPort, checkRoom } from "../model/port-room.ts";
import { labelOf, type CloudGateway, type Connection, type DirectConnectGateway, type Lag, type VirtualInterface, type VirtualInterfaceType } from "../model/resource.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { checkVlan, offeredVlan, type Port } from "../model/vlan.ts";
import { isPort, isSameAccount, ownGateways, portIn } from "./context.ts";
import type { FormContext } from "./parameter.ts";
import { isPlace, type Target } from "./target.ts";

/** What carries a new virtual interface of a type, where it is not what the form was opened on. */
export function carrierOf(type: VirtualInterfaceType) {
  return {
    type: "resource",
    label: phrase("Connection or LAG"),
    hint: phrase("What is to carry it; a hosted connection carries one"),
    options: ({ target, inventory }: FormContext) => carriersFor(type, target, inventory),
    none: phrase("No connection and no LAG here can carry another virtual interface: it has to be up or down, and a hosted connection carries one only. Create a connection first."),
    when: ({ target }: FormContext) => !isPort(target),
  } as const;
}

/** A LAG's members carry nothing themselves. Source: the service's quotas (DX501). */
export function carriersFor(type: VirtualInterfaceType, target: Target, inventory: Inventory): readonly (Connection | Lag)[] {
  const carried = carriedByPort(inventory);
  return [...resourcesOf(inventory, "connection"), ...resourcesOf(inventory, "lag")].filter(
    (port) => port.owned && (port.state === "available" || port.state === "down") && isIn(port, target) && isSameAccount(port, target, inventory) && hasRoom(port, type, carried.get(port.id)),
  );
}

function isIn(port: Connection | Lag, target: Target): boolean {
  const isHere = target.region === undefined || port.region === target.region;
  return isHere && !(isPlace(target) && target.location !== undefined && port.location !== target.location);
}

function hasRoom(port: Connection | Lag, type: VirtualInterfaceType, carried: readonly VirtualInterface[] = []): boolean {
  const isCarrier = port.kind === "lag" ? !port.allowsHostedConnections : port.lagId === undefined;
  return isCarrier && checkRoom(port, type, carried) === undefined;
}

export const vlan = {
  type: "number",
  label: phrase("VLAN"),
  hint: phrase("The tag of its frames: 1 to 4094, used once on the port"),
  initial: (context: FormContext) => {
    const port = portIn(context);
    return port === undefined ? undefined : offeredVlan(port, context.inventory);
  },
  check: (value: number, context: FormContext) => checkVlan(value, portIn(context), context.inventory),
} as const;

/** A Direct Connect gateway of the account that may take this use. */
export function gatewayOf(use: GatewayUse) {
  return {
    type: "resource",
    label: phrase("Gateway"),
    hint: use === "private" ? phrase("A Direct Connect gateway, or a virtual private gateway of the port's Region") : phrase("The Direct Connect gateway in front of the transit gateways"),
    options: (context: FormContext) => gatewaysFor(use, context),
    none: phrase("No gateway of this account fits. Create a Direct Connect gateway and refresh; one serves either private or transit virtual interfaces."),
    when: ({ target }: FormContext) => target.kind !== "directConnectGateway",
  } as const;
}

function gatewaysFor(use: GatewayUse, context: FormContext): readonly (DirectConnectGateway | CloudGateway)[] {
  const { target, inventory } = context;
  const own = ownGateways(target, inventory).filter((gateway) => accepts(gateway, use, inventory));
  if (use === "transit") return own;
  const region = portIn(context)?.region ?? target.region;
  const virtual = inventory.resources.filter(
    (gateway): gateway is CloudGateway =>
      gateway.kind === "virtualPrivateGateway" && gateway.state === "available" && gateway.region === region && isSameAccount(gateway, target, inventory),
  );
  return [...own, ...virtual];
}

/** The packet sizes of a type; jumbo ones where the port carries them. */
export function mtuOf(type: VirtualInterfaceType) {
  return {
    type: "choice",
    label: phrase("MTU"),
    hint: phrase("The largest packet that it carries, in bytes"),
    optional: true,
    options: (context: FormContext) => mtuOptions(type, portIn(context)),
    other: (mtu: string, context: FormContext) => checkTypedMtu(mtu, type, portIn(context)),
  } as const;
}

/** Why a typed packet size is none of those; the plan's rules say the same. */
export function checkTypedMtu(mtu: string, type: VirtualInterfaceType, port: Port | undefined): Text | undefined {
  if (!/^\d{1,6}$/.test(mtu)) return phrase("Write a whole number.");
  const ofType = type === "public" ? undefined : checkMtu(Number(mtu), type);
  return ofType ?? (port === undefined ? undefined : checkJumbo(Number(mtu), port, labelOf(port)));
}

export function mtuOptions(type: VirtualInterfaceType, port: { readonly jumboFrameCapable: boolean } | undefined) {
  return possibleMtus[type]
    .filter((mtu) => mtu === 1500 || port?.jumboFrameCapable !== false)
    .map((mtu) => ({ value: String(mtu), label: verbatim(mtu), description: mtu === 1500 ? phrase("the standard") : phrase("jumbo frames; turning them on can stop the port for up to 30 seconds") }));
}

/** Source: the user guide on SiteLink: on Direct Connect gateways only (DX310). */
export const siteLink = {
  type: "yesNo",
  label: phrase("SiteLink"),
  hint: phrase("Send traffic straight between locations; AWS charges for it at once"),
  yes: phrase("turn SiteLink on"),
  no: phrase("leave it off"),
  optional: true,
  when: ({ target, answers }: FormContext) => target.kind === "directConnectGateway" || (answers["gateway"] as DirectConnectGateway | undefined)?.kind === "directConnectGateway",
} as const;

export const rateLimit = {
  type: "choice",
  label: phrase("Rate Limit"),
  hint: phrase("The most that it may send and receive; a dedicated port has ten limiters"),
  optional: true,
  options: (context: FormContext) => rateLimitOptions(portIn(context)),
  when: (context: FormContext) => {
    const port = portIn(context);
    return port !== undefined && !(port.kind === "connection" && port.hosted);
  },
} as const;

/** What the port can reach; nothing for a port that is not listed, whose speed is not known. */
export function rateLimitOptions(port: Port | undefined) {
  const links = port?.kind === "lag" ? Math.max(1, port.connectionIds.length) : 1;
  const most = port === undefined ? 0 : megabitsOf(port.bandwidth) * links;
  return rateLimits.filter((limit) => megabitsOf(limit) <= most).map((limit) => ({ value: limit, label: bandwidthText(limit) }));
}

/** How many prefixes a session may announce, of each family. Source: the user guide on prefix controls (DX133). */
export function prefixPool(label: Text) {
  return { type: "number", label, hint: phrase("How many prefixes your router may announce: 0 to 1000; AWS takes 100 where nothing is set"), optional: true, check: checkPrefixPool } as const;
}

function checkPrefixPool(value: number): Text | undefined {
  return value >= 0 && value <= 1000 ? undefined : phrase("Choose a number from 0 to 1000.");
}

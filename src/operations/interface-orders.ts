import { usersOf, type GatewayUse } from "../model/gateway-use.ts";
import type { Inventory } from "../model/inventory.ts";
import type { CloudGateway, Connection, DirectConnectGateway, Lag, VirtualInterfaceType } from "../model/resource.ts";
import { carriedByPort, checkRoom } from "../model/port-room.ts";
import { checkPrefix } from "../model/prefix.ts";
import { phrase, type Text } from "../model/text.ts";
import { textIn } from "./context.ts";
import { carrierOf, gatewayOf, mtuOf, prefixPool, rateLimit, siteLink, vlan } from "./interface-parameters.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation, type Offer, type Refusal } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import { interfaceName as name, otherAccount } from "./parameters.ts";
import { addresses, addressFamily, asn, authKey, sessionMembers } from "./session-parameters.ts";
import type { Target } from "./target.ts";
import { unfitGateway } from "./unfit.ts";

const carriers = [
  { kind: "connection", states: ["available", "down"], traits: ["owned"], without: ["inLag", "carried"] },
  { kind: "lag", states: ["available", "down"], traits: ["owned"], without: ["hostable"] },
] as const satisfies readonly Offer[];
const places = [{ kind: "place", states: ["account", "region", "location", "virtualInterface", "withoutGateway"] }] as const satisfies readonly Offer[];
const gateways = [{ kind: "directConnectGateway", states: ["available"], traits: ["owned"] }] as const satisfies readonly Offer[];

const standard: Readonly<Record<VirtualInterfaceType, () => VirtualInterfaceType>> = { private: () => "private", public: () => "public", transit: () => "transit" };
const prefixPools = {
  prefixPoolIpv4: prefixPool(phrase("Prefixes from Your Router, IPv4")),
  prefixPoolIpv6: prefixPool(phrase("Prefixes from Your Router, IPv6")),
};

/** What is alike in all that is made for another account. */
const allocated = {
  verb: phrase("Allocate"),
  on: carriers,
  alsoAt: places[0].states,
  danger: "changes",
  touches: ["virtualInterface"],
  members: { ownerAccount: "ownerAccount" },
  consequence: (_: Target, __: Inventory, { ownerAccount }: { readonly ownerAccount: string }) => waitsFor(ownerAccount),
} as const;

const routeFilterPrefixes = {
  type: "prefixes",
  label: phrase("Prefixes to Announce"),
  hint: phrase("The public prefixes of yours that your router announces; AWS checks that they are."),
  initial: () => [],
  check: (prefixes: readonly string[], context: FormContext) => checkAnnounced(prefixes, textIn(context, "addressFamily")),
} as const;

export const interfaceOrders = {
  createPrivateVirtualInterface: operation({
    action: "CreatePrivateVirtualInterface",
    label: phrase("Create Private Virtual Interface…"),
    verb: phrase("Create"),
    icon: "lock",
    on: [...carriers, ...gateways, ...places],
    danger: "changes",
    refusal: (target, inventory) => refuseFull("private", target, inventory) ?? refuseOtherUse("private", target, inventory),
    touches: ["virtualInterface", "attachment"],
    parameters: {
      connection: carrierOf("private"),
      gateway: gatewayOf("private"),
      name,
      vlan,
      asn,
      addressFamily,
      ...addresses(true, standard.private),
      authKey,
      mtu: mtuOf("private"),
      siteLink,
      rateLimit,
      ...prefixPools,
      tags: newTags,
    },
    input: (answers, target) => ({
      connectionId: carrierId(answers.connection, target),
      newPrivateVirtualInterface: { ...identity(answers), ...sessionMembers(answers), ...sizes(answers), ...gatewayMember(answers.gateway ?? target) },
    }),
  }),
  createTransitVirtualInterface: operation({
    action: "CreateTransitVirtualInterface",
    label: phrase("Create Transit Virtual Interface…"),
    verb: phrase("Create"),
    icon: "arrow-swap",
    on: [...carriers, ...gateways, ...places],
    danger: "changes",
    refusal: (target, inventory) => refuseFull("transit", target, inventory) ?? refuseOtherUse("transit", target, inventory),
    touches: ["virtualInterface", "attachment"],
    parameters: {
      connection: carrierOf("transit"),
      gateway: gatewayOf("transit"),
      name,
      vlan,
      asn,
      addressFamily,
      ...addresses(true, standard.transit),
      authKey,
      mtu: mtuOf("transit"),
      siteLink,
      rateLimit,
      ...prefixPools,
      tags: newTags,
    },
    input: (answers, target) => ({
      connectionId: carrierId(answers.connection, target),
      newTransitVirtualInterface: { ...identity(answers), ...sessionMembers(answers), ...sizes(answers), ...gatewayMember(answers.gateway ?? target) },
    }),
  }),
  createPublicVirtualInterface: operation({
    action: "CreatePublicVirtualInterface",
    label: phrase("Create Public Virtual Interface…"),
    verb: phrase("Create"),
    icon: "broadcast",
    on: [...carriers, ...places],
    danger: "changes",
    refusal: (target, inventory) => refuseFull("public", target, inventory),
    touches: ["virtualInterface"],
    parameters: { connection: carrierOf("public"), name, vlan, asn, addressFamily, ...addresses(false, standard.public), routeFilterPrefixes, authKey, rateLimit, tags: newTags },
    input: (answers, target) => ({
      connectionId: carrierId(answers.connection, target),
      newPublicVirtualInterface: { ...identity(answers), ...sessionMembers(answers), ...limit(answers), ...filters(answers.routeFilterPrefixes) },
    }),
    consequence: () => review,
  }),
  allocatePrivateVirtualInterface: operation({
    ...allocated,
    action: "AllocatePrivateVirtualInterface",
    refusal: (target, inventory) => refuseFull("private", target, inventory),
    label: phrase("Allocate Private Virtual Interface…"),
    icon: "lock",
    parameters: { ownerAccount: otherAccount, name, vlan, asn, addressFamily, ...addresses(true, standard.private), authKey, mtu: mtuOf("private"), rateLimit, tags: newTags },
    input: (answers, { id }) => ({
      connectionId: id,
      ownerAccount: answers.ownerAccount,
      newPrivateVirtualInterfaceAllocation: { ...identity(answers), ...sessionMembers(answers), ...mtuMember(answers), ...limit(answers) },
    }),
  }),
  allocateTransitVirtualInterface: operation({
    ...allocated,
    action: "AllocateTransitVirtualInterface",
    refusal: (target, inventory) => refuseFull("transit", target, inventory),
    label: phrase("Allocate Transit Virtual Interface…"),
    icon: "arrow-swap",
    parameters: { ownerAccount: otherAccount, name, vlan, asn, addressFamily, ...addresses(true, standard.transit), authKey, mtu: mtuOf("transit"), rateLimit, tags: newTags },
    input: (answers, { id }) => ({
      connectionId: id,
      ownerAccount: answers.ownerAccount,
      newTransitVirtualInterfaceAllocation: { ...identity(answers), ...sessionMembers(answers), ...mtuMember(answers), ...limit(answers) },
    }),
  }),
  allocatePublicVirtualInterface: operation({
    ...allocated,
    action: "AllocatePublicVirtualInterface",
    refusal: (target, inventory) => refuseFull("public", target, inventory),
    label: phrase("Allocate Public Virtual Interface…"),
    icon: "broadcast",
    parameters: { ownerAccount: otherAccount, name, vlan, asn, addressFamily, ...addresses(false, standard.public), routeFilterPrefixes, authKey, rateLimit, tags: newTags },
    input: (answers, { id }) => ({
      connectionId: id,
      ownerAccount: answers.ownerAccount,
      newPublicVirtualInterfaceAllocation: { ...identity(answers), ...sessionMembers(answers), ...limit(answers), ...filters(answers.routeFilterPrefixes) },
    }),
  }),
};

const review = phrase("AWS checks first that the prefixes it announces are yours.");

function waitsFor(account: string): Text {
  return phrase("It waits until account {0} confirms it, and takes its VLAN from now on.", account);
}

function checkAnnounced(prefixes: readonly string[], family: string): Text | undefined {
  if (prefixes.length === 0) return family === "ipv6" ? undefined : phrase("A public virtual interface over IPv4 announces at least one prefix.");
  const narrow = prefixes.find((prefix) => prefix.includes(":") && Number(prefix.split("/")[1]) > 64);
  if (narrow !== undefined) return phrase("{0} is narrower than a /64, which AWS does not take.", narrow);
  return prefixes.map(checkPrefix).find((problem) => problem !== undefined);
}

function refuseFull(type: VirtualInterfaceType, target: Target, inventory: Inventory): Refusal | undefined {
  if (target.kind !== "connection" && target.kind !== "lag") return undefined;
  const carried = carriedByPort(inventory).get(target.id) ?? [];
  const message = checkRoom(target, type, carried);
  return message === undefined ? undefined : { message, because: carried.slice(0, 1).map(({ key }) => key) };
}

/** Source: a Direct Connect gateway serves private or transit virtual interfaces, never both (DX304). */
function refuseOtherUse(use: GatewayUse, target: Target, inventory: Inventory): Refusal | undefined {
  if (target.kind !== "directConnectGateway") return undefined;
  const message = unfitGateway(use, target, inventory);
  return message === undefined ? undefined : { message, because: usersOf(target, use === "private" ? "transit" : "private", inventory).map(({ key }) => key) };
}

function carrierId(chosen: Connection | Lag | undefined, target: Target): string {
  return chosen?.id ?? ("id" in target ? target.id : "");
}

interface Identity {
  readonly name: string;
  readonly vlan: number;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

function identity({ name: virtualInterfaceName, vlan: number, tags }: Identity) {
  return { virtualInterfaceName, vlan: number, ...tagList(tags) };
}

interface Sizes {
  readonly mtu?: string | undefined;
  readonly siteLink?: boolean | undefined;
  readonly rateLimit?: string | undefined;
  readonly prefixPoolIpv4?: number | undefined;
  readonly prefixPoolIpv6?: number | undefined;
}

function sizes(answers: Sizes) {
  const { siteLink: enableSiteLink, prefixPoolIpv4, prefixPoolIpv6 } = answers;
  return {
    ...mtuMember(answers),
    ...limit(answers),
    ...(enableSiteLink === undefined ? {} : { enableSiteLink }),
    ...(prefixPoolIpv4 === undefined ? {} : { prefixPoolAllocatedCountIpv4: prefixPoolIpv4 }),
    ...(prefixPoolIpv6 === undefined ? {} : { prefixPoolAllocatedCountIpv6: prefixPoolIpv6 }),
  };
}

function mtuMember({ mtu }: Sizes) {
  return mtu === undefined ? {} : { mtu: Number(mtu) };
}

function limit({ rateLimit: steps }: Sizes) {
  return steps === undefined ? {} : { rateLimit: steps };
}

function filters(prefixes: readonly string[]) {
  return { routeFilterPrefixes: prefixes.map((cidr) => ({ cidr })) };
}

function gatewayMember(gateway: DirectConnectGateway | CloudGateway | Target) {
  const { id } = gateway as { readonly id?: string };
  return gateway.kind === "virtualPrivateGateway" ? { virtualGatewayId: id ?? "" } : { directConnectGatewayId: id ?? "" };
}

import { checkAsnPair, checkCustomerAsn, largestShortAsn, remarkCustomerAsn } from "../model/asn.ts";
import { resourcesOf } from "../model/inventory.ts";
import { overlapElsewhere, overlapOnPort } from "../model/peer-overlap.ts";
import { labelOf, type AddressFamily, type DirectConnectGateway, type Resource, type VirtualInterfaceType } from "../model/resource.ts";
import { checkAuthKey, checkPeerAddress, checkPeerPair, otherEnd } from "../model/session-checks.ts";
import { phrase, type Text } from "../model/text.ts";
import { accountOf, portIn, textIn } from "./context.ts";
import type { FormContext } from "./parameter.ts";

/** What a BGP session is made of, asked in this order by whatever makes one. */
export const asn = {
  type: "number",
  label: phrase("BGP ASN of Your Router"),
  hint: phrase("Your own ASN, or a private one: 64512 to 65534, or 4200000000 to 4294967294"),
  initial: usualAsn,
  check: (value: number, context: FormContext) => checkCustomerAsn(value) ?? checkBesideGateway(value, context),
  remark: remarkCustomerAsn,
} as const;

export const addressFamily = {
  type: "choice",
  label: phrase("Address Family"),
  options: [
    { value: "ipv4", label: phrase("IPv4") },
    { value: "ipv6", label: phrase("IPv6"), description: phrase("Amazon chooses both addresses") },
  ],
} as const;

export const authKey = {
  type: "secret",
  label: phrase("BGP Key"),
  hint: phrase("6 to 80 characters. Without one, Amazon makes it; the router configuration has it."),
  optional: true,
  check: checkAuthKey,
} as const;

/** The two ends of a session over IPv4. On the Internet they have to be given, else Amazon chooses. */
export function addresses<T extends boolean>(isOptional: T, typeOf: (context: FormContext) => VirtualInterfaceType) {
  const isIpv4 = (context: FormContext): boolean => textIn(context, "addressFamily") !== "ipv6";
  return {
    amazonAddress: {
      type: "text",
      label: phrase("Amazon's Address"),
      hint: phrase("With its prefix length, such as 169.254.255.1/30"),
      optional: isOptional,
      when: isIpv4,
      check: (value: string, context: FormContext) => checkPeerAddress(value, typeOf(context)) ?? besideOthers(overlapOnPort, value, context),
      remark: (value: string, context: FormContext) => besideOthers(overlapElsewhere, value, context),
    },
    customerAddress: {
      type: "text",
      label: phrase("Address of Your Router"),
      hint: phrase("In the same subnet as Amazon's address"),
      optional: isOptional,
      when: (context: FormContext) => isIpv4(context) && (!isOptional || textIn(context, "amazonAddress") !== ""),
      initial: (context: FormContext) => otherEnd(textIn(context, "amazonAddress")) ?? "",
      check: (value: string, context: FormContext): Text | undefined =>
        checkPeerAddress(value, typeOf(context)) ?? checkPeerPair(value, textIn(context, "amazonAddress")),
    },
  } as const;
}

function besideOthers(compare: typeof overlapOnPort, text: string, context: FormContext): Text | undefined {
  const { target, inventory } = context;
  const id = target.kind === "virtualInterface" ? target.connectionId : portIn(context)?.id;
  return id === undefined ? undefined : compare(text, { id, profile: target.profile }, inventory);
}

function checkBesideGateway(value: number, { target, answers, inventory }: FormContext): Text | undefined {
  const gatewayId = target.kind === "virtualInterface" ? target.directConnectGatewayId : undefined;
  const candidates = [answers["gateway"] as Resource | undefined, "record" in target ? target : undefined, ...inventory.resources.filter(({ id }) => id === gatewayId)];
  const gateway = candidates.find((one): one is DirectConnectGateway => one?.kind === "directConnectGateway");
  return gateway === undefined ? undefined : checkAsnPair(value, gateway.amazonSideAsn, labelOf(gateway));
}

interface SessionAnswers {
  readonly asn: number;
  readonly addressFamily: AddressFamily;
  readonly authKey?: string | undefined;
  readonly amazonAddress?: string | undefined;
  readonly customerAddress?: string | undefined;
}

/** What a request says of the session. A lone address of Amazon's gets its other end. */
export function sessionMembers(answers: SessionAnswers) {
  const { asn: number, addressFamily: family, authKey: key, amazonAddress, customerAddress = otherEnd(amazonAddress ?? "") } = answers;
  const hasAddresses = amazonAddress !== undefined && customerAddress !== undefined;
  return {
    ...asnMember(number),
    addressFamily: family,
    ...(key === undefined ? {} : { authKey: key }),
    ...(hasAddresses ? { amazonAddress, customerAddress } : {}),
  };
}

/** The member that can hold the number. */
export function asnMember(number: number) {
  return number > largestShortAsn ? { asnLong: number } : { asn: number };
}

/** The ASN that most of the account's virtual interfaces have, since routers are configured alike. */
function usualAsn({ target, inventory }: FormContext): number {
  const counts = new Map<number, number>();
  const account = accountOf(target.profile, inventory);
  for (const { asn: number, profile } of resourcesOf(inventory, "virtualInterface")) {
    if (accountOf(profile, inventory) === account) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 65000;
}

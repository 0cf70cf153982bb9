import { phrase, type Text } from "./text.ts";

/** The largest ASN that fits the API's `asn`; a larger one goes into `asnLong`. */
export const largestShortAsn = 2_147_483_646;
export const largestAsn = 4_294_967_294;

/** Amazon's own, which older virtual private gateways have. Source: Terraform provider, issue 6242 (DX109). */
export const amazonAsns: readonly number[] = [7224, 9059, 10124, 17493];

/** Source: API model, CreateDirectConnectGateway (DX108). */
export function isPrivateAsn(asn: number): boolean {
  return (asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= largestAsn);
}

/** What a Direct Connect gateway can have; undefined when it can have this. */
export function checkGatewayAsn(asn: number): Text | undefined {
  if (amazonAsns.includes(asn)) return phrase("ASN {0} is one of Amazon's own, which a Direct Connect gateway cannot take. Choose a private one, 64512 by default.", plain(asn));
  if (isPrivateAsn(asn)) return undefined;
  return phrase("ASN {0} is not private. Choose one from 64512 to 65534 or from 4200000000 to 4294967294.", plain(asn));
}

/** What a router can have, in any of the API's two members; undefined when it can have this (DX103). */
export function checkCustomerAsn(asn: number): Text | undefined {
  if (asn < 1 || asn > largestAsn) return phrase("ASN {0} is out of range. Choose one from 1 to 4294967294.", plain(asn));
  if (!isReservedAsn(asn)) return undefined;
  return phrase("ASN {0} is reserved, and routers refuse it. Use your own, or a private one from 64512 to 65534.", plain(asn));
}

/** What is odd about an ASN that a router can have; undefined where nothing is. */
export function remarkCustomerAsn(asn: number): Text | undefined {
  return amazonAsns.includes(asn) ? phrase("ASN {0} is one of Amazon's own. Write that of your router.", plain(asn)) : undefined;
}

/** Why a router cannot have the ASN of the gateway's side; undefined where they differ (DX215). */
export function checkAsnPair(asn: number, amazonSideAsn: number | undefined, gateway: string): Text | undefined {
  if (asn !== amazonSideAsn) return undefined;
  return phrase("ASN {0} is also that of gateway {1}: a session needs two different ones. Use your router's own.", plain(asn), gateway);
}

/** AS_TRANS, the last of 16 bits, and those for documents. Source: RFC 5398, RFC 6793, RFC 7300 (DX107). */
export function isReservedAsn(asn: number): boolean {
  return asn === 23456 || asn === 65535 || (asn >= 64496 && asn <= 64511) || (asn >= 65536 && asn <= 65551);
}

/** As text, so that no language puts separators into it. */
function plain(asn: number): string {
  return String(asn);
}

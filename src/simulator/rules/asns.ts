import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

const largestAsn = 2_147_483_646;
const largestLongAsn = 4_294_967_294;

/** Of public virtual interfaces, and of all that wait for their owner. */
export const amazonPublicAsn = 7224;

export interface AsnWish {
  readonly asn?: number;
  readonly asnLong?: number;
}

/** The AS number that is meant: `asnLong` where there is one, whatever `asn` says. Undefined when neither is given. */
export function chooseAsn({ asn, asnLong }: AsnWish): number | undefined {
  if (asnLong !== undefined) {
    if (asnLong < 1 || asnLong > largestLongAsn) throw refusal(simulatorTexts.asnOutOfRange("asnLong", asnLong, largestLongAsn));
    return asnLong;
  }
  if (asn !== undefined && (asn < 1 || asn > largestAsn)) throw refusal(simulatorTexts.asnOutOfRange("asn", asn, largestAsn));
  return asn;
}

/** Refuses a session whose two ends have one AS number: Direct Connect speaks external BGP alone. */
export function checkOtherAsn(asn: number, amazonSideAsn: number): void {
  if (asn === amazonSideAsn) throw refusal(simulatorTexts.asnIsAmazons(asn));
}

/** Whether an AS number is one that nobody owns: RFC 6996. */
export function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}

import { refusal } from "./api-failure.ts";
import { isPrivateAsn } from "./asns.ts";
import { simulatorTexts } from "./texts.ts";

/** What a Direct Connect gateway gets when nobody chooses. */
export const defaultGatewayAsn = 64512;

/** Source: `amazonSideAsn` of CreateDirectConnectGateway. */
export function checkGatewayAsn(asn: number): void {
  if (!isPrivateAsn(asn)) throw refusal(simulatorTexts.gatewayAsnOutOfRange(asn));
}

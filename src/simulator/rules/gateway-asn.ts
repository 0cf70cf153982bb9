import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** What a Direct Connect gateway gets when nobody chooses. */
export const defaultGatewayAsn = 64512;

/** The private AS numbers, short and long, but for the last of each, which are reserved. */
const ranges = [
  [64_512, 65_534],
  [4_200_000_000, 4_294_967_294],
] as const;

export function checkGatewayAsn(asn: number): void {
  if (!ranges.some(([first, last]) => asn >= first && asn <= last)) throw refusal(simulatorTexts.gatewayAsnOutOfRange(asn));
}

import type { VirtualInterfaceType } from "../world/records.ts";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** Private ones are documented with 8500 and, in other places, with 9001: both are taken. */
const mtuByType = { private: [1500, 8500, 9001], transit: [1500, 8500], public: [1500] } as const;

export const standardMtu = 1500;

/** Refuses an MTU that the type of virtual interface cannot have, or that what carries it cannot pass. */
export function checkMtu(type: VirtualInterfaceType, mtu: number, carrier: { readonly id: string; readonly jumboFrameCapable: boolean }): void {
  const allowed: readonly number[] = mtuByType[type];
  if (!allowed.includes(mtu)) throw refusal(simulatorTexts.mtuInvalid(mtu, allowed));
  if (mtu > standardMtu && !carrier.jumboFrameCapable) throw refusal(simulatorTexts.jumboImpossible(carrier.id));
}

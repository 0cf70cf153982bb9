import type { VirtualInterfaceType } from "./resource.ts";
import { phrase, type Text } from "./text.ts";

/** The most connections of a LAG. Source: API model, CreateLag (DX127). */
export function mostLinks(bandwidth: string): number {
  return ["100Gbps", "400Gbps"].includes(bandwidth) ? 2 : 4;
}

export function checkLinkCount(count: number, bandwidth: string): Text | undefined {
  const most = mostLinks(bandwidth);
  return count >= 1 && count <= most ? undefined : phrase("A LAG of {0} connections has 1 to {1} of them, not {2}.", bandwidth, most, String(count));
}

/** Sources disagree on 9001 for private ones, so both are possible (DX114, DX115). */
export const possibleMtus: Readonly<Record<VirtualInterfaceType, readonly number[]>> = {
  private: [1500, 8500, 9001],
  transit: [1500, 8500],
  public: [1500],
};

/** What a port carries, in Mbps; 0 for a speed that is none. */
export function megabitsOf(bandwidth: string): number {
  const [, amount = "0", unit = ""] = /^([\d.]+)([MGT])bps$/.exec(bandwidth) ?? [];
  return Number(amount) * (unit === "T" ? 1_000_000 : unit === "G" ? 1_000 : 1);
}

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

/** Why a type of virtual interface cannot have a packet size, wherever it is; undefined where it can (DX114, DX115). */
export function checkMtu(mtu: number, type: Exclude<VirtualInterfaceType, "public">): Text | undefined {
  if (possibleMtus[type].includes(mtu)) return undefined;
  return type === "transit"
    ? phrase("MTU {0} is not possible on a transit virtual interface; use 1500 or 8500.", String(mtu))
    : phrase("MTU {0} is not possible on a private virtual interface; use 1500 or 8500, or 9001 where the connection reports it.", String(mtu));
}

/** Why a port cannot carry packets of a size; undefined where it can (DX310). */
export function checkJumbo(mtu: number, port: { readonly jumboFrameCapable: boolean }, name: string): Text | undefined {
  if (mtu <= 1500 || port.jumboFrameCapable) return undefined;
  return phrase("MTU {0} is not possible on {1}, which is not capable of jumbo frames. Use 1500.", String(mtu), name);
}

/** What a port carries, in Mbps; 0 for a speed that is none. */
export function megabitsOf(bandwidth: string): number {
  const [, amount = "0", unit = ""] = /^([\d.]+)([MGT])bps$/.exec(bandwidth) ?? [];
  return Number(amount) * (unit === "T" ? 1_000_000 : unit === "G" ? 1_000 : 1);
}

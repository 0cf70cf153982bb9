import ipaddr from "ipaddr.js";
import { hostedOn, type Port, virtualInterfacesOn } from "../world/links.ts";
import type { VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { subnetsOf } from "./peer-addresses.ts";
import { findOverlap } from "./prefixes.ts";
import { simulatorTexts } from "./texts.ts";

/** Refuses to put virtual interfaces on a port where others, those on its hosted connections included, use their addresses. */
export function checkAddressesApart(world: World, moving: readonly VirtualInterfaceRecord[], port: Port): void {
  const there = [port, ...hostedOn(world, port.id)].flatMap(({ id }) => virtualInterfacesOn(world, id));
  const others = there.filter((other) => !moving.includes(other));
  const overlap = findOverlap(addressesOf(moving), addressesOf(others));
  if (overlap !== undefined) throw refusal(simulatorTexts.addressesInUse(overlap[0], port.id));
}

/** What an estate says of addresses need not be any. */
function addressesOf(virtualInterfaces: readonly VirtualInterfaceRecord[]): string[] {
  return virtualInterfaces.flatMap(subnetsOf).filter((address) => ipaddr.isValidCIDR(address));
}

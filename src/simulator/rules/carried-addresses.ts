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
  const overlap = findOverlap(moving.flatMap(subnetsOf), others.flatMap(subnetsOf));
  if (overlap !== undefined) throw refusal(simulatorTexts.addressesInUse(overlap[0], port.id));
}

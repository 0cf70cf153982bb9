import { isGone, type Link } from "./links.ts";
import { placeOf } from "./links-index.ts";
import type { World } from "./world.ts";

/** Where a port is ordered, and how fast. */
export interface Place {
  readonly region: string;
  readonly location: string;
  readonly bandwidth: string;
}

/** AWS's routers at a location where the estate knows of none. */
const devicesPerLocation = 3;
/** How many ports of a speed a router has. AWS publishes no number; these let a test run out of them. */
const portsPerDevice: Readonly<Record<string, number>> = { "1Gbps": 48, "10Gbps": 48, "100Gbps": 12, "400Gbps": 4 };

/**
 * The device with the fewest ports among those with as many free ports of the speed as are wanted, so that
 * connections ordered one after the other land apart. Undefined when none has them.
 */
export function findDevice(world: World, place: Place, wanted: number): string | undefined {
  const links = linksAt(world, place);
  const crowd = (device: string) => links.filter(({ awsDeviceV2 }) => awsDeviceV2 === device).length;
  const fitting = devicesAt(place, links).filter((device) => roomIn(links, device, place.bandwidth) >= wanted);
  return fitting.sort((one, other) => crowd(one) - crowd(other))[0];
}

/** Whether a certain device has that many free ports of the speed. */
export function hasRoom(world: World, place: Place, device: string | undefined, wanted: number): boolean {
  return device === undefined || roomIn(linksAt(world, place), device, place.bandwidth) >= wanted;
}

function linksAt(world: World, place: Place): Link[] {
  const key = placeOf(place);
  const links: Link[] = [...world.linked("connection", "location", key), ...world.linked("interconnect", "location", key)];
  return links.filter((link) => !isGone(link) && !(link.kind === "connection" && link.parentConnectionId !== undefined));
}

function roomIn(links: readonly Link[], device: string, bandwidth: string): number {
  const taken = links.filter((link) => link.awsDeviceV2 === device && link.bandwidth === bandwidth).length;
  return (portsPerDevice[bandwidth] ?? 0) - taken;
}

/** Those that the estate's ports are on, and others up to the usual number. */
function devicesAt({ region, location }: Place, links: readonly Link[]): string[] {
  const known = links.flatMap(({ awsDeviceV2 }) => awsDeviceV2 ?? []);
  const usual = Array.from({ length: devicesPerLocation }, (_, index) => `${location}-${suffix(`${region}/${location}/${index}`)}`);
  const devices = [...new Set(known)];
  for (const device of usual) if (devices.length < devicesPerLocation && !devices.includes(device)) devices.push(device);
  return devices;
}

const suffixLength = 13;

/** Thirteen letters or digits that follow from a text, as in `EqDC2-19y7z3m17xpuz`. */
function suffix(text: string): string {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let letters = "";
  while (letters.length < suffixLength) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
    state = (state ^ (state >>> 12)) + 0x9e3779b9 >>> 0;
    letters += (state % 36).toString(36);
  }
  return letters;
}

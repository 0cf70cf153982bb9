import type { Kind, LocationRecord, WorldRecord } from "../world/records.ts";
import { World } from "../world/world.ts";
import { completeRecord, findContradiction } from "./complete-record.ts";
import { EstateError } from "./estate-error.ts";
import { type JsonPath, readJsonText } from "./json-text.ts";
import type { Layout } from "./layout.ts";
import { keyLayout, layouts, listNames, locationLayout, peerLayout } from "./layouts.ts";
import standardLocations from "./locations.json" with { type: "json" };
import { asObject, readMember } from "./members.ts";
import { findDanglingReferences } from "./references.ts";
import { readTime } from "./times.ts";

export interface Problem {
  readonly path: JsonPath;
  readonly message: string;
}

const estateVersion = 1;
const topMembers = ["estate", "about", "now", "idsMade", "partners", "anyGateway", "locations", ...Object.values(listNames)];
export const problemsShown = 10;

/** Builds a world from an estate file's text; relative times count from now. Throws EstateError. */
export function readEstateText(text: string, source: string, now: number): World {
  const json = readJsonText(text);
  if (json.problem !== undefined) {
    throw new EstateError(`${source}, line ${json.problem.line}: ${json.problem.message}`);
  }
  const reading = readEstate(json.value, now);
  if (reading.problems.length === 0) return reading.world;
  const lines = reading.problems
    .slice(0, problemsShown)
    .map(({ path, message }) => `${source}, line ${json.lineOf(path)}: ${describePath(path)}: ${message}`);
  if (reading.problems.length > problemsShown) lines.push(`and ${reading.problems.length - problemsShown} more`);
  throw new EstateError(lines.join("\n"));
}

/** Builds a world from an estate that is JSON already; relative times count from now. */
export function readEstate(value: unknown, now: number): { readonly world: World; readonly problems: readonly Problem[] } {
  const reader = new EstateReader(value, now);
  return { world: reader.world, problems: reader.problems };
}

class EstateReader {
  readonly world: World;
  readonly problems: Problem[] = [];
  readonly #estate: Readonly<Record<string, unknown>>;
  readonly #now: number;

  constructor(value: unknown, now: number) {
    this.#estate = asObject(value) ?? {};
    const isObject = asObject(value) !== undefined;
    if (!isObject) this.#report([], "an estate is an object");
    this.#now = Math.max(now, this.#readTop("now", (given) => readTime(given, now), "a time") ?? now);
    if (isObject) this.#checkTop();
    this.world = new World({
      now: this.#now,
      about: this.#readTop("about", (given) => (typeof given === "string" ? given : undefined), "a text"),
      locations: this.#readLocations(),
      partners: this.#readTop("partners", readAccounts, "a list of account ids of twelve digits in quotes"),
      anyCloudGateway: this.#readTop("anyGateway", readBoolean, "true or false") ?? this.#estate[listNames.cloudGateway] === undefined,
      idsMade: this.#readTop("idsMade", readCount, "a whole number") ?? 0,
    });
    for (const kind of Object.keys(listNames) as Kind[]) this.#readKind(kind);
    this.problems.push(...findDanglingReferences(this.world));
  }

  #checkTop(): void {
    if (this.#estate["estate"] !== estateVersion) {
      this.#report(["estate"], `it has to be ${estateVersion}, the version of the format`);
    }
    for (const name of Object.keys(this.#estate)) {
      if (!topMembers.includes(name)) this.#report([name], `no such member; an estate has ${topMembers.join(", ")}`);
    }
  }

  #readTop<T>(name: string, read: (value: unknown) => T | undefined, wanted: string): T | undefined {
    const value = this.#estate[name];
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) this.#report([name], `give ${wanted}`);
    return result;
  }

  #readLocations(): LocationRecord[] {
    const own = this.#listOf("locations").map((item, index) => this.#readObject(locationLayout, item, ["locations", index]));
    const locations = new Map<string, LocationRecord>();
    for (const location of [...standardLocations, ...(own as unknown as LocationRecord[])]) {
      locations.set(`${location.region}/${location.locationCode}`, location);
    }
    return [...locations.values()];
  }

  #readKind(kind: Kind): void {
    const list = listNames[kind];
    for (const [index, item] of this.#listOf(list).entries()) {
      const path = [list, index];
      const problemsBefore = this.problems.length;
      const members = this.#readObject(layouts[kind], item, path);
      if (this.problems.length > problemsBefore) continue;
      const record = completeRecord({ kind, order: 0, ...members } as unknown as WorldRecord);
      const problem = findContradiction(record);
      if (problem !== undefined) this.#report(path, problem);
      if (this.world.find(kind, record.id) !== undefined) this.#report(path, `${record.id} stands here twice`);
      this.world.add(record);
    }
  }

  #listOf(name: string): readonly unknown[] {
    const list = this.#estate[name] ?? [];
    if (Array.isArray(list)) return list;
    this.#report([name], "it has to be a list");
    return [];
  }

  #readObject(layout: Layout, value: unknown, path: JsonPath): Record<string, unknown> {
    const object = asObject(value);
    const record: Record<string, unknown> = {};
    if (object === undefined) {
      this.#report(path, "it has to be an object");
      return record;
    }
    const known = new Set(layout.derived);
    for (const [name, member] of Object.entries(layout.members)) {
      const spelled = member.spelled ?? name;
      known.add(spelled);
      const at = [...path, spelled];
      if (member.type === "peers") record[name] = this.#readPeers(object, at);
      else if (member.type === "keys") record[name] = this.#readKeys(object, at);
      else {
        const read = readMember(member, readAsn(spelled, object), this.#now);
        if (typeof read === "string") this.#report(at, read);
        else record[name] = read.value;
      }
    }
    for (const name of Object.keys(object)) if (!known.has(name)) this.#report([...path, name], "no such member");
    return record;
  }

  #readPeers(owner: Readonly<Record<string, unknown>>, path: JsonPath): unknown[] {
    const peers = owner["bgpPeers"];
    if (!Array.isArray(peers) || peers.length === 0) {
      this.#report(path, "a virtual interface needs at least one peer");
      return [];
    }
    return peers.map((peer, index) => ({
      kind: "bgpPeer",
      order: 0,
      virtualInterfaceId: owner["virtualInterfaceId"],
      ...this.#readObject(peerLayout, peer, [...path, index]),
    }));
  }

  #readKeys(owner: Readonly<Record<string, unknown>>, path: JsonPath): unknown[] {
    const keys = owner["macSecKeys"] ?? [];
    if (!Array.isArray(keys)) {
      this.#report(path, "it has to be a list");
      return [];
    }
    const portId = owner["connectionId"] ?? owner["interconnectId"] ?? owner["lagId"];
    return keys.map((key, index) => ({ kind: "macSecKey", order: 0, portId, ...this.#readObject(keyLayout, key, [...path, index]) }));
  }

  #report(path: JsonPath, message: string): void {
    this.problems.push({ path, message });
  }
}

/** Large AS numbers stand in `asnLong`, with `asn` 0, where AWS printed the record. */
function readAsn(name: string, object: Readonly<Record<string, unknown>>): unknown {
  const value = object[name];
  return name === "asn" && (value === 0 || value === undefined) ? (object["asnLong"] ?? value) : value;
}

function readAccounts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.every((item): item is string => typeof item === "string" && /^\d{12}$/.test(item)) ? value : undefined;
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Where something stands in an estate, for messages: `connections[0].bandwidth`. */
export function describePath(path: JsonPath): string {
  if (path.length === 0) return "the estate";
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("").slice(1);
}

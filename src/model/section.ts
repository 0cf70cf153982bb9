import type { Inventory, Location, ReadFailure } from "./inventory.ts";
import type { Resource, ResourceKind } from "./resource.ts";

/** The parts in which an inventory is read: each can fail, and be read again, on its own. */
export const regionalSections = ["connections", "interconnects", "lags", "virtualInterfaces", "virtualGateways", "locations"] as const;
export const globalSections = ["gateways", "proposals"] as const;
export type SectionName = (typeof regionalSections)[number] | (typeof globalSections)[number];

/** Which part: of one profile, and of one Region unless it is global. */
export interface Section {
  readonly profile: string;
  /** For a global section, the Region to ask in. */
  readonly region: string;
  readonly name: SectionName;
}

/** What one part brought. A failure of one call leaves what the section's other calls brought. */
export interface SectionAnswer {
  readonly section: Section;
  /** The profile's account where its credentials tell it: twelve digits. */
  readonly account: string | undefined;
  readonly resources: readonly Resource[];
  readonly locations: readonly Location[];
  readonly failures: readonly ReadFailure[];
}

/** The section in which a resource of this kind is read. */
export const sectionOfKind: Readonly<Record<ResourceKind, SectionName>> = {
  connection: "connections",
  interconnect: "interconnects",
  lag: "lags",
  virtualInterface: "virtualInterfaces",
  bgpPeer: "virtualInterfaces",
  virtualPrivateGateway: "virtualGateways",
  transitGateway: "gateways",
  directConnectGateway: "gateways",
  association: "gateways",
  attachment: "gateways",
  proposal: "proposals",
};

/** One profile with the Regions to read. */
export interface Choice {
  readonly profile: string;
  readonly regions: readonly string[];
}

/** Every section of the chosen profiles and Regions. */
export function sectionsOf(choices: readonly Choice[]): readonly Section[] {
  return choices.flatMap(({ profile, regions }) => [
    ...regions.flatMap((region) => regionalSections.map((name) => ({ profile, region, name }))),
    ...regions.slice(0, 1).flatMap((region) => globalSections.map((name) => ({ profile, region, name }))),
  ]);
}

export function sectionKey({ profile, region, name }: Section): string {
  return [profile, region, name].join("\n");
}

/**
 * One inventory from all answers. A resource that several profiles see is listed once, as its owner sees it;
 * one that several sections bring (a LAG's member, a gateway known from an association) as the fuller record.
 */
export function mergeSections(choices: readonly Choice[], answers: readonly SectionAnswer[]): Inventory {
  const accounts = choices.map(({ profile, regions }) => ({ profile, id: accountOf(profile, answers), regions }));
  const idOf = new Map(accounts.map(({ profile, id }) => [profile, id]));
  const resources = new Map<string, Resource>();
  for (const read of answers.flatMap((answer) => answer.resources)) {
    const resource = withOwnership(read, idOf.get(read.profile));
    const known = resources.get(resource.key);
    if (known === undefined || isBetter(resource, known)) resources.set(resource.key, resource);
  }
  const locations = new Map<string, Location>();
  for (const location of answers.flatMap((answer) => answer.locations)) {
    locations.set(`${location.region}/${location.code}`, location);
  }
  return {
    accounts,
    resources: [...resources.values()],
    locations: [...locations.values()],
    failures: answers.flatMap((answer) => answer.failures),
  };
}

/** Kinds that the API lists to nobody but their owner: they tell whose account a profile is. */
const listedToOwner: readonly ResourceKind[] = ["lag", "directConnectGateway"];

function accountOf(profile: string, answers: readonly SectionAnswer[]): string | undefined {
  const mine = answers.filter(({ section }) => section.profile === profile);
  const told = mine.find(({ account }) => account !== undefined)?.account;
  if (told !== undefined) return told;
  const read = mine.flatMap(({ resources }) => resources).filter(({ ownerAccount }) => ownerAccount !== "");
  const sure = read.find((resource) => listedToOwner.includes(resource.kind) || isOwnConnection(resource));
  return (sure ?? read.find((resource) => isOnForeignPort(resource, read)))?.ownerAccount;
}

/** A hosted connection that a partner sees on its own interconnect or LAG names that parent. */
function isOwnConnection(resource: Resource): boolean {
  return resource.kind === "connection" && resource.parentId === undefined;
}

/** A virtual interface is listed to its owner and to its port's: if the port is not ours, the virtual interface is. */
function isOnForeignPort(resource: Resource, read: readonly Resource[]): boolean {
  return resource.kind === "virtualInterface" && !read.some(({ id }) => id === resource.connectionId);
}

function withOwnership(resource: Resource, account: string | undefined): Resource {
  if (account === undefined || resource.ownerAccount === "") return resource;
  return { ...resource, owned: resource.ownerAccount === account };
}

function isBetter(candidate: Resource, known: Resource): boolean {
  if (candidate.owned !== known.owned) return candidate.owned;
  return Object.keys(candidate.record).length > Object.keys(known.record).length;
}

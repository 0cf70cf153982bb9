import type { Inventory, Location, ReadFailure } from "./inventory.ts";
import type { Resource, ResourceKind } from "./resource.ts";

/** The parts in which an inventory is read: each can fail, and be read again, on its own. */
const regionalSections = ["connections", "interconnects", "lags", "virtualInterfaces", "virtualGateways", "resiliencyGroups", "locations"] as const;
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
  coreNetwork: "gateways",
  directConnectGateway: "gateways",
  association: "gateways",
  attachment: "gateways",
  proposal: "proposals",
  resiliencyGroup: "resiliencyGroups",
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
 * One inventory from all answers. A resource that several profiles see is listed once, as its owner sees it. One that
 * several sections bring (a LAG's member, a gateway known from an association) is taken from the section of its kind.
 */
export function mergeSections(choices: readonly Choice[], answers: readonly SectionAnswer[]): Inventory {
  const accounts = choices.map(({ profile, regions }) => ({ profile, id: accountOf(profile, answers), regions }));
  const idOf = new Map(accounts.map(({ profile, id }) => [profile, id]));
  const sightings = new Map<string, Sighting>();
  const locations = new Map<string, Location>();
  for (const { section, ...answer } of answers) {
    for (const read of answer.resources) {
      const isHome = sectionOfKind[read.kind] === section.name && !isUnderParent(read);
      const sighting = { resource: withOwnership(read, idOf.get(read.profile)), isHome };
      sightings.set(read.key, bestOf(sighting, sightings.get(read.key)));
    }
    for (const location of answer.locations) locations.set(`${location.region}/${location.code}`, location);
  }
  return {
    accounts,
    resources: [...sightings.values()].map(({ resource }) => resource),
    locations: [...locations.values()],
    failures: answers.flatMap((answer) => answer.failures),
  };
}

/** A resource as one section brings it. */
interface Sighting {
  readonly resource: Resource;
  /** Whether it is the section of its kind, which is the one that is read again while the resource settles. */
  readonly isHome: boolean;
}

function isUnderParent(resource: Resource): boolean {
  return resource.kind === "connection" && resource.parentId !== undefined;
}

/** Only the partner's side knows what carries a hosted connection: that is kept whichever side is shown. */
function bestOf(candidate: Sighting, known: Sighting | undefined): Sighting {
  if (known === undefined) return candidate;
  const [best, other] = isBetter(candidate, known) ? [candidate, known] : [known, candidate];
  if (best.resource.kind !== "connection" || other.resource.kind !== "connection") return best;
  return { ...best, resource: { ...best.resource, parentId: best.resource.parentId ?? other.resource.parentId } };
}

/** Kinds that the API lists to nobody but their owner: they tell whose account a profile is. */
const listedToOwner: readonly ResourceKind[] = ["lag", "directConnectGateway"];

function accountOf(profile: string, answers: readonly SectionAnswer[]): string | undefined {
  const mine = answers.filter(({ section }) => section.profile === profile);
  const told = mine.find(({ account }) => account !== undefined)?.account;
  if (told !== undefined) return told;
  const read = mine.flatMap(({ resources }) => resources).filter(({ ownerAccount }) => ownerAccount !== "");
  const sure = read.find((resource) => listedToOwner.includes(resource.kind) || isOwnConnection(resource));
  return (sure ?? mine.flatMap(({ resources }) => resources).find((resource) => isOnForeignPort(resource, mine)))?.ownerAccount;
}

/** A hosted connection that a partner sees on its own interconnect or LAG names that parent. */
function isOwnConnection(resource: Resource): boolean {
  return resource.kind === "connection" && resource.parentId === undefined;
}

/**
 * A virtual interface is listed to its owner and to its port's: if the port is not ours, the virtual interface is. That
 * is known only when all ports of its Region have been read.
 */
function isOnForeignPort(resource: Resource, mine: readonly SectionAnswer[]): boolean {
  if (resource.kind !== "virtualInterface") return false;
  const ports = mine.filter(({ section, failures }) => section.region === resource.region && portSections.includes(section.name) && failures.length === 0);
  return ports.length === portSections.length && !ports.some(({ resources }) => resources.some(({ id }) => id === resource.connectionId));
}

const portSections: readonly SectionName[] = ["connections", "interconnects", "lags"];

/** Kinds whose records name no owner because nobody else can list them. */
const ownedByReader: readonly ResourceKind[] = ["interconnect", "virtualPrivateGateway"];

function withOwnership(resource: Resource, account: string | undefined): Resource {
  if (account === undefined) return isCustomers(resource) ? { ...resource, owned: false } : resource;
  if (resource.ownerAccount !== "") return { ...resource, owned: resource.ownerAccount === account };
  return ownedByReader.includes(resource.kind) ? { ...resource, ownerAccount: account, owned: true } : resource;
}

/** While the account is not known, a customer's hosted connection is the one thing that is surely somebody else's. */
function isCustomers(resource: Resource): boolean {
  return resource.kind === "connection" && !isOwnConnection(resource);
}

function isBetter(candidate: Sighting, known: Sighting): boolean {
  if (candidate.resource.owned !== known.resource.owned) return candidate.resource.owned;
  if (candidate.isHome !== known.isHome) return candidate.isHome;
  return Object.keys(candidate.resource.record).length > Object.keys(known.resource.record).length;
}

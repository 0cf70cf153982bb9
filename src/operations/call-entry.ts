import type { Inventory } from "../model/inventory.ts";
import type { JsonObject, Resource, ResourceKind } from "../model/resource.ts";
import { gravityOf } from "./call-danger.ts";
import type { CallRequest } from "./call-request.ts";
import { namedSubject } from "./call-subject.ts";
import { operationIds, operationOf } from "./index.ts";
import { isOffered, type Operation } from "./operation.ts";
import type { EarlierAnswers } from "./parameter.ts";

/** The entry of the table that a request is, and what it is run on. */
export interface CallEntry {
  readonly operation: Operation;
  readonly target: Resource;
  /** Those that the request says; undefined where it leaves out some that a consequence is about. */
  readonly answers: EarlierAnswers | undefined;
}

/** The entry that a request written by hand comes to; undefined where it names no resource that an entry is for. */
export function entryOf({ action, input, profile }: CallRequest, inventory: Pick<Inventory, "resources">): CallEntry | undefined {
  const entries = meantBy(action, input);
  const named = namedIn(action, input, inventory);
  const own = [...named.filter((resource) => resource.profile === profile), ...named];
  const target = own.find(({ kind }) => entries.some(({ on }) => on.some((offer) => offer.kind === kind)));
  if (target === undefined) return undefined;
  const operation = entries.find((entry) => isOffered(entry, target)) ?? entries.find(({ on }) => on.some(({ kind }) => kind === target.kind));
  return operation === undefined ? undefined : { operation, target, answers: answersIn(operation, input) };
}

/** The kinds that an action may change or make beside what it is about, as far as the table says. */
export function kindsTouchedBy(action: string): readonly ResourceKind[] {
  return operationIds.map(operationOf).flatMap((entry) => (entry.action === action ? (entry.touches ?? []) : []));
}

/** Several entries may make the same call: a member tells which is meant, and where several are, the gravest counts. */
function meantBy(action: string, input: JsonObject): readonly Operation[] {
  const entries = operationIds.map(operationOf).filter((entry) => entry.action === action);
  if (entries.length < 2) return entries;
  const meant = entries.filter((entry) => entry.members === undefined || membersOf(entry).some(([, member]) => input[member] !== undefined));
  return meant.sort((one, other) => gravityOf(other) - gravityOf(one));
}

function membersOf({ members = {} }: Operation): readonly (readonly [answer: string, member: string])[] {
  return Object.entries(members as Readonly<Record<string, string>>);
}

/** The resources that a request names, its subject first; one that several profiles list is there for each. */
function namedIn(action: string, input: JsonObject, inventory: Pick<Inventory, "resources">): readonly Resource[] {
  const ids = [namedSubject(action, input, inventory)?.id, ...Object.values(input)];
  return ids.flatMap((id) => inventory.resources.filter((resource) => resource.id === id));
}

/** A consequence that asks for answers needs all of them, each under a member that the entry names. */
function answersIn(entry: Operation, input: JsonObject): EarlierAnswers | undefined {
  const asksForAnswers = (entry.consequence?.length ?? 0) > 2;
  if (asksForAnswers && entry.members === undefined) return undefined;
  const answers = membersOf(entry).map(([name, member]) => [name, input[member]] as const);
  const given = answers.filter(([, value]) => value !== undefined);
  return asksForAnswers && given.length < answers.length ? undefined : Object.fromEntries(given);
}

import type { Inventory } from "../model/inventory.ts";
import type { Json, JsonObject, Resource } from "../model/resource.ts";
import { gravityOf } from "./call-danger.ts";
import type { CallRequest } from "./call-request.ts";
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
export function entryOf({ action, input, profile }: CallRequest, { resources }: Pick<Inventory, "resources">): CallEntry | undefined {
  const entries = meantBy(action, input);
  const named = namedIn(input).flatMap((id) => resources.filter((resource) => resource.id === id));
  const own = [...named.filter((resource) => resource.profile === profile), ...named];
  const target = own.find(({ kind }) => entries.some(({ on }) => on.some((offer) => offer.kind === kind)));
  if (target === undefined) return undefined;
  const operation = entries.find((entry) => isOffered(entry, target)) ?? entries.find(({ on }) => on.some(({ kind }) => kind === target.kind));
  return operation === undefined ? undefined : { operation, target, answers: answersIn(operation, input) };
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

function namedIn(input: JsonObject): readonly Json[] {
  return Object.values(input).filter((value) => typeof value === "string");
}

/** A consequence that asks for answers is told only what the request says under a member that the entry names. */
function answersIn(entry: Operation, input: JsonObject): EarlierAnswers | undefined {
  const asksForAnswers = (entry.consequence?.length ?? 0) > 2;
  if (asksForAnswers && entry.members === undefined) return undefined;
  const answers = membersOf(entry).map(([name, member]) => [name, input[member]] as const);
  return answers.every(([, value]) => value !== undefined) ? Object.fromEntries(answers) : undefined;
}

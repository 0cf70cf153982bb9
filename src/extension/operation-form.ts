import type { Inventory } from "../model/inventory.ts";
import { checkPrefix, splitPrefixes } from "../model/prefix.ts";
import { ownTagKeys, type Resource } from "../model/resource.ts";
import { checkTagKey, maxTags } from "../model/tag.ts";
import { phrase, type Text } from "../model/text.ts";
import type { FormContext, Operation, Parameter, PrefixesParameter } from "../operations/operation.ts";

/** One question of a form: for one resource, or for all where the answer can be the same. */
export interface Question {
  readonly name: string;
  readonly parameter: Parameter;
  readonly resources: readonly Resource[];
}

/** What was answered, by parameter, for each resource's key. */
export type FormAnswers = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What has to be asked before an operation can run on the resources: gateways and prefixes differ, tags do not. */
export function questionsFor(operation: Operation, resources: readonly Resource[]): readonly Question[] {
  return Object.entries(operation.parameters).flatMap(([name, parameter]) =>
    isShared(parameter)
      ? [{ name, parameter, resources }]
      : resources.map((resource) => ({ name, parameter, resources: [resource] })),
  );
}

/** The answers in the order of the questions, arranged by resource. */
export function arrangeAnswers(questions: readonly Question[], answers: readonly unknown[]): FormAnswers {
  const arranged = new Map<string, Record<string, unknown>>();
  questions.forEach(({ name, resources }, index) => {
    for (const { key } of resources) arranged.set(key, { ...arranged.get(key), [name]: answers[index] });
  });
  return arranged;
}

/** Why a typed list of prefixes is not right; undefined when it is. */
export function checkPrefixes(text: string, parameter: PrefixesParameter, context: FormContext): Text | undefined {
  const prefixes = splitPrefixes(text);
  for (const prefix of prefixes) {
    const problem = checkPrefix(prefix);
    if (problem !== undefined) return problem;
  }
  return parameter.check?.(prefixes, context);
}

/** A tag that one or several of the resources have; `value` is undefined where theirs differ. */
export interface ExistingTag {
  readonly key: string;
  readonly value: string | undefined;
  readonly count: number;
}

/** The tags that a user may change, of all the resources, by key. */
export function existingTags(resources: readonly Resource[]): readonly ExistingTag[] {
  const keys = [...new Set(resources.flatMap(({ tags }) => ownTagKeys(tags)))].sort();
  return keys.map((key) => {
    const values = resources.flatMap(({ tags }) => (Object.hasOwn(tags, key) ? [tags[key] ?? ""] : []));
    const same = values.every((value) => value === values[0]);
    return { key, value: same ? values[0] : undefined, count: values.length };
  });
}

/** Why a new key cannot be set on the resources beside those that are about to be; undefined when it can. */
export function checkNewTag(key: string, resources: readonly Resource[], pending: readonly string[]): Text | undefined {
  const full = resources.find(({ tags }) => new Set([...ownTagKeys(tags), ...pending, key]).size > maxTags);
  if (full !== undefined) return phrase("A resource has at most {0} tags, and {1} would have more.", maxTags, full.id);
  return checkTagKey(key);
}

export function contextOf(resource: Resource, inventory: Inventory): FormContext {
  return { resource, inventory };
}

function isShared(parameter: Parameter): boolean {
  return parameter.type === "tags" || parameter.type === "tagKeys";
}

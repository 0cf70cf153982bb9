import type { Inventory } from "../model/inventory.ts";
import { checkPrefix, splitPrefixes } from "../model/prefix.ts";
import { ownTagKeys, type Resource } from "../model/resource.ts";
import { checkTagKey, maxTags } from "../model/tag.ts";
import { phrase, type Text } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers, FormContext, NumberParameter, Parameter, PrefixesParameter, ResourcesParameter } from "../operations/parameter.ts";
import type { Target } from "../operations/target.ts";

/** One question of a form: for one target, or for all where the answer can be the same. */
export interface Question {
  readonly name: string;
  readonly parameter: Parameter;
  readonly targets: readonly Target[];
}

/** What was answered, by parameter, for each target's key. */
export type FormAnswers = ReadonlyMap<string, EarlierAnswers>;

/** The names of secrets that were given, for each target's key. */
export type SecretNames = ReadonlyMap<string, readonly string[]>;

/** The same answers for each of the targets, before anything is asked. */
export function presetAnswers(targets: readonly Target[], preset: EarlierAnswers = {}): FormAnswers {
  return new Map(targets.map(({ key }) => [key, preset]));
}

/** Every question that may have to be asked before an operation can run: gateways and prefixes differ, tags do not. */
export function questionsFor(operation: Operation, targets: readonly Target[]): readonly Question[] {
  return Object.entries(operation.parameters).flatMap(([name, parameter]) =>
    isShared(parameter) ? [{ name, parameter, targets }] : targets.map((target) => ({ name, parameter, targets: [target] })),
  );
}

/** Whether a question makes sense after what has been answered. */
export function isAsked({ parameter, ...question }: Question, answers: FormAnswers, inventory: Inventory): boolean {
  return parameter.when?.(contextOf({ parameter, ...question }, answers, inventory)) ?? true;
}

/** The answers with one more, and without those to questions which that one makes meaningless. */
export function withAnswer(form: Form, question: Question, value: unknown): FormAnswers {
  let answers = answered(form.answers, question, value);
  for (const other of form.questions) {
    if (!isAsked(other, answers, form.inventory)) answers = answered(answers, other, undefined);
  }
  return answers;
}

/** A form on its way. */
export interface Form {
  readonly questions: readonly Question[];
  readonly answers: FormAnswers;
  readonly inventory: Inventory;
  /** The secrets that were given before the form was left, which are not kept. */
  readonly lost?: SecretNames;
}

/** The answers with one more, or with one less. */
export function answered(answers: FormAnswers, { name, targets }: Question, value: unknown): FormAnswers {
  const changed = targets.map(({ key }) => {
    const others = Object.entries(answers.get(key) ?? {}).filter(([other]) => other !== name);
    return [key, Object.fromEntries(value === undefined ? others : [...others, [name, value]])] as const;
  });
  return new Map([...answers, ...changed]);
}

/** What was answered to a question before. */
export function answerTo({ name, targets }: Question, answers: FormAnswers): unknown {
  return answers.get(targets[0]?.key ?? "")?.[name];
}

/** What a question's parameter is told: of several targets the first stands for all. */
export function contextOf({ targets }: Question, answers: FormAnswers, inventory: Inventory): FormContext {
  const [target] = targets;
  if (target === undefined) throw new Error("A question has a target.");
  return { target, inventory, answers: answers.get(target.key) ?? {} };
}

/** Why a typed text is no whole number that the parameter takes; undefined when it is. */
export function checkNumber(text: string, parameter: NumberParameter, context: FormContext): Text | undefined {
  if (!/^-?\d{1,12}$/.test(text)) return phrase("Write a whole number.");
  return parameter.check?.(Number(text), context);
}

/** Why so many of a list cannot be chosen; undefined when they can. */
export function checkCount(count: number, { most }: Pick<ResourcesParameter, "most">): Text | undefined {
  return most !== undefined && count > most ? phrase("At most {0} can be chosen, and {1} are.", most, count) : undefined;
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

function isShared(parameter: Parameter): boolean {
  return parameter.type === "tags" || parameter.type === "tagKeys";
}

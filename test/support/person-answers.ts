import type { Inventory } from "../../src/model/inventory.ts";
import { ownTagKeys } from "../../src/model/resource.ts";
import type { Operation } from "../../src/operations/operation.ts";
import type { EarlierAnswers, FormContext, Parameter } from "../../src/operations/parameter.ts";
import { isPlace, type Target } from "../../src/operations/target.ts";

/** What a person answers where a form cannot know: by the parameter's name, the first that its check takes. */
export type Typed = Readonly<Record<string, readonly unknown[]>>;

/**
 * The ways in which a person might fill in a form: the first takes what is offered at every step, each other one takes
 * another choice at one step. Empty where a step has nothing to choose from.
 */
export function answerSets(operation: Operation, target: Target, inventory: Inventory, typed: Typed): readonly EarlierAnswers[] {
  const first = fillIn({ operation, target, inventory, typed }, undefined);
  if (first === undefined) return [];
  const others = Object.entries(operation.parameters).flatMap(([name]) => {
    const count = optionsFor(name, { operation, target, inventory, typed }, first).length;
    return Array.from({ length: Math.max(0, count - 1) }, (_, index) => fillIn({ operation, target, inventory, typed }, { name, index: index + 1 }));
  });
  return [first, ...others.filter((answers) => answers !== undefined)];
}

interface Filling {
  readonly operation: Operation;
  readonly target: Target;
  readonly inventory: Inventory;
  readonly typed: Typed;
}

function fillIn(filling: Filling, other: { readonly name: string; readonly index: number } | undefined): EarlierAnswers | undefined {
  let answers: EarlierAnswers = {};
  for (const [name, parameter] of Object.entries(filling.operation.parameters)) {
    const isWanted = parameter.optional !== true || Object.hasOwn(filling.typed, name);
    if (!isWanted || parameter.when?.({ ...filling, answers }) === false) continue;
    const options = optionsFor(name, filling, answers);
    if (options.length === 0) return undefined;
    const chosen = options[other?.name === name ? other.index : 0];
    answers = { ...answers, [name]: chosen };
  }
  return answers;
}

function optionsFor(name: string, { operation, target, inventory, typed }: Filling, answers: EarlierAnswers): readonly unknown[] {
  const parameter = operation.parameters[name];
  if (parameter === undefined || (parameter.optional === true && !Object.hasOwn(typed, name))) return [];
  const context: FormContext = { target, inventory, answers };
  if (parameter.when?.(context) === false) return [];
  const given = typed[name]?.filter((value) => isTaken(parameter, value, context));
  return given !== undefined && given.length > 0 ? given.slice(0, 1) : offered(parameter, context);
}

function isTaken(parameter: Parameter, value: unknown, context: FormContext): boolean {
  if (!("check" in parameter)) return true;
  const check = parameter.check as ((value: unknown, context: FormContext) => unknown) | undefined;
  return check?.(value, context) === undefined;
}

/** What a form offers of itself. */
function offered(parameter: Parameter, context: FormContext): readonly unknown[] {
  const offer = offers[parameter.type] as (parameter: Parameter, context: FormContext) => readonly unknown[];
  return offer(parameter, context);
}

const offers: { readonly [T in Parameter["type"]]: (parameter: Extract<Parameter, { type: T }>, context: FormContext) => readonly unknown[] } = {
  text: initialOf,
  number: initialOf,
  prefixes: initialOf,
  choice: choices,
  yesNo: ({ initial }, context) => [initial?.(context) ?? false],
  resource: ({ options }, context) => options(context),
  resources: ({ options }, context) => options(context).slice(0, 1).map((resource) => [resource]),
  secret: () => ["contract-secret"],
  tags: () => [{ Owner: "contract" }],
  tagKeys: (_, { target }) => (isPlace(target) ? [] : [ownTagKeys(target.tags).slice(0, 1)]),
};

function initialOf(parameter: Extract<Parameter, { type: "text" | "number" | "prefixes" }>, context: FormContext): readonly unknown[] {
  const value = parameter.initial?.(context);
  return value === undefined || !isTaken(parameter, value, context) ? [] : [value];
}

function choices({ options, initial }: Extract<Parameter, { type: "choice" }>, context: FormContext): readonly string[] {
  const values = (typeof options === "function" ? options(context) : options).map(({ value }) => value);
  const first = initial?.(context);
  return first === undefined ? values : [first, ...values.filter((value) => value !== first)];
}

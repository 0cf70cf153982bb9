import type { Inventory } from "../model/inventory.ts";
import { callRegionOf } from "../operations/call-region.ts";
import type { Operation } from "../operations/operation.ts";
import type { Answers, EarlierAnswers, Parameters } from "../operations/parameter.ts";
import type { Action, InputOf } from "../operations/sdk.ts";
import type { Target } from "../operations/target.ts";
import type { FormAnswers } from "./operation-form.ts";

/** An operation with its answers: what has been asked. */
export interface Asked {
  readonly operation: Operation;
  readonly answers: FormAnswers;
  readonly inventory: Inventory;
}

/** One call as it is about to be made. */
export interface PreparedCall {
  readonly profile: string;
  readonly region: string;
  readonly action: Action;
  readonly input: InputOf<Action>;
}

/** The call that an operation makes for one of its targets. */
export function callFor(asked: Asked, target: Target): PreparedCall {
  const { operation, answers } = asked;
  const region = callRegion(asked, target);
  return { profile: target.profile, region, action: operation.action, input: operation.input(answersFor(answers, target), target, region) };
}

/** The form has asked exactly what the entry's parameters say. */
export function answersFor(answers: FormAnswers, target: Target): Answers<Parameters> {
  return (answers.get(target.key) ?? {}) as Answers<Parameters>;
}

export function callRegion({ answers, inventory }: Pick<Asked, "answers" | "inventory">, target: Target): string {
  const given: EarlierAnswers = answers.get(target.key) ?? {};
  return callRegionOf(target, given, homeRegionOf(target, inventory));
}

/** Where to send what is global: the first Region that the profile reads. */
function homeRegionOf(target: Target, inventory: Inventory): string {
  return inventory.accounts.find(({ profile }) => profile === target.profile)?.regions[0] ?? "us-east-1";
}

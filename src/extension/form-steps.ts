import type { Inventory } from "../model/inventory.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers } from "../operations/parameter.ts";
import { formEndOf } from "../operations/review.ts";
import type { Target } from "../operations/target.ts";
import type { Draft } from "./form-drafts.ts";
import { answered, answerTo, isAsked, presetAnswers, questionsFor, withAnswer, type Form, type Question } from "./operation-form.ts";
import { isStillRight, restoredAnswer } from "./recalled-answer.ts";

/** A question, what else can be said, or the last look before anything is sent. */
export type Step = Question | "options" | "last";

/** What a form is opened with. */
export interface Opening {
  readonly operation: Operation;
  readonly targets: readonly Target[];
  readonly inventory: Inventory;
  /** What is known already and not asked: where a resource was dropped. */
  readonly preset?: EarlierAnswers;
}

/** The form before anything has been asked. */
export function openForm({ operation, targets, inventory, preset = {} }: Opening): Form {
  const questions = questionsFor(operation, targets).filter(({ name }) => !Object.hasOwn(preset, name));
  return { questions, answers: presetAnswers(targets, preset), inventory };
}

/** The questions that are asked after what has been answered, then whether there is more to say, then the last look. */
export function stepsOf(form: Form, operation: Operation): readonly Step[] {
  return stepsWhere(form, operation, (question) => isAsked(question, form.answers, form.inventory));
}

/**
 * Where a step stands and how many there are, as they were counted when the form was opened: a question that an answer
 * has made needless leaves a gap, so that the number of each step and of all of them stays what it was.
 */
export function numberOf(step: Step, form: Form, operation: Operation): { readonly step: number; readonly steps: number } {
  const asAtFirst = form.questions.reduce((answers, question) => answered(answers, question, undefined), form.answers);
  const all = stepsWhere(form, operation, (question) => [asAtFirst, form.answers].some((answers) => isAsked(question, answers, form.inventory)));
  return { step: all.indexOf(step) + 1, steps: all.length };
}

/** How many steps a form begins with. */
export function countSteps(opening: Opening): number {
  return stepsOf(openForm(opening), opening.operation).length;
}

/** The first step with a question that is not answered but has to be, or whose answer is no longer right. */
export function openStep(form: Form, operation: Operation): Step | undefined {
  return stepsOf(form, operation).find((step) => {
    if (step === "options") return openOption(form) !== undefined;
    return step !== "last" && (answerTo(step, form.answers) === undefined || isWrong(step, form));
  });
}

/** What can be said and is to be asked without being chosen: a secret to be given again, or an answer that is no longer right. */
export function openOption(form: Form): Question | undefined {
  return optionsOf(form).find((question) => isLost(question, form) || isWrong(question, form));
}

/** What can be said, but not as it was answered: nothing is sent with it. */
export function wrongOption(form: Form): Question | undefined {
  return optionsOf(form).find((question) => isWrong(question, form));
}

/** The questions that can be answered after what has been answered, but need not be. */
export function optionsOf({ questions, answers, inventory }: Form): readonly Question[] {
  return questions.filter((question) => question.parameter.optional === true && isAsked(question, answers, inventory));
}

/** Whether a secret was given before the form was left, and has not been since. */
export function isLost(question: Question, { answers, inventory, lost }: Form): boolean {
  const names = lost?.get(question.targets[0]?.key ?? "") ?? [];
  return names.includes(question.name) && answerTo(question, answers) === undefined && isAsked(question, answers, inventory);
}

/** The form with what was answered in it before, as far as that can still be said. */
export function restored(form: Form, { answers: kept, lost }: Pick<Draft, "answers" | "lost">): Form {
  const begun: Form = { ...form, lost };
  return begun.questions.reduce((filled, question) => {
    const answer = isAsked(question, filled.answers, filled.inventory) ? restoredAnswer(question, answerTo(question, kept), filled) : undefined;
    return answer === undefined ? filled : { ...filled, answers: withAnswer(filled, question, answer) };
  }, begun);
}

function stepsWhere(form: Form, operation: Operation, isCounted: (question: Question) => boolean): readonly Step[] {
  const asked = form.questions.filter(isCounted);
  const required = asked.filter(({ parameter }) => parameter.optional !== true);
  return [
    ...required,
    ...(required.length === asked.length ? [] : ["options" as const]),
    ...(formEndOf(operation) === "none" ? [] : ["last" as const]),
  ];
}

function isWrong(question: Question, form: Form): boolean {
  const answer = answerTo(question, form.answers);
  return answer !== undefined && !isStillRight(question, answer, form);
}

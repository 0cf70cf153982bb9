import type { Inventory } from "../model/inventory.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers } from "../operations/parameter.ts";
import { formEndOf } from "../operations/review.ts";
import type { Target } from "../operations/target.ts";
import { answered, answerTo, isAsked, presetAnswers, questionsFor, withAnswer, type Form, type FormAnswers, type Question } from "./operation-form.ts";
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

/** The first question that is not answered, or whose answer is no longer right. */
export function openStep(form: Form, operation: Operation): Step | undefined {
  return stepsOf(form, operation).find((step) => typeof step !== "string" && isOpen(step, form));
}

/** The form with what was answered in it before, as far as that can still be said. */
export function restored(form: Form, kept: FormAnswers): Form {
  return form.questions.reduce((filled, question) => {
    const answer = isAsked(question, filled.answers, filled.inventory) ? restoredAnswer(question, answerTo(question, kept), filled) : undefined;
    return answer === undefined ? filled : { ...filled, answers: withAnswer(filled, question, answer) };
  }, form);
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

function isOpen(question: Question, form: Form): boolean {
  const answer = answerTo(question, form.answers);
  return answer === undefined || !isStillRight(question, answer, form);
}

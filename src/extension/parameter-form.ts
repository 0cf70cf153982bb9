import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import type { Target } from "../operations/target.ts";
import { answerText } from "./answer-text.ts";
import { shortPlace } from "./confirmation.ts";
import { answerTo, isAsked, noAnswers, questionsFor, withAnswer, type Form, type FormAnswers, type Question } from "./operation-form.ts";
import { askParameter, type LookUp } from "./parameter-step.ts";
import { askChoice, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { targetTitle } from "./target-title.ts";

export interface FormRequest {
  readonly title: string;
  readonly operation: Operation;
  readonly targets: readonly Target[];
  readonly inventory: Inventory;
}

/**
 * Asks one question after the other, with a way back to the one before; what is optional is gathered in a step at the
 * end. Undefined when the person leaves, or when there is nothing to choose from, which is then explained.
 */
export async function askForm(request: FormRequest, lookUp: LookUp): Promise<FormAnswers | undefined> {
  const { operation, targets, inventory } = request;
  let form: Form = { questions: questionsFor(operation, targets), answers: noAnswers(targets), inventory };
  for (let index = 0; ; ) {
    const steps = stepsOf(form);
    const step = steps[index];
    if (step === undefined) return form.answers;
    const way = { request, lookUp, step: index + 1, steps: steps.length };
    const answer = step === "options" ? await askOptions(form, way) : await askQuestion(form, step, way);
    if (answer === undefined) return undefined;
    if (answer.way === "next") form = answer.value;
    index += answer.way === "next" ? 1 : -1;
  }
}

/** The questions that are asked after what has been answered, and last whether there is more to say. */
function stepsOf(form: Form): readonly (Question | "options")[] {
  const asked = form.questions.filter((question) => isAsked(question, form.answers, form.inventory));
  const required = asked.filter(({ parameter }) => parameter.optional !== true);
  return required.length === asked.length ? required : [...required, "options"];
}

/** Where a step stands in its form. */
interface Way {
  readonly request: FormRequest;
  readonly lookUp: LookUp;
  readonly step: number;
  readonly steps: number;
}

async function askQuestion(form: Form, question: Question, way: Way): Promise<StepAnswer<Form>> {
  const { answers, inventory } = form;
  const placeholder = said(question.parameter.hint ?? question.parameter.label, vscode.l10n.t);
  const earlier = answerTo(question, answers);
  const answer = await askParameter({ frame: frameOf(way, question.targets, placeholder), question, answers, inventory, earlier, lookUp: way.lookUp });
  return answer?.way === "next" ? { way: "next", value: { ...form, answers: withAnswer(form, question, answer.value) } } : answer;
}

/** Lists what can be said beside what has to be; the person goes on when nothing is missing. */
async function askOptions(given: Form, way: Way): Promise<StepAnswer<Form>> {
  let form = given;
  for (;;) {
    const optional = form.questions.filter((question) => question.parameter.optional === true && isAsked(question, form.answers, form.inventory));
    const choices: readonly Choice<Question | undefined>[] = [
      { label: vscode.l10n.t("$(check) Continue"), alwaysShow: true, value: undefined },
      { label: vscode.l10n.t("More options"), kind: vscode.QuickPickItemKind.Separator, value: undefined },
      ...optional.map((question) => optionChoice(question, form.answers, form.inventory)),
    ];
    const chosen = await askChoice({ ...frameOf(way, way.request.targets, vscode.l10n.t("Continue, or choose what else to set")), choices });
    if (chosen?.way !== "next") return chosen;
    if (chosen.value === undefined) return { way: "next", value: form };
    const answer = await askQuestion(form, chosen.value, { ...way, step: Math.max(way.step, 2), steps: Math.max(way.steps, 2) });
    if (answer === undefined) return undefined;
    if (answer.way === "next") form = answer.value;
  }
}

function optionChoice(question: Question, answers: FormAnswers, inventory: Inventory): Choice<Question> {
  const { parameter, targets } = question;
  const label = said(parameter.label, vscode.l10n.t);
  const [only] = targets;
  const isOfOne = answers.size > 1 && targets.length === 1 && only !== undefined;
  return {
    label: isOfOne ? vscode.l10n.t("{0} of {1}", label, targetTitle(only, inventory)) : label,
    description: answerText(parameter, answerTo(question, answers), vscode.l10n.t),
    detail: parameter.hint === undefined ? "" : said(parameter.hint, vscode.l10n.t),
    value: question,
  };
}

function frameOf({ request, step, steps }: Way, targets: readonly Target[], placeholder: string): StepFrame {
  return { title: titleFor(request.title, targets, request.inventory), step, steps, placeholder };
}

function titleFor(title: string, targets: readonly Target[], inventory: Inventory): string {
  const [only] = targets;
  if (targets.length > 1 || only === undefined) return vscode.l10n.t("{0} ({1} resources)", title, targets.length);
  const place = shortPlace(only, inventory);
  const label = targetTitle(only, inventory);
  return place.includes(label) ? `${title} (${place})` : `${title}: ${label} (${place})`;
}

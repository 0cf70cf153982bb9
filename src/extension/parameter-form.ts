import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import type { EarlierAnswers } from "../operations/parameter.ts";
import { isReviewed } from "../operations/review.ts";
import type { Target } from "../operations/target.ts";
import type { AnswerMemory } from "./answer-memory.ts";
import { answerText } from "./answer-text.ts";
import { shortPlace } from "./confirmation.ts";
import { answerTo, isAsked, presetAnswers, questionsFor, withAnswer, type Form, type FormAnswers, type Question } from "./operation-form.ts";
import { askParameter, type LookUp } from "./parameter-step.ts";
import { askChoice, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { isStillRight, recalledAnswer } from "./recalled-answer.ts";
import { askReview, type ReviewDeps } from "./review-step.ts";
import { targetTitle } from "./target-title.ts";

export interface FormRequest {
  readonly title: string;
  readonly operation: Operation;
  readonly targets: readonly Target[];
  readonly inventory: Inventory;
  /** What is known already and not asked: where a resource was dropped. */
  readonly preset?: EarlierAnswers;
}

export interface FormDeps {
  readonly lookUp: LookUp;
  readonly memory: Pick<AnswerMemory, "recall" | "remember">;
  readonly review: ReviewDeps;
}

/**
 * Asks one question after the other, with a way back to the one before; what is optional is gathered in a step at the
 * end, and where it matters the request is shown last. Undefined when the person leaves, or when there is nothing to
 * choose from, which is then explained.
 */
export async function askForm(request: FormRequest, deps: FormDeps): Promise<FormAnswers | undefined> {
  const { operation, targets, inventory, preset = {} } = request;
  const questions = questionsFor(operation, targets).filter(({ name }) => !Object.hasOwn(preset, name));
  let form: Form = { questions, answers: presetAnswers(targets, preset), inventory };
  let step: Step | undefined = stepsOf(form, operation)[0];
  while (step !== undefined) {
    const steps = stepsOf(form, operation);
    const index = steps.indexOf(step);
    const way = { request, deps, step: index + 1, steps: steps.length };
    const answer: StepAnswer<Moved> = await askStep(form, step, way);
    if (answer === undefined) return undefined;
    if (answer.way === "next") form = answer.value.form;
    step = answer.way === "back" ? steps[index - 1] : nextStep(step, answer.value, operation);
  }
  await deps.memory.remember(operation, form.answers);
  return form.answers;
}

/** A question, what else can be said, or the request as it is about to be sent. */
type Step = Question | "options" | "review";

/** The form after a step, and what the person wants next if it is not what follows. */
interface Moved {
  readonly form: Form;
  readonly goTo?: Step;
}

/** The questions that are asked after what has been answered, then whether there is more to say, then the request. */
function stepsOf(form: Form, operation: Operation): readonly Step[] {
  const asked = form.questions.filter((question) => isAsked(question, form.answers, form.inventory));
  const required = asked.filter(({ parameter }) => parameter.optional !== true);
  return [
    ...required,
    ...(required.length === asked.length ? [] : ["options" as const]),
    ...(isReviewed(operation) && asked.length > 0 ? ["review" as const] : []),
  ];
}

function nextStep(step: Step, { form, goTo }: Moved, operation: Operation): Step | undefined {
  const steps = stepsOf(form, operation);
  return goTo ?? steps[steps.indexOf(step) + 1];
}

/** Not answered, or no longer right. */
function isOpen(question: Question, form: Form): boolean {
  const answer = answerTo(question, form.answers);
  return answer === undefined || !isStillRight(question, answer, form);
}

async function askStep(form: Form, step: Step, way: Way): Promise<StepAnswer<Moved>> {
  if (step === "review") return reviewed(form, way);
  const answer = step === "options" ? await askOptions(form, way) : await askQuestion(form, step, way);
  return answer?.way === "next" ? { way: "next", value: { form: answer.value } } : answer;
}

async function reviewed(form: Form, way: Way): Promise<StepAnswer<Moved>> {
  const { operation, targets } = way.request;
  for (;;) {
    const frame = frameOf(way, targets, vscode.l10n.t("This is what will be sent"));
    const answer = await askReview({ deps: way.deps.review, frame, asked: { operation, ...form }, targets });
    if (answer?.way !== "next") return answer;
    if (answer.value === "send") return { way: "next", value: { form } };
    const changed = await askWhichToChange(form, way);
    if (changed === undefined) return undefined;
    if (changed.way === "next") return changed;
  }
}

/** Which answer to change, and that answer anew. */
async function askWhichToChange(form: Form, way: Way): Promise<StepAnswer<Moved>> {
  const asked = form.questions.filter((question) => isAsked(question, form.answers, form.inventory));
  const frame = { ...frameOf(way, way.request.targets, vscode.l10n.t("Choose what to change")), step: Math.max(way.step, 2), steps: Math.max(way.steps, 2) };
  const chosen = await askChoice({ ...frame, choices: asked.map((question) => optionChoice(question, form.answers, form.inventory)) });
  if (chosen?.way !== "next") return chosen;
  const answer = await askQuestion(form, chosen.value, { ...way, step: frame.step, steps: frame.steps });
  return answer?.way === "next" ? { way: "next", value: nowOpen(answer.value, way.request.operation) } : answer;
}

/** Goes on with the first answer that the changed one makes wrong, else with the request. */
function nowOpen(form: Form, operation: Operation): Moved {
  const open = stepsOf(form, operation).find((step) => typeof step !== "string" && isOpen(step, form));
  return { form, goTo: open ?? "review" };
}

/** Where a step stands in its form. */
interface Way {
  readonly request: FormRequest;
  readonly deps: FormDeps;
  readonly step: number;
  readonly steps: number;
}

async function askQuestion(form: Form, question: Question, way: Way): Promise<StepAnswer<Form>> {
  const { answers, inventory } = form;
  const placeholder = said(question.parameter.hint ?? question.parameter.label, vscode.l10n.t);
  const { request, deps } = way;
  const earlier = answerTo(question, answers) ?? recalledAnswer(question, deps.memory.recall(request.operation, question.name), form);
  const answer = await askParameter({ frame: frameOf(way, question.targets, placeholder), question, answers, inventory, earlier, lookUp: deps.lookUp });
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

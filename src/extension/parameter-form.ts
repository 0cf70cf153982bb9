import * as vscode from "vscode";
import { dotted, said } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import { formEndOf } from "../operations/review.ts";
import type { Target } from "../operations/target.ts";
import type { AnswerMemory } from "./answer-memory.ts";
import { lastQuestion, shortPlace, type Confirmation } from "./confirmation.ts";
import type { Verdict } from "./confirm-step.ts";
import type { FormDrafts } from "./form-drafts.ts";
import { askWhereToBegin, type Beginning } from "./form-beginning.ts";
import { numberOf, openForm, openOption, openStep, optionsOf, stepsOf, wrongOption, type Opening, type Step } from "./form-steps.ts";
import { answerTo, isAsked, withAnswer, type Form, type FormAnswers, type Question } from "./operation-form.ts";
import type { Blocked } from "./operation-targets.ts";
import { optionChoice } from "./option-choice.ts";
import { askParameter, type LookUp } from "./parameter-step.ts";
import { askChoice, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { recalledAnswer } from "./recalled-answer.ts";
import { askReview, type ReviewDeps } from "./review-step.ts";
import { targetTitle } from "./target-title.ts";

export interface FormRequest extends Opening {
  readonly title: string;
  /** Those of the selection that are left out, which the last step says. */
  readonly blocked: readonly Blocked[];
  /** How many steps the person has taken before the form, to which there is a way back. */
  readonly stepsBefore: number;
}

/** What forms need of their surroundings. */
export interface FormSurroundings {
  readonly lookUp: LookUp;
  readonly memory: Pick<AnswerMemory, "recall" | "remember">;
  readonly drafts: FormDrafts;
  readonly review: ReviewDeps;
}

export interface FormDeps extends FormSurroundings {
  /** Asks the last question of what interrupts or destroys. */
  readonly confirm: (confirmation: Confirmation) => Promise<Verdict>;
}

/**
 * Asks one question after the other, with a way back to the one before; what is optional is gathered in a step at the
 * end. The last step says what is about to be sent and what follows, and nothing is sent without it. Undefined when the
 * person leaves, or when there is nothing to choose from, which is then explained; the answers are kept for another try.
 */
export async function askForm(request: FormRequest, deps: FormDeps): Promise<FormAnswers | "back" | undefined> {
  const begun = await askWhereToBegin(openForm(request), request, titleFor(request), deps.drafts);
  if (begun === undefined || begun === "back") return begun;
  const end = await askSteps(begun, { request, deps });
  if (end === undefined || end === "back") return end;
  await deps.memory.remember(request.operation, end.answers);
  return end.answers;
}

async function askSteps(begun: Beginning, of: Pick<Way, "request" | "deps">): Promise<Form | "back" | undefined> {
  const { operation } = of.request;
  let { form, step } = begun;
  while (step !== undefined) {
    const steps = stepsOf(form, operation);
    const index = steps.indexOf(step);
    const answer: StepAnswer<Moved> = await askStep(form, step, wayAt(step, form, of));
    if (answer === undefined) return undefined;
    if (answer.way === "back" && index === 0) return "back";
    if (answer.way === "next") form = answer.value.form;
    step = answer.way === "back" ? steps[index - 1] : nextStep(step, answer.value, operation);
  }
  return form;
}

/** The form after a step, and what the person wants next if it is not what follows. */
interface Moved {
  readonly form: Form;
  readonly goTo?: Step;
}

function nextStep(step: Step, { form, goTo }: Moved, operation: Operation): Step | undefined {
  const steps = stepsOf(form, operation);
  return goTo ?? steps[steps.indexOf(step) + 1];
}

/** Where a step stands in its form. */
interface Way {
  readonly request: FormRequest;
  readonly deps: FormDeps;
  readonly step: number;
  readonly steps: number;
  readonly canGoBack: boolean;
}

function wayAt(at: Step, form: Form, of: Pick<Way, "request" | "deps">): Way {
  const { operation, stepsBefore } = of.request;
  const { step, steps } = numberOf(at, form, operation);
  const canGoBack = stepsBefore > 0 || stepsOf(form, operation)[0] !== at;
  return { ...of, step: step + stepsBefore, steps: steps + stepsBefore, canGoBack };
}

async function askStep(form: Form, step: Step, way: Way): Promise<StepAnswer<Moved>> {
  if (step === "last") return askLast(form, way);
  const answer = step === "options" ? await askOptions(form, way) : await askQuestion(form, step, way);
  return answer?.way === "next" ? { way: "next", value: { form: answer.value } } : answer;
}

/** Until the person sends it, changes an answer, goes back or leaves. */
async function askLast(form: Form, way: Way): Promise<StepAnswer<Moved>> {
  way.deps.drafts.keep(way.request, { ...form, isAtLast: true });
  for (;;) {
    const answer = await askWhetherToSend(form, way);
    if (answer?.way !== "next") return answer;
    if (answer.value === "send") return { way: "next", value: { form } };
    const changed = await askWhichToChange(form, way);
    if (changed?.way !== "back") return changed;
  }
}

async function askWhetherToSend(form: Form, way: Way): Promise<StepAnswer<"send" | "change">> {
  const { request, deps } = way;
  const confirmation = lastQuestion({ ...request, answers: form.answers }, vscode.l10n.t);
  if (formEndOf(request.operation) === "review") {
    return askReview({ deps: deps.review, frame: frameOf(way, request.targets, confirmation.message), confirmation, isLook: false, canChange: true });
  }
  const verdict = await deps.confirm(confirmation);
  return verdict === "no" ? undefined : { way: "next", value: verdict === "yes" ? "send" : "change" };
}

/** Which answer to change, and that answer anew. */
async function askWhichToChange(form: Form, way: Way): Promise<StepAnswer<Moved>> {
  const asked = form.questions.filter((question) => isAsked(question, form.answers, form.inventory));
  const further = { ...way, canGoBack: true };
  const choices = asked.map((question) => optionChoice(question, form));
  const chosen = await askChoice({ ...frameOf(further, way.request.targets, vscode.l10n.t("Choose what to change")), choices });
  if (chosen?.way !== "next") return chosen;
  const answer = await askQuestion(form, chosen.value, further);
  return answer?.way === "next" ? { way: "next", value: nowOpen(answer.value, way.request) } : answer;
}

/** Goes on with the first answer that the changed one makes wrong, else with the request. */
function nowOpen(form: Form, { operation }: FormRequest): Moved {
  return { form, goTo: openStep(form, operation) ?? "last" };
}

async function askQuestion(form: Form, question: Question, way: Way): Promise<StepAnswer<Form>> {
  const { answers, inventory } = form;
  const placeholder = promptOf(question);
  const { request, deps } = way;
  const earlier = answerTo(question, answers) ?? recalledAnswer(question, deps.memory.recall(request.operation, question.name), form);
  const answer = await askParameter({ frame: frameOf(way, question.targets, placeholder), question, answers, inventory, earlier, lookUp: deps.lookUp });
  if (answer?.way !== "next") return answer;
  const next = { ...form, answers: withAnswer(form, question, answer.value) };
  deps.drafts.keep(request, { ...next, isAtLast: false });
  return { way: "next", value: next };
}

/** What is asked, and how to answer: an input shows no other label. */
function promptOf({ parameter: { label, hint } }: Question): string {
  return said(hint === undefined ? label : dotted([label, hint]), vscode.l10n.t);
}

/**
 * Lists what can be said beside what has to be, after asking what of it is open. The person goes on when nothing is
 * wrong; a secret that was given before may be left out.
 */
async function askOptions(given: Form, way: Way): Promise<StepAnswer<Form>> {
  let form = given;
  let open = openOption(form);
  for (;;) {
    const chosen: StepAnswer<Question | undefined> = open === undefined ? await askWhichOption(form, way) : { way: "next", value: open };
    if (chosen?.way !== "next") return chosen;
    const question = chosen.value ?? wrongOption(form);
    if (question === undefined) return { way: "next", value: form };
    const answer = await askQuestion(form, question, { ...way, canGoBack: true });
    if (answer === undefined) return undefined;
    if (answer.way === "next") form = answer.value;
    open = answer.way === "next" ? openOption(form) : undefined;
  }
}

/** One of what can be said; undefined to go on. */
function askWhichOption(form: Form, way: Way): Promise<StepAnswer<Question | undefined>> {
  const choices: readonly Choice<Question | undefined>[] = [
    { label: vscode.l10n.t("$(check) Continue"), alwaysShow: true, value: undefined },
    { label: vscode.l10n.t("More options"), kind: vscode.QuickPickItemKind.Separator, value: undefined },
    ...optionsOf(form).map((question) => optionChoice(question, form)),
  ];
  return askChoice({ ...frameOf(way, way.request.targets, vscode.l10n.t("Continue, or choose what else to set")), choices });
}

function frameOf({ request, step, steps, canGoBack }: Way, targets: readonly Target[], placeholder: string): StepFrame {
  return { title: titleFor({ ...request, targets }), step, steps, canGoBack, placeholder };
}

function titleFor({ title, targets, inventory }: Pick<FormRequest, "title" | "targets" | "inventory">): string {
  const [only] = targets;
  if (targets.length > 1 || only === undefined) return vscode.l10n.t("{0} ({1} resources)", title, targets.length);
  const place = shortPlace(only, inventory);
  const label = targetTitle(only, inventory);
  return place.includes(label) ? `${title} (${place})` : `${title}: ${label} (${place})`;
}

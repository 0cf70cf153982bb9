import * as vscode from "vscode";
import { said } from "../model/text.ts";
import type { FormDrafts } from "./form-drafts.ts";
import { isLost, openStep, restored, stepsOf, type Opening, type Step } from "./form-steps.ts";
import { answerTo, type Form } from "./operation-form.ts";
import { givenText } from "./option-choice.ts";
import { askChoice } from "./quick-steps.ts";

/** A form, and the step that it begins with. */
export interface Beginning {
  readonly form: Form;
  readonly step: Step | undefined;
}

/** An opening after steps that the person has taken, to which there is a way back. */
export type BegunOpening = Opening & { readonly stepsBefore: number };

/**
 * The first step; where the same form was left before, or its request failed, the person chooses whether to go on with
 * it, and is told which secrets have to be given again. Undefined when the person leaves.
 */
export async function askWhereToBegin(empty: Form, opening: BegunOpening, title: string, drafts: FormDrafts): Promise<Beginning | "back" | undefined> {
  const { operation } = opening;
  const anew: Beginning = { form: empty, step: stepsOf(empty, operation)[0] };
  const draft = drafts.find(opening);
  const form = draft === undefined ? empty : restored(empty, draft);
  const known = form.questions.filter((question) => answerTo(question, form.answers) !== undefined || isLost(question, form));
  if (draft === undefined || known.length === 0) return anew;
  const texts = known.map((question) => `${said(question.parameter.label, vscode.l10n.t)}: ${givenText(question, form)}`);
  const choices = [
    { label: vscode.l10n.t("$(history) Continue Where You Left Off"), detail: texts.join(" · "), value: true },
    { label: vscode.l10n.t("$(new-file) Start Anew"), value: false },
  ];
  const placeholder = vscode.l10n.t("This was begun before and not finished");
  const chosen = await askChoice({ title, step: 1, steps: 1, canGoBack: opening.stepsBefore > 0, placeholder, choices });
  if (chosen?.way !== "next") return chosen?.way;
  if (!chosen.value) {
    drafts.forget(opening);
    return anew;
  }
  const afterQuestions = stepsOf(form, operation).find((step) => step === "last" || (step === "options" && !draft.isAtLast));
  return { form, step: openStep(form, operation) ?? afterQuestions };
}

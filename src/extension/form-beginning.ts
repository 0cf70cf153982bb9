import * as vscode from "vscode";
import { said } from "../model/text.ts";
import { answerText } from "./answer-text.ts";
import type { FormDrafts } from "./form-drafts.ts";
import { openStep, restored, stepsOf, type Opening, type Step } from "./form-steps.ts";
import { answerTo, type Form } from "./operation-form.ts";
import { askChoice } from "./quick-steps.ts";

/** A form, and the step that it begins with. */
export interface Beginning {
  readonly form: Form;
  readonly step: Step | undefined;
}

/**
 * The first step; where the same form was left before, or its request failed, the person chooses whether to go on with
 * it. Undefined when the person leaves.
 */
export async function askWhereToBegin(empty: Form, opening: Opening, title: string, drafts: FormDrafts): Promise<Beginning | undefined> {
  const { operation } = opening;
  const anew: Beginning = { form: empty, step: stepsOf(empty, operation)[0] };
  const draft = drafts.find(opening);
  const form = draft === undefined ? empty : restored(empty, draft.answers);
  const known = form.questions.filter((question) => answerTo(question, form.answers) !== undefined);
  if (draft === undefined || known.length === 0) return anew;
  const texts = known.map((question) => `${said(question.parameter.label, vscode.l10n.t)}: ${answerText(question.parameter, answerTo(question, form.answers), vscode.l10n.t)}`);
  const choices = [
    { label: vscode.l10n.t("$(history) Continue Where You Left Off"), detail: texts.join(" · "), value: true },
    { label: vscode.l10n.t("$(new-file) Start Anew"), value: false },
  ];
  const chosen = await askChoice({ title, step: 1, steps: 1, placeholder: vscode.l10n.t("This was begun before and not finished"), choices });
  if (chosen?.way !== "next") return undefined;
  if (!chosen.value) {
    drafts.forget(opening);
    return anew;
  }
  const afterQuestions = stepsOf(form, operation).find((step) => step === "last" || (step === "options" && !draft.isAtLast));
  return { form, step: openStep(form, operation) ?? afterQuestions };
}

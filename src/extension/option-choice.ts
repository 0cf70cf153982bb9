import * as vscode from "vscode";
import { said } from "../model/text.ts";
import { answerText } from "./answer-text.ts";
import { isLost } from "./form-steps.ts";
import { answerTo, type Form, type Question } from "./operation-form.ts";
import type { Choice } from "./quick-steps.ts";
import { targetTitle } from "./target-title.ts";

/** A question in a list to choose from, with what has been answered to it. */
export function optionChoice(question: Question, form: Form): Choice<Question> {
  const { parameter, targets } = question;
  const label = said(parameter.label, vscode.l10n.t);
  const [only] = targets;
  const { answers, inventory } = form;
  const isOfOne = answers.size > 1 && targets.length === 1 && only !== undefined;
  return {
    label: isOfOne ? vscode.l10n.t("{0} of {1}", label, targetTitle(only, inventory)) : label,
    description: givenText(question, form),
    detail: parameter.hint === undefined ? "" : said(parameter.hint, vscode.l10n.t),
    value: question,
  };
}

/** What has been answered to a question, or that it has to be once more. */
export function givenText(question: Question, form: Form): string {
  if (isLost(question, form)) return vscode.l10n.t("to be given again");
  return answerText(question.parameter, answerTo(question, form.answers), vscode.l10n.t);
}

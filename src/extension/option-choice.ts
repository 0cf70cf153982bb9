import * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import { said } from "../model/text.ts";
import { answerText } from "./answer-text.ts";
import { answerTo, type FormAnswers, type Question } from "./operation-form.ts";
import type { Choice } from "./quick-steps.ts";
import { targetTitle } from "./target-title.ts";

/** A question in a list to choose from, with what has been answered to it. */
export function optionChoice(question: Question, answers: FormAnswers, inventory: Inventory): Choice<Question> {
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

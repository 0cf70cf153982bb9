import * as vscode from "vscode";
import { summaryOf } from "../model/describe.ts";
import type { Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import { splitPrefixes } from "../model/prefix.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { dotted, said } from "../model/text.ts";
import type { PrefixesParameter, ResourceParameter, TextParameter } from "../operations/operation.ts";
import { shortPlace } from "./confirmation.ts";
import { checkPrefixes, contextOf, type Question } from "./operation-form.ts";
import { askChoice, askText, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { askTagKeys, askTags } from "./tag-form.ts";
import { iconOf } from "./tree-icon.ts";

/**
 * Asks the questions one after the other, with a way back to the one before. Undefined when the person leaves, or when
 * there is nothing to choose from, which is then explained.
 */
export async function askForm(
  title: string,
  questions: readonly Question[],
  inventory: Inventory,
): Promise<readonly unknown[] | undefined> {
  const answers: unknown[] = [];
  for (let index = 0; index < questions.length; ) {
    const question = questions[index];
    if (question === undefined) break;
    const frame = {
      title: titleFor(title, question.resources, inventory),
      step: index + 1,
      steps: questions.length,
      placeholder: said(question.parameter.hint ?? question.parameter.label, vscode.l10n.t),
    };
    const answer = await askQuestion({ frame, question, inventory, earlier: answers[index] });
    if (answer === undefined) return undefined;
    if (answer.way === "next") answers[index] = answer.value;
    index += answer.way === "next" ? 1 : -1;
  }
  return answers;
}

interface Asking {
  readonly frame: StepFrame;
  readonly question: Question;
  readonly inventory: Inventory;
  /** What was answered before the person came back. */
  readonly earlier: unknown;
}

async function askQuestion({ frame, question, inventory, earlier }: Asking): Promise<StepAnswer<unknown>> {
  const { parameter, resources } = question;
  const [resource] = resources;
  if (resource === undefined) return undefined;
  const subject = { frame, resource, inventory, earlier };
  switch (parameter.type) {
    case "text":
      return askLine(parameter, subject);
    case "resource":
      return askResource(parameter, subject);
    case "prefixes":
      return askPrefixes(parameter, subject);
    case "tags":
      return answered(await askTags(frame.title, resources));
    case "tagKeys":
      return answered(await askTagKeys(frame.title, resources));
  }
}

interface Subject {
  readonly frame: StepFrame;
  readonly resource: Resource;
  readonly inventory: Inventory;
  readonly earlier: unknown;
}

async function askLine(parameter: TextParameter, { frame, resource, inventory, earlier }: Subject): Promise<StepAnswer<string>> {
  const context = contextOf(resource, inventory);
  const answer = await askText({
    ...frame,
    value: typeof earlier === "string" ? earlier : (parameter.initial?.(context) ?? ""),
    check: (value) => parameter.check?.(value, context),
  });
  return answer?.way === "next" ? { way: "next", value: answer.value.text } : answer;
}

async function askResource(parameter: ResourceParameter, { frame, resource, inventory }: Subject): Promise<StepAnswer<Resource>> {
  const options = parameter.options(contextOf(resource, inventory));
  if (options.length === 0) {
    await vscode.window.showWarningMessage(frame.title, { modal: true, detail: said(parameter.none, vscode.l10n.t) });
    return undefined;
  }
  return askChoice(frame, options.map(resourceChoice));
}

async function askPrefixes(parameter: PrefixesParameter, { frame, resource, inventory, earlier }: Subject): Promise<StepAnswer<readonly string[]>> {
  const context = contextOf(resource, inventory);
  const initial = Array.isArray(earlier) ? earlier.map(String) : parameter.initial(context);
  const answer = await askText({
    ...frame,
    placeholder: vscode.l10n.t("{0} Separate prefixes with commas.", frame.placeholder),
    value: initial.join(", "),
    check: (text) => checkPrefixes(text, parameter, context),
  });
  return answer?.way === "next" ? { way: "next", value: splitPrefixes(answer.value.text) } : answer;
}

/** A resource in a list to choose from, drawn as in the tree. */
export function resourceChoice(resource: Resource): Choice<Resource> {
  return {
    label: labelOf(resource),
    description: resource.name === "" ? "" : resource.id,
    detail: said(dotted([kindName(resource.kind), summaryOf(resource)]), vscode.l10n.t),
    iconPath: new vscode.ThemeIcon(iconOf(resource).icon),
    value: resource,
  };
}

function titleFor(title: string, resources: readonly Resource[], inventory: Inventory): string {
  const [only] = resources;
  if (resources.length > 1 || only === undefined) return vscode.l10n.t("{0} ({1} resources)", title, resources.length);
  return `${title}: ${labelOf(only)} (${shortPlace(only, inventory)})`;
}

function answered<T>(value: T | undefined): StepAnswer<T> {
  return value === undefined ? undefined : { way: "next", value };
}

import * as vscode from "vscode";
import { summaryOf } from "../model/describe.ts";
import type { Inventory } from "../model/inventory.ts";
import { kindName } from "../model/kind-name.ts";
import { splitPrefixes } from "../model/prefix.ts";
import { labelOf, type Resource, type Tags } from "../model/resource.ts";
import { dotted, noText, said, verbatim, type Text } from "../model/text.ts";
import type {
  ChoiceOption,
  ChoiceParameter,
  FormContext,
  NumberParameter,
  Parameter,
  PrefixesParameter,
  ResourceParameter,
  ResourcesParameter,
  SecretParameter,
  TextParameter,
  YesNoParameter,
} from "../operations/parameter.ts";
import { isPlace } from "../operations/target.ts";
import { checkCount, checkNumber, checkPrefixes, contextOf, type FormAnswers, type Question } from "./operation-form.ts";
import { askChoice, askChoices, askText, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { askTagKeys, askTags } from "./tag-form.ts";
import { iconOf } from "./tree-icon.ts";

/** Brings the options that only a call knows; none where the call fails. */
export type LookUp = (parameter: ChoiceParameter, context: FormContext) => Promise<readonly ChoiceOption[]>;

export interface ParameterStep {
  readonly frame: StepFrame;
  readonly question: Question;
  readonly answers: FormAnswers;
  readonly inventory: Inventory;
  /** What was answered before the person came back. */
  readonly earlier: unknown;
  readonly lookUp: LookUp;
}

/** What the steps of each type are told. */
interface Asking<P extends Parameter> {
  readonly parameter: P;
  readonly frame: StepFrame;
  readonly context: FormContext;
  readonly earlier: unknown;
  readonly lookUp: LookUp;
  readonly resources: readonly Resource[];
}

/** Asks one question, in the way of its type. */
export function askParameter({ frame, question, answers, inventory, earlier, lookUp }: ParameterStep): Promise<StepAnswer<unknown>> {
  const context = contextOf(question, answers, inventory);
  const resources = question.targets.filter((target) => !isPlace(target));
  const ask = steps[question.parameter.type] as (asking: Asking<Parameter>) => Promise<StepAnswer<unknown>>;
  return ask({ parameter: question.parameter, frame, context, earlier, lookUp, resources });
}

const steps: { readonly [T in Parameter["type"]]: (asking: Asking<Extract<Parameter, { type: T }>>) => Promise<StepAnswer<unknown>> } = {
  text: askLine,
  number: askNumber,
  choice: askOption,
  yesNo: askYesNo,
  resource: askResource,
  resources: askResources,
  prefixes: askPrefixes,
  secret: askSecret,
  tags: ({ frame, resources, earlier }) => askTags(frame, resources, (earlier ?? {}) as Tags),
  tagKeys: ({ frame, resources }) => askTagKeys(frame, resources),
};

async function askLine({ parameter, frame, context, earlier }: Asking<TextParameter>): Promise<StepAnswer<string>> {
  const answer = await askText({
    ...frame,
    value: typeof earlier === "string" ? earlier : (parameter.initial?.(context) ?? ""),
    check: (value) => parameter.check?.(value, context),
    remark: (value) => parameter.remark?.(value, context),
  });
  return answer?.way === "next" ? { way: "next", value: answer.value.text } : answer;
}

async function askNumber({ parameter, frame, context, earlier }: Asking<NumberParameter>): Promise<StepAnswer<number>> {
  const answer = await askText({
    ...frame,
    value: String(typeof earlier === "number" ? earlier : (parameter.initial?.(context) ?? "")),
    check: (text) => checkNumber(text, parameter, context),
    remark: (text) => parameter.remark?.(Number(text), context),
  });
  return answer?.way === "next" ? { way: "next", value: Number(answer.value.text) } : answer;
}

async function askSecret({ parameter, frame, context }: Asking<SecretParameter>): Promise<StepAnswer<string>> {
  const answer = await askText({ ...frame, value: "", isSecret: true, check: (value) => parameter.check?.(value, context) });
  return answer?.way === "next" ? { way: "next", value: answer.value.text } : answer;
}

/** A value to take, or a typed one that cannot be taken. */
interface Taken {
  readonly value: string;
  readonly isWrong: boolean;
}

async function askOption({ parameter, frame, context, earlier, lookUp }: Asking<ChoiceParameter>): Promise<StepAnswer<string>> {
  const { options, other, lookup } = parameter;
  const known = typeof options === "function" ? options(context) : options;
  const further = lookup === undefined ? [] : lookUp(parameter, context);
  const initial = typeof earlier === "string" ? earlier : parameter.initial?.(context);
  const answer = await askChoice<Taken>({
    ...frame,
    choices: further instanceof Promise ? further.then((found) => [...known, ...found].map(optionChoice)) : known.map(optionChoice),
    isInitial: ({ value }) => value === initial,
    isTakeable: ({ isWrong }) => !isWrong,
    ...(other === undefined ? {} : { typed: (text: string) => typedChoice(text, known, other(text, context)) }),
  });
  return answer?.way === "next" ? { way: "next", value: answer.value.value } : answer;
}

function optionChoice({ value, label, description = noText, detail = noText }: ChoiceOption): Choice<Taken> {
  return { label: shown(label), description: shown(description), ...(detail === noText ? {} : { detail: shown(detail) }), value: { value, isWrong: false } };
}

/** None for what names an option already, and none that is wrong while an option is looked for by a part of it. */
function typedChoice(text: string, known: readonly ChoiceOption[], problem: Text | undefined): Choice<Taken> | undefined {
  const names = known.flatMap(({ value, label }) => [value, shown(label)]);
  if (known.some(({ label }) => shown(label) === text) || (problem !== undefined && names.some((name) => name.includes(text)))) return undefined;
  return { label: text, description: shown(problem ?? verbatim("")), alwaysShow: true, value: { value: text, isWrong: problem !== undefined } };
}

function askYesNo({ parameter, frame, context, earlier }: Asking<YesNoParameter>): Promise<StepAnswer<boolean>> {
  const initial = typeof earlier === "boolean" ? earlier : (parameter.initial?.(context) ?? false);
  const choices = [
    { label: vscode.l10n.t("Yes"), description: shown(parameter.yes), value: true },
    { label: vscode.l10n.t("No"), description: shown(parameter.no), value: false },
  ];
  return askChoice({ ...frame, choices, isInitial: (value) => value === initial });
}

async function askResource({ parameter, frame, context, earlier }: Asking<ResourceParameter>): Promise<StepAnswer<Resource>> {
  const options = parameter.options(context);
  if (options.length === 0) return tellNone(frame, parameter.none);
  return askChoice({ ...frame, choices: options.map(resourceChoice), isInitial: ({ key }) => isResource(earlier) && earlier.key === key });
}

async function askResources({ parameter, frame, context }: Asking<ResourcesParameter>): Promise<StepAnswer<readonly Resource[]>> {
  const options = parameter.options(context);
  return options.length === 0 ? tellNone(frame, parameter.none) : askChoices(frame, options.map(resourceChoice), (count) => checkCount(count, parameter));
}

async function tellNone(frame: StepFrame, none: Text): Promise<undefined> {
  await vscode.window.showWarningMessage(frame.title, { modal: true, detail: shown(none) });
  return undefined;
}

async function askPrefixes({ parameter, frame, context, earlier }: Asking<PrefixesParameter>): Promise<StepAnswer<readonly string[]>> {
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
    detail: shown(dotted([kindName(resource.kind), summaryOf(resource)])),
    iconPath: new vscode.ThemeIcon(iconOf(resource).icon),
    value: resource,
  };
}

function isResource(value: unknown): value is Resource {
  return typeof value === "object" && value !== null && "key" in value;
}

function shown(text: Text): string {
  return said(text, vscode.l10n.t);
}

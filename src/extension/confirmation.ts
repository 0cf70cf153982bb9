import type { Inventory } from "../model/inventory.ts";
import { countByKind, kindName } from "../model/kind-name.ts";
import { lossOf } from "../model/loss.ts";
import type { Resource } from "../model/resource.ts";
import { noText, said } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import type { Answers, EarlierAnswers, Parameters } from "../operations/parameter.ts";
import { isPlace, targetLabel, type Target } from "../operations/target.ts";
import { answerText } from "./answer-text.ts";
import { callFor, type PreparedCall } from "./operation-call.ts";
import { lossList, lossSentences, stopsSomething } from "./loss-text.ts";
import type { FormAnswers } from "./operation-form.ts";
import type { Blocked } from "./operation-targets.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

/** A modal question. Its answer is no, unless the button is chosen. */
export interface Confirmation {
  readonly message: string;
  readonly detail: string;
  readonly button: string;
  /** Of what stops traffic or destroys: all of it without anything shortened, for whoever wants to look before an answer. */
  readonly inFull?: string;
  /** What to type instead of pressing the button, where something is destroyed and the person wants it so. */
  readonly typed?: string;
  /** What is sent after a yes, to be looked at before. */
  readonly calls?: readonly PreparedCall[];
}

export interface ConfirmationSubject {
  readonly operation: Operation;
  readonly targets: readonly Target[];
  readonly answers: FormAnswers;
  /** Those of the selection that are left out. */
  readonly blocked: readonly Blocked[];
  readonly inventory: Inventory;
  /** The answers that were there before any question, by parameter. */
  readonly preset?: EarlierAnswers | undefined;
}

/** Whether nothing is left to ask before the operation can run. */
export function asksNothing({ operation, preset = {} }: Pick<ConfirmationSubject, "operation" | "preset">): boolean {
  return Object.keys(operation.parameters).every((name) => Object.hasOwn(preset, name));
}

/** The last question before anything is sent, and all that it is about. */
export function lastQuestion(subject: ConfirmationSubject, t: Translate): Confirmation {
  return { ...confirmationFor(subject, t), calls: subject.targets.map((target) => callFor(subject, target)) };
}

/** Names what is meant, whose and where it is, and what stops with it. */
export function confirmationFor(subject: ConfirmationSubject, t: Translate): Confirmation {
  const { operation, targets } = subject;
  const [only] = targets;
  const message = questionText(subject, t);
  const textOf = (length: Length): string =>
    inParagraphs(targets.length === 1 && only !== undefined ? detailOfOne(subject, only, { length, t }) : detailOfSeveral(subject, { length, t }));
  return {
    message,
    detail: textOf("short"),
    button: said(operation.verb, t),
    ...(stopsSomething(operation.danger) ? { inFull: inParagraphs([message, textOf("full")]) } : {}),
    ...(operation.danger === "destroys" ? { typed: typedText(subject, t) } : {}),
  };
}

/**
 * `Delete connection "prod"?`, or of what is to be made `Create Connection in us-east-1?` and
 * `Create BGP Peer: virtual interface "prod"?`
 */
function questionText(subject: ConfirmationSubject, t: Translate): string {
  const { operation, targets } = subject;
  if (resourcesIn(targets).length === 0) return t("{0} in {1}?", operationTitle(operation, t), targets.map(targetLabel).join(", "));
  const makesAnother = /^(Create|Allocate)[A-Z]/.test(operation.action);
  return makesAnother
    ? t("{0}: {1}?", operationTitle(operation, t), subjectText(subject, t))
    : t("{0} {1}?", said(operation.verb, t), subjectText(subject, t));
}

/** The label as a heading: without the ellipsis that promises a question. */
export function operationTitle(operation: Operation, t: Translate): string {
  return said(operation.label, t).replace(/…$/, "");
}

/** `short`: not more than a dialog can show. */
type Length = "short" | "full";

export interface Wording {
  readonly length: Length;
  readonly t: Translate;
}

/** Those that say something, with a line between. */
export function inParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** The name of one as the question says it, the number of several. */
function typedText({ targets, inventory }: ConfirmationSubject, t: Translate): string {
  const [only] = targets;
  return targets.length === 1 && only !== undefined ? targetTitle(only, inventory) : said(countByKind(resourcesIn(targets)), t);
}

/** `Account 111122223333 (profile prod), Region us-east-1`: under whose credentials and where it is done. */
export function placeText(target: Target, inventory: Inventory, t: Translate): string {
  return placeLines(target, inventory, t).join(", ");
}

function placeLines(target: Target, inventory: Inventory, t: Translate): readonly [who: string, where: string] {
  const account = accountOf(target, inventory);
  const who = account === "" ? t("Profile {0}", target.profile) : t("Account {0} (profile {1})", account, target.profile);
  const where = target.region === undefined ? t("all Regions") : t("Region {0}", target.region);
  return [who, where];
}

/** The same for a heading: `111122223333, us-east-1`. */
export function shortPlace(target: Target, inventory: Inventory): string {
  const account = accountOf(target, inventory);
  return [account === "" ? target.profile : account, ...(target.region === undefined ? [] : [target.region])].join(", ");
}

/** The account that acts; empty while nothing has told it. */
function accountOf(target: Target, inventory: Inventory): string {
  const known = inventory.accounts.find(({ profile }) => profile === target.profile)?.id;
  return known ?? (isPlace(target) ? "" : target.ownerAccount);
}

function subjectText({ targets, inventory }: ConfirmationSubject, t: Translate): string {
  const resources = resourcesIn(targets);
  const [only] = resources;
  return resources.length > 1 || only === undefined ? said(countByKind(resources), t) : quotedTitle(only, inventory, t);
}

/** `virtual interface "prod-a"`, or its kind and id where it has no name. */
function quotedTitle(resource: Resource, inventory: Inventory, t: Translate): string {
  const kind = said(kindName(resource.kind), t);
  const title = targetTitle(resource, inventory);
  return title === resource.id ? t("{0} {1}", kind, title) : t('{0} "{1}"', kind, title);
}

/** What a resource is and is called, its id, whose it is, and where: a line each. */
export function aboutLines(resource: Resource, inventory: Inventory, t: Translate): readonly string[] {
  return [quotedTitle(resource, inventory, t), ...subjectLines(resource, inventory, t)];
}

function resourcesIn(targets: readonly Target[]): readonly Resource[] {
  return targets.filter((target) => !isPlace(target));
}

function detailOfOne(subject: ConfirmationSubject, target: Target, { length, t }: Wording): readonly string[] {
  const { operation, inventory, answers } = subject;
  const given = (answers.get(target.key) ?? {}) as Answers<Parameters>;
  return [
    subjectLines(target, inventory, t).join("\n"),
    answersText(subject, t),
    ...lossTexts(subject, { length, t }),
    said(operation.consequence?.(target, inventory, given) ?? noText, t),
    leftOutText(subject, { length, t }),
    finalText(subject, t),
  ];
}

function detailOfSeveral(subject: ConfirmationSubject, { length, t }: Wording): readonly string[] {
  const { targets, inventory } = subject;
  const places = [...new Set(targets.map((target) => placeText(target, inventory, t)))];
  const membersOf = (place: string): readonly string[] =>
    targets.filter((target) => placeText(target, inventory, t) === place).map((target) => nameAndId(target, inventory));
  return [
    answersText(subject, t),
    ...places.map((place) => [`${place}:`, ...listed(membersOf(place), { length, t })].join("\n")),
    ...lossTexts(subject, { length, t }),
    leftOutText(subject, { length, t }),
    finalText(subject, t),
  ];
}

/** Its id where the name is another, whose it is, and where: a line each. */
export function subjectLines(target: Target, inventory: Inventory, t: Translate): readonly string[] {
  const id = isPlace(target) || targetTitle(target, inventory) === target.id ? "" : target.id;
  return [id, ...placeLines(target, inventory, t)].filter((line) => line !== "");
}

/** What was answered or settled without a question, as where something was dropped: of several, what is the same for all. */
function answersText({ operation, targets, answers }: ConfirmationSubject, t: Translate): string {
  const [first = {}, ...others] = targets.map(({ key }) => answers.get(key) ?? {});
  const texts = Object.entries(operation.parameters).flatMap(([name, parameter]) => {
    const text = answerText(parameter, first[name], t);
    const isOfAll = others.every((other) => answerText(parameter, other[name], t) === text);
    return text === "" || !isOfAll ? [] : [t("{0}: {1}", said(parameter.label, t), text)];
  });
  return texts.join(" · ");
}

/** What hangs on the resources and works no more without them, of those with which something can stop. */
function lossTexts({ operation, targets, inventory, answers }: ConfirmationSubject, { length, t }: Wording): readonly string[] {
  const { danger } = operation;
  const stopping = resourcesIn(targets).filter((target) => operation.stops?.(target, inventory, (answers.get(target.key) ?? {}) as Answers<Parameters>) ?? true);
  const loss = lossOf(stopping, inventory);
  return length === "full" ? lossList(loss, danger, { inventory, t }) : [lossSentences(loss, danger, { inventory, t }).join("\n")];
}

function leftOutText({ blocked }: ConfirmationSubject, wording: Wording): string {
  if (blocked.length === 0) return "";
  return [wording.t("Left out:"), ...listed(blocked.map(({ message }) => message), wording)].join("\n");
}

function finalText({ operation }: ConfirmationSubject, t: Translate): string {
  return operation.danger === "destroys" ? t("This cannot be undone.") : "";
}

/** `prod-a (dxcon-…)`, or the id alone where there is no name. */
export function nameAndId(target: Target, inventory: Inventory): string {
  const title = targetTitle(target, inventory);
  return isPlace(target) || title === target.id ? title : `${title} (${target.id})`;
}

/** As points, in a dialog not more than it can show. */
function listed(lines: readonly string[], { length, t }: Wording): readonly string[] {
  return cut(lines.map((line) => `• ${line}`), { length, t });
}

/** In a dialog not more lines than it can show. */
export function cut(lines: readonly string[], { length, t }: Wording): readonly string[] {
  const most = 12;
  return length === "full" || lines.length <= most ? lines : [...lines.slice(0, most), t("… and {0} more", lines.length - most)];
}

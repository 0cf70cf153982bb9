import { dependantsOf } from "../model/dependants.ts";
import type { Inventory } from "../model/inventory.ts";
import { countByKind, kindName } from "../model/kind-name.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { noText, said } from "../model/text.ts";
import type { Operation } from "../operations/operation.ts";
import type { Blocked } from "./operation-targets.ts";
import type { Translate } from "./translate.ts";

/** A modal question. Its answer is no, unless the button is chosen. */
export interface Confirmation {
  readonly message: string;
  readonly detail: string;
  readonly button: string;
  /** What to type instead of pressing the button, where something is destroyed and the person wants it so. */
  readonly typed?: string;
}

export interface ConfirmationSubject {
  readonly operation: Operation;
  readonly resources: readonly Resource[];
  /** Those of the selection that are left out. */
  readonly blocked: readonly Blocked[];
  readonly inventory: Inventory;
}

/** Every change takes one deliberate step: its form where it has one, else a question; what destroys always asks. */
export function needsConfirmation({ operation, resources, blocked }: ConfirmationSubject): boolean {
  if (operation.danger === "reads") return false;
  const asksAlready = Object.keys(operation.parameters).length > 0;
  const isGrave = operation.danger === "interrupts" || operation.danger === "destroys";
  return isGrave || !asksAlready || resources.length > 1 || blocked.length > 0;
}

/** Names what is meant, whose and where it is, and what stops with it. */
export function confirmationFor(subject: ConfirmationSubject, t: Translate): Confirmation {
  const { operation, resources } = subject;
  const [only] = resources;
  const paragraphs =
    resources.length === 1 && only !== undefined ? detailOfOne(subject, only, t) : detailOfSeveral(subject, t);
  return {
    message: t("{0} {1}?", said(operation.verb, t), subjectText(resources, t)),
    detail: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
    button: said(operation.verb, t),
    ...(operation.danger === "destroys" ? { typed: typedText(resources, t) } : {}),
  };
}

/** The name of one, the number of several. */
function typedText(resources: readonly Resource[], t: Translate): string {
  const [only] = resources;
  return resources.length === 1 && only !== undefined ? labelOf(only) : said(countByKind(resources), t);
}

/** `Account 111122223333 (profile prod), Region us-east-1`: under whose credentials and where it is done. */
export function placeText(resource: Resource, inventory: Inventory, t: Translate): string {
  return placeLines(resource, inventory, t).join(", ");
}

function placeLines(resource: Resource, inventory: Inventory, t: Translate): readonly [who: string, where: string] {
  const account = accountOf(resource, inventory);
  const who =
    account === "" ? t("Profile {0}", resource.profile) : t("Account {0} (profile {1})", account, resource.profile);
  const where = resource.region === undefined ? t("all Regions") : t("Region {0}", resource.region);
  return [who, where];
}

/** The same for a heading: `111122223333, us-east-1`. */
export function shortPlace(resource: Resource, inventory: Inventory): string {
  const account = accountOf(resource, inventory);
  return [account === "" ? resource.profile : account, ...(resource.region === undefined ? [] : [resource.region])].join(", ");
}

/** The account that acts; empty while nothing has told it. */
function accountOf(resource: Resource, inventory: Inventory): string {
  return inventory.accounts.find(({ profile }) => profile === resource.profile)?.id ?? resource.ownerAccount;
}

function subjectText(resources: readonly Resource[], t: Translate): string {
  const [only] = resources;
  if (resources.length > 1 || only === undefined) return said(countByKind(resources), t);
  const kind = said(kindName(only.kind), t);
  return only.name === "" ? t("{0} {1}", kind, only.id) : t('{0} "{1}"', kind, only.name);
}

function detailOfOne(subject: ConfirmationSubject, resource: Resource, t: Translate): readonly string[] {
  const { operation, inventory } = subject;
  return [
    [resource.name === "" ? "" : resource.id, ...placeLines(resource, inventory, t)].filter((line) => line !== "").join("\n"),
    stopsText(subject, t),
    said(operation.consequence?.(resource, inventory) ?? noText, t),
    leftOutText(subject, t),
  ];
}

function detailOfSeveral(subject: ConfirmationSubject, t: Translate): readonly string[] {
  const { resources, inventory } = subject;
  const places = [...new Set(resources.map((resource) => placeText(resource, inventory, t)))];
  const membersOf = (place: string): readonly string[] =>
    resources.filter((resource) => placeText(resource, inventory, t) === place).map(nameAndId);
  return [
    ...places.map((place) => [`${place}:`, ...listed(membersOf(place), t)].join("\n")),
    stopsText(subject, t),
    leftOutText(subject, t),
  ];
}

/** What hangs on the resources and works no more without them; only where something is taken away. */
function stopsText({ operation, resources, inventory }: ConfirmationSubject, t: Translate): string {
  if (operation.danger !== "destroys" && operation.danger !== "interrupts") return "";
  const own = new Set(resources.map(({ key }) => key));
  const all = new Map(
    resources.flatMap((resource) => dependantsOf(inventory, resource)).map((dependant) => [dependant.key, dependant]),
  );
  const dependants = [...all.values()].filter(({ key }) => !own.has(key));
  return dependants.length === 0 ? "" : t("What stops with it: {0}.", said(countByKind(dependants), t));
}

function leftOutText({ blocked }: ConfirmationSubject, t: Translate): string {
  if (blocked.length === 0) return "";
  return [t("Left out:"), ...listed(blocked.map(({ message }) => message), t)].join("\n");
}

function nameAndId(resource: Resource): string {
  return resource.name === "" ? resource.id : `${labelOf(resource)} (${resource.id})`;
}

/** Not more than a dialog can show. */
function listed(lines: readonly string[], t: Translate): readonly string[] {
  const most = 12;
  const shown = lines.slice(0, most).map((line) => `• ${line}`);
  return lines.length > most ? [...shown, t("… and {0} more", lines.length - most)] : shown;
}

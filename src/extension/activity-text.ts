import { english, said } from "../model/text.ts";
import { subjectOf } from "../operations/call-subject.ts";
import { callTitle } from "../operations/call-title.ts";
import type { ActivityEntry } from "./activity-log.ts";
import { yamlText } from "./details-text.ts";
import { escapeMarkdown } from "./tooltip.ts";
import type { TreeIcon } from "./tree-icon.ts";
import type { Translate } from "./translate.ts";

/** The icon that tells how a call ended. */
export function outcomeIcon({ outcome, isExpected }: ActivityEntry): TreeIcon {
  if (outcome === "ok") return { icon: "pass", color: "testing.iconPassed" };
  if (isExpected) return { icon: "circle-slash", color: undefined };
  return { icon: "error", color: "list.errorForeground" };
}

/** What a row is called by: what the call was about; the operation where it was about no one thing. */
export function entryLabel(entry: ActivityEntry, t: Translate): string {
  const name = nameOf(entry);
  return name === "" ? titleOf(entry, t) : name;
}

/** What stands beside it: how the call ended if not well, the operation or the Region, and when, since rows are narrow. */
export function entryDescription(entry: ActivityEntry, t: Translate): string {
  const what = nameOf(entry) === "" ? entry.region : titleOf(entry, t);
  return [endingText(entry, t), what, clockText(entry.startedAt)].filter((part) => part !== "").join(" · ");
}

/** What a screen reader says of a row, of which it sees no icon. */
export function entrySpoken(entry: ActivityEntry, t: Translate): string {
  return [titleOf(entry, t), nameOf(entry), outcomeText(entry, t), entry.region, clockText(entry.startedAt)].filter((part) => part !== "").join(", ");
}

/** Whether each of the words stands somewhere in what is known of a call, its input left out. */
export function matchesWords(entry: ActivityEntry, words: string, t: Translate): boolean {
  const known = [entrySpoken(entry, t), endingText(entry, t), entry.action, ...factsOf(entry, t).map(([, value]) => value)].join("\n").toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => known.includes(word));
}

/** All that is known of a call but its input, as Markdown in which no value has a meaning of its own. */
export function entryTooltip(entry: ActivityEntry, t: Translate): string {
  const lines = factsOf(entry, t).map(([label, value]) => t("{0}: {1}", escapeMarkdown(label), escapeMarkdown(value)));
  return [`#### ${escapeMarkdown(titleOf(entry, t))}`, lines.join("  \n")].join("\n\n");
}

/** A call as a document, with its input. */
export function entryDocument(entry: ActivityEntry, t: Translate): string {
  const facts = factsOf(entry, t).map(([label, value]) => `# ${t("{0}: {1}", label, value).replace(/\s+/g, " ")}`);
  return [`# ${entry.action}`, ...facts, "", yamlText({ input: entry.input }), ""].join("\n");
}

/** The calls as a JSON file, for whoever has to tell what was done: in English, since programs read it too. */
export function exportText(entries: readonly ActivityEntry[]): string {
  const calls = entries.map(({ text, startedAt, action, input, name, ...entry }) => ({
    time: new Date(startedAt).toISOString(),
    action,
    subject: subjectOf(action, input),
    ...(name === undefined ? {} : { name }),
    input,
    ...entry,
    ...(text === undefined ? {} : { message: english(text) }),
  }));
  return `${JSON.stringify(calls, undefined, 2)}\n`;
}

function factsOf(entry: ActivityEntry, t: Translate): readonly (readonly [label: string, value: string])[] {
  const { text, requestId, endpoint } = entry;
  const facts = [
    [t("Resource"), resourceText(entry)],
    [t("Outcome"), outcomeText(entry, t)],
    [t("Message"), text === undefined ? "" : said(text, t)],
    [t("Time"), new Date(entry.startedAt).toLocaleString()],
    [t("Duration"), t("{0} ms", entry.milliseconds)],
    [t("Account"), entry.account ?? ""],
    [t("Profile"), entry.profile],
    [t("Region"), entry.region],
    [t("Operation"), entry.action],
    [t("Request ID"), requestId ?? ""],
    [t("Endpoint"), endpoint ?? ""],
  ] as const;
  return facts.filter(([, value]) => value !== "");
}

/** `prod-iad-a (dxcon-fgiwjfgs)`: by its name, and by what the call names it with. */
function resourceText(entry: ActivityEntry): string {
  const subject = subjectOf(entry.action, entry.input);
  const name = nameOf(entry);
  return name === subject || subject === "" ? name : `${name} (${subject})`;
}

function nameOf({ name, action, input }: ActivityEntry): string {
  return name ?? subjectOf(action, input);
}

/** The operation as its menu calls it, without the ellipsis that promises a question. */
function titleOf({ action }: ActivityEntry, t: Translate): string {
  return said(callTitle(action), t).replace(/…$/, "");
}

/** In one word where it did not go well: the tooltip has the error's code. */
function endingText({ outcome, isExpected }: ActivityEntry, t: Translate): string {
  if (outcome === "ok") return "";
  if (outcome === "cancelled") return t("cancelled");
  return isExpected ? t("refused") : t("failed");
}

function outcomeText({ outcome }: ActivityEntry, t: Translate): string {
  if (outcome === "ok") return t("done");
  return outcome === "cancelled" ? t("cancelled") : outcome;
}

/** The time of day to the second: calls follow each other closely. */
function clockText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString();
}

import { english, said } from "../model/text.ts";
import { subjectOf } from "../operations/call-subject.ts";
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

/** What stands beside the operation: what it was about, whose it is and where, and how it ended if not well. */
export function entryDescription(entry: ActivityEntry, t: Translate): string {
  const ending = entry.outcome === "ok" ? "" : outcomeText(entry, t);
  const parts = [subjectOf(entry.action, entry.input), whoText(entry), entry.region, ending, clockText(entry.startedAt)];
  return parts.filter((part) => part !== "").join(" · ");
}

/** All that is known of a call but its input, as Markdown in which no value has a meaning of its own. */
export function entryTooltip(entry: ActivityEntry, t: Translate): string {
  const lines = factsOf(entry, t).map(([label, value]) => t("{0}: {1}", escapeMarkdown(label), escapeMarkdown(value)));
  return [`#### ${escapeMarkdown(entry.action)}`, lines.join("  \n")].join("\n\n");
}

/** A call as a document, with its input. */
export function entryDocument(entry: ActivityEntry, t: Translate): string {
  const facts = factsOf(entry, t).map(([label, value]) => `# ${t("{0}: {1}", label, value).replace(/\s+/g, " ")}`);
  return [`# ${entry.action}`, ...facts, "", yamlText({ input: entry.input }), ""].join("\n");
}

/** The calls as a JSON file, for whoever has to tell what was done: in English, since programs read it too. */
export function exportText(entries: readonly ActivityEntry[]): string {
  const calls = entries.map(({ text, startedAt, action, input, ...entry }) => ({
    time: new Date(startedAt).toISOString(),
    action,
    subject: subjectOf(action, input),
    input,
    ...entry,
    ...(text === undefined ? {} : { message: english(text) }),
  }));
  return `${JSON.stringify(calls, undefined, 2)}\n`;
}

function factsOf(entry: ActivityEntry, t: Translate): readonly (readonly [label: string, value: string])[] {
  const { text, requestId, endpoint } = entry;
  const facts = [
    [t("Resource"), subjectOf(entry.action, entry.input)],
    [t("Account"), entry.account ?? ""],
    [t("Profile"), entry.profile],
    [t("Region"), entry.region],
    [t("Endpoint"), endpoint ?? ""],
    [t("Outcome"), outcomeText(entry, t)],
    [t("Message"), text === undefined ? "" : said(text, t)],
    [t("Request ID"), requestId ?? ""],
    [t("Time"), new Date(entry.startedAt).toLocaleString()],
    [t("Duration"), t("{0} ms", entry.milliseconds)],
  ] as const;
  return facts.filter(([, value]) => value !== "");
}

function outcomeText({ outcome }: ActivityEntry, t: Translate): string {
  if (outcome === "ok") return t("done");
  return outcome === "cancelled" ? t("cancelled") : outcome;
}

function whoText({ account, profile }: ActivityEntry): string {
  return account ?? profile;
}

/** The time of day to the second: calls follow each other closely. */
function clockText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString();
}

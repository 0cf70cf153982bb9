import type { Waiting } from "../model/attention.ts";
import { factsOf, type Fact } from "../model/facts.ts";
import { kindName } from "../model/kind-name.ts";
import type { FailureNode, OutlineNode } from "../model/outline.ts";
import type { Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { attentionLines } from "./attention-text.ts";
import type { Translate } from "./translate.ts";

/** What else there is. */
export interface Surroundings {
  readonly index: ReadonlyMap<string, Resource>;
  /** Everything that waits for the user. */
  readonly waiting: readonly Waiting[];
}

/** A tree item's tooltip as Markdown in which no value can have a meaning of its own. */
export function tooltipOf(node: OutlineNode, { index, waiting }: Surroundings, t: Translate): string {
  const title = said(node.label, t);
  const below = keysBelow(node.children);
  const waits = attentionLines(waiting.filter(({ resource }) => below.has(resource.key)), t);
  switch (node.kind) {
    case "resource":
      return page({ title, subtitle: capitalised(said(kindName(node.resource.kind), t)), waits, facts: factsOf(node.resource, index) }, t);
    case "failure":
      return failurePage(node, t);
    case "heading":
      return page({ title, subtitle: said(node.detail, t), waits, facts: [] }, t);
  }
}

function keysBelow(nodes: readonly OutlineNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => [...(node.kind === "resource" ? [node.resource.key] : []), ...keysBelow(node.children)]));
}

function failurePage(node: FailureNode, t: Translate): string {
  const calls = node.failures.map(({ action, text, requestId, shownFrom }) => {
    const facts = [
      `**${escapeMarkdown(action)}**: ${escapeMarkdown(said(text, t))}`,
      requestId === undefined ? "" : escapeMarkdown(t("Request {0}", requestId)),
      shownFrom === undefined ? "" : escapeMarkdown(t("What is shown was read at {0}.", timeText(shownFrom))),
    ];
    return facts.filter((fact) => fact !== "").join("  \n");
  });
  const [first, ...others] = [...new Set(calls)];
  const rest = others.length > moreThan ? [...others.slice(0, moreThan), t("… and {0} more; see the log.", others.length - moreThan)] : others;
  return [`#### ${escapeMarkdown(said(node.label, t))}`, first, ...rest].join("\n\n");
}

const moreThan = 4;

interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly waits: readonly string[];
  readonly facts: readonly Fact[];
}

function page({ title, subtitle, waits, facts }: Page, t: Translate): string {
  const lines = facts.map(({ label, value }) => t("{0}: {1}", escapeMarkdown(said(label, t)), escapeMarkdown(said(value, t))));
  const head = subtitle === "" ? "" : `_${escapeMarkdown(subtitle)}_`;
  return [`#### ${escapeMarkdown(title)}`, head, waits.map(escapeMarkdown).join("  \n"), lines.join("  \n")].filter((part) => part !== "").join("\n\n");
}

/** Every mark that Markdown may read as its own is made plain text, and lines cannot be broken out of. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** The time of day, as the window's language writes it. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

/** A text of the middle of a sentence, at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

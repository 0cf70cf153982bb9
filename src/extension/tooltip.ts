import { factsOf, kindName, type Fact } from "../model/describe.ts";
import type { FailureNode, OutlineNode } from "../model/outline.ts";
import type { Translate } from "./translate.ts";

/** A tree item's tooltip as Markdown in which no value can have a meaning of its own. */
export function tooltipOf(node: OutlineNode, t: Translate): string {
  switch (node.kind) {
    case "resource":
      return page(node.label, capitalised(t(kindName(node.resource.kind))), factsOf(node.resource), t);
    case "failure":
      return failurePage(node, t);
    case "heading":
      return page(node.label, node.detail, [], t);
  }
}

function failurePage(node: FailureNode, t: Translate): string {
  const calls = node.failures.map(({ action, message, requestId, shownFrom }) => {
    const facts = [
      `**${escapeMarkdown(action)}**: ${escapeMarkdown(message)}`,
      requestId === undefined ? "" : escapeMarkdown(t("Request {0}", requestId)),
      shownFrom === undefined ? "" : escapeMarkdown(t("What is shown was read at {0}.", timeText(shownFrom))),
    ];
    return facts.filter((fact) => fact !== "").join("  \n");
  });
  const [first, ...others] = [...new Set(calls)];
  const rest = others.length > moreThan ? [...others.slice(0, moreThan), t("… and {0} more; see the log.", others.length - moreThan)] : others;
  return [`#### ${escapeMarkdown(t(node.label))}`, first, ...rest].join("\n\n");
}

const moreThan = 4;

function page(title: string, subtitle: string, facts: readonly Fact[], t: Translate): string {
  const lines = facts.map(({ label, value }) => `${escapeMarkdown(t(label))}: ${escapeMarkdown(value)}`);
  const head = subtitle === "" ? "" : `_${escapeMarkdown(subtitle)}_`;
  return [`#### ${escapeMarkdown(title)}`, head, lines.join("  \n")].filter((part) => part !== "").join("\n\n");
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

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

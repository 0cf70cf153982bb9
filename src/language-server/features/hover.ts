import { type Hover, MarkupKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locate, type Located } from "../../model/plan/locate.ts";
import { locationOf } from "../../model/plan/locations.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { shift } from "../../model/plan/problem.ts";
import { ruleOf } from "../../model/plan/rules/table.ts";
import { mapSchemas } from "../../model/plan/schema.ts";
import type { Choice, Field, FieldType } from "../../model/plan/schema-types.ts";
import { expects } from "../../model/plan/type-fault.ts";
import type { ScalarNode } from "../../model/plan/syntax/tree.ts";
import { textOf, type View } from "../../model/plan/view.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";
import { aliasTextAt } from "./anchors.ts";

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: (connection, plans, live) => {
    connection.onHover(async ({ textDocument, position }) => {
      await live.settled(textDocument.uri);
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? undefined : hoverAt(plan, offsetAt(plan, position));
    });
  },
};

/** What a field means; on a reference or an alias what it names, on a value from a list what it stands for, on a rule's code what the rule says. */
export function hoverAt(plan: PlanDocument, offset: number): Hover | undefined {
  const named = aliasTextAt(plan, offset) ?? ruleTextAt(plan, offset);
  if (named !== undefined) return { contents: { kind: MarkupKind.Markdown, value: named } };
  const located = locate(plan, offset);
  const value = located === undefined ? undefined : textFor(plan, located);
  if (located === undefined || value === undefined) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeAt(plan, shift(located.node.range, located.piece.start)) };
}

function textFor(plan: PlanDocument, located: Located): string | undefined {
  const { field, isOnKey, resource } = located;
  if (isOnKey && field !== undefined) return describeField(field);
  if (isOnKey && resource?.key === located.node) return summaryOf(resource.view) + liveText(plan, resource);
  if (field === undefined) return namedText(plan, located);
  return valueText(plan, located) ?? describeField(field);
}

/** At what has a name of the engineer's own: a further peer, or something to remove. */
function namedText(plan: PlanDocument, { type, entry: { key, value } }: Located): string | undefined {
  if (type?.kind === "map" && value.kind === "map") return summaryOf({ schema: mapSchemas[type.map], name: key.source, fields: new Map(value.entries.map((entry) => [entry.key.source, entry])) });
  if (type?.kind !== "awsId" || value.kind !== "scalar") return undefined;
  return `**${key.source.slice(0, 100)}** · applying the plan deletes \`${value.source.slice(0, 100).replaceAll("`", "'")}\`${stateText(plan, value.source)}`;
}

/** What the rule says whose code stands in a comment. */
function ruleTextAt({ text, lines }: PlanDocument, offset: number): string | undefined {
  const start = lines.startOf(lines.lineOf(offset));
  const before = /(?:^|\s)#.*?\b(DX\d*|D)?$/.exec(text.slice(Math.max(start, offset - longestComment), offset));
  const code = before === null ? undefined : /^(DX\d{3})\b/.exec((before[1] ?? "") + text.slice(offset, offset + 5))?.[1];
  const rule = code === undefined ? undefined : ruleOf(code);
  return rule && `**${rule.code}** · ${rule.title}\n\n${rule.why}\n\n- Source: ${rule.source}`;
}

const longestComment = 200;

function valueText(plan: PlanDocument, { type, node, field }: Located): string | undefined {
  if (type?.kind === "reference") return referenceText(plan, type, node.source);
  if (type?.kind === "awsId" && field !== undefined) return describeField(field) + stateText(plan, node.source);
  if (type?.kind === "text" && type.format === "location") return locationText(node.source);
  return field === undefined ? undefined : choiceText(field, choicesOf(type).find(({ value }) => value === node.source));
}

function choiceText(field: Field, choice: Choice | undefined): string | undefined {
  if (choice === undefined || choice.about === "") return undefined;
  return `\`${choice.value}\`: ${choice.about}\n\n---\n\n${describeField(field)}`;
}

/** A field's meaning, what it takes, what applies without it, what the API calls it and where that is from. */
export function describeField(field: Field): string {
  const need = { always: " · required", new: " · required for a new one" };
  const lines = [
    `**${field.name}**${field.required === undefined ? "" : need[field.required]}`,
    field.about,
    `- Takes ${expects(field.type)}${memberWords(field.type)}`,
    ...(field.absent === undefined ? [] : [`- Left out: ${field.absent}`]),
    `- In the API: ${/\s/.test(field.api) ? field.api : `\`${field.api}\``}`,
    `- Source: ${field.source}`,
  ];
  return `${lines[0] ?? ""}\n\n${lines[1] ?? ""}\n\n${lines.slice(2).join("\n")}`;
}

/** A resource in the plan's words; nothing that could be a secret is among them. */
function summaryOf(view: Pick<View, "schema" | "name" | "fields">): string {
  const facts = view.schema.fields.flatMap((field) => {
    const node = scalarIn(view, field.name);
    const isSecret = field.type.kind === "text" && field.type.secret === true;
    return node === undefined || node.value === null || isSecret || field.name === "name" ? [] : [`- ${field.name}: \`${node.source.slice(0, 100).replaceAll("`", "'")}\``];
  });
  const name = scalarIn(view, "name")?.source;
  const title = `**${view.name.slice(0, 100)}** · ${view.schema.label}${name === undefined || name === view.name ? "" : ` \`${name.slice(0, 100).replaceAll("`", "'")}\``}`;
  return facts.length === 0 ? title : `${title}\n\n${facts.join("\n")}`;
}

function scalarIn({ fields }: Pick<View, "fields">, name: string): ScalarNode | undefined {
  const node = fields.get(name)?.value;
  return node?.kind === "scalar" ? node : undefined;
}

function referenceText(plan: PlanDocument, type: Extract<FieldType, { kind: "reference" }>, text: string): string | undefined {
  const target = plan.index.resolve(type.to, text);
  if (target !== undefined) return summaryOf(target.view) + liveText(plan, target);
  const state = stateText(plan, text);
  return state === "" ? undefined : `\`${text}\`${state}`;
}

function liveText(plan: PlanDocument, { view }: Pick<Resource, "view">): string {
  return stateText(plan, textOf(view, "id") ?? "");
}

/** The state that AWS gave what is there already, and when that was. */
function stateText({ index: { live } }: PlanDocument, id: string): string {
  const state = live?.stateOf(id);
  return live === undefined || state === undefined ? "" : `\n\nLive state: \`${state}\`. ${live.source}`;
}

function locationText(code: string): string | undefined {
  const location = locationOf(code);
  if (location === undefined) return undefined;
  return `**${location.code}** · ${location.name}\n\n- Region: \`${location.region}\`\n- Port speeds: ${location.portSpeeds.join(", ")}\n- Source: embedded list; DescribeLocations is what counts`;
}

function memberWords(type: FieldType): string {
  return type.kind === "list" && type.of.kind !== "map" ? ` of ${expects(type.of)}` : "";
}

function choicesOf(type: FieldType | undefined): readonly Choice[] {
  return type !== undefined && "choices" in type ? (type.choices ?? []) : [];
}

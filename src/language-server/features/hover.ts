import { type Hover, MarkupKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { locate, type Located } from "../../model/plan/locate.ts";
import { locationOf } from "../../model/plan/locations.ts";
import type { Resource } from "../../model/plan/plan-index.ts";
import { shift } from "../../model/plan/problem.ts";
import type { Choice, Field, FieldType } from "../../model/plan/schema-types.ts";
import { expects } from "../../model/plan/type-fault.ts";
import { scalarOf, textOf } from "../../model/plan/view.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

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

/** What a field means; on a reference what it names, on a value from a list what it stands for. */
export function hoverAt(plan: PlanDocument, offset: number): Hover | undefined {
  const located = locate(plan, offset);
  const value = located === undefined ? undefined : textFor(plan, located);
  if (located === undefined || value === undefined) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeAt(plan, shift(located.node.range, located.piece.start)) };
}

function textFor(plan: PlanDocument, located: Located): string | undefined {
  const { field, isOnKey, resource } = located;
  if (isOnKey) {
    if (field !== undefined) return describeField(field);
    return resource?.key === located.node ? summaryOf(resource) + liveText(plan, resource) : undefined;
  }
  return valueText(plan, located) ?? (field === undefined ? undefined : describeField(field));
}

function valueText(plan: PlanDocument, { type, node, field }: Located): string | undefined {
  if (type?.kind === "reference") return referenceText(plan, type, node.source);
  if (type?.kind === "text" && type.format === "location") return locationText(node.source);
  const choice = choicesOf(type).find(({ value }) => value === node.source);
  if (choice === undefined || choice.about === "" || field === undefined) return undefined;
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
function summaryOf({ view }: Pick<Resource, "view">): string {
  const facts = view.schema.fields.flatMap((field) => {
    const node = scalarOf(view, field.name);
    const isSecret = field.type.kind === "text" && field.type.secret === true;
    return node === undefined || node.value === null || isSecret || field.name === "name" ? [] : [`- ${field.name}: \`${node.source.slice(0, 100).replaceAll("`", "'")}\``];
  });
  const name = textOf(view, "name");
  const title = `**${view.name}** · ${view.schema.label}${name === undefined || name === view.name ? "" : ` \`${name.slice(0, 100).replaceAll("`", "'")}\``}`;
  return facts.length === 0 ? title : `${title}\n\n${facts.join("\n")}`;
}

function referenceText(plan: PlanDocument, type: Extract<FieldType, { kind: "reference" }>, text: string): string | undefined {
  const target = plan.index.resolve(type.to, text);
  if (target !== undefined) return summaryOf(target) + liveText(plan, target);
  const { live } = plan.index;
  const state = live?.stateOf(text);
  return live === undefined || state === undefined ? undefined : `\`${text}\`\n\nLive state: \`${state}\`. ${live.source}`;
}

/** The state that AWS gave a resource which is there already, and when that was. */
function liveText({ index: { live } }: PlanDocument, { view }: Pick<Resource, "view">): string {
  const state = live?.stateOf(textOf(view, "id") ?? "");
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

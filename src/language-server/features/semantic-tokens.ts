import { type SemanticTokens, SemanticTokensBuilder } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { memberType } from "../../model/plan/locate.ts";
import type { PlacedPiece } from "../../model/plan/placed-piece.ts";
import { isSectionName } from "../../model/plan/schema.ts";
import type { FieldType } from "../../model/plan/schema-types.ts";
import type { Entry, PlanNode, Range, ScalarNode } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";
import { offsetAt } from "../plan-store.ts";

/** The protocol's own words, so that every theme has a colour for them. */
const tokenTypes = ["namespace", "class", "property", "variable", "enumMember", "number", "string", "keyword"] as const;
type TokenType = (typeof tokenTypes)[number];

export const semanticTokens: Feature = {
  capabilities: { semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true } },
  register: (connection, plans) => {
    connection.languages.semanticTokens.on(({ textDocument }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? { data: [] } : tokensOf(plan);
    });
    connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? { data: [] } : tokensOf(plan, { start: offsetAt(plan, range.start), end: offsetAt(plan, range.end) });
    });
  },
};

/** Sections, logical names, fields, references and values apart from each other; all, or those of the pieces in a range. */
export function tokensOf(plan: PlanDocument, within: Range = { start: 0, end: plan.text.length }): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const piece of plan.pieces) {
    if (piece.end <= within.start || piece.start > within.end) continue;
    const tokens = tokensOfPiece(piece).sort((one, other) => one.range.start - other.range.start);
    for (const { range, type } of tokens) push(plan, builder, { start: range.start + piece.start, end: range.end + piece.start }, type);
  }
  return builder.build();
}

interface Token {
  readonly range: Range;
  readonly type: TokenType;
}

function push(plan: PlanDocument, builder: SemanticTokensBuilder, range: Range, type: TokenType): void {
  const { line, character } = plan.lines.positionOf(range.start);
  const isOneLine = plan.lines.lineOf(range.end) === line;
  if (isOneLine && range.end > range.start) builder.push(line, character, range.end - range.start, tokenTypes.indexOf(type), 0);
}

function tokensOfPiece({ kind, section, content }: PlacedPiece): Token[] {
  const tokens: Token[] = [];
  const type: FieldType = kind === "resource" && isSectionName(section) ? { kind: "named", map: section } : { kind: "map", map: "plan" };
  addEntries(content.entries, type, tokens);
  return tokens;
}

function addEntries(entries: readonly Entry[], type: FieldType | undefined, tokens: Token[]): void {
  for (const { key, value, merged } of entries) {
    if (merged) continue;
    if (key.origin === undefined) tokens.push({ range: key.range, type: keyToken(key, type) });
    addNode(value, memberType(type, key.source), tokens);
  }
}

function keyToken(key: ScalarNode, type: FieldType | undefined): TokenType {
  if (type?.kind === "named") return "class";
  return type?.kind === "map" && type.map === "plan" && isSectionName(key.source) ? "namespace" : "property";
}

function addNode(node: PlanNode, type: FieldType | undefined, tokens: Token[]): void {
  if (node.origin !== undefined) return;
  if (node.kind === "map") addEntries(node.entries, type, tokens);
  else if (node.kind === "list") for (const item of node.items) addNode(item, type?.kind === "list" ? type.of : undefined, tokens);
  else tokens.push({ range: node.range, type: valueToken(node, type) });
}

function valueToken({ value }: ScalarNode, type: FieldType | undefined): TokenType {
  if (type?.kind === "reference") return "variable";
  if (typeof value === "number") return "number";
  if (typeof value !== "string") return "keyword";
  return type?.kind === "choice" || (type?.kind === "text" && type.choices !== undefined) ? "enumMember" : "string";
}

import type { Position, Range as EditorRange, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { PlanDocument } from "../model/plan/document.ts";
import type { RuleLevels } from "../model/plan/rule-levels.ts";
import type { Range } from "../model/plan/syntax/tree.ts";
import type { RulePages } from "./rule-pages.ts";

/** The plans that are open, each as it is after the last change that arrived. */
export class PlanStore {
  private readonly plans = new Map<string, OpenPlan>();
  private levels: RuleLevels = {};
  /** Where the rules are explained. */
  readonly pages: RulePages;

  constructor(pages: RulePages = new Map()) {
    this.pages = pages;
  }

  /** Undefined for a document that is not open. */
  get(uri: string): PlanDocument | undefined {
    return this.plans.get(uri)?.plan;
  }

  versionOf(uri: string): number | undefined {
    return this.plans.get(uri)?.version;
  }

  get uris(): readonly string[] {
    return [...this.plans.keys()];
  }

  open(uri: string, version: number, text: string): void {
    this.plans.set(uri, { version, plan: this.read(text) });
  }

  /** A plan that is not open, with the levels of those that are. */
  read(text: string): PlanDocument {
    const plan = new PlanDocument(text);
    plan.useLevels(this.levels);
    return plan;
  }

  /** Each change counts from the text that the one before it left. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const known = this.plans.get(uri);
    if (known === undefined) return;
    known.version = version;
    for (const change of changes) {
      if ("range" in change) known.plan.edit({ range: spanOf(known.plan, change.range), text: change.text });
      else known.plan.update(change.text);
    }
  }

  /** Takes other severities than the rules' own, for all plans. */
  useLevels(levels: RuleLevels): void {
    this.levels = levels;
    for (const { plan } of this.plans.values()) plan.useLevels(levels);
  }

  close(uri: string): void {
    this.plans.delete(uri);
  }
}

interface OpenPlan {
  version: number;
  readonly plan: PlanDocument;
}

/** A range as the protocol gives it: its ends may be swapped, and beyond the end of a line. */
function spanOf(plan: PlanDocument, { start, end }: EditorRange): Range {
  const [one, other] = [offsetAt(plan, start), offsetAt(plan, end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** A place behind a line's last character is the line's end, before what ends it. */
export function offsetAt(plan: PlanDocument, position: Position): number {
  const { lines, text } = plan;
  const start = lines.startOf(position.line);
  let offset = lines.offsetOf(position);
  while (offset > start && position.line + 1 < lines.lines && isLineEnd(text, offset - 1)) offset -= 1;
  return offset;
}

function isLineEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === "\n" || character === "\r";
}

export function rangeAt(plan: PlanDocument, range: Range): EditorRange {
  return { start: plan.lines.positionOf(range.start), end: plan.lines.positionOf(range.end) };
}

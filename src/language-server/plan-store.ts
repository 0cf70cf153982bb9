import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position, Range as EditorRange } from "vscode-languageserver-types";
import { PlanDocument } from "../model/plan/document.ts";
import type { Range } from "../model/plan/syntax/tree.ts";

/** The plans that are open, each brought up to date when somebody asks for it. */
export class PlanStore {
  private readonly plans = new Map<string, { version: number; plan: PlanDocument }>();
  private readonly documents: TextDocuments<TextDocument>;

  constructor(documents: TextDocuments<TextDocument>) {
    this.documents = documents;
  }

  /** Undefined for a document that is not open. */
  get(uri: string): PlanDocument | undefined {
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.plans.get(uri);
    if (known?.version === document.version) return known.plan;
    const plan = known?.plan ?? new PlanDocument(document.getText());
    plan.update(document.getText());
    this.plans.set(uri, { version: document.version, plan });
    return plan;
  }

  forget(uri: string): void {
    this.plans.delete(uri);
  }
}

export function offsetAt(plan: PlanDocument, position: Position): number {
  return plan.lines.offsetOf(position);
}

export function rangeAt(plan: PlanDocument, range: Range): EditorRange {
  return { start: plan.lines.positionOf(range.start), end: plan.lines.positionOf(range.end) };
}

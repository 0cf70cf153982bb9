import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlanProblem, Severity } from "../../model/plan/problem.ts";
import { type PlanStore, rangeAt } from "../plan-store.ts";
import type { RulePages } from "../rule-pages.ts";

/** More in one file help nobody, and would cost the editor more than the check costs. */
const most = 1000;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** Checks a document as it stands and tells the client at once: there is nothing to wait for. */
export function publishDiagnostics(connection: Connection, plans: PlanStore, { uri, pages }: { readonly uri: string; readonly pages: RulePages }): void {
  const [plan, version] = [plans.get(uri), plans.versionOf(uri)];
  if (plan !== undefined && version !== undefined) void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(plan, uri, pages) });
}

/** Errors come first where there are more than a file can show. */
export function diagnosticsOf(plan: PlanDocument, uri: string, pages?: RulePages): Diagnostic[] {
  const { problems } = plan;
  const shown =
    problems.length <= most
      ? problems
      : [...problems.filter(({ severity }) => severity === "error"), ...problems.filter(({ severity }) => severity !== "error")].slice(0, most);
  return shown.map((problem) => diagnosticOf(plan, { uri, pages }, problem));
}

/** `pages` says where the rules are explained, where that is known. */
export function diagnosticOf(plan: PlanDocument, { uri, pages }: { readonly uri: string; readonly pages?: RulePages | undefined }, problem: PlanProblem): Diagnostic {
  const { code, severity, message, range, related } = problem;
  const href = pages?.get(code);
  return {
    code,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message,
    source: "direct-connect",
    severity: severities[severity],
    range: rangeAt(plan, range),
    ...(related.length === 0 ? {} : { relatedInformation: related.map((one) => ({ message: one.message, location: { uri, range: rangeAt(plan, one.range) } })) }),
    ...(code === "DX811" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

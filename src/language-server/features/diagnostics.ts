import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlanProblem, Severity } from "../../model/plan/problem.ts";
import { type PlanStore, rangeAt } from "../plan-store.ts";

/** More in one file help nobody, and would cost the editor more than the check costs. */
const most = 1000;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** Checks a document as it stands and tells the client at once: there is nothing to wait for. */
export function publishDiagnostics(connection: Connection, plans: PlanStore, uri: string): void {
  const [plan, version] = [plans.get(uri), plans.versionOf(uri)];
  if (plan !== undefined && version !== undefined) void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(plan, uri) });
}

/** Errors come first where there are more than a file can show. */
export function diagnosticsOf(plan: PlanDocument, uri: string): Diagnostic[] {
  const { problems } = plan;
  const shown =
    problems.length <= most
      ? problems
      : [...problems.filter(({ severity }) => severity === "error"), ...problems.filter(({ severity }) => severity !== "error")].slice(0, most);
  return shown.map((problem) => diagnosticOf(plan, uri, problem));
}

export function diagnosticOf(plan: PlanDocument, uri: string, problem: PlanProblem): Diagnostic {
  const { code, severity, message, range, related } = problem;
  return {
    code,
    message,
    source: "direct-connect",
    severity: severities[severity],
    range: rangeAt(plan, range),
    ...(related.length === 0 ? {} : { relatedInformation: related.map((one) => ({ message: one.message, location: { uri, range: rangeAt(plan, one.range) } })) }),
    ...(code === "DX811" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

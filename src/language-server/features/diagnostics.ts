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
export function publishDiagnostics(connection: Connection, plans: PlanStore, uri: string): void {
  const [plan, version] = [plans.get(uri), plans.versionOf(uri)];
  if (plan !== undefined && version !== undefined) void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(plan, uri, plans.pages) });
}

/** Errors come first where there are more than a file can show; the last one then says how many are left out. */
export function diagnosticsOf(plan: PlanDocument, uri: string, pages?: RulePages): Diagnostic[] {
  const { problems } = plan;
  if (problems.length <= most) return problems.map((problem) => diagnosticOf(plan, { uri, pages }, problem));
  const byWeight = [...problems.filter(({ severity }) => severity === "error"), ...problems.filter(({ severity }) => severity !== "error")];
  const shown = byWeight.slice(0, most - 1).map((problem) => diagnosticOf(plan, { uri, pages }, problem));
  return [...shown, omitted(problems.length - shown.length)];
}

function omitted(count: number): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = `There are ${count} more problems, which are not shown. Mend some of these, or switch a rule off with a \`# dx-ignore-file\` comment or in the settings.`;
  return { message, source: "direct-connect", severity: DiagnosticSeverity.Information, range: { start, end: start } };
}

/** What diagnostics point to. */
export interface DiagnosticLinks {
  /** The plan's own address. */
  readonly uri: string;
  /** Where the rules are explained, where that is known. */
  readonly pages?: RulePages | undefined;
}

export function diagnosticOf(plan: PlanDocument, { uri, pages }: DiagnosticLinks, problem: PlanProblem): Diagnostic {
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

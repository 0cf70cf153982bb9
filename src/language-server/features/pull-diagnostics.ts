import { pathToFileURL } from "node:url";
import { type CancellationToken, DocumentDiagnosticReportKind, type WorkDoneProgressReporter, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlanProblem } from "../../model/plan/problem.ts";
import type { Feature } from "../feature.ts";
import type { LivePlans } from "../live-plans.ts";
import type { PlanStore } from "../plan-store.ts";
import { foldersOf, planFiles, readPlan } from "../plan-files.ts";
import { diagnosticsOf } from "./diagnostics.ts";

/**
 * Diagnostics for a client that asks for them, of open plans and of all plans in its folders. Announced only to a client
 * that wants it so: one that is told and asks as well would show everything twice.
 */
export const pullDiagnostics: Feature = {
  capabilities: { diagnosticProvider: { identifier: "dx-plan", interFileDependencies: false, workspaceDiagnostics: true, workDoneProgress: true } },
  register: (connection, plans, live) => {
    const results = new ResultIds();
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
      await live.settled(uri);
      const plan = plans.get(uri);
      if (plan === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = results.of(plan.problems);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(plan, uri, plans.pages) };
    });
    connection.languages.diagnostics.onWorkspace(async (_, token, progress) => {
      return { items: await reportsIn(await foldersOf(connection), plans, { token, progress, live }) };
    });
  },
};

/** The client's `initializationOptions: { diagnostics: "pull" }`. */
export function wantsPull(options: unknown): boolean {
  return typeof options === "object" && options !== null && "diagnostics" in options && options.diagnostics === "pull";
}

interface Work {
  readonly token: Pick<CancellationToken, "isCancellationRequested">;
  readonly progress: Pick<WorkDoneProgressReporter, "begin" | "report" | "done">;
  readonly live: Pick<LivePlans, "settled" | "complete">;
}

/** A report on each plan in the folders: as it is open, or else as it is on disk. Ends early when it is cancelled. */
export async function reportsIn(folders: readonly string[], plans: Pick<PlanStore, "get" | "versionOf" | "read" | "pages">, { token, progress, live }: Work): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  progress.begin("Checking plans", 0, "", true);
  const files = await planFiles(folders);
  for (const [at, file] of files.entries()) {
    if (token.isCancellationRequested) break;
    progress.report(Math.floor((at / files.length) * 100));
    const uri = pathToFileURL(file).href;
    const plan = (await openPlan(uri, plans, live)) ?? (await closedPlan(file, plans, live));
    if (plan !== undefined) reports.push({ uri, version: plans.versionOf(uri) ?? null, kind: DocumentDiagnosticReportKind.Full, items: diagnosticsOf(plan, uri, plans.pages) });
  }
  progress.done();
  return reports;
}

async function openPlan(uri: string, plans: Pick<PlanStore, "get">, live: Work["live"]): Promise<PlanDocument | undefined> {
  await live.settled(uri);
  return plans.get(uri);
}

async function closedPlan(file: string, plans: Pick<PlanStore, "read">, live: Work["live"]): Promise<PlanDocument | undefined> {
  const plan = await readPlan(file, plans);
  if (plan !== undefined) await live.complete(plan);
  return plan;
}

/** A name for each state of a plan's problems, whatever changed them. */
class ResultIds {
  private readonly known = new WeakMap<readonly PlanProblem[], string>();
  private last = 0;

  of(problems: readonly PlanProblem[]): string {
    const found = this.known.get(problems);
    if (found !== undefined) return found;
    this.last += 1;
    this.known.set(problems, String(this.last));
    return String(this.last);
  }
}

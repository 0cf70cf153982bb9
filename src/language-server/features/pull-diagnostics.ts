import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type CancellationToken, DocumentDiagnosticReportKind, type WorkDoneProgressReporter, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { longestPlan, PlanDocument } from "../../model/plan/document.ts";
import type { PlanProblem } from "../../model/plan/problem.ts";
import type { Feature } from "../feature.ts";
import type { PlanStore } from "../plan-store.ts";
import { diagnosticsOf } from "./diagnostics.ts";

/**
 * Diagnostics for a client that asks for them, of open plans and of all plans in its folders. Announced only to a client
 * that wants it so: one that is told and asks as well would show everything twice.
 */
export const pullDiagnostics: Feature = {
  capabilities: { diagnosticProvider: { identifier: "dx-plan", interFileDependencies: false, workspaceDiagnostics: true, workDoneProgress: true } },
  register: (connection, plans) => {
    const results = new ResultIds();
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) => {
      const plan = plans.get(uri);
      if (plan === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = results.of(plan.problems);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(plan, uri) };
    });
    connection.languages.diagnostics.onWorkspace(async (_, token, progress) => {
      const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
      return { items: await reportsIn(folders.flatMap(({ uri }) => (uri.startsWith("file:") ? [fileURLToPath(uri)] : [])), plans, { token, progress }) };
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
}

/** A report on each plan in the folders: as it is open, or else as it is on disk. Ends early when it is cancelled. */
export async function reportsIn(folders: readonly string[], plans: Pick<PlanStore, "get" | "versionOf">, { token, progress }: Work): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  progress.begin("Checking plans", 0, "", true);
  const files = (await Promise.all(folders.map(planFiles))).flat().slice(0, mostFiles);
  for (const [at, file] of files.entries()) {
    if (token.isCancellationRequested) break;
    progress.report(Math.floor((at / files.length) * 100));
    const uri = pathToFileURL(file).href;
    const plan = plans.get(uri) ?? (await readPlan(file));
    if (plan !== undefined) reports.push({ uri, version: plans.versionOf(uri) ?? null, kind: DocumentDiagnosticReportKind.Full, items: diagnosticsOf(plan, uri) });
  }
  progress.done();
  return reports;
}

const mostFiles = 1000;
/** Folders that hold what others made. */
const foreign: readonly string[] = ["node_modules", ".git", "dist", "out"];

async function planFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !foreign.includes(entry.name)) found.push(...(await planFiles(path)));
    else if (entry.isFile() && /\.dx\.ya?ml$/.test(entry.name)) found.push(path);
  }
  return found;
}

/** Undefined for a file that went away meanwhile, or that is no plan by its size. */
async function readPlan(file: string): Promise<PlanDocument | undefined> {
  try {
    const { size } = await stat(file);
    return size > 4 * longestPlan ? undefined : new PlanDocument(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
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

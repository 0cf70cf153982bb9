import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connection } from "vscode-languageserver";
import { longestPlan, type PlanDocument } from "../model/plan/document.ts";
import type { PlanStore } from "./plan-store.ts";

/** The client's folders on disk; none for a client that has no such thing. */
export async function foldersOf(connection: Connection): Promise<readonly string[]> {
  const folders = await connection.workspace.getWorkspaceFolders().catch(() => null);
  return (folders ?? []).flatMap(({ uri }) => (uri.startsWith("file:") ? [fileURLToPath(uri)] : []));
}

/** The plans below some folders, up to a number that no project comes near. */
export async function planFiles(folders: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(folders.map(filesBelow))).flat().slice(0, mostFiles);
}

const mostFiles = 1000;
/** Folders that hold what others made. */
const foreign: readonly string[] = ["node_modules", ".git", "dist", "out"];

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !foreign.includes(entry.name)) found.push(...(await filesBelow(path)));
    else if (entry.isFile() && /\.dx\.ya?ml$/.test(entry.name)) found.push(path);
  }
  return found;
}

/** Undefined for a file that went away meanwhile, or that is no plan by its size. */
export async function readPlan(file: string, plans: Pick<PlanStore, "read">): Promise<PlanDocument | undefined> {
  try {
    const { size } = await stat(file);
    return size > 4 * longestPlan ? undefined : plans.read(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Names the state of a file on disk; undefined where there is none. */
export async function stampOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found && `${found.mtimeMs} ${found.size}`;
}

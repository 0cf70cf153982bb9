import { readdir, stat } from "node:fs/promises";
import { join, normalize } from "node:path";

/**
 * The plan files that names on the command line mean: a file is itself, whatever it is called; a folder is every plan in it
 * and below, in the order of their names, without hidden folders and `node_modules`. No file comes twice. A folder without
 * plans, and what cannot be looked at, stay as they are: whoever reads them says why that fails.
 */
export async function findPlanFiles(names: readonly string[]): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const name of names) {
    for (const file of await filesMeant(name)) if (!files.has(normalize(file))) files.set(normalize(file), file);
  }
  return [...files.values()];
}

async function filesMeant(name: string): Promise<readonly string[]> {
  if (name === "-" || !(await isFolder(name))) return [name];
  const plans = await plansIn(name);
  return plans.length === 0 ? [name] : plans;
}

async function isFolder(name: string): Promise<boolean> {
  return stat(name).then((found) => found.isDirectory(), () => false);
}

/** Links to folders are not followed: they may lead in circles. A folder that cannot be opened is named itself. */
async function plansIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [folder];
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) found.push(...(isPlan(entry.name) ? [path] : []));
    else if (!entry.name.startsWith(".") && entry.name !== "node_modules") found.push(...(await plansIn(path)));
  }
  return found;
}

function isPlan(name: string): boolean {
  return /\.dx\.ya?ml$/.test(name);
}

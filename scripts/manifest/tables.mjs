import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The tables of src that the manifest is made from, as values. They are bundled to a file that is imported and removed:
 * Node 20 reads no TypeScript.
 *
 * @param {string} root the project's folder
 */
export async function loadTables(root) {
  const { build } = await import("esbuild");
  const folder = join(root, ".build", "manifest");
  const outfile = join(folder, `${randomUUID()}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    stdin: {
      resolveDir: root,
      contents: `
        export { operationIds, operationOf } from "./src/operations/index.ts";
        export { whenClause } from "./src/operations/operation.ts";
        export { resourceCommandIds, resourceCommandOf } from "./src/extension/resource-command-table.ts";
      `,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

// Writes schemas/dx-plan.schema.json, the plan format for tools other than ours, from the definition of the format.
//
//   node scripts/plan-schema.mjs           writes it
//   node scripts/plan-schema.mjs --check   exits 1 where it is stale
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";
import { at, say } from "./project.mjs";

const path = at("schemas", "dx-plan.schema.json");
const wanted = `${JSON.stringify(await planSchema(), undefined, 2)}\n`;

if (!process.argv.includes("--check")) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
} else if (!existsSync(path) || readFileSync(path, "utf8") !== wanted) {
  say("schemas/dx-plan.schema.json is stale: run npm run manifest");
  process.exitCode = 1;
}

async function planSchema() {
  const { outputFiles } = await build({ entryPoints: [at("src", "model", "plan", "json-schema.ts")], bundle: true, format: "esm", write: false });
  const { planJsonSchema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return planJsonSchema();
}

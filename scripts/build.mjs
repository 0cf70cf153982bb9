// Bundles src/ into dist/.
//
//   node scripts/build.mjs [--watch] [--only NAME[,NAME]...]
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { installDependencies } from "./install.mjs";
import { at, root, say } from "./project.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";

const node = { platform: "node", target: "node20", mainFields: ["module", "main"], conditions: ["module"] };

// An ES module has no require; packages written as CommonJS ask for Node's own modules with it.
const requireBanner = '#!/usr/bin/env node\nimport { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);';

/** What is bundled: one entry per process, and what its process may load at run time. */
export const bundles = {
  extension: { ...node, entry: "src/extension/main.ts", out: "extension.cjs", format: "cjs", external: ["vscode"] },
  "language-server": { ...node, entry: "src/language-server/main.ts", out: "language-server.cjs", format: "cjs" },
  simulator: { ...node, entry: "src/simulator/main.ts", out: "simulator.cjs", format: "cjs" },
  cli: { ...node, entry: "src/cli/main.ts", out: "cli.js", format: "esm", banner: { js: requireBanner } },
  webview: { entry: "src/webview/main.ts", out: "webview.js", format: "iife", platform: "browser", target: "chrome124" },
  "webview-style": { entry: "src/webview/page.css", out: "webview.css", platform: "browser", target: "chrome124" },
};

const isEntry = import.meta.url === pathToFileURL(process.argv[1] ?? "").href;
if (isEntry) await run(process.argv.slice(2));

async function run(argv) {
  const { values } = parseArgs({ args: argv, options: { watch: { type: "boolean", default: false }, only: { type: "string" } } });
  const names = values.only?.split(",") ?? Object.keys(bundles);
  const unknown = names.find((name) => !Object.hasOwn(bundles, name));
  if (unknown !== undefined) {
    say(`Unknown bundle: ${unknown}. Known are ${Object.keys(bundles).join(", ")}.`);
    process.exit(2);
  }
  await installDependencies();
  if (values.watch) await watch(names);
  else process.exitCode = (await build(names)) ? 0 : 1;
}

/**
 * Bundles the named entries, or all, and says what went wrong.
 *
 * @param {string[]} [names]
 * @returns {Promise<boolean>} whether everything was made
 */
export async function build(names = Object.keys(bundles)) {
  const { build: bundle } = await import("esbuild");
  const results = await Promise.allSettled(names.map((name) => bundle(esbuildOptions(name, "external"))));
  const metafiles = results.flatMap((result, index) => (result.status === "fulfilled" ? [[names[index], result.value.metafile]] : []));
  for (const [name, metafile] of metafiles) writeMetafile(name, metafile);
  if (names.includes("cli") && existsSync(at("dist", "cli.js"))) chmodSync(at("dist", "cli.js"), 0o755);
  if (names.length === Object.keys(bundles).length) {
    removeOthers(names);
    mkdirSync(at("dist"), { recursive: true });
    writeFileSync(at("dist", "third-party-notices.txt"), thirdPartyNotices(metafiles.map(([, metafile]) => metafile)));
  }
  return results.every((result) => result.status === "fulfilled");
}

// What an older table made must not end up in the VSIX. Nothing is removed before its successor is there, because
// another run may be using it.
function removeOthers(names) {
  const made = new Set(names.flatMap((name) => [bundles[name].out, `${bundles[name].out}.map`]));
  const isKept = (file) => made.has(file) || file === "third-party-notices.txt" || file.endsWith(".vsix");
  for (const file of existsSync(at("dist")) ? readdirSync(at("dist")) : []) if (!isKept(file)) rmSync(at("dist", file), { recursive: true });
}

// The lines tell the editor's task when the first bundles are there.
async function watch(names) {
  const { context } = await import("esbuild");
  const plugins = [
    {
      name: "report",
      setup: (builder) => builder.onEnd((result) => say(`${relative(root, builder.initialOptions.outfile)}: ${result.errors.length} errors`)),
    },
  ];
  say("bundling");
  for (const name of names) {
    const running = await context({ ...esbuildOptions(name, "linked"), minify: false, plugins });
    await running.rebuild().catch(() => undefined);
    await running.watch();
  }
  say("bundled; watching for changes");
}

function esbuildOptions(name, sourcemap) {
  const { entry, out, ...options } = bundles[name];
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: at("dist", out),
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    sourcemap,
  };
}

// For the size budget and for the test that no bundle carries what its room may not load.
function writeMetafile(name, metafile) {
  mkdirSync(at(".build", "bundles"), { recursive: true });
  writeFileSync(at(".build", "bundles", `${name}.json`), JSON.stringify(metafile));
}

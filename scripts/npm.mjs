// Runs npm as a child, with the npm that runs us where there is one.
import { startKept } from "./processes.mjs";

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/**
 * Runs npm in a folder and rejects, with npm's own output, when it fails.
 *
 * @param {string[]} npmArguments
 * @param {string} folder
 */
export async function runNpm(npmArguments, folder) {
  const script = process.env.npm_execpath;
  const isScript = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, before] = isScript ? [process.execPath, [script]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const npm = startKept(command, [...before, ...npmArguments, ...quiet], {
    name: "npm",
    cwd: folder,
    env: withoutOuterNpm(),
  });
  const code = await npm.exited;
  if (code !== 0) throw new Error(`npm ${npmArguments.join(" ")} failed in ${folder} (code ${code}):\n${npm.lastLines()}`);
}

// What an outer npm says about its own project would mislead the inner one.
function withoutOuterNpm() {
  const outer = /^npm_(package|lifecycle)_|^npm_(command|config_local_prefix)$|^INIT_CWD$/;
  return Object.fromEntries(Object.keys(process.env).filter((name) => outer.test(name)).map((name) => [name, undefined]));
}
